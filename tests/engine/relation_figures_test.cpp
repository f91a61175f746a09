// SPDX-License-Identifier: Apache-2.0
// Figures on request: their parameters, and the attributes of places that they read.
#include "engine/measures/figures.hpp"
#include "engine/measures/place_attributes.hpp"
#include "engine/measures/view_measures.hpp"
#include "engine/parameters.hpp"
#include "engine/structure/mixing.hpp"
#include "graphs/diagnostic.hpp"
#include "graphs/io/gml.hpp"
#include "tests/support/hand_network.hpp"
#include "tests/support/plain_networks.hpp"

namespace regionet::test::relation_figures_test {
namespace {

Figure figure_of(const View& view, const std::string& typed, const RunContext& run = {}) {
  ViewMeasures measures(view, run);
  FigureRequest request = parse_figure(typed);
  return request.figure->compute({view, run, measures.shared(), std::move(request.parameters)});
}

/// Five places in a chain; the colour of the third and the size of the last are not known.
const Network& chain() {
  static const Network network = good_graph(read_gml, R"(graph [
    node [ id 0 label "a" colour "red" size 1 ]
    node [ id 1 label "b" colour "red" size 2 ]
    node [ id 2 label "c" size 4 ]
    node [ id 3 label "d" colour "blue" size 4 ]
    node [ id 4 label "e" colour "blue" ]
    edge [ source 0 target 1 ]
    edge [ source 1 target 2 ]
    edge [ source 2 target 3 ]
    edge [ source 3 target 4 ]
  ])");
  return network;
}

}  // namespace

TEST_CASE("a column about actors is read as categories or as numbers", "[figures]") {
  const View view(chain(), {});
  const PlaceAttribute colour = place_attribute(view, "colour", "auto");
  CHECK_FALSE(colour.is_number);
  CHECK(colour.categories == std::vector<std::uint32_t>{0, 0, no_category, 1, 1});
  const PlaceAttribute size = place_attribute(view, "size", "auto");
  CHECK(size.is_number);
  CHECK(size.numbers == std::vector<std::optional<double>>{1, 2, 4, 4, std::nullopt});
  CHECK(place_attribute(view, "size", "category").categories == std::vector<std::uint32_t>{0, 1, 2, 2, no_category});
  CHECK_THROWS_AS(place_attribute(view, "colour", "number"), ParameterError);
  CHECK_THROWS_AS(place_attribute(view, "country", "auto"), ParameterError);
}

TEST_CASE("attribute assortativity of a chain, by hand", "[figures]") {
  const View view(chain(), {});
  // a - b and d - e are left, each within a colour: 1.
  CHECK(figure_of(view, "attribute_assortativity:attribute=colour").value.value() == Approx(1));
  // a - b, b - c, c - d are left: ends 1 2 2 4 4 4 and 2 1 4 2 4 4, mean 17/6, spread 53/6, product 23/6.
  CHECK(figure_of(view, "attribute_assortativity:attribute=size").value.value() == Approx(23.0 / 53));
}

TEST_CASE("hand: country and kind of places are their attributes", "[figures]") {
  const View view(hand(), {});
  const PlaceAttribute country = place_attribute(view, "country", "auto");
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    CHECK(country.categories[v] == (view.country(v) == view.country(0) ? 0U : 1U));
  }
  CHECK_THROWS_AS(place_attribute(view, "population", "category"), ParameterError);
  CHECK(place_attribute(view, "population", "auto").is_number);
}

TEST_CASE("figures on request refuse parameters that they cannot have", "[figures]") {
  const View view(hand(), {});
  for (const char* const wrong :
       {"rich_club:k=-1", "rich_club:k=1.5", "robustness:runs=0", "robustness:runs=2.5", "robustness:removal=worst",
        "max_flow", "max_flow:from=BY-HM", "max_flow:from=BY-HM:to=BY-HM", "max_flow:from=BY-HM:to=by.brest-x",
        "attribute_assortativity:attribute=size", "opsahl_clustering:side=third"}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(figure_of(view, wrong), ParameterError);
  }
  CHECK_THROWS_AS(parse_figure("rich_clubs"), std::invalid_argument);
  CHECK_THROWS_AS(parse_figure("rich_club:n=1"), std::invalid_argument);
  CHECK_THROWS_AS(parse_figure("rich_club:k"), std::invalid_argument);
  CHECK_THROWS_AS(parse_figure("m:k=1"), std::invalid_argument);
}

TEST_CASE("figures on request are undefined with a reason", "[figures]") {
  const View view(chain(), {});
  for (const char* const missing :
       {"reciprocity", "robins_alexander_clustering", "opsahl_clustering", "rich_club:k=2", "rich_club:k=1000"}) {
    CAPTURE(missing);
    const Figure found = figure_of(view, missing);
    CHECK_FALSE(found.value);
    CHECK_FALSE(found.reason.empty());
  }
}

TEST_CASE("random removal is the mean over runs, and follows the seed", "[figures]") {
  const View view(hand(), {});
  const double one = figure_of(view, "robustness:removal=random:runs=1").value.value();
  CHECK(figure_of(view, "robustness:removal=random:runs=1").value.value() == one);
  CHECK(figure_of(view, "robustness:removal=random:runs=64", {.seed = 1}).value !=
        figure_of(view, "robustness:removal=random:runs=64", {.seed = 2}).value);
  CHECK(figure_of(view, "robustness:removal=random").value ==
        figure_of(view, "robustness:removal=random:runs=20").value);
  // Taking the most tied places first does more harm than chance.
  CHECK(figure_of(view, "robustness").value.value() < figure_of(view, "robustness:removal=random").value.value());
}

}  // namespace regionet::test::relation_figures_test

// SPDX-License-Identifier: Apache-2.0
// Densification in a window, assortativity and communities over time.
#include "engine/community/leiden.hpp"
#include "engine/structure/assortativity.hpp"
#include "engine/temporal/community_drift.hpp"
#include "engine/temporal/densification.hpp"
#include "graphs/csr/build.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/histories.hpp"

namespace regionet::test::growth_windows_test {
namespace {

using Pairs = std::vector<std::pair<Vertex, Vertex>>;

Graph graph_of(std::size_t vertices, const Pairs& pairs) {
  std::vector<Vertex> ends;
  for (const auto& [a, b] : pairs) ends.insert(ends.end(), {a, b});
  return build_graph(vertices, {ends, {}}).graph;
}

}  // namespace

TEST_CASE("densification: a window sees only what came in it", "[growth]") {
  // Ten periods of ties = 3 places, then ten in which 2 (places^1.5 - 100^1.5) more come.
  std::vector<double> places, ties;
  for (int i = 1; i <= 20; ++i) {
    const double n = 10.0 * i;
    places.push_back(n);
    ties.push_back(i <= 10 ? 3 * n : 300 + 2 * (std::pow(n, 1.5) - 1000));
  }
  const std::span all_ties(ties), all_places(places);
  CHECK(*densification(all_ties.first(10), all_places.first(10)).exponent.value == Approx(1).epsilon(1e-9));
  const Densification late = densification(ties, places, 10);
  CHECK(late.points == 10);
  CHECK(*late.exponent.value == Approx(1.5).epsilon(1e-9));
  CHECK_FALSE(densification(ties, places, 13).exponent.value);  // seven periods
  CHECK_THROWS_AS(densification(ties, places, 21), std::invalid_argument);
  CHECK_THROWS_AS(densification(all_ties.first(10), places), std::invalid_argument);
}

TEST_CASE("structure over time: assortativity of each window is that of its graph", "[growth]") {
  // A path of four places: degrees 1 2 2 1, r = -1/2. A single tie has none.
  const History path = history(4, {{days("1990"), {{0, 1}}}, {days("1991"), {{1, 2}, {2, 3}}}});
  const auto points = structure_over_time(path, years(2), Certainly::certain);
  CHECK_FALSE(points[0].assortativity);
  CHECK(*points[1].assortativity == Approx(-0.5));

  std::vector<DatedPairs> rows;
  Pairs seen;
  std::vector<std::optional<double>> wanted;
  for (int year = 0; year < 12; ++year) {
    for (std::uint64_t i = 0; i < 15; ++i) {
      const auto item = static_cast<std::uint64_t>(year) * 100 + i;
      const auto a = static_cast<Vertex>(20 * random_unit(7, item) * random_unit(8, item));
      const auto b = static_cast<Vertex>(20 * random_unit(9, item));
      rows.push_back({days(std::to_string(1990 + year)), {{std::min(a, b), std::max(a, b)}}});
      seen.emplace_back(a, b);
    }
    const Graph graph = graph_of(20, seen);
    wanted.push_back(degree_assortativity(graph.view()));
  }
  const auto found = structure_over_time(history(20, rows), years(12), Certainly::possible);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    CAPTURE(i);
    REQUIRE(found[i].assortativity.has_value() == wanted[i].has_value());
    CHECK(*found[i].assortativity == Approx(*wanted[i]).epsilon(1e-12));
  }
}

TEST_CASE("community drift: two triangles, a bridge, and all tied to all", "[growth]") {
  Pairs rest;
  for (Vertex a = 0; a < 3; ++a) {
    for (Vertex b = 3; b < 6; ++b) rest.emplace_back(a, b);
  }
  const History made = history(6, {{days("1990"), {{0, 1}, {1, 2}, {0, 2}, {3, 4}, {4, 5}, {3, 5}}},
                                   {days("1992"), {{2, 3}, {1, 1}}},
                                   {days("1993"), rest}});
  const auto points = community_drift(made, years(4), Certainly::certain);
  REQUIRE(points.size() == 4);
  CHECK(points[0].communities == 2);
  CHECK(*points[0].quality == Approx(0.5));
  CHECK_FALSE(points[0].ami);
  CHECK(points[1].common == 6);
  CHECK(*points[1].ami == 1);  // nothing came
  // Three of seven ties and half of the degrees on either side; the loop does not count.
  CHECK(*points[2].quality == Approx(2 * (3.0 / 7 - 0.25)));
  CHECK(*points[2].ami == 1);
  CHECK(points[3].communities == 1);
  CHECK(*points[3].quality == Approx(0).margin(1e-12));
  CHECK(*points[3].ami == Approx(0).margin(1e-12));
  CHECK_THROWS_AS(community_drift(made, years(4), Certainly::certain, {.runs = 0}), std::invalid_argument);
}

TEST_CASE("leiden keeps the partition it starts from unless another is better", "[community]") {
  // A ring of eight: the best partitions have parts of 3, 3 and 2, in eight rotations of equal quality.
  Pairs ring;
  for (Vertex v = 0; v < 8; ++v) ring.emplace_back(v, (v + 1) % 8);
  const Graph graph = graph_of(8, ring);
  const std::vector<std::uint32_t> parts{0, 0, 0, 1, 1, 1, 2, 2};
  for (std::size_t turn = 0; turn < 8; ++turn) {
    std::vector<std::uint32_t> start(8);
    for (std::size_t v = 0; v < 8; ++v) start[(v + turn) % 8] = parts[v];
    const LeidenResult found = leiden(graph.view(), Strengths::unit, {.runs = 20, .start = start});
    CAPTURE(turn);
    CHECK(found.best_run == 1);
    CHECK(found.partition == partition_of(start));
    CHECK(*found.quality == Approx(0.28125));
    CHECK(*found.booked == Approx(*found.quality));
  }
  CHECK_THROWS_AS(leiden(graph.view(), Strengths::unit, {.start = {0, 1}}), std::invalid_argument);
  CHECK_THROWS_AS(leiden(graph.view(), Strengths::unit, {.start = std::vector<std::uint32_t>(8, 8)}),
                  std::invalid_argument);
}

}  // namespace regionet::test::growth_windows_test

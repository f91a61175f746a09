// SPDX-License-Identifier: Apache-2.0
// Datasets that lie over each other, and corrections.
#include "graphs/io/open.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/data.hpp"
#include "tests/support/dataset_contents.hpp"
#include "tests/support/dataset_copy.hpp"
#include "tests/support/dataset_faults.hpp"

namespace regionet::test::dataset_overlay_test {
namespace {

constexpr std::string_view top_package = R"({"name": "top", "resources": [{"name": "actors", "path": "actors.csv"}]})";

/// Faults of small-dataset under a layer `top` that holds a table of actors.
Diagnostics faults_under(const std::string& actors) {
  const std::array files{EmbeddedFile{"datapackage.json", top_package}, EmbeddedFile{"actors.csv", actors}};
  return faults_of(std::array{DatasetFiles::folder(test::data("small-dataset")), DatasetFiles::embedded("top", files)});
}

}  // namespace

TEST_CASE("a later layer adds actors and completes or corrects those below it", "[dataset_reader][overlay]") {
  const Network network = overlaid();
  REQUIRE(network.actor_count() == 8);
  const Actor region = network.actor(actor(network, "BY-MI"));
  CHECK(region.lat == 53.75);            // completed
  CHECK(region.name == "Minsk Region");  // an empty cell leaves what is there
  CHECK(region.kind == Kind::region);
  CHECK(region.within == actor(network, "BY"));
  CHECK(network.name(actor(network, "cn.lanzhou")) == "Lanzhou City");  // corrected
  CHECK(network.name(actor(network, "cn.lanzhou"), "zh") == "兰州");
  CHECK(network.id(7) == "CN-ZJ");  // added, numbered after the others
  CHECK(network.country(7) == actor(network, "CN"));
  CHECK(network.name(7, "fr") == "Zhejiang (fr)");
  CHECK(network.name(0, "fr").empty());
}

TEST_CASE("a later layer adds agreements and completes or corrects those below it", "[dataset_reader][overlay]") {
  const Network network = overlaid();
  REQUIRE(network.agreement_count() == 5);
  const Agreement second = network.agreement(agreement(network, "a2"));
  CHECK(second.date == "2014-09-02");
  CHECK(iso_day(network.date(1)->earliest) == "2014-09-02");
  CHECK(second.until == "2016/..");
  CHECK(second.note == "told again");
  CHECK(type(network, "a2") == "memorandum");
  CHECK(status(network, "a2") == "ended");
  CHECK(type(network, "a5") == "contract");
  CHECK(members(network, "a5") == Texts{"BY-MI", "CN-ZJ"});
}

TEST_CASE("participants that a later layer lists replace the earlier set", "[dataset_reader][overlay]") {
  const Network network = overlaid();
  CHECK(members(network, "a3") == Texts{"CN-ZJ", "BY-HM"});
  CHECK(network.role(agreement(network, "a3"), 0).empty());
  CHECK(members(network, "a1") == Texts{"BY-HM", "CN-GS"});  // not listed: as it was
  CHECK(network.role(agreement(network, "a1"), 0) == "host");
  CHECK(agreements_of(network, "BY-MI") == Texts{"a5"});
  CHECK(agreements_of(network, "BY-HM") == Texts{"a1", "a3", "a4"});
}

TEST_CASE("a later layer adds evidence and completes sources", "[dataset_reader][overlay]") {
  const Network network = overlaid();
  CHECK(evidence(network, "a1") == Texts{"book/p. 12/stated", "news//inferred", "archive/f. 7/stated"});
  CHECK(evidence(network, "a5") == Texts{"book/p. 99/stated"});
  REQUIRE(network.sources().size() == 3);
  CHECK(network.sources()[0].author == "B. Author");
  CHECK(network.sources()[0].title == "A book, of ties");
  CHECK(network.sources()[2].id == "archive");
}

TEST_CASE("corrections mend cells of the layers below, with their rows of two and three keys",
          "[dataset_reader][overlay]") {
  const Network network = overlaid();
  CHECK(network.sources()[1].year == "2017");
  CHECK(network.actor(0).population == 9349645.0);
  CHECK_FALSE(network.agreement(agreement(network, "a3")).value_usd);  // an empty `new` clears a cell
  CHECK(members(network, "a2") == Texts{"CN", "BY"});                  // and takes a participant out
  CHECK(members(network, "a4") == Texts{"BY-HM", "cn.lanzhou"});
  CHECK(evidence(network, "a4") == Texts{"book/p. 40/inferred"});
  CHECK(evidence(network, "a3").empty());            // or a piece of evidence
  CHECK(network.agreement(0).date == "1997-04-16");  // of the first layer itself
}

TEST_CASE("what a network says of itself names all its layers", "[dataset_reader][overlay]") {
  const OpenedNetwork opened =
      open_network(std::array{test::data("small-dataset"), test::data("small-overlay")}, {}, {}, false);
  CHECK_THAT(opened.network.info().name, ContainsSubstring("small") && ContainsSubstring("more"));
  CHECK_THAT(opened.network.info().version, ContainsSubstring("1.2.3") && ContainsSubstring("0.1.0"));
  CHECK_THAT(opened.label, ContainsSubstring("small-dataset") && ContainsSubstring("small-overlay"));
}

TEST_CASE("references resolve over all layers", "[dataset_reader][overlay]") {
  Copy copy;
  copy.append("participants.csv", "a1,CN-ZJ,");
  CHECK(faults_of(copy).errors() == 1);
  CHECK(faults_of(std::array{DatasetFiles::folder(copy.folder()), DatasetFiles::folder(test::data("small-overlay"))})
            .errors() == 0);
}

TEST_CASE("a fault of a later layer names the file of that layer", "[dataset_reader][overlay]") {
  const Diagnostics faults = faults_under("id,name,kind,within\nnew,New,citty,BY\n");
  REQUIRE(faults.shown().size() == 1);
  check_fault(faults.shown()[0], "top/actors.csv", {"", 2, 9, "kind 'citty' is not known", "did you mean 'city'?"});
}

TEST_CASE("an actor that a later layer adds needs all its cells", "[dataset_reader][overlay]") {
  const Diagnostics faults = faults_under("id,name,kind,within\nnew,New,,BY\nBY,,,\n");
  REQUIRE(faults.shown().size() == 1);
  check_fault(faults.shown()[0], "top/actors.csv", {"", 2, 9, "'new' has no kind", "one of country"});
}

TEST_CASE("an id that stands twice in a later layer is refused there", "[dataset_reader][overlay]") {
  const Diagnostics faults = faults_under("id,name,kind,within\nBY,,,\nBY,Again,,\n");
  REQUIRE(faults.shown().size() == 1);
  check_fault(faults.shown()[0], "top/actors.csv", {"", 3, 1, "id 'BY' stands twice (first in line 2)", "rename"});
}

TEST_CASE("a circle that a later layer closes is found", "[dataset_reader][overlay]") {
  const Diagnostics faults = faults_under("id,name,kind,within\nBY,,,by.bsu\n");
  REQUIRE(faults.shown().size() == 1);
  CHECK_THAT(faults.shown()[0].what, ContainsSubstring("circle"));
}

TEST_CASE("a graph file cannot lie over a dataset", "[dataset_reader]") {
  const std::string file = test::data("cases/054-locale-decimal-point/input.csv");
  try {
    static_cast<void>(open_network(std::array{test::data("small-dataset"), file}, {}, {}, false));
    FAIL("it was read");
  } catch (const InputError& error) {
    CHECK(error.faults().shown().at(0).file == file);
    CHECK_THAT(error.faults().shown().at(0).what, ContainsSubstring("cannot lie over"));
  }
}

TEST_CASE("a correction whose old value is not there is refused", "[dataset_reader]") {
  Copy copy;
  copy.replace("corrections.csv", "1997-04-17", "1997-04-18");
  check_only(copy, {"corrections.csv", 2, 0, "holds '1997-04-17', not '1997-04-18'", "remove the correction"});
}

TEST_CASE("a correction that meets no cell is refused", "[dataset_reader]") {
  for (const std::string row : {"agreements,a9,date", "agreement,a1,date", "agreements,a1,dates", "actors,BY,id",
                                "participants,a1/CN,actor", "evidence,a1/book/p. 13,source"}) {
    check_row("corrections.csv", row + ",,2016,,",
              {"corrections.csv", 3, 0, "no cell fits this correction", "check table, id and column"});
  }
}

TEST_CASE("a cell cannot be corrected twice", "[dataset_reader]") {
  check_row("corrections.csv", "agreements,a1,date,1997-04-17,1997,,",
            {"corrections.csv", 3, 12, "corrected twice", "keep one"});
}

TEST_CASE("corrections need their five columns", "[dataset_reader]") {
  Copy copy;
  copy.write("corrections.csv", "table,id,column,new\nagreements,a1,date,2016\n");
  check_only(copy, {"corrections.csv", 1, 0, "column 'old' is missing", ""});
}

TEST_CASE("a corrected cell is checked as any other", "[dataset_reader]") {
  check_row("corrections.csv", "actors,BY-MI,kind,region,regoin,,",
            {"actors.csv", 5, 23, "kind 'regoin' is not known", "did you mean 'region'?"});
}

}  // namespace regionet::test::dataset_overlay_test

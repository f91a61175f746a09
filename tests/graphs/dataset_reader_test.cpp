// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/dataset_reader.hpp"

#include <filesystem>

#include "tests/support/catch.hpp"
#include "tests/support/data.hpp"
#include "tests/support/dataset_contents.hpp"
#include "tests/support/dataset_copy.hpp"

namespace regionet::test::dataset_reader_test {
namespace fs = std::filesystem;

TEST_CASE("a dataset tells about itself", "[dataset_reader]") {
  const OpenedNetwork opened = test::open_data("small-dataset");
  CHECK(opened.label == test::data("small-dataset"));
  CHECK(opened.faults.shown().empty());
  CHECK_FALSE(opened.network.plain());
  CHECK_FALSE(opened.network.directed());
  CHECK_FALSE(opened.network.two_mode());
  const NetworkInfo& info = opened.network.info();
  CHECK(info.name == "small");
  CHECK(info.title == "A small dataset for tests");
  CHECK(info.version == "1.2.3");
  CHECK(info.description == "Made up.");
  CHECK(info.licence == "CC0-1.0");
  CHECK(info.contributors == Texts{"A. Curator", "B. Curator"});
  CHECK(info.temporal_coverage == "1992/2019-03");
  CHECK(info.spatial_coverage == "Belarus; China");
  CHECK(info.countries == Texts{"BY", "CN"});
  CHECK(info.citation == "Curator, A.: Small.");
  CHECK(iso_day(opened.network.date_bounds().first) == "1992-01-01");
  CHECK(iso_day(opened.network.date_bounds().last) == "2019-03-31");
}

TEST_CASE("actors are read field by field", "[dataset_reader]") {
  const Network network = test::open_data("small-dataset").network;
  REQUIRE(network.actor_count() == 7);
  const Texts ids{"BY", "CN", "BY-HM", "BY-MI", "by.bsu", "CN-GS", "cn.lanzhou"};
  for (ActorId id = 0; id < 7; ++id) CHECK(network.id(id) == ids[id]);

  const Actor minsk = network.actor(2);
  CHECK(minsk.id == "BY-HM");
  CHECK(minsk.name == "Minsk");
  CHECK(minsk.kind == Kind::municipality);
  CHECK(minsk.scope == Scope::subnational);
  CHECK(minsk.within == 0);
  CHECK(minsk.iso == "BY-HM");
  CHECK(minsk.lat == 53.9);
  CHECK(minsk.lon == 27.56);
  CHECK(minsk.wikidata == "Q2280");
  CHECK(minsk.population == 2018281.0);
  CHECK(minsk.population_year == 2019.0);
  CHECK(minsk.aliases == "Minsk City");

  const Actor belarus = network.actor(0);
  CHECK(belarus.kind == Kind::country);
  CHECK(belarus.scope == Scope::national);
  CHECK(belarus.within == no_actor);
  CHECK(belarus.aliases == "Republic of Belarus;Byelorussia");

  const Actor university = network.actor(4);
  CHECK(university.name == "Belarusian State University, Minsk");
  CHECK(university.kind == Kind::university);
  CHECK(university.scope == Scope::subnational);  // an empty cell
  CHECK(university.within == 2);
  CHECK(university.iso.empty());
  CHECK(university.lat == -0.5);
  CHECK(university.lon == -179.75);
  CHECK_FALSE(university.population);
  CHECK_FALSE(network.actor(3).lat);
  CHECK(network.actor(6).aliases == "\"Golden City\"");
}

TEST_CASE("names are read in every language that has a column", "[dataset_reader]") {
  const Network network = test::open_data("small-dataset").network;
  CHECK(Texts(network.languages().begin(), network.languages().end()) == Texts{"be", "ru", "zh"});
  CHECK(network.name(2, "en") == "Minsk");
  CHECK(network.name(2, "be") == "Мінск");
  CHECK(network.name(2, "ru") == "Минск");
  CHECK(network.name(2, "zh") == "明斯克");
  CHECK(network.name(1, "be").empty());
  CHECK(network.name(2, "fr").empty());
}

TEST_CASE("the country comes from the places an actor lies within", "[dataset_reader]") {
  const Network network = test::open_data("small-dataset").network;
  for (const std::string_view id : {"BY", "BY-HM", "BY-MI", "by.bsu"}) CHECK(network.country(actor(network, id)) == 0);
  for (const std::string_view id : {"CN", "CN-GS", "cn.lanzhou"}) CHECK(network.country(actor(network, id)) == 1);

  Copy moved;  // the prefix of a code says nothing
  moved.replace("actors.csv", "city,,CN-GS", "city,,BY-MI");
  Diagnostics faults;
  const Network other = read_dataset(std::array{DatasetFiles::folder(moved.folder())}, faults);
  CHECK(other.country(actor(other, "cn.lanzhou")) == 0);
}

TEST_CASE("agreements are read field by field", "[dataset_reader]") {
  const Network network = test::open_data("small-dataset").network;
  REQUIRE(network.agreement_count() == 4);
  for (AgreementId at = 0; at < 4; ++at) CHECK(network.agreement_id(at) == "a" + std::to_string(at + 1));

  const Agreement first = network.agreement(0);
  CHECK(type(network, "a1") == "twinning");
  CHECK(status(network, "a1") == "signed");
  CHECK(first.date == "1997-04-16");  // as corrections.csv mends it
  CHECK(first.until.empty());
  CHECK_FALSE(first.value_usd);
  CHECK(first.note == "Friendship, \"for ever\"");
  REQUIRE(network.date(0) != nullptr);
  CHECK(iso_day(network.date(0)->earliest) == "1997-04-16");
  CHECK(network.until(0) == nullptr);

  CHECK(type(network, "a2") == "memorandum");
  CHECK(status(network, "a2") == "ended");
  CHECK(network.date_cell(1) == "2014?");
  CHECK(network.agreement(1).until == "2016/..");
  REQUIRE(network.until(1) != nullptr);
  CHECK(network.until(1)->end == DateEnd::open);

  const Agreement third = network.agreement(2);
  CHECK(third.date == "2016-21");
  CHECK(third.until == "/2020");
  CHECK(network.until(2)->start == DateEnd::unknown);
  CHECK(third.value_usd == 1500000.5);
  CHECK(third.note == "two\nlines");

  CHECK(network.date(3) == nullptr);  // undated
  CHECK(network.date_cell(3).empty());
  CHECK(network.agreement(3).value_usd == 0.0);  // nothing paid is not the same as not known
  CHECK_FALSE(network.find_agreement("a5"));
}

TEST_CASE("a dataset extends and words the lists of types and statuses", "[dataset_reader]") {
  const Network network = test::open_data("small-dataset").network;
  CHECK(type(network, "a4") == "sister_school");
  CHECK(status(network, "a4") == "paused");
  const Term& school = network.types()[network.type(3)];
  CHECK(school.title == "Sister school");
  CHECK(school.definition == "Two schools.");
  CHECK(school.group == "academic");
  CHECK(network.statuses()[network.status(3)].definition == "In force, but at rest.");
  CHECK(network.types().size() == standard_types().size() + 1);
  const Term& twinning = network.types()[network.type(0)];
  CHECK(twinning.definition == "As this dataset sees it.");
  CHECK(twinning.group == "friendship");
}

TEST_CASE("participants keep their order and roles, and are found from the actor", "[dataset_reader]") {
  const Network network = test::open_data("small-dataset").network;
  CHECK(members(network, "a1") == Texts{"BY-HM", "CN-GS"});
  CHECK(members(network, "a2") == Texts{"CN", "by.bsu", "BY"});
  CHECK(network.role(0, 0) == "host");
  CHECK(network.role(0, 1).empty());
  CHECK(network.role(1, 1) == "observer");
  CHECK(network.role(2, 0) == "investee");
  CHECK(network.role(2, 1) == "investor");
  CHECK(agreements_of(network, "by.bsu") == Texts{"a2", "a4"});
  CHECK(agreements_of(network, "cn.lanzhou") == Texts{"a3", "a4"});
  CHECK(agreements_of(network, "BY") == Texts{"a2"});
}

TEST_CASE("evidence, sources, claims and coverage are read field by field", "[dataset_reader]") {
  const Network network = test::open_data("small-dataset").network;
  CHECK(evidence(network, "a1") == Texts{"book/p. 12/stated", "news//inferred"});
  CHECK(evidence(network, "a2") == Texts{"book/ch2, n28/stated"});  // an empty certainty
  CHECK(evidence(network, "a3") == Texts{"news/item 3/disputed"});

  REQUIRE(network.sources().size() == 2);
  CHECK(cells(network.sources()[0]) == Texts{"book", "A book, of ties", "A. Author", "2020", "Publisher",
                                             "978-0-00-000000-0", "", "all rights reserved"});
  CHECK(cells(network.sources()[1]) ==
        Texts{"news", "News of the day", "", "2016", "", "", "https://example.org/a?b=1", "CC-BY-4.0"});

  REQUIRE(network.claims().size() == 2);
  CHECK(cells(network.claims()[0]) == Texts{"c1", "BY", "tied_regions", "2", "count", "2014/2015", "book", "p. 7"});
  CHECK(cells(network.claims()[1]) == Texts{"c2", "CN", "trade", "1,5", "", "", "news", ""});

  REQUIRE(network.coverage().size() == 4);
  CHECK(cells(network.coverage()[1]) == Texts{"book", "ch2", "a2;a4", ""});
  CHECK(cells(network.coverage()[2]) == Texts{"book", "p. 13", "", "opinion"});
  CHECK(network.coverage()[2].line == 4);
}

TEST_CASE("rows may come in any order", "[dataset_reader]") {
  Copy copy;
  copy.write("participants.csv",
             "role,actor,agreement\n,cn.lanzhou,a4\nhost,BY-HM,a1\n,CN,a2\ninvestee,BY-MI,a3\nobserver,by.bsu,a2\n"
             ",by.bsu,a4\n,CN-GS,a1\n,BY,a2\ninvestor,cn.lanzhou,a3\n");
  Diagnostics faults;
  const Network network = read_dataset(std::array{DatasetFiles::folder(copy.folder())}, faults);
  CHECK(faults.errors() == 0);
  CHECK(members(network, "a1") == Texts{"BY-HM", "CN-GS"});
  CHECK(members(network, "a2") == Texts{"CN", "by.bsu", "BY"});
  CHECK(members(network, "a4") == Texts{"cn.lanzhou", "by.bsu"});
  CHECK(network.role(agreement(network, "a2"), 1) == "observer");
  CHECK(network.role(agreement(network, "a3"), 1) == "investor");
}

TEST_CASE("claims, coverage and corrections may be left out", "[dataset_reader]") {
  Copy copy;
  for (const std::string table : {"claims", "coverage", "corrections"}) {
    copy.replace("datapackage.json", "{\"name\": \"" + table + "\"", "{\"name\": \"old-" + table + "\"");
    fs::remove(copy.path(table + ".csv"));
  }
  Diagnostics faults;
  const Network network = read_dataset(std::array{DatasetFiles::folder(copy.folder())}, faults);
  CHECK(faults.shown().empty());
  CHECK(network.claims().empty());
  CHECK(network.coverage().empty());
  CHECK(network.agreement(0).date == "1997-04-17");  // not corrected
}

TEST_CASE("tables saved by a spreadsheet are read", "[dataset_reader]") {
  Copy copy;
  copy.write("coverage.csv", "\xEF\xBB\xBFSource; Locator; Agreements; Reason\r\nbook;p. 12;\"a1;a2\";\r\n\r\n");
  Diagnostics faults;
  const Network network = read_dataset(std::array{DatasetFiles::folder(copy.folder())}, faults);
  CHECK(faults.errors() == 0);
  REQUIRE(network.coverage().size() == 1);
  CHECK(cells(network.coverage()[0]) == Texts{"book", "p. 12", "a1;a2", ""});
}

}  // namespace regionet::test::dataset_reader_test

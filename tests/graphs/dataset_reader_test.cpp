// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/dataset_reader.hpp"

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <locale>

#include "graphs/io/dataset_writer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/data.hpp"

using namespace regionet;

namespace {

namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in.good());
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A copy of tests/data/small-dataset in which files are changed; gone at the end of the test.
class Copy {
 public:
  Copy() {
    std::string pattern = (fs::temp_directory_path() / "regionet-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) FAIL("no temporary folder");
    root_ = pattern;
    fs::copy(test::data("small-dataset"), folder());
  }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;
  ~Copy() { fs::remove_all(root_); }

  [[nodiscard]] fs::path root() const { return root_; }
  [[nodiscard]] std::string folder() const { return (root_ / "set").string(); }
  [[nodiscard]] std::string path(const std::string& file) const { return folder() + "/" + file; }

  Copy& write(const std::string& file, std::string_view text) {
    std::ofstream(path(file), std::ios::binary) << text;
    return *this;
  }
  Copy& append(const std::string& file, const std::string& row) {
    return write(file, bytes_of(path(file)) + row + "\n");
  }
  Copy& replace(const std::string& file, std::string_view from, std::string_view to) {
    std::string text = bytes_of(path(file));
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    REQUIRE(text.find(from, at + 1) == std::string::npos);
    return write(file, text.replace(at, from.size(), to));
  }

 private:
  fs::path root_;
};

Diagnostics faults_of(std::span<const DatasetFiles> layers) {
  Diagnostics faults;
  try {
    static_cast<void>(read_dataset(layers, faults));
  } catch (const InputError& error) {
    faults.append(error.faults());
  }
  return faults;
}

Diagnostics faults_of(const Copy& copy) { return faults_of(std::array{DatasetFiles::folder(copy.folder())}); }

/// Words that a fault has to say, and its place.
struct Wanted {
  std::string file;
  std::uint64_t line = 0;
  std::uint64_t column = 0;
  std::string what;
  std::string help;  ///< a part of `expected` or of `mend`
};

void check_fault(const Diagnostic& fault, const std::string& file, const Wanted& wanted) {
  CHECK(fault.file == file);
  CHECK(fault.line == wanted.line);
  if (wanted.column != 0) CHECK(fault.column == wanted.column);
  CHECK_THAT(fault.what, ContainsSubstring(wanted.what));
  CHECK_THAT(fault.expected + " | " + fault.mend, ContainsSubstring(wanted.help));
}

/// The copy has this one fault and no other.
void check_only(const Copy& copy, const Wanted& wanted) {
  const Diagnostics faults = faults_of(copy);
  for (const Diagnostic& fault : faults.shown()) UNSCOPED_INFO(to_string(fault));
  CHECK(faults.errors() == 1);
  REQUIRE(faults.shown().size() == 1);
  check_fault(faults.shown()[0], copy.path(wanted.file), wanted);
}

constexpr std::string_view minsk_region = "BY-MI,Minsk Region,,,,region,,BY,BY-MI,,,,,,Minsk";
constexpr std::string_view second_agreement = "a2,memorandum,ended,2014?,2016/..,,";

// Columns of `minsk_region`, counted from 1: name 7, kind 23, scope 30, within 31, iso 34, lat 40, lon 41,
// population 43, population_year 44. Columns of `second_agreement`: type 4, status 15, date 21, until 27,
// value_usd 35.

void check_region(std::string_view row, std::uint64_t column, const std::string& what, const std::string& help) {
  Copy copy;
  copy.replace("actors.csv", minsk_region, row);
  check_only(copy, {"actors.csv", 5, column, what, help});
}

void check_agreement(std::string_view row, std::uint64_t column, const std::string& what, const std::string& help) {
  Copy copy;
  copy.replace("agreements.csv", second_agreement, row);
  check_only(copy, {"agreements.csv", 3, column, what, help});
}

/// One more row at the end of a table has the fault.
void check_row(const std::string& file, const std::string& row, const Wanted& wanted) {
  Copy copy;
  copy.append(file, row);
  check_only(copy, wanted);
}

/// The faults of a changed datapackage.json.
void check_package(std::string_view from, std::string_view to, const std::string& what, const std::string& help) {
  Copy copy;
  copy.replace("datapackage.json", from, to);
  check_only(copy, {"datapackage.json", 0, 0, what, help});
}

Network overlaid() {
  return open_network(std::array{test::data("small-dataset"), test::data("small-overlay")}, {}, {}, false).network;
}

AgreementId agreement(const Network& network, std::string_view id) {
  const auto found = network.find_agreement(id);
  REQUIRE(found);
  return *found;
}

ActorId actor(const Network& network, std::string_view id) {
  const auto found = network.find_actor(id);
  REQUIRE(found);
  return *found;
}

Texts members(const Network& network, std::string_view id) {
  Texts out;
  for (const ActorId member : network.participants(agreement(network, id))) out.emplace_back(network.id(member));
  return out;
}

Texts agreements_of(const Network& network, std::string_view id) {
  Texts out;
  for (const AgreementId at : network.agreements_of(actor(network, id))) out.push_back(network.agreement_id(at));
  return out;
}

/// `source/locator/certainty` of each piece of evidence.
Texts evidence(const Network& network, std::string_view id) {
  Texts out;
  for (const Evidence& row : network.evidence(agreement(network, id))) {
    out.push_back(network.sources()[row.source].id + "/" + std::string(network.text(row.locator)) + "/" +
                  std::string(to_string(row.certainty)));
  }
  return out;
}

Texts cells(const Source& s) { return {s.id, s.title, s.author, s.year, s.publisher, s.isbn, s.url, s.licence}; }
Texts cells(const Claim& c) { return {c.id, c.subject, c.measure, c.value, c.unit, c.date, c.source, c.locator}; }
Texts cells(const Coverage& c) { return {c.source, c.locator, c.agreements, c.reason}; }

std::string type(const Network& network, std::string_view id) {
  return network.types()[network.type(agreement(network, id))].id;
}
std::string status(const Network& network, std::string_view id) {
  return network.statuses()[network.status(agreement(network, id))].id;
}

void check_equal(const Network& a, const Network& b) {
  const NetworkInfo &x = a.info(), &y = b.info();
  CHECK(Texts{x.name, x.title, x.version, x.licence, x.description, x.temporal_coverage, x.spatial_coverage,
              x.citation} == Texts{y.name, y.title, y.version, y.licence, y.description, y.temporal_coverage,
                                   y.spatial_coverage, y.citation});
  CHECK(x.contributors == y.contributors);
  CHECK(x.countries == y.countries);
  CHECK(a.date_bounds() == b.date_bounds());

  REQUIRE(a.actor_count() == b.actor_count());
  CHECK(Texts(a.languages().begin(), a.languages().end()) == Texts(b.languages().begin(), b.languages().end()));
  for (ActorId id = 0; id < a.actor_count(); ++id) {
    const Actor u = a.actor(id), v = b.actor(id);
    INFO(u.id);
    CHECK(std::tie(u.id, u.name, u.kind, u.scope, u.within, u.iso, u.wikidata, u.aliases) ==
          std::tie(v.id, v.name, v.kind, v.scope, v.within, v.iso, v.wikidata, v.aliases));
    CHECK(std::tie(u.lat, u.lon, u.population, u.population_year) ==
          std::tie(v.lat, v.lon, v.population, v.population_year));
    CHECK(a.country(id) == b.country(id));
    for (const std::string& language : a.languages()) CHECK(a.name(id, language) == b.name(id, language));
  }

  REQUIRE(a.agreement_count() == b.agreement_count());
  for (AgreementId at = 0; at < a.agreement_count(); ++at) {
    const Agreement u = a.agreement(at), v = b.agreement(at);
    INFO(u.id);
    CHECK(std::tie(u.id, u.date, u.until, u.value_usd, u.note) == std::tie(v.id, v.date, v.until, v.value_usd, v.note));
    CHECK(type(a, u.id) == type(b, v.id));
    CHECK(status(a, u.id) == status(b, v.id));
    CHECK(members(a, u.id) == members(b, v.id));
    CHECK(evidence(a, u.id) == evidence(b, v.id));
    for (std::size_t i = 0; i < a.participants(at).size(); ++i) CHECK(a.role(at, i) == b.role(at, i));
  }

  REQUIRE(a.sources().size() == b.sources().size());
  for (std::size_t i = 0; i < a.sources().size(); ++i) CHECK(cells(a.sources()[i]) == cells(b.sources()[i]));
  REQUIRE(a.claims().size() == b.claims().size());
  for (std::size_t i = 0; i < a.claims().size(); ++i) CHECK(cells(a.claims()[i]) == cells(b.claims()[i]));
  REQUIRE(a.coverage().size() == b.coverage().size());
  for (std::size_t i = 0; i < a.coverage().size(); ++i) CHECK(cells(a.coverage()[i]) == cells(b.coverage()[i]));

  REQUIRE(a.types().size() == b.types().size());
  for (const std::string_view id : a.types().ids()) {
    const Term &u = a.types()[a.types().find(id).value()], &v = b.types()[b.types().find(id).value()];
    CHECK(Texts{u.title, u.definition, u.group} == Texts{v.title, v.definition, v.group});
  }
  REQUIRE(a.statuses().size() == b.statuses().size());
  for (const std::string_view id : a.statuses().ids()) {
    CHECK(a.statuses()[a.statuses().find(id).value()].definition ==
          b.statuses()[b.statuses().find(id).value()].definition);
  }
}

/// The network written and read again.
Network again(const Network& network) {
  const std::vector<WrittenFile> files = write_dataset(network);
  std::vector<EmbeddedFile> views;
  for (const WrittenFile& file : files) views.push_back({file.name, file.bytes});
  Diagnostics faults;
  Network read = read_dataset(std::array{DatasetFiles::embedded("again", views)}, faults);
  for (const Diagnostic& fault : faults.shown()) UNSCOPED_INFO(to_string(fault));
  CHECK(faults.shown().empty());
  return read;
}

/// A locale that writes decimal commas and groups thousands, whatever is installed.
struct Commas : std::numpunct<char> {
  [[nodiscard]] char do_decimal_point() const override { return ','; }
  [[nodiscard]] char do_thousands_sep() const override { return ' '; }
  [[nodiscard]] std::string do_grouping() const override { return "\3"; }
};

constexpr std::string_view top_package = R"({"name": "top", "resources": [{"name": "actors", "path": "actors.csv"}]})";

/// Faults of small-dataset under a layer `top` that holds a table of actors.
Diagnostics faults_under(const std::string& actors) {
  const std::array files{EmbeddedFile{"datapackage.json", top_package}, EmbeddedFile{"actors.csv", actors}};
  return faults_of(std::array{DatasetFiles::folder(test::data("small-dataset")), DatasetFiles::embedded("top", files)});
}

}  // namespace

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

TEST_CASE("a dataset that is written and read again is equal", "[dataset_reader][dataset_writer]") {
  for (const Network& network : {test::open_data("small-dataset").network, overlaid()}) {
    const Network copy = again(network);
    check_equal(network, copy);
    const auto first = write_dataset(network);
    const auto second = write_dataset(copy);
    REQUIRE(first.size() == second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
      CHECK(first[i].name == second[i].name);
      CHECK(first[i].bytes == second[i].bytes);
    }
  }
}

TEST_CASE("numbers are written with points in any locale", "[dataset_writer][case]") {
  const Network network = test::open_data("small-dataset").network;
  const std::vector<WrittenFile> before = write_dataset(network);
  const std::locale classic = std::locale::global(std::locale(std::locale::classic(), new Commas));
  for (const char* name : {"ru_RU.UTF-8", "de_DE.UTF-8"}) {
    if (std::setlocale(LC_NUMERIC, name) != nullptr) break;
  }
  const std::vector<WrittenFile> after = write_dataset(network);
  std::locale::global(classic);
  std::setlocale(LC_NUMERIC, "C");
  REQUIRE(before.size() == after.size());
  for (std::size_t i = 0; i < before.size(); ++i) CHECK(before[i].bytes == after[i].bytes);
  CHECK_THAT(after[0].bytes, ContainsSubstring(",53.9,27.56,Q2280,2018281,2019,"));
  CHECK_THAT(after[1].bytes, ContainsSubstring(",1500000.5,"));
}

TEST_CASE("a plain network has no tables to write", "[dataset_writer]") {
  const Network plain = test::open_data("cases/054-locale-decimal-point/input.csv").network;
  CHECK_THROWS_AS(write_dataset(plain), std::invalid_argument);
}

TEST_CASE("the copy that the tests break is whole before", "[dataset_reader]") {
  CHECK(faults_of(Copy()).shown().empty());
}

TEST_CASE("a folder without datapackage.json is no dataset", "[dataset_reader]") {
  Copy copy;
  fs::remove(copy.path("datapackage.json"));
  try {
    static_cast<void>(open_network(std::array{copy.folder()}, {}, {}, false));
    FAIL("it was read");
  } catch (const FileError& error) {
    CHECK_THAT(error.what(), ContainsSubstring(copy.folder()) && ContainsSubstring("no datapackage.json"));
  }
}

TEST_CASE("a datapackage.json that is no JSON is refused with its line", "[dataset_reader]") {
  Copy copy;
  copy.write("datapackage.json", "{\n  \"name\": \"x\",\n  oops\n}\n");
  check_only(copy, {"datapackage.json", 3, 0, "no JSON", "brackets, commas and quotes"});
  copy.write("datapackage.json", "");
  CHECK(faults_of(copy).errors() == 1);
  copy.write("datapackage.json", "[1, 2]");
  check_only(copy, {"datapackage.json", 0, 0, "no object", "an object"});
}

TEST_CASE("faults of what a dataset says of itself are refused", "[dataset_reader]") {
  check_package("\"name\": \"small\",", "", "'name' is missing", "the name of the dataset");
  check_package("\"name\": \"small\",", "\"name\": 7,", "'name' is no text", "a string");
  check_package("1992/2019-03", "1992/2019-13", "there is no month 13", "EDTF");
  check_package("1992/2019-03", "1992/..", "'temporalCoverage' is open", "both ends");
  check_package("[\"BY\", \"CN\"]", "[\"BY\", 7]", "'countries'", "codes");
  check_package("[\"BY\", \"CN\"]", "\"BY\"", "'countries' is no list", "a list");
  check_package("{\"paused\": \"In force, but at rest.\"}", "[\"paused\"]", "'statuses' is no object",
                "object of terms");
  check_package("{\"name\": \"claims\", \"path\": \"claims.csv\"}", "{\"name\": \"claims\"}", "without name or path",
                "both");
}

TEST_CASE("a path that leads out of the folder is refused", "[dataset_reader]") {
  for (const std::string path : {"../claims.csv", "tables/../../claims.csv", "/etc/hostname", ".."}) {
    check_package("claims.csv", path, "the path '" + path + "' leads out of the dataset's folder", "into the folder");
  }
}

TEST_CASE("a path with two points is refused even where it comes back", "[dataset_reader]") {
  Copy copy;
  fs::create_directory(copy.path("tables"));
  copy.replace("datapackage.json", "claims.csv", "tables/../claims.csv");
  check_only(copy, {"datapackage.json", 0, 0, "'tables/../claims.csv'", "without .."});
}

TEST_CASE("a link that leads out of the folder is refused, one inside is followed", "[dataset_reader]") {
  Copy copy;
  fs::rename(copy.path("claims.csv"), copy.root() / "outside.csv");
  fs::create_symlink("../outside.csv", copy.path("claims.csv"));
  check_only(copy, {"datapackage.json", 0, 0, "'claims.csv' leads out of the dataset's folder", "links"});

  Copy inside;
  fs::rename(inside.path("claims.csv"), inside.path("real.csv"));
  fs::create_symlink("real.csv", inside.path("claims.csv"));
  CHECK(faults_of(inside).errors() == 0);
}

TEST_CASE("a linked folder inside a path cannot lead out either", "[dataset_reader]") {
  Copy copy;
  fs::create_directory(copy.root() / "elsewhere");
  fs::rename(copy.path("claims.csv"), copy.root() / "elsewhere" / "claims.csv");
  fs::create_directory_symlink(copy.root() / "elsewhere", copy.path("tables"));
  copy.replace("datapackage.json", "\"path\": \"claims.csv\"", "\"path\": \"tables/claims.csv\"");
  check_only(copy, {"datapackage.json", 0, 0, "'tables/claims.csv' leads out", "links"});
}

TEST_CASE("a dataset may be reached by a link and keep tables in a folder", "[dataset_reader]") {
  Copy copy;
  fs::create_directory(copy.path("tables"));
  fs::rename(copy.path("claims.csv"), copy.path("tables/claims.csv"));
  copy.replace("datapackage.json", "\"path\": \"claims.csv\"", "\"path\": \"tables/claims.csv\"");
  fs::create_directory_symlink(copy.folder(), copy.root() / "link");
  CHECK(faults_of(std::array{DatasetFiles::folder((copy.root() / "link").string() + "/")}).errors() == 0);
}

TEST_CASE("a table that is needed and not listed is refused", "[dataset_reader]") {
  for (const std::string table : {"actors", "agreements", "participants", "sources"}) {
    INFO(table);
    Copy copy;
    copy.replace("datapackage.json", "{\"name\": \"" + table + "\", \"path\": \"" + table + ".csv\"}",
                 "{\"name\": \"old-" + table + "\", \"path\": \"" + table + ".csv\"}");
    const Diagnostics faults = faults_of(copy);
    const auto found = std::ranges::find(faults.shown(), "no resource '" + table + "'", &Diagnostic::what);
    REQUIRE(found != faults.shown().end());
    CHECK(found->file == copy.path("datapackage.json"));
    CHECK_THAT(found->mend, ContainsSubstring("list the table under resources"));
  }
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

TEST_CASE("a table that is listed and not there cannot be read", "[dataset_reader]") {
  Copy copy;
  fs::remove(copy.path("agreements.csv"));
  try {
    static_cast<void>(faults_of(copy));
    FAIL("it was read");
  } catch (const FileError& error) {
    CHECK_THAT(error.what(), ContainsSubstring(copy.path("agreements.csv")));
  }
}

TEST_CASE("an empty table is refused", "[dataset_reader]") {
  Copy copy;
  copy.write("evidence.csv", "");
  check_only(copy, {"evidence.csv", 0, 0, "the file is empty", "header"});
}

TEST_CASE("a missing column is refused and the columns are listed", "[dataset_reader]") {
  Copy copy;
  copy.write("claims.csv", "id,subject,value\nc1,BY,2\n");
  check_only(copy, {"claims.csv", 1, 0, "column 'measure' is missing", "id, subject, measure, value"});

  Copy actors;
  actors.replace("actors.csv", ",within,", ",inside,");
  const Diagnostics faults = faults_of(actors);
  const auto found = std::ranges::find(faults.shown(), "column 'within' is missing", &Diagnostic::what);
  REQUIRE(found != faults.shown().end());
  CHECK(found->file == actors.path("actors.csv"));
}

TEST_CASE("an unknown column is told and not read", "[dataset_reader]") {
  Copy copy;
  copy.replace("agreements.csv", "value_usd,note", "value_usd,remark");
  const Diagnostics faults = faults_of(copy);
  CHECK(faults.errors() == 0);
  CHECK(faults.warnings() == 1);
  REQUIRE(faults.shown().size() == 1);
  CHECK(faults.shown()[0].severity == Severity::warning);
  check_fault(faults.shown()[0], copy.path("agreements.csv"), {"", 1, 0, "column 'remark' is not known", ""});
}

TEST_CASE("an id that stands twice is refused", "[dataset_reader]") {
  check_row("actors.csv", "BY,Again,,,,city,,,,,,,,,",
            {"actors.csv", 9, 1, "id 'BY' stands twice (first in line 2)", "rename"});
  check_row("agreements.csv", "a1,other,signed,,,,",
            {"agreements.csv", 7, 1, "id 'a1' stands twice (first in line 2)", "rename"});
  check_row("sources.csv", "book,Again,,,,,,", {"sources.csv", 4, 1, "id 'book' stands twice", "rename"});
}

TEST_CASE("an id of other signs than letters, digits, point, underscore and hyphen is refused", "[dataset_reader]") {
  for (const std::string id : {"a b", "a/b", "a;b", "\xC3\x84", "=1", ""}) {
    check_row("actors.csv", id + ",Name,,,,city,,BY,,,,,,,",
              {"actors.csv", 9, 1, "'" + id + "' is no id", "letters, digits"});
  }
  check_row("agreements.csv", "a 9,other,signed,,,,", {"agreements.csv", 7, 1, "'a 9' is no id", "letters, digits"});
  check_row("sources.csv", "b/1,Title,,,,,,", {"sources.csv", 4, 1, "'b/1' is no id", "letters, digits"});
  check_row("claims.csv", "c 3,BY,m,1,,,,", {"claims.csv", 4, 1, "'c 3' is no id", "letters, digits"});
}

TEST_CASE("a word that is not on the list is refused with the nearest one", "[dataset_reader]") {
  check_region("BY-MI,Minsk Region,,,,regoin,,BY,BY-MI,,,,,,Minsk", 23, "kind 'regoin' is not known",
               "did you mean 'region'?");
  check_region("BY-MI,Minsk Region,,,,region,nationl,BY,BY-MI,,,,,,Minsk", 30, "scope 'nationl' is not known",
               "did you mean 'national'?");
  check_region("BY-MI,Minsk Region,,,,Region,,BY,BY-MI,,,,,,Minsk", 23, "kind 'Region' is not known",
               "did you mean 'region'?");
  check_agreement("a2,memorandun,ended,2014?,2016/..,,", 4, "type 'memorandun' is not known",
                  "did you mean 'memorandum'?");
  check_agreement("a2,memorandum,endet,2014?,2016/..,,", 15, "status 'endet' is not known", "did you mean 'ended'?");
  check_agreement("a2,sister_schol,ended,2014?,2016/..,,", 4, "type 'sister_schol' is not known",
                  "did you mean 'sister_school'?");
  check_row("evidence.csv", "a1,news,p. 2,statd",
            {"evidence.csv", 7, 14, "certainty 'statd' is not known", "did you mean 'stated'?"});
}

TEST_CASE("a word that is near to none is refused with the whole list", "[dataset_reader]") {
  check_region(
      "BY-MI,Minsk Region,,,,xxxxxxxxx,,BY,BY-MI,,,,,,Minsk", 23, "kind 'xxxxxxxxx' is not known",
      "one of country, region, municipality, city, district, university, institute, company, agency, hospital, "
      "park, media, chamber, ministry, other");
}

TEST_CASE("a cell that is needed and empty is refused", "[dataset_reader]") {
  check_region("BY-MI,,,,,region,,BY,BY-MI,,,,,,Minsk", 7, "actor 'BY-MI' has no name", "English name");
  check_region("BY-MI,Minsk Region,,,,,,BY,BY-MI,,,,,,Minsk", 23, "actor 'BY-MI' has no kind", "one of country");
  check_agreement("a2,,ended,2014?,2016/..,,", 4, "agreement 'a2' has no type", "");
  check_agreement("a2,memorandum,,2014?,2016/..,,", 15, "agreement 'a2' has no status", "");
}

TEST_CASE("an impossible date is refused", "[dataset_reader]") {
  check_agreement("a2,memorandum,ended,2014-02-30,2016/..,,", 21, "2014-02 has no day 30", "mend the day");
  check_agreement("a2,memorandum,ended,2014?,2016-13,,", 27, "no month 13", "01 to 12");
  check_agreement("a2,memorandum,ended,02.09.2014,,,", 21, "'02.09.2014' is not a date", "YYYY-MM-DD");
  check_row("claims.csv", "c3,BY,m,1,,2016-02-30,,", {"claims.csv", 4, 12, "2016-02 has no day 30", "mend the day"});
}

TEST_CASE("an agreement cannot end before its date", "[dataset_reader]") {
  check_agreement("a2,memorandum,ended,2014?,2013,,", 27, "ends before its date", "");
  check_agreement("a2,memorandum,ended,2014-05,../2014-04,,", 29, "ends before its date", "");
  Copy copy;  // bounds that meet leave it possible
  copy.replace("agreements.csv", second_agreement, "a2,memorandum,ended,2014-05-03,2014-05,,");
  CHECK(faults_of(copy).errors() == 0);
}

TEST_CASE("a number out of its range is refused", "[dataset_reader]") {
  check_region("BY-MI,Minsk Region,,,,region,,BY,BY-MI,90.5,,,,,Minsk", 40, "90.5 is out of range", "-90 to 90");
  check_region("BY-MI,Minsk Region,,,,region,,BY,BY-MI,-91,,,,,Minsk", 40, "-91 is out of range", "-90 to 90");
  check_region("BY-MI,Minsk Region,,,,region,,BY,BY-MI,,180.5,,,,Minsk", 41, "180.5 is out of range", "-180 to 180");
  check_region("BY-MI,Minsk Region,,,,region,,BY,BY-MI,,,,-1,,Minsk", 43, "-1 is out of range", "0 to");
  check_agreement("a2,memorandum,ended,2014?,2016/..,-5,", 35, "'-5' is no amount", "from 0");
  Copy copy;
  copy.replace("actors.csv", minsk_region, "BY-MI,Minsk Region,,,,region,,BY,BY-MI,-90,180,,0,,Minsk");
  CHECK(faults_of(copy).errors() == 0);
}

TEST_CASE("a number with a comma or a unit is refused with the mend", "[dataset_reader]") {
  check_region("BY-MI,Minsk Region,,,,region,,BY,BY-MI,\"1,5\",,,,,Minsk", 40, "'1,5' is no number",
               "a point, not a comma");
  check_region("BY-MI,Minsk Region,,,,region,,BY,BY-MI,,,,1 234,,Minsk", 43, "'1 234' is no number",
               "remove the blanks");
  check_region("BY-MI,Minsk Region,,,,region,,BY,BY-MI,nan,,,,,Minsk", 40, "'nan' is no number", "digits with a point");
  check_agreement("a2,memorandum,ended,2014?,2016/..,\"1,5\",", 35, "'1,5' is no amount", "a point, not a comma");
  check_agreement("a2,memorandum,ended,2014?,2016/..,3abc,", 35, "'3abc' is no amount", "digits with a point");
}

TEST_CASE("a code that ISO 3166 does not have is refused", "[dataset_reader]") {
  check_region("BY-MI,Minsk Region,,,,region,,BY,BY.MI,,,,,,Minsk", 34, "'BY.MI' is no code of ISO 3166",
               "BY or CN-GS");
}

TEST_CASE("a place that is not there is refused", "[dataset_reader]") {
  check_region("BY-MI,Minsk Region,,,,region,,BZ,BY-MI,,,,,,Minsk", 0, "within 'BZ': there is no such actor",
               "add the place");
}

TEST_CASE("places that lie in a circle are refused", "[dataset_reader]") {
  Copy copy;
  copy.replace("actors.csv", "subnational,BY,BY-HM", "subnational,by.bsu,BY-HM");
  check_only(copy, {"actors.csv", 4, 0, "BY-HM within by.bsu within BY-HM", "each chain ends at a country"});
  Copy alone;
  alone.replace("actors.csv", "subnational,CN,CN-GS", "subnational,CN-GS,CN-GS");
  check_only(alone, {"actors.csv", 7, 0, "CN-GS within CN-GS", "each chain ends at a country"});
}

TEST_CASE("an agreement of fewer than two actors is refused", "[dataset_reader]") {
  Copy copy;
  copy.replace("participants.csv", "a3,BY-MI,investee\n", "");
  check_only(copy, {"agreements.csv", 4, 0, "agreement 'a3' has 1 participant", "at least two"});
  check_row("agreements.csv", "a9,other,signed,,,,",
            {"agreements.csv", 7, 0, "agreement 'a9' has 0 participants", "at least two"});
}

TEST_CASE("an actor that stands twice in an agreement is refused", "[dataset_reader]") {
  check_row("participants.csv", "a1,CN-GS,",
            {"participants.csv", 11, 0, "actor 'CN-GS' stands twice in agreement 'a1'", "keep one"});
  // The second row does not count as the second actor.
  Copy copy;
  copy.replace("participants.csv", "a1,CN-GS,\n", "a1,BY-HM,\n");
  CHECK(faults_of(copy).errors() == 2);
}

TEST_CASE("ids that are not in their table are refused", "[dataset_reader]") {
  check_row("participants.csv", "a1,nobody,",
            {"participants.csv", 11, 4, "actor 'nobody' is not in actors.csv", "add the actor"});
  check_row("participants.csv", "a9,BY,", {"participants.csv", 11, 1, "agreement 'a9' is not in agreements.csv", ""});
  check_row("evidence.csv", "a1,tale,p. 1,", {"evidence.csv", 7, 4, "source 'tale' is not in sources.csv", ""});
  check_row("evidence.csv", "a9,book,p. 1,", {"evidence.csv", 7, 1, "agreement 'a9' is not in agreements.csv", ""});
  check_row("claims.csv", "c3,BY,m,1,,,tale,", {"claims.csv", 4, 13, "source 'tale' is not in sources.csv", ""});
  check_row("coverage.csv", "tale,p. 1,,opinion", {"coverage.csv", 6, 1, "source 'tale' is not in sources.csv", ""});
}

TEST_CASE("evidence that is told twice is refused", "[dataset_reader]") {
  check_row("evidence.csv", "a1,book,p. 12,inferred",
            {"evidence.csv", 7, 0, "agreement 'a1' has this source and locator already", "keep one"});
  Copy copy;  // another passage of the same source is more evidence
  copy.append("evidence.csv", "a1,book,p. 13,");
  CHECK(faults_of(copy).errors() == 0);
}

TEST_CASE("a passage needs agreements or a reason", "[dataset_reader]") {
  check_row("coverage.csv", "book,p. 14,,", {"coverage.csv", 6, 13, "neither agreements nor a reason", "one of them"});
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

TEST_CASE("a table that is not UTF-8 is refused with its line", "[dataset_reader]") {
  Copy copy;
  copy.append("sources.csv", "tale,\xCC\xE8\xED,,,,,,");
  check_only(copy, {"sources.csv", 4, 0, "not valid UTF-8", "--encoding"});
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

TEST_CASE("all faults are counted and 100 are shown", "[dataset_reader]") {
  Copy copy;
  std::string rows;
  for (int i = 0; i < 150; ++i) rows += (i == 0 ? "a1,nobody" : "\na1,nobody") + std::to_string(i) + ",";
  copy.append("participants.csv", rows);
  const Diagnostics faults = faults_of(copy);
  CHECK(faults.errors() == 150);
  REQUIRE(faults.shown().size() == 100);
  CHECK(faults.shown().front().line == 11);
  CHECK(faults.shown().back().line == 110);
  try {
    static_cast<void>(open_network(std::array{copy.folder()}, {}, {}, false));
    FAIL("it was read");
  } catch (const InputError& error) {
    CHECK(error.faults().errors() == 150);
    CHECK(error.faults().shown().size() == 100);
  }
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

TEST_CASE("digests agree with those of FIPS 180", "[dataset_files]") {
  CHECK(sha256({}) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  constexpr std::array<std::string_view, 2> parts{"a", "bc"};
  CHECK(sha256(parts) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("the digest of a dataset changes with any byte of its tables", "[dataset_files]") {
  const auto digest = [](const Copy& copy) { return open_network(std::array{copy.folder()}, {}, {}, true).digest; };
  Copy copy;
  const std::string before = digest(copy);
  CHECK(before.size() == 64);
  CHECK(before == digest(Copy()));
  copy.replace("sources.csv", "News of the day", "News of the Day");
  CHECK(digest(copy) != before);
}

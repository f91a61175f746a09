// SPDX-License-Identifier: Apache-2.0
// Claims of a source counted on a dataset of six agreements, worked out by hand beside each case.
#include "engine/measures/claims.hpp"

#include <array>
#include <map>

#include "engine/report/reports.hpp"
#include "engine/report/write.hpp"
#include "graphs/io/dataset_reader.hpp"
#include "graphs/io/dataset_writer.hpp"
#include "tests/support/catch.hpp"

namespace regionet::test::claims_test {
namespace {

constexpr std::string_view actors =
    "id,name,kind,within\n"
    "BY,Belarus,country,\n"
    "CN,China,country,\n"
    "BY-BR,Brest Region,region,BY\n"
    "by.uni,Brest University,university,BY-BR\n"
    "by.firm,Brest Firm,company,BY-BR\n"
    "CN-GS,Gansu,region,CN\n"
    "cn.uni,Lanzhou University,university,CN-GS\n"
    "cn.firm,Lanzhou Firm,company,CN-GS\n";
constexpr std::string_view agreements =
    "id,type,status,date\n"
    "e1,education,signed,2014\n"
    "e2,education,signed,2016\n"
    "e3,twinning,signed,2015\n"
    "e4,contract,planned,2015\n"
    "e5,contract,signed,\n"
    "e6,contract,signed,2015-12/2016-01\n";
constexpr std::string_view participants =
    "agreement,actor,role\n"
    "e1,by.uni,\ne1,cn.uni,\n"
    "e2,by.uni,\ne2,CN-GS,\n"
    "e3,BY-BR,\ne3,CN-GS,\n"
    "e4,by.firm,\ne4,cn.firm,\n"
    "e5,by.firm,\ne5,cn.firm,\n"
    "e6,by.firm,\ne6,cn.uni,\n";
constexpr std::string_view claims =
    "id,subject,measure,value,unit,date,source,locator\n"
    "until,BY,university_agreements,10,count,2015,book,p. 1\n"
    "during,BY-BR,contracts,4,count,2015,book,p. 1\n"
    "always,BY,contracts_ever,4,count,,book,p. 1\n"
    "places,BY,tied_places,2,count,2016,book,p. 1\n"
    "partners,by.uni,partners,5,count,2016,book,p. 1\n"
    "unknown,CN,trade,1000,USD,2015,book,p. 2\n";
constexpr std::string_view measures = R"("claimMeasures": {
  "university_agreements": {"title": "agreements of universities", "bound": "min", "kinds": ["university"]},
  "contracts": {"time": "during", "types": ["business"]},
  "contracts_ever": {"types": ["contract"]},
  "tied_places": {"count": "actors", "kinds": ["region", "city"]},
  "partners": {"count": "partners", "bound": "max"}})";

std::string package(std::string_view more) {
  std::string out = R"({"name": "six", "version": "1.0.0", "temporalCoverage": "2010/2020",)";
  out += more;
  return out + R"(, "resources": [
    {"name": "actors", "path": "actors.csv"}, {"name": "agreements", "path": "agreements.csv"},
    {"name": "participants", "path": "participants.csv"}, {"name": "sources", "path": "sources.csv"},
    {"name": "claims", "path": "claims.csv"}]})";
}

Network read(std::string_view json) {
  const std::array files{EmbeddedFile{"actors.csv", actors},
                         EmbeddedFile{"agreements.csv", agreements},
                         EmbeddedFile{"participants.csv", participants},
                         EmbeddedFile{"sources.csv", "id,title\nbook,A Book\n"},
                         EmbeddedFile{"claims.csv", claims},
                         EmbeddedFile{"datapackage.json", json}};
  Diagnostics faults;
  Network network = read_dataset(std::array{DatasetFiles::embedded("six", files)}, faults);
  REQUIRE(faults.errors() == 0);
  return network;
}

std::map<std::string, std::optional<std::uint64_t>> named(const Network& network, const ViewOptions& options = {}) {
  std::map<std::string, std::optional<std::uint64_t>> out;
  for (const CountedClaim& counted : count_claims(View(network, options))) {
    out[counted.claim->id] = counted.named;
  }
  return out;
}

void check_refused(std::string_view more, const std::string& what, const std::string& expected) {
  try {
    read(package(more));
    FAIL("not refused");
  } catch (const InputError& fault) {
    CHECK_THAT(fault.faults().shown()[0].what, ContainsSubstring(what));
    CHECK_THAT(fault.faults().shown()[0].expected, ContainsSubstring(expected));
  }
}

}  // namespace

TEST_CASE("claims are counted as the dataset declares", "[claims]") {
  const Network network = read(package(measures));
  auto found = named(network);
  CHECK(found["until"] == 2);     // e1, and e6 (its date may lie in 2015); e2 is of 2016
  CHECK(found["during"] == 1);    // e6; e4 is planned, e5 undated
  CHECK(found["always"] == 2);    // e5, e6
  CHECK(found["places"] == 1);    // BY-BR by e3
  CHECK(found["partners"] == 2);  // cn.uni by e1, CN-GS by e2
  CHECK(!found["unknown"]);
}

TEST_CASE("the statuses of the view are those that claims count", "[claims]") {
  const Network network = read(package(measures));
  CHECK(named(network, {.statuses = {"signed", "planned"}})["during"] == 2);
}

TEST_CASE("a table of claims tells bounds, shares and what cannot be counted", "[claims]") {
  const Network network = read(package(measures));
  const Report report{.tables = {claims_table(View(network, {}), false, Language::en, {})}};
  const std::string text = write_report(report, OutputFormat::table, {});
  CHECK_THAT(text, ContainsSubstring("≥ 10") && ContainsSubstring("≤ 5"));
  CHECK_THAT(text, ContainsSubstring("20.0 %") && ContainsSubstring("agreements of universities"));
  const std::string json = write_report(report, OutputFormat::json, {});
  CHECK_THAT(json, ContainsSubstring(R"("claimed": 10, "unit": "count", "named": 2, "share": 0.2)"));
  CHECK_THAT(json, ContainsSubstring(R"("named": null, "named_reason": "the dataset declares no way to count this")"));
}

TEST_CASE("how claims are counted is written with a dataset", "[claims][dataset_writer]") {
  const Network network = read(package(measures));
  const std::vector<WrittenFile> written = write_dataset(network);
  std::vector<EmbeddedFile> files;
  for (const WrittenFile& file : written) files.push_back({file.name, file.bytes});
  Diagnostics faults;
  const Network again = read_dataset(std::array{DatasetFiles::embedded("again", files)}, faults);
  CHECK(named(again) == named(network));
}

TEST_CASE("faults of claim measures are refused", "[claims]") {
  check_refused(R"("claimMeasures": [])", "'claimMeasures' is no object", "measures by name");
  check_refused(R"("claimMeasures": {"a": 1})", "claim measure 'a' is no object", "object");
  check_refused(R"("claimMeasures": {"a": {"count": "actor"}})", "count 'actor' is not known", "partners");
  check_refused(R"("claimMeasures": {"a": {"bound": "least"}})", "bound 'least' is not known", "min");
  check_refused(R"("claimMeasures": {"a": {"time": "2015"}})", "time '2015' is not known", "until");
  check_refused(R"("claimMeasures": {"a": {"kinds": ["town"]}})", "kind 'town' is not known", "city");
  check_refused(R"("claimMeasures": {"a": {"kinds": [1]}})", "'kinds' holds something else", "list of strings");
  check_refused(R"("claimMeasures": {"a": {"types": ["treaty"]}})", "type 'treaty' is not known", "group");
}

}  // namespace regionet::test::claims_test

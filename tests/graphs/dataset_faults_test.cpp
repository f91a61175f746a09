// SPDX-License-Identifier: Apache-2.0
// Tables of a dataset that are refused: each fault with its place and its mend.
#include "tests/support/catch.hpp"

#include <algorithm>

#include "graphs/io/open.hpp"
#include "tests/support/dataset_copy.hpp"
#include "tests/support/dataset_faults.hpp"

namespace regionet::test::dataset_faults_test {
namespace {

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

}  // namespace

TEST_CASE("the copy that the tests break is whole before", "[dataset_reader]") {
  CHECK(faults_of(Copy()).shown().empty());
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

TEST_CASE("a table that is not UTF-8 is refused with its line", "[dataset_reader]") {
  Copy copy;
  copy.append("sources.csv", "tale,\xCC\xE8\xED,,,,,,");
  check_only(copy, {"sources.csv", 4, 0, "not valid UTF-8", "--encoding"});
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

}  // namespace regionet::test::dataset_faults_test

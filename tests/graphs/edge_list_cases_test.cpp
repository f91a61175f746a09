// SPDX-License-Identifier: Apache-2.0
// Edge lists from public reports of what went wrong elsewhere: tests/data/cases.
#include "tests/support/catch.hpp"

#include <clocale>
#include <locale>
#include <map>

#include "graphs/io/csv.hpp"
#include "tests/support/comma_locale.hpp"
#include "tests/support/data.hpp"
#include "tests/support/edge_list_text.hpp"

namespace regionet::test::edge_list_cases_test {

using namespace edge_list_text;  // NOLINT(google-build-using-namespace): the helpers of this format's tests
namespace {

std::map<std::string, double> strengths(const Network& network) {
  std::map<std::string, double> sums;
  for (ActorId id = 0; id < network.actor_count(); ++id) {
    for (const AgreementId at : network.agreements_of(id)) sums[std::string(network.id(id))] += network.weight(at);
  }
  return sums;
}

Diagnostics faults_of_case(const std::string& file, const ReadOptions& options = {}) {
  try {
    static_cast<void>(test::open_data("cases/" + file, options));
  } catch (const InputError& error) {
    return error.faults();
  }
  return {};
}

}  // namespace

TEST_CASE("case 025: byte-order mark, semicolons, CRLF and a blank line at the end", "[edge_list][case]") {
  const OpenedNetwork opened = test::open_data("cases/025-csv-bom-semicolon-crlf/input.csv");
  CHECK(actors(opened.network) == Texts{"Brest", "Gansu", "Hubei", "Minsk"});
  CHECK(ties(opened.network) == 3);
  CHECK(strengths(opened.network) ==
        std::map<std::string, double>{{"Brest", 1}, {"Gansu", 2}, {"Hubei", 4}, {"Minsk", 5}});
  CHECK(opened.rows == 3);
  REQUIRE(opened.notes.size() == 2);  // what was undone is said
  CHECK_THAT(opened.notes[0], ContainsSubstring("byte-order mark"));
  CHECK_THAT(opened.notes[1], ContainsSubstring("';'"));
}

TEST_CASE("case 030: UTF-16 with a mark gives the network of UTF-8", "[edge_list][case]") {
  for (const std::string file : {"utf8.csv", "utf16le-bom.csv", "utf16be-bom.csv"}) {
    INFO(file);
    const Network network = test::open_data("cases/030-csv-utf16-and-legacy-encodings/" + file).network;
    CHECK(actors(network) == Texts{"Брэст", "Ганьсу", "Мінск", "Хубэй"});
    CHECK(ties(network) == 2);
  }
}

TEST_CASE("case 030: other encodings are refused with place and mend, and read when they are named",
          "[edge_list][case]") {
  const std::string folder = "030-csv-utf16-and-legacy-encodings/";
  const Diagnostics legacy = faults_of_case(folder + "cp1251.csv");
  REQUIRE(legacy.errors() == 1);
  CHECK(legacy.shown()[0].line == 2);
  CHECK_THAT(legacy.shown()[0].what, ContainsSubstring("not valid UTF-8"));
  CHECK_THAT(legacy.shown()[0].mend, ContainsSubstring("--encoding"));

  const Diagnostics unmarked = faults_of_case(folder + "utf16le-no-bom.csv");
  REQUIRE(unmarked.errors() == 1);
  CHECK(unmarked.shown()[0].line == 1);
  CHECK_THAT(unmarked.shown()[0].mend, ContainsSubstring("--encoding utf-16le"));

  ReadOptions options;
  options.encoding = "cp1251";
  CHECK(actors(test::open_data("cases/" + folder + "cp1251.csv", options).network) ==
        Texts{"Брэст", "Ганьсу", "Мінск", "Хубэй"});
  options.encoding = "utf-16le";
  CHECK(ties(test::open_data("cases/" + folder + "utf16le-no-bom.csv", options).network) == 2);
}

TEST_CASE("case 042: impossible days are refused with line and reason", "[edge_list][case]") {
  const Diagnostics faults = faults_of_case("042-date-impossible/input.csv");
  CHECK(lines_of(faults) == Lines{3, 4, 5, 6, 7, 8});
  const Texts reasons{"2019-02 has no day 30", "1900 is no leap year", "no month 13", "no day 0", "no month 0",
                      "2019-04 has no day 31"};
  // Every pair of names is of five letters each, so the date begins at column 13.
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    CHECK_THAT(faults.shown()[i].what, ContainsSubstring(reasons[i]));
    CHECK(faults.shown()[i].column == 13);
  }
}

TEST_CASE("case 042: the possible days of the file are kept", "[edge_list][case]") {
  const Text text = Text::load(test::data("cases/042-date-impossible/input.csv"));
  const Network network = read(text.view()).network;
  for (AgreementId at = 0; at < network.agreement_count(); ++at) {
    const bool is_good = network.line(at) == 2 || network.line(at) == 9;
    CHECK((network.date(at) != nullptr) == is_good);
  }
  CHECK(network.date_cell(0) == "2020-02-29");
  CHECK(network.date_cell(7) == "2000-02-29");
}

TEST_CASE("case 046: two-digit years and unclear orders are refused, an interval is kept", "[edge_list][case]") {
  const std::string file = "046-date-two-digit-and-day-order/input.csv";
  const Diagnostics faults = faults_of_case(file);
  CHECK(lines_of(faults) == Lines{2, 3, 4, 5, 6, 7});
  for (const Diagnostic& fault : faults.shown()) CHECK_FALSE(fault.mend.empty());
  CHECK_THAT(faults.shown()[4].what, ContainsSubstring("'2016/5/3'"));
  CHECK_THAT(faults.shown()[4].mend, ContainsSubstring("write 2016-05-03"));

  const Text text = Text::load(test::data("cases/" + file));
  const Network network = read(text.view()).network;
  REQUIRE(network.line(6) == 8);
  REQUIRE(network.date(6) != nullptr);
  CHECK(iso_day(network.date(6)->earliest) == "2016-01-01");
  CHECK(iso_day(network.date(6)->latest) == "2017-12-31");
}

TEST_CASE("case 046: a date format holds for the whole column and refuses rows that do not fit", "[edge_list][case]") {
  const Diagnostics faults = faults_of_case("046-date-two-digit-and-day-order/input.csv", dates("%m/%d/%y"));
  CHECK(lines_of(faults) == Lines{2, 4, 5, 6, 7, 8});  // 4/15/26 alone fits
  CHECK_THAT(faults.shown()[2].what, ContainsSubstring("'31/12/16' does not fit the date format '%m/%d/%y'"));
}

TEST_CASE("case 054: numbers are read with points in any locale", "[edge_list][case]") {
  const std::locale before = std::locale::global(std::locale(std::locale::classic(), new Commas));
  for (const char* name : {"ru_RU.UTF-8", "de_DE.UTF-8"}) {
    if (std::setlocale(LC_NUMERIC, name) != nullptr) break;
  }
  const auto sums = strengths(test::open_data("cases/054-locale-decimal-point/input.csv").network);
  const auto number = parse_number("1234.5");
  const std::string mend = number_mend("1,5");
  std::locale::global(before);
  std::setlocale(LC_NUMERIC, "C");

  REQUIRE(sums.size() == 3);
  CHECK(sums.at("Minsk") == Approx(4.64).epsilon(1e-12));
  CHECK(sums.at("Gansu") == 1.5);
  CHECK(sums.at("Hubei") == 3.14);
  CHECK(number == 1234.5);
  CHECK_THAT(mend, ContainsSubstring("a point"));
}

}  // namespace regionet::test::edge_list_cases_test

// SPDX-License-Identifier: Apache-2.0
// The dates of edge lists: EDTF, Unix seconds and patterns.
#include "graphs/io/edge_list.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/edge_list_text.hpp"

namespace regionet::test::edge_list_dates_test {

using namespace edge_list_text;  // NOLINT(google-build-using-namespace): the helpers of this format's tests

TEST_CASE("EDTF dates are kept as they are written", "[edge_list]") {
  const Texts cells{"2016", "2016-05?", "201X", "2016-21", "2016/..", "2016/", "../2016", "/2016", ""};
  std::string text = "source,target,date\n";
  for (const std::string& cell : cells) text += "a,b," + cell + "\n";
  const Network network = good(text);
  CHECK(date_cells(network) == cells);
  CHECK(network.date(8) == nullptr);
  CHECK(network.date(4)->end == DateEnd::open);
  CHECK(network.date(5)->end == DateEnd::unknown);
}

TEST_CASE("Unix seconds are read as days of UTC", "[edge_list]") {
  // 16801 days lie before 2016-01-01, 31 + 29 + 31 + 6 more before 7 April; 12800 seconds of that day are dropped.
  const std::string april = std::to_string(std::int64_t{16801 + 97} * 86400 + 12800);
  CHECK(april == "1460000000");
  const Read out =
      read("source,target,date\na,b,0\na,b,86399\na,b,86400\na,b,-1\na,b,-86400\na,b," + april + "\n", dates("unix"));
  CHECK(out.faults.errors() == 0);
  CHECK(date_cells(out.network) ==
        Texts{"1970-01-01", "1970-01-01", "1970-01-02", "1969-12-31", "1969-12-31", "2016-04-07"});
  CHECK(out.notes == Texts{"the time of day of 3 dates was dropped"});  // 86399, -1 and the day of April
}

TEST_CASE("what is no number of Unix seconds is refused", "[edge_list]") {
  for (const std::string cell : {"2016-05-03", "1460000000.5", "1460000000000", "99999999999999999999", "x", " 1"}) {
    const Diagnostic fault = fault_of("source,target,date\na,b," + cell + "\n", dates("unix"));
    CHECK(fault.line == 2);
    CHECK(fault.column == 5);
    CHECK_THAT(fault.what, ContainsSubstring("'" + cell + "' is no number of seconds"));
  }
  CHECK(good("source,target,date\na,b,\n", dates("unix")).date(0) == nullptr);
}

TEST_CASE("a strptime pattern says what a column holds", "[edge_list]") {
  const auto cells = [](const std::string& pattern, const std::string& cell) {
    return date_cells(good("source,target,date\na,b,\"" + cell + "\"\n", dates(pattern)));
  };
  CHECK(cells("%d.%m.%Y", "03.08.2016") == Texts{"2016-08-03"});
  CHECK(cells("%m/%d/%Y", "03/08/2016") == Texts{"2016-03-08"});
  CHECK(cells("%d.%m.%y", "15.04.91") == Texts{"1991-04-15"});
  CHECK(cells("%Y/%m/%d", "2016/5/3") == Texts{"2016-05-03"});
  CHECK(cells("%Y%m%d", "20160503") == Texts{"2016-05-03"});
}

TEST_CASE("a pattern without day or month gives a month or a year", "[edge_list]") {
  bool time_dropped = false;
  CHECK(date_from("May 2016", "%B %Y", time_dropped) == "2016-05");
  CHECK(date_from("05/2016", "%m/%Y", time_dropped) == "2016-05");
  CHECK(date_from("2016", "%Y", time_dropped) == "2016");
  CHECK_FALSE(time_dropped);
}

TEST_CASE("a cell that does not fit the pattern is refused", "[edge_list]") {
  for (const std::string cell : {"31/12/2016", "2016-05-03", "5/3/2016x", "5/3", "x"}) {
    const Diagnostic fault = fault_of("source,target,date\na,b," + cell + "\n", dates("%m/%d/%Y"));
    CHECK_THAT(fault.what, ContainsSubstring("'" + cell + "' does not fit the date format '%m/%d/%Y'"));
    CHECK_THAT(fault.mend, ContainsSubstring("one format holds for the whole column"));
  }
  const Diagnostic rolled = fault_of("source,target,date\na,b,30.02.2019\n", dates("%d.%m.%Y"));
  CHECK_THAT(rolled.what, ContainsSubstring("2019-02 has no day 30"));
  bool time_dropped = false;
  CHECK_THROWS_AS(date_from("30.02.2019", "%d.%m.%Y", time_dropped), DateError);
}

TEST_CASE("a pattern with a four-digit year refuses two digits, and a time of day is dropped aloud", "[edge_list]") {
  bool dropped = false;
  CHECK_THROWS_AS(date_from("31/12/16", "%d/%m/%Y", dropped), DateError);
  CHECK_THROWS_AS(date_from("91", "%Y", dropped), DateError);
  CHECK(date_from("31/12/16", "%d/%m/%y", dropped) == "2016-12-31");
  CHECK(date_from("2016-123", "%Y-%j", dropped) == "2016-05-02");  // 31 + 29 + 31 + 30 = 121 days before May
  CHECK_FALSE(dropped);
  CHECK(date_from("2016-05-03T10:30:00", "%Y-%m-%dT%H:%M:%S", dropped) == "2016-05-03");
  CHECK(dropped);
}

TEST_CASE("seconds before 1970 fall on the day they lie in", "[edge_list]") {
  bool dropped = false;
  CHECK(date_from("-1", "unix", dropped) == "1969-12-31");
  CHECK(dropped);
  CHECK(date_from("-86400", "unix", dropped) == "1969-12-31");
  CHECK_FALSE(dropped);
  CHECK_THROWS_AS(date_from("-9223372036854775808", "unix", dropped), DateError);
}

}  // namespace regionet::test::edge_list_dates_test

// SPDX-License-Identifier: Apache-2.0
#include "graphs/model/date.hpp"

#include <fmt/format.h>
#include <array>

#include "tests/support/catch.hpp"

namespace regionet::test::date_test {
namespace {

struct Accepted {
  std::string text, first, last;
};

struct Refused {
  std::string text, reason, mend;
};

void check_bounds(const Accepted& wanted) {
  INFO(wanted.text);
  const Date date = parse_date(wanted.text);
  CHECK(date.bounded());
  CHECK(iso_day(date.earliest) == wanted.first);
  CHECK(iso_day(date.latest) == wanted.last);
}

void check_refused(const Refused& wanted) {
  INFO("'" << wanted.text << "'");
  try {
    static_cast<void>(parse_date(wanted.text));
    FAIL_CHECK("it was read as a date");
  } catch (const DateError& fault) {
    CHECK_THAT(fault.what(), ContainsSubstring("'" + wanted.text + "'"));
    CHECK_THAT(fault.what(), ContainsSubstring(wanted.reason));
    CHECK_THAT(fault.mend(), ContainsSubstring(wanted.mend));
  }
}

DayRange days(const std::string& first, const std::string& last) {
  return {parse_date(first).earliest, parse_date(last).latest};
}

}  // namespace

TEST_CASE("day numbers agree with known ones", "[date]") {
  CHECK(day_number({1970, 1, 1}) == 0);
  CHECK(day_number({1969, 12, 31}) == -1);
  // 46 years of 365 days and the leap days of 1972, 1976, .. 2012 (11) lead to 2016-01-01; 31 + 28 further days.
  CHECK(day_number({2016, 2, 29}) == 46 * 365 + 11 + 59);
  // The era of the proleptic calendar that starts in March of year 0: 719468 days before 1970.
  CHECK(day_number({0, 3, 1}) == -719468);
  CHECK(iso_day(-719468) == "0000-03-01");
  CHECK(iso_day(day_number({9999, 12, 31})) == "9999-12-31");
}

TEST_CASE("every day of 1999 to 2004 goes to its number and back", "[date]") {
  constexpr std::array<unsigned, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  // 29 years of 365 days and seven leap days (1972 to 1996) lie before 1999.
  Day expected = 29 * 365 + 7;
  for (int year = 1999; year <= 2004; ++year) {
    for (unsigned month = 1; month <= 12; ++month) {
      const bool leap_february = month == 2 && (year == 2000 || year == 2004);
      const unsigned length = lengths[month - 1] + (leap_february ? 1 : 0);
      REQUIRE(days_in_month(year, month) == length);
      for (unsigned day = 1; day <= length; ++day, ++expected) {
        REQUIRE(day_number({year, month, day}) == expected);
        const CalendarDay back = calendar_day(expected);
        REQUIRE(back.year == year);
        REQUIRE(back.month == month);
        REQUIRE(back.day == day);
        const std::string iso = fmt::format("{}-{:02}-{:02}", year, month, day);
        REQUIRE(iso_day(expected) == iso);
        REQUIRE(parse_date(iso) == Date{expected, expected});
      }
    }
  }
  CHECK(expected == 29 * 365 + 7 + 6 * 365 + 2);
}

TEST_CASE("century years are leap years only every fourth time", "[date]") {
  CHECK(days_in_month(1900, 2) == 28);
  CHECK(days_in_month(2000, 2) == 29);
  CHECK(days_in_month(2100, 2) == 28);
  check_bounds({"1900-02", "1900-02-01", "1900-02-28"});
  check_bounds({"2000-02", "2000-02-01", "2000-02-29"});
  check_bounds({"2000-02-29", "2000-02-29", "2000-02-29"});
}

TEST_CASE("a year, a month and a day have their own bounds", "[date]") {
  check_bounds({"2016", "2016-01-01", "2016-12-31"});
  check_bounds({"2016-05", "2016-05-01", "2016-05-31"});
  check_bounds({"2015-02", "2015-02-01", "2015-02-28"});
  check_bounds({"2016-02", "2016-02-01", "2016-02-29"});
  check_bounds({"2016-04", "2016-04-01", "2016-04-30"});
  check_bounds({"2016-05-03", "2016-05-03", "2016-05-03"});
  check_bounds({"0000", "0000-01-01", "0000-12-31"});
  check_bounds({"9999", "9999-01-01", "9999-12-31"});
}

TEST_CASE("trailing masks stand for all that they hide", "[date]") {
  check_bounds({"201X", "2010-01-01", "2019-12-31"});
  check_bounds({"20XX", "2000-01-01", "2099-12-31"});
  check_bounds({"2016-XX", "2016-01-01", "2016-12-31"});
  check_bounds({"2016-XX-XX", "2016-01-01", "2016-12-31"});
  check_bounds({"2016-05-XX", "2016-05-01", "2016-05-31"});
  check_bounds({"2015-02-XX", "2015-02-01", "2015-02-28"});
}

TEST_CASE("seasons lie inside the year that is named", "[date]") {
  check_bounds({"2015-21", "2015-03-01", "2015-05-31"});
  check_bounds({"2015-22", "2015-06-01", "2015-08-31"});
  check_bounds({"2015-23", "2015-09-01", "2015-11-30"});
  check_bounds({"2015-24", "2015-01-01", "2015-12-31"});
}

TEST_CASE("flags never change the bounds", "[date]") {
  for (const std::string form :
       {"2016", "2016-05", "2016-05-03", "201X", "20XX", "2016-XX", "2016-XX-XX", "2016-05-XX", "2016-21", "2016-24"}) {
    for (const char flag : {'?', '~', '%'}) {
      INFO(form << flag);
      CHECK(parse_date(form + flag) == parse_date(form));
    }
  }
}

TEST_CASE("an interval runs from the earliest day of one end to the latest of the other", "[date]") {
  check_bounds({"2016/2017", "2016-01-01", "2017-12-31"});
  check_bounds({"2016-05/2016-07", "2016-05-01", "2016-07-31"});
  check_bounds({"2016-05-03/2017", "2016-05-03", "2017-12-31"});
  check_bounds({"2016/2016-05", "2016-01-01", "2016-05-31"});
  check_bounds({"2016-05-03/2016-05-03", "2016-05-03", "2016-05-03"});
}

TEST_CASE("the ends of an interval may carry masks, seasons and flags", "[date]") {
  check_bounds({"201X/2020-05", "2010-01-01", "2020-05-31"});
  check_bounds({"2009/201X", "2009-01-01", "2019-12-31"});
  check_bounds({"2015-21/2015-23", "2015-03-01", "2015-11-30"});
  check_bounds({"2014-24/2015-XX", "2014-01-01", "2015-12-31"});
  check_bounds({"2014?/2015~", "2014-01-01", "2015-12-31"});
  check_bounds({"2014-05-XX%/2014-22?", "2014-05-01", "2014-08-31"});
  check_bounds({"20XX~/2016-05-03%", "2000-01-01", "2016-05-03"});
}

TEST_CASE("open and unknown ends are kept apart", "[date]") {
  const Date open_end = parse_date("2016/..");
  CHECK(open_end.start == DateEnd::known);
  CHECK(open_end.end == DateEnd::open);
  CHECK(iso_day(open_end.earliest) == "2016-01-01");
  CHECK_FALSE(open_end.bounded());

  const Date unknown_end = parse_date("2016/");
  CHECK(unknown_end.end == DateEnd::unknown);
  CHECK(iso_day(unknown_end.earliest) == "2016-01-01");
  CHECK_FALSE(unknown_end == open_end);

  const Date open_start = parse_date("../2016-22?");
  CHECK(open_start.start == DateEnd::open);
  CHECK(open_start.end == DateEnd::known);
  CHECK(iso_day(open_start.latest) == "2016-08-31");

  const Date unknown_start = parse_date("/2016-22");
  CHECK(unknown_start.start == DateEnd::unknown);
  CHECK(iso_day(unknown_start.latest) == "2016-08-31");
  CHECK_FALSE(unknown_start == open_start);
}

TEST_CASE("a missing end is bounded by the coverage", "[date]") {
  const DayRange coverage = days("1992", "2019-03");
  for (const std::string text : {"2016/..", "2016/"}) {
    CHECK(parse_date(text).within(coverage) == days("2016", "2019-03"));
  }
  for (const std::string text : {"../2016", "/2016"}) {
    CHECK(parse_date(text).within(coverage) == days("1992", "2016"));
  }
}

TEST_CASE("the coverage never moves an end that is known", "[date]") {
  const DayRange coverage = days("1992", "2019-03");
  CHECK(parse_date("2025").within(coverage) == days("2025", "2025"));
  CHECK(parse_date("1980/2025").within(coverage) == days("1980", "2025"));
  // Begun after the coverage ends, over before it begins: one day, the end that is known.
  CHECK(parse_date("2020/..").within(coverage) == days("2020-01-01", "2020-01-01"));
  CHECK(parse_date("../1990").within(coverage) == days("1990-12-31", "1990-12-31"));
}

TEST_CASE("a range counts both of its days", "[date]") {
  CHECK(days("2016-02-29", "2016-02-29").days() == 1);
  CHECK(days("2016", "2016").days() == 366);
  CHECK(days("0000", "9999").days() == 3652425);  // 25 times the 146097 days of 400 years
}

TEST_CASE("impossible days are refused", "[date]") {
  check_refused({"2019-02-30", "2019-02 has no day 30", "mend the day"});
  check_refused({"2019-02-29", "2019 is no leap year", "mend the day"});
  check_refused({"1900-02-29", "1900 is no leap year", "mend the day"});
  check_refused({"2100-02-29", "2100 is no leap year", "mend the day"});
  check_refused({"2000-02-30", "2000-02 has no day 30", "mend the day"});
  check_refused({"2019-04-31", "2019-04 has no day 31", "mend the day"});
  check_refused({"2019-01-32", "2019-01 has no day 32", "mend the day"});
  check_refused({"2019-05-00", "no day 0", "the month alone"});
  check_refused({"2019-13-01", "no month 13", "01 to 12"});
  check_refused({"2019-13", "no month 13", "01 to 12"});
  check_refused({"2019-00-10", "no month 0", "01 to 12"});
  check_refused({"2019-00", "no month 0", "01 to 12"});
  check_refused({"2015/2019-02-29", "2019 is no leap year", "mend the day"});
}

TEST_CASE("seasons above 24 and days of a season are refused", "[date]") {
  for (const std::string text : {"2016-20", "2016-25", "2016-41", "2016-99"}) {
    check_refused({text, "no month " + text.substr(5), "seasons 21 (spring) to 24"});
  }
  check_refused({"2016-21-05", "no month 21", "01 to 12"});
}

TEST_CASE("reversed intervals are refused with the right order", "[date]") {
  check_refused({"2017/2016", "ends before it begins", "write 2016/2017"});
  check_refused({"2016-05-03/2016-05-02", "ends before it begins", "write 2016-05-02/2016-05-03"});
  check_refused({"2016-22/2016-21", "ends before it begins", "write 2016-21/2016-22"});
  check_refused({"2020?/201X", "ends before it begins", "write 201X/2020?"});
}

TEST_CASE("an interval without an end that is known is refused", "[date]") {
  for (const std::string text : {"../..", "/", "/..", "../"}) {
    check_refused({text, "an end that is known", "leave the cell empty"});
  }
}

TEST_CASE("years beyond four digits are refused", "[date]") {
  for (const std::string text : {"12016", "12016-05", "Y12016", "-2016", "+2016", "-0001-05"}) {
    check_refused({text, "four digits", "0000 to 9999"});
  }
  check_refused({"16", "four digits", "EDTF"});
  check_refused({"", "four digits", "EDTF"});
}

TEST_CASE("times of day are refused", "[date]") {
  check_refused({"2016-05-03T10:00", "times of day", "the day alone"});
  check_refused({"2016-05-03T10:00:00Z", "times of day", "the day alone"});
  check_refused({"2016-05-03/2016-05-04T10:00", "times of day", "the day alone"});
}

TEST_CASE("dates in the order of a country are refused, not guessed", "[date]") {
  check_refused({"2016/5/3", "year, month, day", "write 2016-05-03"});
  check_refused({"2016.5.3", "expected YYYY", "write 2016-05-03"});
  check_refused({"15.04.91", "expected YYYY", "write YYYY-MM-DD, or say what the column holds with --date-format"});
  check_refused({"4/15/26", "year, month, day", "--date-format"});
  check_refused({"03/08/2016", "year, month, day", "--date-format"});
  check_refused({"31/12/16", "year, month, day", "--date-format"});
  check_refused({"May 2016", "expected YYYY", "EDTF"});
  check_refused({"2016-5", "expected YYYY", "EDTF"});
  check_refused({"2016-5-3", "expected YYYY-MM-DD", "EDTF"});
}

TEST_CASE("masks in the middle are refused", "[date]") {
  check_refused({"201X-05", "only the last part", "EDTF"});
  check_refused({"20XX-05-03", "only the last part", "EDTF"});
  check_refused({"2016-XX-05", "not its month", "EDTF"});
  check_refused({"2X16", "'2X16' is not a year", "EDTF"});
  check_refused({"2016-X5", "'X5' is not a month", "EDTF"});
  check_refused({"2016-05-X3", "'X3' is not a day", "EDTF"});
}

TEST_CASE("masks that the profile does not have are refused", "[date]") {
  for (const std::string text : {"2XXX", "XXXX", "201x"}) check_refused({text, "is not a year", "EDTF"});
  check_refused({"2016-1X", "'1X' is not a month", "EDTF"});
  check_refused({"2016-05-1X", "'1X' is not a day", "EDTF"});
}

TEST_CASE("flags stand once and at the end", "[date]") {
  for (const std::string text : {"?2016", "2016?-05", "2016-05?-03", "2016??", "2016~?"}) {
    INFO(text);
    CHECK_THROWS_AS(parse_date(text), DateError);
  }
}

TEST_CASE("control characters of a refused date are made visible", "[date]") {
  try {
    static_cast<void>(parse_date("20\x1b[31m16"));
    FAIL("it was read as a date");
  } catch (const DateError& fault) {
    CHECK_THAT(fault.what(), ContainsSubstring("'20\\x1b[31m16'"));
  }
}

}  // namespace regionet::test::date_test

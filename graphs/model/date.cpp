// SPDX-License-Identifier: Apache-2.0
#include "graphs/model/date.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <chrono>

#include "graphs/ascii.hpp"
#include "graphs/diagnostic.hpp"

namespace regionet {
namespace {

constexpr std::string_view general_mend =
    "write an EDTF date such as 2016, 2016-05, 2016-05-03, 201X, 2016-21 (spring), 2016? or 2016/2017";

struct Season {
  unsigned first_month;
  unsigned last_month;
};
constexpr std::array<Season, 4> seasons{{{3, 5}, {6, 8}, {9, 11}, {1, 12}}};

bool all_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

[[noreturn]] void refuse(std::string_view text, std::string_view why, std::string mend = std::string(general_mend)) {
  throw DateError(fmt::format("'{}' is not a date: {}", printable(text), why), std::move(mend));
}

/// Guesses what a person meant by a date with points, slashes or blanks, only to word the mend.
std::string mend_of(std::string_view text) {
  const char separator = text.find('.') != std::string_view::npos ? '.' : '/';
  const std::size_t first = text.find(separator);
  const std::size_t second = first == std::string_view::npos ? first : text.find(separator, first + 1);
  if (second == std::string_view::npos) return std::string(general_mend);
  const std::string_view year = text.substr(0, first);
  const std::string_view month = text.substr(first + 1, second - first - 1);
  const std::string_view day = text.substr(second + 1);
  if (year.size() == 4 && all_digits(year) && all_digits(month) && all_digits(day) && month.size() < 3 &&
      day.size() < 3) {
    const auto month_number = static_cast<unsigned>(number(month));
    const auto which_day = static_cast<unsigned>(number(day));
    const bool exists = month_number >= 1 && month_number <= 12 && which_day >= 1 &&
                        which_day <= days_in_month(number(year), month_number);
    if (exists) return fmt::format("write {}-{:02}-{:02}", year, month_number, which_day);
  }
  return "write YYYY-MM-DD, or say what the column holds with --date-format";
}

DayRange whole_months(int year, unsigned first, unsigned last) {
  return {day_number({year, first, 1}), day_number({year, last, days_in_month(year, last)})};
}

DayRange parse_year(std::string_view whole, std::string_view year) {
  if (all_digits(year)) return whole_months(number(year), 1, 12);
  if (year.ends_with("XX") && all_digits(year.substr(0, 2))) {
    const int century = number(year.substr(0, 2)) * 100;
    return {day_number({century, 1, 1}), day_number({century + 99, 12, 31})};
  }
  if (year.ends_with('X') && all_digits(year.substr(0, 3))) {
    const int decade = number(year.substr(0, 3)) * 10;
    return {day_number({decade, 1, 1}), day_number({decade + 9, 12, 31})};
  }
  refuse(whole, fmt::format("'{}' is not a year", printable(year)));
}

DayRange parse_day(std::string_view whole, int year, unsigned month, std::string_view day) {
  if (day == "XX") return whole_months(year, month, month);
  if (!all_digits(day) || day.size() != 2) refuse(whole, fmt::format("'{}' is not a day", printable(day)));
  const auto value = static_cast<unsigned>(number(day));
  if (value == 0) refuse(whole, "there is no day 0", "write the month alone where the day is not known");
  if (value > days_in_month(year, month)) {
    const bool leap_day = month == 2 && value == 29;
    refuse(whole,
           leap_day ? fmt::format("{} is no leap year", year)
                    : fmt::format("{:04}-{:02} has no day {}", year, month, value),
           "mend the day, or write the month alone");
  }
  const Day only = day_number({year, month, value});
  return {only, only};
}

DayRange parse_month(std::string_view whole, int year, std::string_view rest) {
  const std::string_view month = rest.substr(0, 2);
  const bool has_day = rest.size() > 2;
  if (has_day && (rest.size() != 5 || rest[2] != '-')) refuse(whole, "expected YYYY-MM-DD");
  if (month == "XX") {
    if (has_day && rest.substr(3) != "XX") refuse(whole, "a day is known, but not its month");
    return whole_months(year, 1, 12);
  }
  if (!all_digits(month) || month.size() != 2) refuse(whole, fmt::format("'{}' is not a month", printable(month)));
  const auto value = static_cast<unsigned>(number(month));
  if (value >= 21 && value <= 24 && !has_day) {
    const Season season = seasons[value - 21];
    return whole_months(year, season.first_month, season.last_month);
  }
  if (value == 0 || value > 12) {
    refuse(whole, fmt::format("there is no month {}", value),
           "months are 01 to 12, seasons 21 (spring) to 24 (winter)");
  }
  return has_day ? parse_day(whole, year, value, rest.substr(3)) : whole_months(year, value, value);
}

DayRange parse_single(std::string_view whole, std::string_view text) {
  if (!text.empty() && std::string_view("?~%").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  const bool time = text.find('T') != std::string_view::npos || (text.size() > 11 && text[10] == ' ' && text[4] == '-');
  if (time) refuse(whole, "times of day are not kept", "write the day alone");
  if (text.size() == 8 && all_digits(text)) {
    refuse(whole, "the parts of a date stand between hyphens",
           fmt::format("write {}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6)));
  }
  if (text.starts_with('Y') || text.starts_with('-') || text.starts_with('+') ||
      (text.size() > 4 && all_digits(text.substr(0, 5)))) {
    refuse(whole, "years have four digits", "write a year from 0000 to 9999");
  }
  if (text.size() < 4) refuse(whole, "a year has four digits", mend_of(whole));
  const std::string_view year = text.substr(0, 4);
  if (text.size() == 4) return parse_year(whole, year);
  if (text[4] != '-' || text.size() < 7) refuse(whole, "expected YYYY, YYYY-MM or YYYY-MM-DD", mend_of(whole));
  if (!all_digits(year)) refuse(whole, "only the last part of a date may be masked");
  return parse_month(whole, number(year), text.substr(5));
}

DateEnd end_kind(std::string_view text) {
  if (text == "..") return DateEnd::open;
  return text.empty() ? DateEnd::unknown : DateEnd::known;
}

Date parse_interval(std::string_view whole, std::string_view from, std::string_view to) {
  Date date;
  date.start = end_kind(from);
  date.end = end_kind(to);
  if (date.start != DateEnd::known && date.end != DateEnd::known) {
    refuse(whole, "an interval needs an end that is known", "leave the cell empty where nothing is known");
  }
  if (date.start == DateEnd::known) date.earliest = parse_single(whole, from).first;
  if (date.end == DateEnd::known) date.latest = parse_single(whole, to).last;
  if (date.bounded() && date.earliest > date.latest) {
    refuse(whole, "the interval ends before it begins", fmt::format("write {}/{}", to, from));
  }
  return date;
}

}  // namespace

Day day_number(CalendarDay date) {
  using namespace std::chrono;
  const sys_days days = year(date.year) / month(date.month) / day(date.day);
  return static_cast<Day>(days.time_since_epoch().count());
}

CalendarDay calendar_day(Day number) {
  using namespace std::chrono;
  const year_month_day date{sys_days{days{number}}};
  return {int(date.year()), unsigned(date.month()), unsigned(date.day())};
}

unsigned days_in_month(int year, unsigned month) {
  using namespace std::chrono;
  return unsigned(year_month_day_last{std::chrono::year(year), month_day_last{std::chrono::month(month)}}.day());
}

std::string iso_day(Day number) {
  const CalendarDay date = calendar_day(number);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

DayRange Date::within(DayRange coverage) const {
  DayRange range{earliest, latest};
  if (end != DateEnd::known) range.last = std::max(coverage.last, earliest);
  if (start != DateEnd::known) range.first = std::min(coverage.first, latest);
  return range;
}

Date parse_date(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    const DayRange range = parse_single(text, text);
    return {range.first, range.last, DateEnd::known, DateEnd::known};
  }
  const std::string_view from = text.substr(0, slash);
  const std::string_view to = text.substr(slash + 1);
  if (to.find('/') != std::string_view::npos)
    refuse(text, "a date is written year, month, day, with hyphens", mend_of(text));
  return parse_interval(text, from, to);
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace regionet {

/// A day as days since 1970-01-01 in the proleptic Gregorian calendar.
using Day = std::int32_t;

struct CalendarDay {
  int year = 1970;
  unsigned month = 1;
  unsigned day = 1;
};

[[nodiscard]] Day day_number(CalendarDay);
[[nodiscard]] CalendarDay calendar_day(Day);
[[nodiscard]] unsigned days_in_month(int year, unsigned month);
/// `YYYY-MM-DD`.
[[nodiscard]] std::string iso_day(Day);

/// Days from `first` to `last`, both included.
struct DayRange {
  Day first = 0;
  Day last = 0;

  [[nodiscard]] std::int64_t days() const { return std::int64_t{last} - first + 1; }
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// How an end of an interval is written.
enum class DateEnd : std::uint8_t { known, open, unknown };

/// A date with a precision: one day that is known only to lie between two bounds.
///
/// Source   EDTF (ISO 8601-2:2019), the profile of this project: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`; trailing masks
///          (`201X`, `20XX`, `2016-XX`, `2016-XX-XX`, `2016-05-XX`); seasons `-21` to `-24`; flags `? ~ %`; intervals
///          `A/B`, `../B`, `A/..`, `/B`, `A/`. Flags never change the bounds.
/// Bounds   seasons lie inside the named year: 21 March-May, 22 June-August, 23 September-November, 24 the whole
///          year; an interval runs from the earliest day of A to the latest day of B. In EDTF an interval is a
///          duration; here it bounds one unknown day.
struct Date {
  Day earliest = 0;  ///< meaningful only where `start` is known
  Day latest = 0;    ///< meaningful only where `end` is known
  DateEnd start = DateEnd::known;
  DateEnd end = DateEnd::known;

  [[nodiscard]] bool bounded() const { return start == DateEnd::known && end == DateEnd::known; }

  /// The days it can be, its missing ends taken from `coverage` (and never past the end that is known).
  [[nodiscard]] DayRange within(DayRange coverage) const;

  friend bool operator==(const Date&, const Date&) = default;
};

/// Why a text is not a date of the profile.
class DateError : public std::runtime_error {
 public:
  DateError(const std::string& what, std::string mend) : std::runtime_error(what), mend_(std::move(mend)) {}
  [[nodiscard]] const std::string& mend() const { return mend_; }

 private:
  std::string mend_;
};

/// What to tell people who wrote something else.
inline constexpr std::string_view date_expected = "an EDTF date: YYYY, YYYY-MM, YYYY-MM-DD or A/B";

/// Reads one EDTF text. Throws DateError.
[[nodiscard]] Date parse_date(std::string_view text);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/model/date.hpp"

namespace regionet {

/// How long a period of the calendar is.
enum class PeriodLength : std::uint8_t { year, half, quarter, month };
inline constexpr std::array<std::string_view, 4> period_words{"year", "half", "quarter", "month"};

/// Consecutive periods of the calendar, the first and the last perhaps cut off by a window.
///
/// Labels   `2016`, `2016-H1`, `2016-Q2`, `2016-05`.
/// Cost     4 bytes a period; the period of a day is found in O(1).
class Periods {
 public:
  /// The periods that `days` lie in, whole where no window cuts them: none begins before `from` or ends after `until`.
  /// Throws std::invalid_argument where the days lie outside of the window.
  Periods(PeriodLength, DayRange days, std::optional<Day> from = {}, std::optional<Day> until = {});

  [[nodiscard]] PeriodLength length() const { return length_; }
  [[nodiscard]] std::size_t size() const { return starts_.size() - 1; }
  /// The days of a period.
  [[nodiscard]] DayRange operator[](std::size_t period) const { return {starts_[period], starts_[period + 1] - 1}; }
  /// From the first day of the first period to the last day of the last.
  [[nodiscard]] DayRange days() const { return {starts_.front(), starts_.back() - 1}; }
  /// The period of a day of `days`.
  [[nodiscard]] std::size_t of(Day day) const;
  [[nodiscard]] std::string label(std::size_t period) const;
  /// How many such periods a year has.
  [[nodiscard]] unsigned per_year() const;

 private:
  PeriodLength length_;
  int first_ = 0;            // number of the first period, counted from the year 0
  std::vector<Day> starts_;  // one more than there are periods
};

}  // namespace regionet

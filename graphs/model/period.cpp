// SPDX-License-Identifier: Apache-2.0
#include "graphs/model/period.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <stdexcept>

namespace regionet {
namespace {

constexpr std::array<unsigned, 4> periods_a_year{1, 2, 4, 12};

int number_of(PeriodLength length, Day day) {
  const CalendarDay date = calendar_day(day);
  const unsigned a_year = periods_a_year[static_cast<std::size_t>(length)];
  return date.year * static_cast<int>(a_year) + static_cast<int>((date.month - 1) * a_year / 12);
}

Day start_of(PeriodLength length, int number) {
  const auto a_year = static_cast<int>(periods_a_year[static_cast<std::size_t>(length)]);
  const auto month = static_cast<unsigned>(number % a_year * (12 / a_year) + 1);
  return day_number({number / a_year, month, 1});
}

}  // namespace

Periods::Periods(PeriodLength length, DayRange days, std::optional<Day> from, std::optional<Day> until)
    : length_(length), first_(number_of(length, std::max(days.first, from.value_or(days.first)))) {
  const Day low = std::max(days.first, from.value_or(days.first));
  const Day high = std::min(days.last, until.value_or(days.last));
  if (low > high) throw std::invalid_argument("periods of no day: the window ends before it begins");
  const int last = number_of(length, high);
  for (int number = first_; number <= last + 1; ++number) starts_.push_back(start_of(length, number));
  if (from) starts_.front() = std::max(starts_.front(), *from);
  if (until) starts_.back() = std::min(starts_.back(), *until + 1);
}

std::size_t Periods::of(Day day) const { return static_cast<std::size_t>(number_of(length_, day) - first_); }

unsigned Periods::per_year() const { return periods_a_year[static_cast<std::size_t>(length_)]; }

std::string Periods::label(std::size_t period) const {
  const int number = first_ + static_cast<int>(period);
  const auto a_year = static_cast<int>(per_year());
  const int year = number / a_year;
  const int part = number % a_year + 1;
  switch (length_) {
    case PeriodLength::year:
      return fmt::format("{:04}", year);
    case PeriodLength::half:
      return fmt::format("{:04}-H{}", year, part);
    case PeriodLength::quarter:
      return fmt::format("{:04}-Q{}", year, part);
    case PeriodLength::month:
      return fmt::format("{:04}-{:02}", year, part);
  }
  return {};
}

}  // namespace regionet

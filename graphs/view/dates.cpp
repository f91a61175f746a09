// SPDX-License-Identifier: Apache-2.0
#include "graphs/view/dates.hpp"

#include <algorithm>
#include <limits>

namespace regionet {
namespace {

double share_until(DayRange range, Day day) {
  const std::int64_t days = std::clamp<std::int64_t>(std::int64_t{day} - range.first + 1, 0, range.days());
  return static_cast<double>(days) / static_cast<double>(range.days());
}

double share_from(DayRange range, Day day) {
  const std::int64_t days = std::clamp<std::int64_t>(std::int64_t{range.last} - day + 1, 0, range.days());
  return static_cast<double>(days) / static_cast<double>(range.days());
}

}  // namespace

Overlap signed_in(DayRange date, std::optional<Day> from, std::optional<Day> until) {
  const Day low = std::max(date.first, from.value_or(date.first));
  const Day high = std::min(date.last, until.value_or(date.last));
  if (low > high) return {};
  const std::int64_t inside = std::int64_t{high} - low + 1;
  return {static_cast<double>(inside) / static_cast<double>(date.days()), inside == date.days(), true};
}

Overlap in_force(DayRange date, std::optional<DayRange> until, bool end_unknown, DayRange days, DayRange coverage) {
  if (end_unknown) until = DayRange{date.first, std::max(coverage.last, date.last)};
  Overlap out;
  out.possible = date.first <= days.last && (!until || until->last >= days.first);
  out.certain = date.last <= days.first && (!until || until->first >= days.last) && !end_unknown;
  if (out.certain) out.share = 1;
  if (!out.possible || out.certain) return out;
  double sum = 0;
  for (Day day = days.first; day <= days.last; ++day) {
    sum += share_until(date, day) * (until ? share_from(*until, day) : 1.0);
  }
  out.share = sum / static_cast<double>(days.days());
  return out;
}

}  // namespace regionet

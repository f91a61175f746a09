// SPDX-License-Identifier: Apache-2.0
#include "engine/temporal/draws.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "graphs/runtime/random.hpp"

namespace regionet {
namespace {

constexpr Day never = std::numeric_limits<Day>::max();

/// How many of the days lie in each period or an earlier one.
std::vector<double> cumulative_counts(std::span<const Day> days, const Periods& periods) {
  std::vector<double> out(periods.size(), 0);
  for (const Day day : days) {
    if (day != never) ++out[periods.of(day)];
  }
  std::partial_sum(out.begin(), out.end(), out.begin());
  return out;
}

double quantile(std::span<const double> sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

bool all_exact(const History& history) {
  return std::ranges::all_of(history.dates, [](DayRange days) { return days.first == days.last; });
}

std::vector<Day> draw_days(const History& history, std::uint64_t seed, std::uint64_t draw) {
  std::vector<Day> out(history.size());
  for (std::size_t i = 0; i < history.size(); ++i) {
    const DayRange days = history.days(i);
    const double unit = random_unit(seed, history.agreement[i], draw);
    out[i] = days.first + static_cast<Day>(unit * static_cast<double>(days.days()));
  }
  return out;
}

KnownGrowth known_growth(const History& history, const Periods& periods, std::span<const Day> days,
                         const Selection& selection) {
  const DayRange all = periods.days();
  KnownGrowth out{.agreements = std::vector<double>(periods.size(), 0)};
  std::vector<Day> ties(history.ends.size(), never);
  std::vector<Day> places(history.vertices, never);
  const auto counts = [&](Vertex v) { return selection.vertices.empty() || selection.vertices[v] != 0; };
  for (std::size_t i = 0; i < history.size(); ++i) {
    if (days[i] < all.first || days[i] > all.last) continue;
    if (!selection.agreements.empty() && selection.agreements[i] == 0) continue;
    ++out.agreements[periods.of(days[i])];
    for (const std::uint32_t tie : history.ties_of(i)) {
      const auto [a, b] = history.ends[tie];
      if (counts(a) || counts(b)) ties[tie] = std::min(ties[tie], days[i]);
      if (counts(a)) places[a] = std::min(places[a], days[i]);
      if (counts(b)) places[b] = std::min(places[b], days[i]);
    }
  }
  out.ties = cumulative_counts(ties, periods);
  out.places = cumulative_counts(places, periods);
  return out;
}

std::optional<Spread> spread_of(std::vector<double> values) {
  if (values.empty()) return std::nullopt;
  std::ranges::sort(values);
  return Spread{quantile(values, 0.025), quantile(values, 0.5), quantile(values, 0.975)};
}

}  // namespace regionet

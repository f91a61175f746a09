// SPDX-License-Identifier: Apache-2.0
#include "engine/temporal/concentration.hpp"

#include <algorithm>

#include "engine/statistics/inequality.hpp"
#include "graphs/view/dates.hpp"

namespace regionet {
namespace {

/// The ends of the ties of all agreements of one date: a vertex each, as often as it has a partner.
std::vector<std::vector<Vertex>> ends_by_date(const History& history) {
  std::vector<std::vector<Vertex>> out(history.dates.size());
  for (std::size_t i = 0; i < history.size(); ++i) {
    for (const std::uint32_t tie : history.ties_of(i)) {
      const auto [a, b] = history.ends[tie];
      out[history.date[i]].insert(out[history.date[i]].end(), {a, b});
    }
  }
  return out;
}

constexpr std::size_t top_places = 5;

ConcentrationPoint point_of(const std::vector<double>& spread) {
  std::vector<double> some;
  std::ranges::copy_if(spread, std::back_inserter(some), [](double value) { return value > 0; });
  return {.places = some.size(),
          .gini = gini(some),
          .gini_all = gini(spread),
          .hhi = herfindahl(some),
          .top_share = top_share(some, top_places)};
}

}  // namespace

std::vector<ConcentrationPoint> concentration(const History& history, const Periods& periods) {
  const auto ends = ends_by_date(history);
  const DayRange all = periods.days();
  std::vector<std::vector<std::uint32_t>> dates_of(periods.size());  // that can lie in a period
  for (std::uint32_t date = 0; date < ends.size(); ++date) {
    const DayRange days = history.dates[date];
    if (!signed_in(days, all.first, all.last).possible) continue;
    const std::size_t last = periods.of(std::min(days.last, all.last));
    for (std::size_t i = periods.of(std::max(days.first, all.first)); i <= last; ++i) dates_of[i].push_back(date);
  }
  std::vector<double> spread(history.vertices, 0);
  std::vector<ConcentrationPoint> out;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    for (const std::uint32_t date : dates_of[i]) {
      const double share = signed_in(history.dates[date], periods[i].first, periods[i].last).share;
      for (const Vertex v : ends[date]) spread[v] += share;
    }
    out.push_back(point_of(spread));
  }
  return out;
}

}  // namespace regionet

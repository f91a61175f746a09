// SPDX-License-Identifier: Apache-2.0
#include "engine/temporal/concentration.hpp"

#include <algorithm>
#include <numeric>

#include "engine/statistics/inequality.hpp"
#include "graphs/view/dates.hpp"

namespace regionet {
namespace {

/// The ties of all agreements, each as often as it was made: row after row the agreements that lie in one period, then
/// those of each date that can lie in several.
class TiesByTime {
 public:
  TiesByTime(const History& history, const Periods& periods) : wide_(periods.size()), offsets_(periods.size() + 1, 0) {
    const std::vector<std::uint32_t> row_of = rows(history, periods);
    for (std::size_t i = 0; i < history.size(); ++i) {
      const std::uint32_t row = row_of[history.date[i]];
      if (row != outside) offsets_[row + 1] += history.ties_of(i).size();
    }
    std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
    ties_.resize(offsets_.back());
    std::vector<std::uint64_t> next(offsets_.begin(), offsets_.end() - 1);
    const std::span ties(ties_);
    for (std::size_t i = 0; i < history.size(); ++i) {
      const std::uint32_t row = row_of[history.date[i]];
      if (row == outside) continue;
      std::uint64_t at = next[row];
      for (const std::uint32_t tie : history.ties_of(i)) ties[at++] = tie;
      next[row] = at;
    }
  }

  struct Wide {
    std::uint32_t row = 0;
    std::uint32_t date = 0;
  };
  [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t row) const {
    return std::span(ties_).subspan(offsets_[row], offsets_[row + 1] - offsets_[row]);
  }
  /// The dates that can lie in a period and in others.
  [[nodiscard]] std::span<const Wide> wide(std::size_t period) const { return wide_[period]; }

 private:
  static constexpr std::uint32_t outside = 0xFFFFFFFFU;

  /// The row of each date.
  std::vector<std::uint32_t> rows(const History& history, const Periods& periods) {
    const DayRange all = periods.days();
    std::vector<std::uint32_t> out(history.dates.size(), outside);
    for (std::uint32_t date = 0; date < out.size(); ++date) {
      const DayRange days = history.dates[date];
      const Overlap lies = signed_in(days, all.first, all.last);
      if (!lies.possible) continue;
      const std::size_t first = periods.of(std::max(days.first, all.first));
      const std::size_t last = days.first == days.last ? first : periods.of(std::min(days.last, all.last));
      out[date] = static_cast<std::uint32_t>(first);
      if (lies.certain && first == last) continue;
      out[date] = static_cast<std::uint32_t>(offsets_.size() - 1);
      offsets_.push_back(0);
      for (std::size_t period = first; period <= last; ++period) wide_[period].push_back({out[date], date});
    }
    return out;
  }

  std::vector<std::vector<Wide>> wide_;
  std::vector<std::uint64_t> offsets_;
  std::vector<std::uint32_t> ties_;
};

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
  const TiesByTime rows(history, periods);
  std::vector<double> spread(history.vertices, 0);
  const auto add = [&](std::size_t row, double share) {
    for (const std::uint32_t tie : rows[row]) {
      spread[history.ends[tie].first] += share;
      spread[history.ends[tie].second] += share;
    }
  };
  std::vector<ConcentrationPoint> out;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    add(i, 1);
    for (const auto [row, date] : rows.wide(i)) {
      add(row, signed_in(history.dates[date], periods[i].first, periods[i].last).share);
    }
    out.push_back(point_of(spread));
  }
  return out;
}

}  // namespace regionet

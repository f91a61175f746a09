// SPDX-License-Identifier: Apache-2.0
#include "engine/temporal/curves.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "graphs/view/dates.hpp"

namespace regionet {
namespace {

Band empty_band(std::size_t periods) {
  const std::vector<std::uint64_t> none(periods, 0);
  return {none, none, std::vector<double>(periods, 0), none, none, std::vector<double>(periods, 0)};
}

/// Dates as numbers of periods; `size` stands for what lies outside of the window.
struct Placed {
  std::size_t first = 0;  ///< period of the first day that counts
  std::size_t last = 0;   ///< of the last one
  Day earliest = 0;       ///< the first day that counts
  Overlap in_window;
};

/// The agreements of each tie or place, as numbers of dates.
struct Groups {
  std::vector<std::uint64_t> offsets;
  std::vector<std::uint32_t> dates;

  [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t group) const {
    return std::span(dates).subspan(offsets[group], offsets[group + 1] - offsets[group]);
  }
};

/// Gathers (group, date) pairs, which `each(f)` calls f with, by group; it is called twice.
template <typename Each>
Groups gather(std::size_t groups, Each each) {
  Groups out{std::vector<std::uint64_t>(groups + 1, 0), {}};
  each([&](std::uint32_t group, std::uint32_t) { ++out.offsets[group + 1]; });
  std::partial_sum(out.offsets.begin(), out.offsets.end(), out.offsets.begin());
  out.dates.resize(out.offsets.back());
  std::vector<std::uint64_t> next(out.offsets.begin(), out.offsets.end() - 1);
  each([&](std::uint32_t group, std::uint32_t date) { out.dates[next[group]++] = date; });
  return out;
}

class CurveMaker {
 public:
  CurveMaker(const History& history, const Periods& periods, const Selection& selection)
      : history_(history), periods_(periods), selection_(selection) {
    const DayRange all = periods.days();
    for (const DayRange days : history.dates) {
      Placed placed{.in_window = signed_in(days, all.first, all.last)};
      if (placed.in_window.possible) {
        placed.earliest = std::max(days.first, all.first);
        placed.first = periods.of(placed.earliest);
        placed.last = periods.of(std::min(days.last, all.last));
      }
      placed_.push_back(placed);
    }
  }

  [[nodiscard]] GrowthCurves make() const {
    const std::size_t count = periods_.size();
    GrowthCurves out{agreements(), empty_band(count), empty_band(count), empty_band(count)};
    const Groups ties = gather(history_.ends.size(), [&](auto f) { each_pair(f); });
    for (std::size_t tie = 0; tie < history_.ends.size(); ++tie) {
      add_first(ties[tie], out.ties);
      add_repeated(ties[tie], out.repeated);
    }
    const Groups places = gather(history_.vertices, [&](auto f) { each_place(f); });
    for (std::size_t v = 0; v < history_.vertices; ++v) add_first(places[v], out.actors);
    accumulate(out.ties);
    accumulate(out.actors);
    finish_repeated(out);
    return out;
  }

 private:
  [[nodiscard]] bool counts(std::size_t agreement) const {
    return selection_.agreements.empty() || selection_.agreements[agreement] != 0;
  }
  [[nodiscard]] bool counts(Vertex v) const { return selection_.vertices.empty() || selection_.vertices[v] != 0; }
  [[nodiscard]] bool tie_counts(std::uint32_t tie) const {
    return counts(history_.ends[tie].first) || counts(history_.ends[tie].second);
  }

  [[nodiscard]] Band agreements() const {
    std::vector<std::uint64_t> of_date(history_.dates.size(), 0);
    for (std::size_t i = 0; i < history_.size(); ++i) {
      if (counts(i)) ++of_date[history_.date[i]];
    }
    Band out = empty_band(periods_.size());
    for (std::size_t date = 0; date < placed_.size(); ++date) {
      const Placed& placed = placed_[date];
      if (of_date[date] == 0 || !placed.in_window.possible) continue;
      const auto many = static_cast<double>(of_date[date]);
      const bool certain = placed.in_window.certain;
      out.possible[placed.first] += of_date[date];
      if (certain) out.certain[placed.last] += of_date[date];
      for (std::size_t period = placed.first; period <= placed.last; ++period) {
        const DayRange days = periods_[period];
        const Overlap lies = signed_in(history_.dates[date], days.first, days.last);
        out.new_possible[period] += of_date[date];
        if (lies.certain) out.new_certain[period] += of_date[date];
        out.new_expected[period] += lies.share * many;
      }
      for (std::size_t period = placed.first; period < (certain ? placed.last : periods_.size()); ++period) {
        out.expected[period] += chance_by(std::array{static_cast<std::uint32_t>(date)}, period) * many;
      }
    }
    accumulate(out);
    return out;
  }

  template <typename F>
  void each_pair(F f) const {
    for (std::size_t i = 0; i < history_.size(); ++i) {
      if (!counts(i) || !placed_[history_.date[i]].in_window.possible) continue;
      for (const std::uint32_t tie : history_.ties_of(i)) {
        if (tie_counts(tie)) f(tie, history_.date[i]);
      }
    }
  }

  /// An agreement of more than two places touches one of them with several ties: it counts once.
  template <typename F>
  void each_place(F f) const {
    std::vector<Vertex> places;
    for (std::size_t i = 0; i < history_.size(); ++i) {
      if (!counts(i) || !placed_[history_.date[i]].in_window.possible) continue;
      places.clear();
      for (const std::uint32_t tie : history_.ties_of(i)) {
        places.push_back(history_.ends[tie].first);
        places.push_back(history_.ends[tie].second);
      }
      std::ranges::sort(places);
      const auto repeated = std::ranges::unique(places);
      places.erase(repeated.begin(), repeated.end());
      for (const Vertex v : places) {
        if (counts(v)) f(v, history_.date[i]);
      }
    }
  }

  /// The chance that at least one of the dates lies before the end of the period, and in the window.
  [[nodiscard]] double chance_by(std::span<const std::uint32_t> dates, std::size_t period) const {
    double none = 1;
    for (const std::uint32_t date : dates) {
      if (placed_[date].first > period) continue;
      none *= 1 - signed_in(history_.dates[date], periods_.days().first, periods_[period].last).share;
    }
    return 1 - none;
  }

  /// The first of several agreements: its day lies between the least earliest and the least latest day.
  void add_first(std::span<const std::uint32_t> dates, Band& band) const {
    if (dates.empty()) return;
    std::size_t first = periods_.size();
    std::size_t last = periods_.size();
    for (const std::uint32_t date : dates) {
      first = std::min(first, placed_[date].first);
      if (placed_[date].in_window.certain) last = std::min(last, placed_[date].last);
    }
    ++band.possible[first];
    if (last < periods_.size()) ++band.certain[last];
    if (first == last) ++band.new_certain[first];
    double before = 0;
    for (std::size_t period = first; period < periods_.size() && period <= last; ++period) {
      const double by = period == last ? 1 : chance_by(dates, period);
      const auto can_come = [&](std::uint32_t date) { return placed_[date].last >= period; };
      if (std::ranges::any_of(dates, can_come)) ++band.new_possible[period];
      band.new_expected[period] += by - before;
      if (period != last) band.expected[period] += by;  // from `last` on it is counted among the certain ones
      before = by;
    }
  }

  /// Least and most agreements in a period beyond a first one. See the header: exact for a pair alone.
  void add_repeated(std::span<const std::uint32_t> dates, Band& band) const {
    if (dates.size() < 2) return;
    std::size_t first = periods_.size();
    std::size_t last = 0;
    for (const std::uint32_t date : dates) {
      first = std::min(first, placed_[date].first);
      last = std::max(last, placed_[date].last);
    }
    for (std::size_t period = first; period <= last; ++period) {
      std::uint64_t inside = 0;
      std::uint64_t meets = 0;
      bool one_can_precede = false;
      bool all_can_follow = true;
      for (const std::uint32_t date : dates) {
        const Placed& placed = placed_[date];
        if (placed.first <= period && period <= placed.last) ++meets;
        one_can_precede = one_can_precede || placed.last < period;
        if (placed.in_window.certain && placed.first == period && placed.last == period) {
          ++inside;
        } else if (placed.in_window.certain && placed.last <= period) {
          all_can_follow = false;
        }
      }
      band.new_possible[period] += one_can_precede ? meets : meets - std::min<std::uint64_t>(meets, 1);
      if (inside > 0) band.new_certain[period] += all_can_follow ? inside - 1 : inside;
    }
  }

  /// Until now `certain` and `possible` count what came by each period first, `expected` the chances of the others.
  static void accumulate(Band& band) {
    std::partial_sum(band.certain.begin(), band.certain.end(), band.certain.begin());
    std::partial_sum(band.possible.begin(), band.possible.end(), band.possible.begin());
    for (std::size_t period = 0; period < band.expected.size(); ++period) {
      band.expected[period] += static_cast<double>(band.certain[period]);
    }
  }

  /// Expected repetitions: pairs of agreements less those that are a first.
  void finish_repeated(GrowthCurves& out) const {
    std::vector<std::uint64_t> of_date(history_.dates.size(), 0);
    each_pair([&](std::uint32_t, std::uint32_t date) { ++of_date[date]; });
    for (std::size_t date = 0; date < placed_.size(); ++date) {
      if (of_date[date] == 0) continue;
      for (std::size_t period = placed_[date].first; period <= placed_[date].last; ++period) {
        const DayRange days = periods_[period];
        const double share = signed_in(history_.dates[date], days.first, days.last).share;
        out.repeated.new_expected[period] += share * static_cast<double>(of_date[date]);
      }
    }
    for (std::size_t period = 0; period < periods_.size(); ++period) {
      double& repeated = out.repeated.new_expected[period];
      repeated = std::max(0.0, repeated - out.ties.new_expected[period]);
    }
  }

  const History& history_;
  const Periods& periods_;
  const Selection& selection_;
  std::vector<Placed> placed_;
};

}  // namespace

GrowthCurves growth_curves(const History& history, const Periods& periods, const Selection& selection) {
  return CurveMaker(history, periods, selection).make();
}

}  // namespace regionet

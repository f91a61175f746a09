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

constexpr std::uint32_t no_period = 0xFFFFFFFFU;

/// Dates as numbers of periods.
struct Placed {
  std::size_t first = 0;  ///< period of the first day that counts
  std::size_t last = 0;   ///< of the last one
  Overlap in_window;

  /// All its days lie in one period.
  [[nodiscard]] bool settled() const { return in_window.certain && first == last; }
};

/// How much of a date there is.
struct Times {
  std::uint64_t agreements = 0;
  std::uint64_t pairs = 0;
};

/// In which periods the first of some agreements can lie: from the least that one of them can lie in, to the least by
/// which one of them certainly came (`size()` of the periods, where none did).
struct FirstCome {
  std::uint32_t from = no_period;
  std::uint32_t by = no_period;

  [[nodiscard]] bool none() const { return from == no_period; }
  [[nodiscard]] bool open() const { return from != by; }
  void join(FirstCome other) {
    from = std::min(from, other.from);
    by = std::min(by, other.by);
  }
};

/// An agreement that decides when a tie or a place came, where that is open.
struct OpenPair {
  std::uint32_t tie = 0;
  std::uint32_t date = 0;
  std::size_t agreement = 0;
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

/// All agreements are counted by their date, and for each tie and place only the two periods of `FirstCome` are kept.
/// Where these differ a second pass picks out the agreements that decide: few, for most lie later.
class CurveMaker {
 public:
  CurveMaker(const History& history, const Periods& periods, const Selection& selection)
      : history_(history),
        periods_(periods),
        selection_(selection),
        times_(history.dates.size()),
        ties_(history.ends.size()),
        places_(history.vertices) {
    place_dates();
    count_all();
    for (std::size_t tie = 0; tie < ties_.size(); ++tie) {
      for (const Vertex v : {history.ends[tie].first, history.ends[tie].second}) {
        if (counts(v)) places_[v].join(ties_[tie]);
      }
    }
    pick_open();
  }

  [[nodiscard]] GrowthCurves make() const {
    const std::size_t count = periods_.size();
    GrowthCurves out{agreements(), empty_band(count), empty_band(count), empty_band(count)};
    const Groups of_tie = gather(ties_.size(), [&](auto f) { each_open_tie(f); });
    for (std::size_t tie = 0; tie < ties_.size(); ++tie) {
      if (ties_[tie].none()) continue;
      add_first(ties_[tie], of_tie[tie], out.ties);
      take_first(ties_[tie], of_tie[tie], out.repeated);
    }
    const Groups of_place = gather(places_.size(), [&](auto f) { each_open_place(f); });
    for (std::size_t v = 0; v < places_.size(); ++v) {
      if (!places_[v].none()) add_first(places_[v], of_place[v], out.actors);
    }
    accumulate(out.ties);
    accumulate(out.actors);
    add_pairs(out);
    return out;
  }

 private:
  [[nodiscard]] bool counts(std::size_t agreement) const {
    return selection_.agreements.empty() || selection_.agreements[agreement] != 0;
  }
  [[nodiscard]] bool counts(Vertex v) const { return selection_.vertices.empty() || selection_.vertices[v] != 0; }
  [[nodiscard]] bool tie_counts(std::uint32_t tie) const {
    return selection_.vertices.empty() || counts(history_.ends[tie].first) || counts(history_.ends[tie].second);
  }

  void place_dates() {
    const DayRange all = periods_.days();
    for (const DayRange days : history_.dates) {
      Placed placed{.in_window = signed_in(days, all.first, all.last)};
      FirstCome come;
      if (placed.in_window.possible) {
        placed.first = periods_.of(std::max(days.first, all.first));
        placed.last = days.first == days.last ? placed.first : periods_.of(std::min(days.last, all.last));
        come.from = static_cast<std::uint32_t>(placed.first);
        come.by = static_cast<std::uint32_t>(placed.in_window.certain ? placed.last : periods_.size());
      }
      placed_.push_back(placed);
      come_.push_back(come);
    }
  }

  void count_all() {
    const bool every_tie = selection_.vertices.empty();
    for (std::size_t i = 0; i < history_.size(); ++i) {
      if (!counts(i)) continue;
      const std::uint32_t date = history_.date[i];
      const FirstCome come = come_[date];
      std::uint64_t pairs = 0;
      for (const std::uint32_t tie : history_.ties_of(i)) {
        if (!every_tie && !tie_counts(tie)) continue;
        FirstCome& first = ties_[tie];
        if (come.from < first.from || come.by < first.by) first.join(come);  // a store only where it changes: rarely
        ++pairs;
      }
      ++times_[date].agreements;
      times_[date].pairs += pairs;
    }
  }

  /// Up to which period the agreements of a tie matter to itself or to an end of it; 0: none does.
  [[nodiscard]] std::uint32_t limit_of(std::uint32_t tie) const {
    std::uint32_t limit = 0;
    if (!tie_counts(tie) || ties_[tie].none()) return limit;
    if (ties_[tie].open()) limit = ties_[tie].by + 1;
    for (const Vertex v : {history_.ends[tie].first, history_.ends[tie].second}) {
      if (places_[v].open()) limit = std::max(limit, places_[v].by + 1);
    }
    return limit;
  }

  void pick_open() {
    std::vector<std::uint32_t> limits(ties_.size());
    for (std::uint32_t tie = 0; tie < limits.size(); ++tie) limits[tie] = limit_of(tie);
    const std::uint32_t most = limits.empty() ? 0 : std::ranges::max(limits);
    if (most == 0) return;
    for (std::size_t i = 0; i < history_.size(); ++i) {
      const std::uint32_t from = come_[history_.date[i]].from;
      if (from >= most || !counts(i)) continue;
      for (const std::uint32_t tie : history_.ties_of(i)) {
        if (from < limits[tie]) open_.push_back({tie, history_.date[i], i});
      }
    }
  }

  [[nodiscard]] Band agreements() const {
    Band out = empty_band(periods_.size());
    for (std::size_t date = 0; date < placed_.size(); ++date) {
      const Placed& placed = placed_[date];
      const std::uint64_t found = times_[date].agreements;
      if (found == 0 || !placed.in_window.possible) continue;
      const auto many = static_cast<double>(found);
      const bool certain = placed.in_window.certain;
      out.possible[placed.first] += found;
      if (certain) out.certain[placed.last] += found;
      for (std::size_t period = placed.first; period <= placed.last; ++period) {
        const Overlap lies = lies_in(date, period);
        out.new_possible[period] += found;
        if (lies.certain) out.new_certain[period] += found;
        out.new_expected[period] += lies.share * many;
      }
      for (std::size_t period = placed.first; period < (certain ? placed.last : periods_.size()); ++period) {
        out.expected[period] += chance_by(std::array{static_cast<std::uint32_t>(date)}, period) * many;
      }
    }
    accumulate(out);
    return out;
  }

  [[nodiscard]] Overlap lies_in(std::size_t date, std::size_t period) const {
    if (placed_[date].settled()) return {.share = 1, .certain = true, .possible = true};
    const DayRange days = periods_[period];
    return signed_in(history_.dates[date], days.first, days.last);
  }

  template <typename F>
  void each_open_tie(F f) const {
    for (const OpenPair& pair : open_) {
      if (ties_[pair.tie].open()) f(pair.tie, pair.date);
    }
  }

  /// An agreement of more than two places touches one of them with several ties: it counts once.
  template <typename F>
  void each_open_place(F f) const {
    std::vector<std::size_t> seen(places_.size(), history_.size());
    for (const OpenPair& pair : open_) {
      for (const Vertex v : {history_.ends[pair.tie].first, history_.ends[pair.tie].second}) {
        if (!places_[v].open() || seen[v] == pair.agreement) continue;
        seen[v] = pair.agreement;
        f(v, pair.date);
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

  /// What came with the first of several agreements; `dates` holds those that decide, where that is open.
  void add_first(FirstCome come, std::span<const std::uint32_t> dates, Band& band) const {
    ++band.possible[come.from];
    if (come.by < periods_.size()) ++band.certain[come.by];
    if (!come.open()) ++band.new_certain[come.from];
    double before = 0;
    for (std::size_t period = come.from; period < periods_.size() && period <= come.by; ++period) {
      const double by = period == come.by ? 1 : chance_by(dates, period);
      const auto can_come = [&](std::uint32_t date) { return placed_[date].last >= period; };
      if (period == come.by || std::ranges::any_of(dates, can_come)) ++band.new_possible[period];
      band.new_expected[period] += by - before;
      if (period != come.by) band.expected[period] += by;  // from `by` on it is counted among the certain ones
      before = by;
    }
  }

  /// Takes the first agreement of a tie from the least and the most of each period: from the most where none of its
  /// agreements can lie earlier than in this period, from the least where one lies in it and none must have come.
  void take_first(FirstCome come, std::span<const std::uint32_t> dates, Band& repeated) const {
    std::size_t earliest_last = come.by;
    bool inside = !come.open();
    bool may_precede = false;
    for (const std::uint32_t date : dates) {
      const Placed& placed = placed_[date];
      earliest_last = std::min(earliest_last, placed.last);
      if (!placed.in_window.certain || placed.last != come.by) continue;
      (placed.first == placed.last ? inside : may_precede) = true;
    }
    for (std::size_t period = come.from; period <= earliest_last && period < periods_.size(); ++period) {
      --repeated.new_possible[period];
    }
    if (inside && !may_precede) --repeated.new_certain[come.by];
  }

  /// Until now `certain` and `possible` count what came by each period first, `expected` the chances of the others.
  static void accumulate(Band& band) {
    std::partial_sum(band.certain.begin(), band.certain.end(), band.certain.begin());
    std::partial_sum(band.possible.begin(), band.possible.end(), band.possible.begin());
    for (std::size_t period = 0; period < band.expected.size(); ++period) {
      band.expected[period] += static_cast<double>(band.certain[period]);
    }
  }

  /// Repetitions are the pairs of agreements less those that are a first, which are taken off already.
  void add_pairs(GrowthCurves& out) const {
    Band& repeated = out.repeated;
    for (std::size_t date = 0; date < placed_.size(); ++date) {
      const Placed& placed = placed_[date];
      const std::uint64_t pairs = times_[date].pairs;
      if (pairs == 0 || !placed.in_window.possible) continue;
      if (placed.settled()) repeated.new_certain[placed.first] += pairs;
      for (std::size_t period = placed.first; period <= placed.last; ++period) {
        repeated.new_possible[period] += pairs;
        repeated.new_expected[period] += lies_in(date, period).share * static_cast<double>(pairs);
      }
    }
    for (std::size_t period = 0; period < periods_.size(); ++period) {
      repeated.new_expected[period] = std::max(0.0, repeated.new_expected[period] - out.ties.new_expected[period]);
    }
  }

  const History& history_;
  const Periods& periods_;
  const Selection& selection_;
  std::vector<Placed> placed_;
  std::vector<FirstCome> come_;  // of each date
  std::vector<Times> times_;     // of each date
  std::vector<FirstCome> ties_, places_;
  std::vector<OpenPair> open_;
};

}  // namespace

GrowthCurves growth_curves(const History& history, const Periods& periods, const Selection& selection) {
  return CurveMaker(history, periods, selection).make();
}

}  // namespace regionet

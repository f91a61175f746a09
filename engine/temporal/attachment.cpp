// SPDX-License-Identifier: Apache-2.0
#include "engine/temporal/attachment.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace regionet {
namespace {

struct DatedTie {
  Day day = 0;
  std::uint32_t tie = 0;
  friend auto operator<=>(const DatedTie&, const DatedTie&) = default;
};

std::vector<DatedTie> ties_in_order(const History& history, std::span<const Day> days, DayRange counted) {
  constexpr Day never = std::numeric_limits<Day>::max();
  std::vector<Day> first(history.ends.size(), never);
  for (std::size_t i = 0; i < history.size(); ++i) {
    if (days[i] < counted.first || days[i] > counted.last) continue;
    for (const std::uint32_t tie : history.ties_of(i)) first[tie] = std::min(first[tie], days[i]);
  }
  std::vector<DatedTie> out;
  for (std::uint32_t tie = 0; tie < first.size(); ++tie) {
    if (first[tie] != never && history.ends[tie].first != history.ends[tie].second) out.push_back({first[tie], tie});
  }
  std::ranges::sort(out);
  return out;
}

/// The ties in order, replayed as often as an estimate needs. One day after the other: `day` hears of the choices of
/// the day, then `move` of every place that changes from k partners to k + 1.
class Replay {
 public:
  Replay(const History& history, std::vector<DatedTie> ties, std::span<const std::uint32_t> sides)
      : history_(history), ties_(std::move(ties)), sides_(sides) {
    run([](std::uint32_t, std::uint32_t) {}, [](std::uint32_t, std::uint32_t) {},
        [&](std::uint32_t, std::uint32_t k) { most_ = std::max(most_, k + 1); });
  }

  [[nodiscard]] std::size_t ties() const { return ties_.size(); }
  [[nodiscard]] std::uint32_t most() const { return most_; }
  [[nodiscard]] std::uint32_t side(Vertex v) const { return sides_.empty() ? 0 : sides_[v]; }
  [[nodiscard]] std::size_t side_count() const {
    return sides_.empty() ? 1 : static_cast<std::size_t>(std::ranges::max(sides_)) + 1;
  }

  /// Calls choice(side, k) for each end with partners, newcomer(ends without any, tie) for each tie, move(side, k).
  template <typename Choice, typename Newcomer, typename Move>
  void run(Choice choice, Newcomer newcomer, Move move) const {
    std::vector<std::uint32_t> degree(history_.vertices, 0);
    for (std::size_t begin = 0, end = 0; begin < ties_.size(); begin = end) {
      for (end = begin; end < ties_.size() && ties_[end].day == ties_[begin].day; ++end) {
        const auto [a, b] = history_.ends[ties_[end].tie];
        if (degree[a] > 0) choice(side(a), degree[a]);
        if (degree[b] > 0) choice(side(b), degree[b]);
        newcomer((degree[a] == 0 ? 1U : 0U) + (degree[b] == 0 ? 1U : 0U), ties_[end].tie);
      }
      for (std::size_t i = begin; i < end; ++i) {
        for (const Vertex v : {history_.ends[ties_[i].tie].first, history_.ends[ties_[i].tie].second}) {
          move(side(v), degree[v]++);
        }
      }
    }
  }

 private:
  const History& history_;
  std::vector<DatedTie> ties_;
  std::span<const std::uint32_t> sides_;
  std::uint32_t most_ = 0;
};

/// Sums of k^a (ln k)^j over the places with partners on a side, kept up to date as places move.
struct PowerSums {
  double zero = 0, one = 0, two = 0;
};

Slope exponent_slope(const Replay& replay, double exponent) {
  std::vector<double> powers(replay.most() + 1, 0), logs(replay.most() + 1, 0);
  for (std::uint32_t k = 1; k <= replay.most(); ++k) {
    powers[k] = std::pow(k, exponent);
    logs[k] = std::log(k);
  }
  std::vector<PowerSums> sums(replay.side_count());
  const auto add = [&](PowerSums& sum, std::uint32_t k, double sign) {
    sum.zero += sign * powers[k];
    sum.one += sign * powers[k] * logs[k];
    sum.two += sign * powers[k] * logs[k] * logs[k];
  };
  Slope out;
  replay.run(
      [&](std::uint32_t side, std::uint32_t k) {
        const double mean = sums[side].one / sums[side].zero;
        out.score += logs[k] - mean;
        out.information += std::max(0.0, sums[side].two / sums[side].zero - mean * mean);
      },
      [](std::uint32_t, std::uint32_t) {},
      [&](std::uint32_t side, std::uint32_t k) {
        if (k > 0) add(sums[side], k, -1);
        add(sums[side], k + 1, 1);
      });
  return out;
}

/// How many choices each degree would have won had all places with partners on the side been alike.
class Chances {
 public:
  explicit Chances(const Replay& replay)
      : places_(replay.side_count(), std::vector<std::uint64_t>(replay.most() + 1, 0)),
        since_(replay.side_count(), std::vector<double>(replay.most() + 1, 0)),
        present_(replay.side_count(), 0),
        clock_(replay.side_count(), 0),
        of_degree_(replay.most() + 1, 0) {
    replay.run([&](std::uint32_t side, std::uint32_t) { clock_[side] += 1 / present_[side]; },
               [](std::uint32_t, std::uint32_t) {},
               [&](std::uint32_t side, std::uint32_t k) {
                 if (k > 0) change(side, k, -1);
                 change(side, k + 1, 1);
               });
    for (std::uint32_t side = 0; side < places_.size(); ++side) {
      for (std::uint32_t k = 1; k < of_degree_.size(); ++k) settle(side, k);
    }
  }
  [[nodiscard]] double operator[](std::uint32_t k) const { return of_degree_[k]; }

 private:
  /// Each choice moves the clock by a place's chance; a degree is credited only when its places change.
  void settle(std::uint32_t side, std::uint32_t k) {
    of_degree_[k] += static_cast<double>(places_[side][k]) * (clock_[side] - since_[side][k]);
    since_[side][k] = clock_[side];
  }
  void change(std::uint32_t side, std::uint32_t k, int sign) {
    settle(side, k);
    places_[side][k] += static_cast<std::uint64_t>(sign);
    present_[side] += sign;
  }

  std::vector<std::vector<std::uint64_t>> places_;
  std::vector<std::vector<double>> since_;
  std::vector<double> present_, clock_, of_degree_;
};

std::vector<AttachmentPoint> free_kernel(const Replay& replay, const std::vector<std::uint64_t>& choices) {
  const Chances chances(replay);
  std::vector<AttachmentPoint> out;
  double scale = 0;  // of the least degree that was chosen
  for (std::uint32_t k = 1; k < choices.size(); ++k) {
    if (choices[k] == 0) continue;
    const double kernel = static_cast<double>(choices[k]) / chances[k];
    if (out.empty()) scale = kernel;
    out.push_back({k, kernel / scale, choices[k]});
  }
  return out;
}

}  // namespace

Attachment attachment(const History& history, std::span<const Day> days, std::span<const std::uint32_t> sides,
                      DayRange counted) {
  const Replay replay(history, ties_in_order(history, days, counted), sides);
  std::vector<std::uint64_t> choices(replay.most() + 1, 0);
  std::uint64_t all_choices = 0;
  std::uint64_t with_newcomer = 0;
  replay.run(
      [&](std::uint32_t, std::uint32_t k) {
        ++choices[k];
        ++all_choices;
      },
      [&](std::uint32_t newcomers, std::uint32_t) { with_newcomer += newcomers > 0 ? 1U : 0U; },
      [](std::uint32_t, std::uint32_t) {});
  Attachment out;
  out.newcomer_share = replay.ties() == 0
                           ? Estimate::undefined("no ties")
                           : Estimate{static_cast<double>(with_newcomer) / static_cast<double>(replay.ties()), {}, ""};
  constexpr double steepest = 20;
  const bool none = all_choices < 2 || !(exponent_slope(replay, 0).information > 0);
  out.exponent = none ? Estimate::undefined("no choices between places of different degree")
                      : wald(maximise([&](double a) { return exponent_slope(replay, a); }, -steepest, steepest),
                             "the largest, or the least, degree was chosen every time");
  if (all_choices > 0) out.kernel = free_kernel(replay, choices);
  return out;
}

}  // namespace regionet

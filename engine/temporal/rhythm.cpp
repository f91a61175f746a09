// SPDX-License-Identifier: Apache-2.0
#include "engine/temporal/rhythm.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "engine/temporal/trend.hpp"

namespace regionet {
namespace {

constexpr double days_of_year = 365.2425;

/// Total counts and days before each period, so that a stretch costs O(1).
class Stretches {
 public:
  Stretches(std::span<const double> counts, const Periods& periods) : counts_{0}, days_{0} {
    for (std::size_t i = 0; i < counts.size(); ++i) {
      counts_.push_back(counts_.back() + counts[i]);
      days_.push_back(days_.back() + static_cast<double>(periods[i].days()));
    }
  }
  [[nodiscard]] double cost(std::size_t begin, std::size_t end) const {
    const double count = counts_[end] - counts_[begin];
    return count > 0 ? -2 * (count * std::log(count / (days_[end] - days_[begin])) - count) : 0;
  }
  [[nodiscard]] double rate(std::size_t begin, std::size_t end) const {
    return (counts_[end] - counts_[begin]) / (days_[end] - days_[begin]) * days_of_year;
  }

 private:
  std::vector<double> counts_, days_;
};

/// The start of the last stretch of the best partition of each prefix.
std::vector<std::size_t> best_starts(const Stretches& stretches, std::size_t count, double penalty) {
  std::vector<double> best(count + 1, 0);
  std::vector<std::size_t> start(count + 1, 0);
  std::vector<std::size_t> candidates{0};
  best[0] = -penalty;
  for (std::size_t end = 1; end <= count; ++end) {
    best[end] = std::numeric_limits<double>::infinity();
    for (const std::size_t begin : candidates) {
      const double cost = best[begin] + stretches.cost(begin, end) + penalty;
      if (cost < best[end]) {
        best[end] = cost;
        start[end] = begin;
      }
    }
    // A start that is already worse than a new stretch from here can never win again.
    std::erase_if(candidates, [&](std::size_t begin) { return best[begin] + stretches.cost(begin, end) > best[end]; });
    candidates.push_back(end);
  }
  return start;
}

}  // namespace

Estimate burstiness(std::vector<Day> days) {
  if (days.size() < 3) return Estimate::undefined("too few points: fewer than three dated agreements");
  std::ranges::sort(days);
  const auto n = static_cast<double>(days.size() - 1);
  const double mean = (static_cast<double>(days.back()) - static_cast<double>(days.front())) / n;
  if (!(mean > 0)) return Estimate::undefined("all on one day");
  double squares = 0;
  for (std::size_t i = 1; i < days.size(); ++i) {
    const double off = static_cast<double>(days[i]) - static_cast<double>(days[i - 1]) - mean;
    squares += off * off;
  }
  const double r = std::sqrt(squares / n) / mean;
  const double more = std::sqrt(n + 1);
  const double less = std::sqrt(n - 1);
  return {(more * r - less) / ((more - 2) * r + less), std::nullopt, ""};
}

Estimate dispersion_index(std::span<const double> counts) {
  if (counts.size() < least_periods) {
    return Estimate::undefined(
        fmt::format("too few points: {} periods, at least {} are needed", counts.size(), least_periods));
  }
  const auto n = static_cast<double>(counts.size());
  double mean = 0;
  for (const double count : counts) mean += count / n;
  if (!(mean > 0)) return Estimate::undefined("nothing came in these periods");
  double squares = 0;
  for (const double count : counts) squares += (count - mean) * (count - mean);
  return {squares / (n - 1) / mean, std::nullopt, ""};
}

ChangePoints change_points(std::span<const double> counts, const Periods& periods) {
  if (counts.size() != periods.size()) throw std::invalid_argument("change points need one count a period");
  ChangePoints out{.penalty = 2 * std::log(static_cast<double>(counts.size()))};
  const Stretches stretches(counts, periods);
  const std::vector<std::size_t> start = best_starts(stretches, counts.size(), out.penalty);
  for (std::size_t end = counts.size(); end > 0; end = start[end]) {
    out.starts.push_back(start[end]);
    out.rates.push_back(stretches.rate(start[end], end));
  }
  std::ranges::reverse(out.starts);
  std::ranges::reverse(out.rates);
  return out;
}

}  // namespace regionet

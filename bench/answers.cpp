// SPDX-License-Identifier: Apache-2.0
#include "bench/answers.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <vector>

namespace regionet::bench {
namespace {

double number_or_zero(double value) { return std::isnan(value) ? 0 : value; }

struct Extent {
  double sum = 0, max = 0;
};

Extent extent(std::span<const double> scores) {
  Extent out;
  for (const double score : scores) {
    out.sum += number_or_zero(score);
    out.max = std::max(out.max, number_or_zero(score));
  }
  return out;
}

}  // namespace

std::string levels_answer(std::span<const std::int64_t> levels) {
  std::int64_t reached = 0;
  std::int64_t sum = 0;
  for (const std::int64_t level : levels) {
    if (level < 0) continue;
    ++reached;
    sum += level;
  }
  return fmt::format("reached={} depth={} sum={}", reached, levels.empty() ? 0 : std::ranges::max(levels), sum);
}

std::string groups_answer(std::span<const std::int64_t> groups) {
  std::map<std::int64_t, std::size_t> sizes;
  for (const std::int64_t group : groups) ++sizes[group];
  std::size_t largest = 0;
  for (const auto& [group, size] : sizes) largest = std::max(largest, size);
  return fmt::format("groups={} largest={}", sizes.size(), largest);
}

std::string cores_answer(std::span<const std::int64_t> cores) {
  return fmt::format("degeneracy={} sum={}", cores.empty() ? 0 : std::ranges::max(cores),
                     std::accumulate(cores.begin(), cores.end(), std::int64_t{0}));
}

std::string scores_answer(std::span<const double> scores) {
  const Extent of = extent(scores);
  return fmt::format("sum={:.6g} max={:.6g}", of.sum, of.max);
}

std::string shares_answer(std::span<const double> scores) {
  const Extent of = extent(scores);
  return fmt::format("largest_share={:.4g}", of.max / of.sum);
}

}  // namespace regionet::bench

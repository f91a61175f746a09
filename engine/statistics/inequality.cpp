// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/inequality.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace regionet {
namespace {

double total_of(std::span<const double> values) {
  if (std::ranges::any_of(values, [](double value) { return value < 0; })) {
    throw std::invalid_argument("a share of a total needs values that are not negative");
  }
  return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

std::optional<double> gini(std::span<const double> values) {
  const double total = total_of(values);
  if (!(total > 0)) return std::nullopt;
  std::vector<double> sorted(values.begin(), values.end());
  std::ranges::sort(sorted);
  const auto n = static_cast<double>(sorted.size());
  double sum = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) sum += (2 * static_cast<double>(i + 1) - n - 1) * sorted[i];
  return sum / (n * total);
}

std::optional<double> herfindahl(std::span<const double> values) {
  const double total = total_of(values);
  if (!(total > 0)) return std::nullopt;
  double sum = 0;
  for (const double value : values) sum += (value / total) * (value / total);
  return sum;
}

std::optional<double> top_share(std::span<const double> values, std::size_t k) {
  const double total = total_of(values);
  if (!(total > 0)) return std::nullopt;
  std::vector<double> sorted(values.begin(), values.end());
  std::ranges::sort(sorted, std::greater<>());
  sorted.resize(std::min(k, sorted.size()));
  return std::accumulate(sorted.begin(), sorted.end(), 0.0) / total;
}

}  // namespace regionet

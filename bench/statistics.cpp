// SPDX-License-Identifier: Apache-2.0
#include "bench/statistics.hpp"

#include <algorithm>
#include <cmath>

namespace regionet::bench {

Interval interval(std::vector<double> values) {
  std::ranges::sort(values);
  const auto n = static_cast<double>(values.size());
  const double half = 0.98 * std::sqrt(n);
  const auto at = [&](double place) { return values[static_cast<std::size_t>(std::clamp(place, 0.0, n - 1))]; };
  return {at(std::floor(n / 2)), at(std::floor(n / 2 - half)), at(std::floor(n / 2 + half))};
}

std::vector<double> ratios(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> out;
  for (std::size_t i = 0; i < a.size(); ++i) out.push_back(a[i] / b[i]);
  return out;
}

}  // namespace regionet::bench

// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/borda.hpp"

#include <algorithm>
#include <stdexcept>

namespace regionet {

std::vector<double> borda(std::span<const std::vector<double>> positions) {
  if (positions.empty() || positions.front().size() < 2) return {};
  const std::size_t n = positions.front().size();
  std::vector<double> beaten(n, 0);
  for (const std::vector<double>& ranking : positions) {
    if (ranking.size() != n) throw std::invalid_argument("the rankings need the same items");
    std::vector<double> sorted = ranking;
    std::ranges::sort(sorted);
    for (std::size_t i = 0; i < n; ++i) {
      const auto tied = std::ranges::equal_range(sorted, ranking[i]);
      const auto behind = static_cast<double>(sorted.end() - tied.end());
      beaten[i] += behind + static_cast<double>(std::ranges::ssize(tied) - 1) / 2;
    }
  }
  const double most = static_cast<double>(n - 1) * static_cast<double>(positions.size());
  for (double& value : beaten) value /= most;
  return beaten;
}

}  // namespace regionet

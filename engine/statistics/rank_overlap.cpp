// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/rank_overlap.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace regionet {

std::optional<double> rank_biased_overlap(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b,
                                          double persistence) {
  if (a.size() != b.size()) throw std::invalid_argument("two rankings need the same items");
  if (!(persistence > 0 && persistence < 1)) throw std::invalid_argument("the persistence lies between 0 and 1");
  const auto ranked = [](std::uint32_t rank) { return rank > 0; };
  const auto depth =
      static_cast<std::size_t>(std::max(std::ranges::count_if(a, ranked), std::ranges::count_if(b, ranked)));
  if (std::ranges::none_of(a, ranked) || std::ranges::none_of(b, ranked)) return std::nullopt;

  std::vector<std::size_t> in_a(depth + 1, 0), in_b(depth + 1, 0), in_both(depth + 1, 0);  // that come at a depth
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] > depth || b[i] > depth) throw std::invalid_argument("a rank is larger than the number of items");
    if (a[i] > 0) ++in_a[a[i]];
    if (b[i] > 0) ++in_b[b[i]];
    if (a[i] > 0 && b[i] > 0) ++in_both[std::max(a[i], b[i])];
  }
  std::size_t of_a = 0, of_b = 0, common = 0;
  double sum = 0;
  double weight = 1 - persistence;
  double agreement = 0;
  double left = 1;  // persistence to the depth
  for (std::size_t d = 1; d <= depth; ++d) {
    of_a += in_a[d];
    of_b += in_b[d];
    common += in_both[d];
    agreement = 2 * static_cast<double>(common) / static_cast<double>(of_a + of_b);
    sum += weight * agreement;
    weight *= persistence;
    left *= persistence;
  }
  return sum + left * agreement;
}

}  // namespace regionet

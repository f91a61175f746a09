// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace regionet {

/// One place of a ranking.
struct RankedItem {
  std::size_t item = 0;
  std::uint32_t rank = 0;  ///< competition rank, 1 2 2 4; 0 where the item has no value
  bool tied = false;
};

/// Ranks items by value, largest first; items without a value come last and have rank 0.
/// Values count as equal where they agree after rounding to 12 significant digits, or to `relative_error` where that
/// is coarser. Inside a tie `before(a, b)` decides the order. O(n log n); a total order, so the result is the same
/// on every machine.
[[nodiscard]] std::vector<RankedItem> competition_ranks(std::span<const std::optional<double>> values,
                                                        const std::function<bool(std::size_t, std::size_t)>& before,
                                                        double relative_error = 0);

/// Ranks items of which only bounds are known: one stands above another where its lower bound is above the other's
/// upper bound, and its rank is one more than the number of those above it. Items of one rank are ordered by `before`,
/// and are tied where their order is not proven. O(n log n).
[[nodiscard]] std::vector<RankedItem> proven_ranks(std::span<const double> lower, std::span<const double> upper,
                                                   const std::function<bool(std::size_t, std::size_t)>& before);

/// `value` rounded to a number of significant decimal digits.
[[nodiscard]] double round_significant(double value, int digits);

}  // namespace regionet

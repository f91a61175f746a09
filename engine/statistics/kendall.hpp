// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

namespace regionet {

/// How far two rankings of the same items agree: Kendall's tau-b, which allows for ties.
/// Definition   (C - D) / sqrt((P - P_a) (P - P_b)): C and D count the pairs of items that `a` and `b` put in the same
/// and
///              in the opposite order, P all pairs, P_a and P_b the pairs that are tied in `a` and in `b`. From -1
///              to 1.
/// Undefined    where `a` or `b` has one value only, or fewer than two items.
/// Cost         O(n log n) time, 24n bytes.
/// Throws       std::invalid_argument where the sizes differ or a value is not a number.
/// Source       Kendall 1945, The treatment of ties in ranking problems; Knight 1966 for the counting.
[[nodiscard]] std::optional<double> kendall_tau_b(std::span<const double> a, std::span<const double> b);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace regionet {

/// How far the heads of two rankings agree: rank-biased overlap, which weighs a depth by `persistence` to its power and
/// allows for items that only one of the rankings has.
/// Definition   (1-p) sum_{d=1..k} p^(d-1) A_d + p^k A_k; A_d = 2 |S_d and T_d| / (|S_d| + |T_d|), S_d and T_d the
/// items
///              with rank d or better (ties whole), k the number of items of the longer ranking. 0 where no item is in
///              both, 1 where the rankings are the same.
/// Input        the rank of each item in `a` and in `b`, from 1; 0 where the ranking lacks it.
/// Undefined    where a ranking has no item.
/// Cost         O(n) time and memory.
/// Throws       std::invalid_argument where the sizes differ, or persistence is not between 0 and 1.
/// Source       Webber, Moffat, Zobel 2010: the extrapolated form, ties as in their section 4.
[[nodiscard]] std::optional<double> rank_biased_overlap(std::span<const std::uint32_t> a,
                                                        std::span<const std::uint32_t> b, double persistence = 0.9);

}  // namespace regionet

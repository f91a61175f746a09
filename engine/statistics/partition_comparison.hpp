// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace regionet {

/// How much two partitions of the same things agree. With n(a, b) things in group a of the one and b of the other, row
/// and column sums n(a) and n(b), H the entropies and I the mutual information in nats:
///   nmi  2 I / (H(A) + H(B)); in [0, 1]
///   ami  (I - E(I)) / ((H(A) + H(B)) / 2 - E(I)), E over all tables with the same sums: 0 for what chance would give
///   ari  (S - E(S)) / ((P(A) + P(B)) / 2 - E(S)), S pairs together in both, P pairs together in one,
///        E(S) = P(A) P(B) / C(n, 2)
///   vi   H(A) + H(B) - 2 I, in nats, a metric; 0 for equal partitions
/// Equal partitions have 1, 1, 1 and 0, also where the quotient is 0/0; otherwise a quotient with the denominator 0 is
/// 0. Source       Danon et al. 2005; Vinh, Epps, Bailey 2010; Hubert, Arabie 1985; Meila 2007.
struct PartitionComparison {
  double nmi = 0;
  double ami = 0;
  double ari = 0;
  double vi = 0;
};

/// Labels are any numbers. O(n log n), the expectation O(groups * n) at most.
/// Throws std::invalid_argument where the partitions differ in size or have nothing in them.
[[nodiscard]] PartitionComparison compare_partitions(std::span<const std::uint32_t> a,
                                                     std::span<const std::uint32_t> b);

/// The variation of information alone, O(n log n).
[[nodiscard]] double variation_of_information(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

/// Numbers for the groups of `b` that follow `a`: pairs of groups with the largest overlap are matched first (equal
/// overlaps: by the smaller group of a, then of b), each group once; groups of b without a partner are numbered on. So
/// a colour stays with the group that has most in common. Labels of `a` are 0..count-1. Returns the new label of each
/// thing.
[[nodiscard]] std::vector<std::uint32_t> match_labels(std::span<const std::uint32_t> a,
                                                      std::span<const std::uint32_t> b);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

namespace regionet {

/// Several rankings of the same items as one: Borda's count.
/// Definition   for each item the share of the other items that stand behind it, those tied with it by half; the mean
/// of
///              that over the rankings. From 0 (last in all) to 1 (first in all); the mean over the items is 1/2.
/// Input        for each ranking a position for each item: the smaller the better, equal ones are tied.
/// Undefined    with one item alone: empty, as with no ranking.
/// Cost         O(rankings n log n) time, 16n bytes.
/// Throws       std::invalid_argument where the sizes differ.
/// Source       Borda 1781, Memoire sur les elections au scrutin.
[[nodiscard]] std::vector<double> borda(std::span<const std::vector<double>> positions);

}  // namespace regionet

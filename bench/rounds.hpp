// SPDX-License-Identifier: Apache-2.0
// In which order contenders run, so that no place in a round is better than another.
#pragma once

#include <cstddef>
#include <vector>

namespace regionet::bench {

/// How many rounds `trials` become: a whole square where there are enough for one, since only that is balanced.
[[nodiscard]] int rounds_for(std::size_t contenders, int trials);

/// The order of one round. The rounds of a square are a balanced Latin square (Williams 1949): every contender stands
/// at every place equally often, and follows every other one equally often, so what a run leaves in the caches and in
/// the clock of the processor falls on all alike.
[[nodiscard]] std::vector<std::size_t> order_of_round(std::size_t contenders, int round);

}  // namespace regionet::bench

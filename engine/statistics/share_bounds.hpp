// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace regionet {

struct ShareBounds {
  double lower = 0;
  double upper = 1;
};

/// Bounds of a chance of which `hits` in `draws` independent draws were seen.
/// Definition   all q with draws * KL(hits/draws, q) <= log_inverse; each end fails with probability at most
///              exp(-log_inverse), whatever the chance is.
/// Range        0 <= lower <= hits/draws <= upper <= 1; rounded outwards.
/// Cost         O(1): bisection to 1e-9 of the bound.
/// Throws       std::invalid_argument for no draws, more hits than draws, or log_inverse that is not positive.
/// Source       Chernoff 1952; Hoeffding 1963, theorem 1.
[[nodiscard]] ShareBounds share_bounds(std::uint64_t hits, std::uint64_t draws, double log_inverse);

}  // namespace regionet

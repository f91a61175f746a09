// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace regionet {

/// The chance of at least `drawn_marked` marked things among `drawn` ones, drawn without return from `all` of which
/// `marked` are marked. O(drawn) time. Throws std::invalid_argument where more are marked or drawn than there are.
/// Source       Fisher 1934; the one-sided exact test.
[[nodiscard]] double hypergeometric_tail(std::uint64_t all, std::uint64_t marked, std::uint64_t drawn,
                                         std::uint64_t drawn_marked);

/// For each p-value the smallest rate of false discoveries at which it is still taken for one. O(k log k).
/// Source       Benjamini, Hochberg 1995.
[[nodiscard]] std::vector<double> false_discovery_rates(std::span<const double> p_values);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace regionet {

/// A counter-based random number: a function of (seed, item, draw) alone, so that any thread may make any number.
/// The mixing step is the finaliser of SplitMix64 (Steele, Lea, Flood 2014), applied once a key.
[[nodiscard]] constexpr std::uint64_t random_bits(std::uint64_t seed, std::uint64_t item, std::uint64_t draw = 0) {
  const auto mix = [](std::uint64_t x) {
    x += 0x9E3779B97F4A7C15U;
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31U);
  };
  return mix(mix(mix(seed) ^ item) ^ draw);
}

/// A uniform double in [0, 1) with 53 random bits.
[[nodiscard]] constexpr double random_unit(std::uint64_t seed, std::uint64_t item, std::uint64_t draw = 0) {
  return static_cast<double>(random_bits(seed, item, draw) >> 11U) * 0x1p-53;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>

#include "graphs/runtime/random.hpp"

namespace regionet {

/// A random order of the numbers 0..size-1 that needs no memory: a Feistel network over the next power of four,
/// walked until it falls inside (Black, Rogaway 2002). The same for the same seed, any place at once.
class Permutation {
 public:
  Permutation(std::uint64_t size, std::uint64_t seed)
      : size_(size), half_((static_cast<unsigned>(std::bit_width(size > 1 ? size - 1 : 1)) + 1) / 2), seed_(seed) {}

  [[nodiscard]] std::uint64_t operator()(std::uint64_t place) const {
    do {
      place = mix(place);
    } while (place >= size_);
    return place;
  }

 private:
  [[nodiscard]] std::uint64_t mix(std::uint64_t value) const {
    constexpr unsigned rounds = 6;
    const std::uint64_t mask = (std::uint64_t{1} << half_) - 1;
    std::uint64_t left = value >> half_;
    std::uint64_t right = value & mask;
    for (unsigned round = 0; round < rounds; ++round) {
      const std::uint64_t next = left ^ (random_bits(seed_, right, round) & mask);
      left = right;
      right = next;
    }
    return left << half_ | right;
  }

  std::uint64_t size_;
  unsigned half_;
  std::uint64_t seed_;
};

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "graphs/runtime/random.hpp"

namespace regionet {

/// A random order of the numbers 0..size-1, the same for the same seed, any place at once.
///
/// Few numbers are shuffled (Fisher, Yates): every order is equally likely. Many need no memory: a Feistel network of
/// six rounds over the next power of four, walked until it falls inside (Black, Rogaway 2002).
class Permutation {
 public:
  Permutation(std::uint64_t size, std::uint64_t seed)
      : size_(size), half_((static_cast<unsigned>(std::bit_width(size > 1 ? size - 1 : 1)) + 1) / 2), seed_(seed) {
    if (size > few) return;
    shuffled_.resize(size);
    std::iota(shuffled_.begin(), shuffled_.end(), 0U);
    for (std::uint64_t i = size; i > 1; --i) std::swap(shuffled_[i - 1], shuffled_[random_bits(seed, i) % i]);
  }

  [[nodiscard]] std::uint64_t operator()(std::uint64_t place) const {
    if (size_ <= few) return shuffled_[place];
    do {
      place = mix(place);
    } while (place >= size_);
    return place;
  }

 private:
  static constexpr std::uint64_t few = 1U << 16U;

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
  std::vector<std::uint32_t> shuffled_;
};

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "graphs/csr/graph.hpp"

namespace regionet {

/// Ordered pairs of vertices, to ask for, to put in and to take out in constant time. It holds as many pairs as it was
/// made for; the places are tried one after the other from where a pair belongs, at most half of them are full.
class PairSet {
 public:
  explicit PairSet(std::size_t most) : places_(std::bit_ceil(2 * most + 2), none) {
    shift_ = 64 - std::countr_zero(places_.size());
  }

  [[nodiscard]] bool contains(Vertex a, Vertex b) const { return places_[place_of(key_of(a, b))] != none; }
  void insert(Vertex a, Vertex b) { places_[place_of(key_of(a, b))] = key_of(a, b); }

  /// What stands behind the gap and belongs before it moves up, so that no search ends too early.
  void erase(Vertex a, Vertex b) {
    std::size_t gap = place_of(key_of(a, b));
    places_[gap] = none;
    for (std::size_t at = next(gap); places_[at] != none; at = next(at)) {
      const std::size_t wanted = home_of(places_[at]);
      const bool between = gap < at ? gap < wanted && wanted <= at : gap < wanted || wanted <= at;
      if (between) continue;
      places_[gap] = places_[at];
      places_[at] = none;
      gap = at;
    }
  }

 private:
  static constexpr std::uint64_t none = ~std::uint64_t{0};  // no vertex has the number 2^32 - 1 twice

  [[nodiscard]] static std::uint64_t key_of(Vertex a, Vertex b) { return std::uint64_t{a} << 32U | b; }
  [[nodiscard]] std::size_t home_of(std::uint64_t key) const { return key * 0x9E3779B97F4A7C15U >> shift_; }
  [[nodiscard]] std::size_t next(std::size_t at) const { return at + 1 == places_.size() ? 0 : at + 1; }
  [[nodiscard]] std::size_t place_of(std::uint64_t key) const {
    std::size_t at = home_of(key);
    while (places_[at] != none && places_[at] != key) at = next(at);
    return at;
  }

  std::vector<std::uint64_t> places_;
  int shift_ = 0;
};

}  // namespace regionet

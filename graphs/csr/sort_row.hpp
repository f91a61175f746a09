// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "graphs/csr/graph.hpp"

namespace regionet {

/// The target of an arc: a bare Vertex, or a struct that has one.
struct TargetOf {
  Vertex operator()(Vertex arc) const { return arc; }
  template <typename Numbered>
  Vertex operator()(const Numbered& arc) const {
    return arc.target;
  }
};
inline constexpr TargetOf target_of;

/// Sorts rows of arcs by target, equal targets in the order they had; one sorter a thread, its scratch is used again.
///
/// Short rows by insertion, long ones by counting digits of the target (LSD radix sort), as many bits at once as make
/// the fewest passes. ArcType is a Vertex, or a struct with a `target`. O(d) a row above 64 arcs.
template <typename ArcType>
class RowSorter {
 public:
  explicit RowSorter(std::size_t vertices)
      : passes_(std::max(1U, (bits(vertices) + widest - 1) / widest)),
        width_((bits(vertices) + passes_ - 1) / passes_) {}

  void sort(std::span<ArcType> row) {
    if (std::ranges::is_sorted(row, {}, target_of)) return;
    if (row.size() <= short_row) {
      insert(row);
    } else if (row.size() < radix_row) {
      merge(row);
    } else {
      count(row);
    }
  }

 private:
  static unsigned bits(std::size_t vertices) { return static_cast<unsigned>(std::bit_width(vertices)); }
  static constexpr unsigned widest = 11;
  static constexpr std::size_t short_row = 32;
  static constexpr std::size_t radix_row = 128;

  static void insert(std::span<ArcType> row) {
    for (std::size_t i = 1; i < row.size(); ++i) {
      const ArcType arc = row[i];
      std::size_t at = i;
      for (; at > 0 && target_of(arc) < target_of(row[at - 1]); --at) row[at] = row[at - 1];
      row[at] = arc;
    }
  }

  void merge(std::span<ArcType> row) {
    if constexpr (std::is_same_v<ArcType, Vertex>) {
      std::ranges::sort(row);
    } else {
      std::ranges::stable_sort(row, {}, target_of);
    }
  }

  void count(std::span<ArcType> row) {
    scratch_.resize(std::max(scratch_.size(), row.size()));
    std::span<ArcType> from = row;
    std::span<ArcType> to(scratch_.data(), row.size());
    for (unsigned pass = 0; pass < passes_; ++pass, std::swap(from, to)) {
      const unsigned shift = pass * width_;
      const Vertex mask = (Vertex{1} << width_) - 1;
      std::fill_n(next_.begin(), mask + std::size_t{1}, 0U);
      for (const ArcType& arc : from) ++next_[target_of(arc) >> shift & mask];
      std::uint32_t total = 0;
      for (std::size_t digit = 0; digit <= mask; ++digit) total += std::exchange(next_[digit], total);
      for (const ArcType& arc : from) to[next_[target_of(arc) >> shift & mask]++] = arc;
    }
    if (from.data() != row.data()) std::ranges::copy(from, row.begin());
  }

  unsigned passes_;
  unsigned width_;
  std::array<std::uint32_t, std::size_t{1} << widest> next_{};
  std::vector<ArcType> scratch_;
};

}  // namespace regionet

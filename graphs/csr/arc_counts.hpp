// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <span>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/bits.hpp"

namespace regionet {

/// A look at how many edges each arc stands for; small enough to be handed on by value.
class CountsView {
 public:
  CountsView() = default;
  explicit CountsView(std::span<const std::uint32_t> counts) : counts_(counts.data()) {}
  CountsView(const std::uint64_t* several, const std::uint32_t* before, const std::uint32_t* counts)
      : several_(several), before_(before), counts_(counts) {}

  [[nodiscard]] std::uint32_t operator[](Arc arc) const {
    if (several_ == nullptr) return counts_[arc];
    const std::uint64_t word = several_[arc / 64];
    const std::uint64_t bit = std::uint64_t{1} << (arc % 64);
    return (word & bit) == 0 ? 1 : counts_[before_[arc / 64] + count_bits(word & (bit - 1))];
  }

 private:
  const std::uint64_t* several_ = nullptr;
  const std::uint32_t* before_ = nullptr;
  const std::uint32_t* counts_ = nullptr;
};

/// How many edges each arc of a graph stands for, as few are more than one: a bit an arc, and a number where it is set.
///
/// Cost  1.5 bits an arc, and 4 bytes an arc that stands for several edges; O(1) a look.
class ArcCounts {
 public:
  ArcCounts() = default;
  /// All are 1 until they are set; `several` of them will be set to more, each once.
  ArcCounts(std::size_t arcs, std::size_t several)
      : size_(arcs), several_((arcs + 63) / 64), before_(several_.size()), counts_(several) {}

  /// No arcs, where none stands for several edges.
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint32_t operator[](Arc arc) const { return view()[arc]; }
  [[nodiscard]] CountsView view() const { return {several_.data(), before_.data(), counts_.data()}; }

  /// Sets the count of an arc, of those that are set the `place`th in the order of the arcs. By any thread.
  void set(Arc arc, std::size_t place, std::uint32_t count) {
    const std::atomic_ref<std::uint64_t> word(several_[arc / 64]);
    word.fetch_or(std::uint64_t{1} << (arc % 64), std::memory_order_relaxed);
    counts_[place] = count;
  }
  /// To be called when all are set, before the first look.
  void finish();

 private:
  std::size_t size_ = 0;
  std::vector<std::uint64_t> several_;  // a bit an arc
  std::vector<std::uint32_t> before_;   // bits set before each word
  std::vector<std::uint32_t> counts_;   // one a bit
};

}  // namespace regionet

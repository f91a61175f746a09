// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/random.hpp"

namespace regionet {

/// The vertices 0..n-1 in random order, every order equally likely; a function of `key`.
[[nodiscard]] inline std::vector<Vertex> shuffled_vertices(std::size_t n, std::uint64_t key) {
  std::vector<Vertex> order(n);
  std::iota(order.begin(), order.end(), 0U);
  for (std::size_t i = n; i > 1; --i) std::swap(order[i - 1], order[random_bits(key, i) % i]);
  return order;
}

/// First in, first out; every vertex waits at most once. It starts with all of them, in the order given.
class VertexQueue {
 public:
  explicit VertexQueue(std::vector<Vertex> start)
      : ring_(std::move(start)), waiting_(ring_.size(), true), count_(ring_.size()) {}

  [[nodiscard]] bool empty() const { return count_ == 0; }
  Vertex pop() {
    const Vertex v = ring_[head_];
    head_ = head_ + 1 == ring_.size() ? 0 : head_ + 1;
    --count_;
    waiting_[v] = false;
    return v;
  }
  void push(Vertex v) {
    if (waiting_[v]) return;
    waiting_[v] = true;
    const std::size_t tail = head_ + count_;
    ring_[tail < ring_.size() ? tail : tail - ring_.size()] = v;
    ++count_;
  }

 private:
  std::vector<Vertex> ring_;
  std::vector<std::uint8_t> waiting_;
  std::size_t head_ = 0;
  std::size_t count_;
};

}  // namespace regionet

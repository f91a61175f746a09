// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/core.hpp"

#include <algorithm>
#include <numeric>

#include "graphs/csr/simple.hpp"

namespace regionet {
namespace {

/// Vertices in the order of what is left of their degree, which only falls, by one at a time.
class Peeling {
 public:
  explicit Peeling(GraphView graph)
      : graph_(graph), left_(graph.vertex_count()), place_(graph.vertex_count()), order_(graph.vertex_count()) {
    std::uint32_t most = 0;
    for (Vertex v = 0; v < left_.size(); ++v) {
      left_[v] = static_cast<std::uint32_t>(graph.end(v) - graph.begin(v));
      most = std::max(most, left_[v]);
    }
    first_.assign(most + std::size_t{2}, 0);
    for (const std::uint32_t degree : left_) ++first_[degree + std::size_t{1}];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    std::vector<std::uint32_t> next = first_;
    for (Vertex v = 0; v < left_.size(); ++v) {
      place_[v] = next[left_[v]]++;
      order_[place_[v]] = v;
    }
  }

  std::vector<std::uint32_t> peel() && {
    for (const Vertex v : order_) {  // what is still ahead changes its order meanwhile
      for (const Vertex u : graph_.neighbours(v)) {
        if (left_[u] > left_[v]) lower(u);
      }
    }
    return std::move(left_);
  }

 private:
  /// Moves a vertex to the front of those with as much left, and gives them up one place.
  void lower(Vertex u) {
    const std::uint32_t front = first_[left_[u]]++;
    const Vertex other = order_[front];
    std::swap(order_[front], order_[place_[u]]);
    place_[other] = place_[u];
    place_[u] = front;
    --left_[u];
  }

  GraphView graph_;
  std::vector<std::uint32_t> left_, place_, first_;
  std::vector<Vertex> order_;
};

}  // namespace

std::vector<std::uint32_t> core_numbers(GraphView graph, const RunContext& run) {
  const SimpleGraph simple(graph, run);
  return Peeling(simple.view()).peel();
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graphs/csr/graph.hpp"

namespace regionet {

/// How many partners a place has in common with others, for one place after another; the workspace is used again.
/// Needs a simple undirected graph, which must outlive it. O(sum of the degrees of the partners) a place, 8n bytes.
class SharedPartners {
 public:
  explicit SharedPartners(GraphView graph) : graph_(graph), count_(graph.vertex_count(), 0) {}

  void look(Vertex v) {
    for (const Vertex u : met_) count_[u] = 0;
    met_.clear();
    for (const Vertex partner : graph_.neighbours(v)) {
      for (const Vertex u : graph_.neighbours(partner)) {
        if (u == v) continue;
        if (count_[u]++ == 0) met_.push_back(u);
      }
    }
  }

  /// The other places that share a partner with the one looked at, in the order in which they are met.
  [[nodiscard]] std::span<const Vertex> met() const { return met_; }
  [[nodiscard]] std::uint32_t with(Vertex u) const { return count_[u]; }

 private:
  GraphView graph_;
  std::vector<std::uint32_t> count_;
  std::vector<Vertex> met_;
};

}  // namespace regionet

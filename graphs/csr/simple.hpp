// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Visits the distinct values of two sorted rows together, without `self`, rising.
template <typename Visit>
void visit_distinct(std::span<const Vertex> a, std::span<const Vertex> b, Vertex self, Visit visit) {
  Vertex last = self;
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    const bool from_a = j == b.size() || (i < a.size() && a[i] <= b[j]);
    const Vertex next = from_a ? a[i++] : b[j++];
    if (next == self || next == last) continue;
    visit(next);
    last = next;
  }
}

/// The simple undirected graph under a graph: u and v are tied where there is an arc either way; no loops, no parallel
/// arcs. It looks at the graph itself where that is simple already, and then must not outlive it.
class SimpleGraph {
 public:
  /// O(n + m) time; memory only where the graph is not simple.
  explicit SimpleGraph(GraphView, const RunContext& = {});

  [[nodiscard]] GraphView view() const { return view_; }

 private:
  Graph owned_;
  GraphView view_;
};

}  // namespace regionet

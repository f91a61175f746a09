// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

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

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// A graph whose vertices are numbered anew by falling degree (equal ones by their old number), so that the rows that
/// are looked at most lie together in the cache. Kernels run on `graph`; `order` leads back, in one place.
struct PreparedGraph {
  Graph graph;
  std::vector<Vertex> order;  ///< old number by new
  std::vector<Vertex> place;  ///< new number by old

  /// Values by new number, put in the order of the old ones.
  template <typename Value>
  [[nodiscard]] std::vector<Value> restore(std::span<const Value> values) const {
    std::vector<Value> out(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) out[order[i]] = values[i];
    return out;
  }
};

/// The vertices by falling degree, equal ones by their number. O(n).
[[nodiscard]] std::vector<Vertex> vertices_by_degree(GraphView);

/// Prepares a graph; `arcs`, where given, receives the old arc of each new one, for weights to follow.
/// Determinism  the same bytes for any number of threads.
/// Cost         O(n + m); beside the result 8 bytes a vertex and thread, and 16 an arc where `arcs` is given or the
/// graph
///              is not symmetric.
[[nodiscard]] PreparedGraph prepare_by_degree(GraphView, const RunContext& = {}, std::vector<Arc>* arcs = nullptr);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/csr/graph.hpp"

namespace regionet {

struct Subgraph {
  Graph graph;
  std::vector<Vertex> vertices;  ///< old number by new, rising
  std::vector<Arc> arcs;         ///< old arc of each new one, for weights to follow
};

/// The induced subgraph: the chosen vertices in their old order, and every arc between two of them.
/// Throws std::invalid_argument where `chosen` has not one flag a vertex. O(n + m).
[[nodiscard]] Subgraph induced_subgraph(GraphView, const std::vector<bool>& chosen);

}  // namespace regionet

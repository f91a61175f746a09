// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Where a network hangs together by one tie or one place alone.
/// Definition   a bridge is a tie, an articulation point a vertex, without which there are more components; a
/// biconnected
///              component is a largest set of ties any two of which lie on a common cycle (or one bridge).
/// Counts       ties of the simple graph under the given one; parallel arcs are one tie here.
/// Cost         O(n + m) time, no recursion.
/// Determinism  sequential.
/// Source       Hopcroft, Tarjan 1973, Algorithm 447.
struct CutsResult {
  std::vector<std::pair<Vertex, Vertex>> bridges;  ///< the smaller vertex first, sorted
  std::vector<Vertex> articulation_points;         ///< sorted
  std::size_t biconnected_components = 0;
};
[[nodiscard]] CutsResult cuts(GraphView, const RunContext& = {});

}  // namespace regionet

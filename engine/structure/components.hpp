// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Vertices in groups, numbered by their smallest vertex.
struct ComponentsResult {
  std::vector<std::uint32_t> component;  ///< of each vertex
  std::vector<std::uint32_t> size;       ///< of each component
};

/// Connected components: which places can be reached from each other at all, whatever the direction of the arcs.
/// Counts       every arc as a connection both ways.
/// Cost         close to O(n + m) time, 4n bytes; of the largest component most arcs are never looked at.
/// Determinism  integers; the same for any number of threads.
/// Source       Sutton, Ben-Nun, Barak 2018, Optimizing parallel graph connectivity computation via subgraph sampling.
[[nodiscard]] ComponentsResult components(GraphView, const RunContext& = {});

/// Strongly connected components: places that reach each other along the arcs.
/// Cost         O(n + m) time, no recursion.
/// Source       Tarjan 1972; Nuutila, Soisalon-Soininen 1994.
[[nodiscard]] ComponentsResult strong_components(GraphView);

/// The largest component, the first one of those as large; none where there are no vertices.
[[nodiscard]] std::uint32_t largest(const ComponentsResult&);

}  // namespace regionet

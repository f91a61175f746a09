// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/csr/arc_counts.hpp"
#include "graphs/csr/graph.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Edges to build a graph from: edge i runs from ends[2i] to ends[2i + 1].
struct EdgeColumns {
  std::span<const Vertex> ends;
  std::span<const double> weights;  ///< one an edge; empty: 1 each

  [[nodiscard]] std::size_t size() const { return ends.size() / 2; }
};

/// What becomes of edges with the same ends.
enum class Merge : std::uint8_t { none, sum, min, max, first };

struct BuildOptions {
  bool directed = false;
  Merge merge = Merge::sum;
};

struct BuiltGraph {
  Graph graph;
  /// Of each arc; empty where the edges have none. An undirected loop's two arcs carry the weight each.
  Buffer<double> weights;
  /// How many edges each arc was merged from; empty where none was merged. Of edges without weights these are the sums.
  ArcCounts counts;
};

/// Builds the rows of a graph, sorted, and merges parallel edges (in their order, so the bits of a sum never change).
/// Determinism  the same bytes for any number of threads.
/// Cost         O(n + m) time; beside the result 8 bytes a vertex and as many more a thread, 4 an arc of a directed
/// graph,
///              and 8 bytes an arc with weights.
/// Throws       std::invalid_argument where an end is not below `vertices`, vertices are 2^32 or more, or the estimate
///              is above the run's memory limit; before anything is allocated.
[[nodiscard]] BuiltGraph build_graph(std::size_t vertices, EdgeColumns, const BuildOptions& = {},
                                     const RunContext& = {});

/// Bytes that `build_graph` needs at its peak, the edges themselves not counted.
[[nodiscard]] std::uint64_t build_bytes(std::size_t vertices, std::uint64_t edges, bool weighted, bool directed,
                                        const RunContext& = {});

}  // namespace regionet

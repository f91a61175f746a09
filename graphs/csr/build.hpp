// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/csr/graph.hpp"

namespace regionet {

/// One tie to build a graph from, with its weight.
struct WeightedPair {
  Vertex from = 0;
  Vertex to = 0;
  double weight = 1;
};

/// A simple graph whose parallel ties were summed up.
struct MergedGraph {
  Graph graph;
  std::vector<double> weights;        ///< of each arc; an undirected loop's two arcs carry the weight each
  std::vector<std::uint32_t> counts;  ///< how many pairs each arc was merged from
};

/// Builds a simple graph: pairs with the same ends are summed in the order given, so the bits never change.
/// Undirected unless `directed`. Throws std::invalid_argument where an end is not below `vertices`.
/// O(n + m) time and 2 words a pair beside the result.
[[nodiscard]] MergedGraph build_merged(std::size_t vertices, std::span<const WeightedPair>, bool directed);

/// The graph with every arc turned round; `arcs`, where given, receives the old arc of each new one.
/// O(n + m).
[[nodiscard]] Graph transpose(GraphView, std::vector<Arc>* arcs = nullptr);

}  // namespace regionet

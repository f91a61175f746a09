// SPDX-License-Identifier: Apache-2.0
// Every small graph, and random ones: inputs for tests that hold for any graph.
#pragma once

#include <vector>

#include "graphs/csr/build.hpp"
#include "graphs/runtime/random.hpp"

namespace regionet::test {

struct WeightedPair {
  Vertex from = 0;
  Vertex to = 0;
  double weight = 1;
};
using Pairs = std::vector<WeightedPair>;

/// A graph with a weight and a count for each arc, also where all are 1.
struct MergedGraph {
  Graph graph;
  std::vector<double> weights;
  std::vector<std::uint32_t> counts;
};

inline MergedGraph build_merged(std::size_t vertices, const Pairs& pairs, bool directed, const RunContext& run = {},
                                Merge merge = Merge::sum) {
  std::vector<Vertex> ends;
  std::vector<double> weights;
  for (const WeightedPair& pair : pairs) {
    ends.insert(ends.end(), {pair.from, pair.to});
    weights.push_back(pair.weight);
  }
  BuiltGraph built = build_graph(vertices, {ends, weights}, {.directed = directed, .merge = merge}, run);
  const std::size_t arcs = built.graph.view().arc_count();
  std::vector<double> arc_weights(built.weights.begin(), built.weights.end());
  std::vector<std::uint32_t> arc_counts(arcs, 1);
  for (Arc arc = 0; arc < built.counts.size(); ++arc) arc_counts[arc] = built.counts[arc];
  arc_weights.resize(arcs, 1);
  return {std::move(built.graph), std::move(arc_weights), std::move(arc_counts)};
}

/// Calls `body(vertices, pairs)` for every undirected graph on `vertices` vertices; loops too where asked for.
template <typename Body>
void for_each_graph(std::size_t vertices, bool directed, bool loops, Body body) {
  Pairs all;
  for (Vertex u = 0; u < vertices; ++u) {
    for (Vertex v = directed ? 0 : u; v < vertices; ++v) {
      if (u != v || loops) all.push_back({u, v, 1});
    }
  }
  for (std::uint64_t mask = 0; mask < (std::uint64_t{1} << all.size()); ++mask) {
    Pairs pairs;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if ((mask >> i & 1U) != 0) pairs.push_back(all[i]);
    }
    body(vertices, pairs);
  }
}

/// `count` random pairs with loops and repeats, weights in (0, 1].
inline Pairs random_pairs(std::size_t vertices, std::size_t count, std::uint64_t seed) {
  Pairs pairs;
  for (std::size_t i = 0; i < count; ++i) {
    pairs.push_back({static_cast<Vertex>(random_bits(seed, i, 0) % vertices),
                     static_cast<Vertex>(random_bits(seed, i, 1) % vertices), 1 - random_unit(seed, i, 2)});
  }
  return pairs;
}

}  // namespace regionet::test

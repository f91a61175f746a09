// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Betweenness: how often a place lies on the shortest ways between others.
/// Definition   sum over pairs s, t (both other than v) of the share of the shortest paths from s to t that pass v;
///              unordered pairs of an undirected graph, ordered ones of a directed. `normalised` divides by
///              (n-1)(n-2)/2, or (n-1)(n-2) of a directed graph.
/// Counts       loops not at all; paths with lengths that differ only by the round-off of adding (1e-12) are equal.
/// Cost         unit lengths: O(n m) time, eight sources at a time, 230n bytes a thread; lengths: O(n m log n). Of an
///              undirected graph trees are folded away first: n and m are what is left.
/// Determinism  sums run in the order of sources and arcs: the same bits for any number of threads.
/// Stops        a stop request: the scores so far, of no use as such.
/// Throws       std::invalid_argument for a graph with parallel arcs; std::overflow_error where there are more shortest
///              paths than a double can count (1e308).
/// Source       Freeman 1977; Brandes 2001, A faster algorithm for betweenness centrality.
struct BetweennessOptions {
  bool normalised = false;
};
struct BetweennessResult {
  std::vector<double> score;
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] BetweennessResult betweenness(GraphView, const Lengths&, const BetweennessOptions& = {},
                                            const RunContext& = {});

}  // namespace regionet

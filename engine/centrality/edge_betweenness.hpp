// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/centrality/betweenness.hpp"

namespace regionet {

/// Edge betweenness: how often a tie lies on the shortest ways between places.
/// Definition   sum over pairs s, t of the share of the shortest paths from s to t that run along the tie; unordered
/// pairs
///              of an undirected graph, ordered ones of a directed. `normalised` divides by n(n-1)/2, or n(n-1) of a
///              directed graph.
/// Shape        a number an arc; both arcs of an undirected edge have the same. Loops have 0.
/// Counts, cost, determinism, stops, throws   as `betweenness`; 16m bytes more a thread.
/// Source       Girvan, Newman 2002; Brandes 2008, On variants of shortest-path betweenness centrality.
[[nodiscard]] BetweennessResult edge_betweenness(GraphView, const Lengths&, const BetweennessOptions& = {},
                                                 const RunContext& = {});

}  // namespace regionet

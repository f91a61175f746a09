// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Local clustering that heeds the direction of ties.
/// Definition   over the partners of v (arcs either way), k of them; b(u, w) = in how many directions u and w are tied:
///              ldbc     arcs between partners of v / (k (k - 1)), not heeding the direction of the arcs at v. Not
///              defined
///                       below two partners (LDBC Graphalytics: 0).
///              fagiolo  sum over pairs of partners j, h of b(v, j) b(v, h) b(j, h) / (d (d - 1) - 2 r), d = sum of
///                       b(v, .), r = partners with arcs both ways: the share of directed triangles among all that
///                       could be. Not defined where there could be none (NetworkX: 0).
///              Both are in [0, 1]; of an undirected graph both are the share of pairs of partners that are partners.
/// Counts       parallel arcs once; loops not at all. NetworkX's clustering of directed graphs is fagiolo.
/// Cost         O(sum of squared degrees + m log m) time, a byte an arc and n bytes a thread.
/// Determinism  integers, then one division each.
/// Stops        a stop request: places not reached have no value, the outcome says `stopped`.
/// Source       Iosup et al. 2016, LDBC Graphalytics; Fagiolo 2007, Clustering in complex directed networks.
struct DirectedClusteringResult {
  std::vector<std::optional<double>> ldbc;
  std::vector<std::optional<double>> fagiolo;
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] DirectedClusteringResult directed_clustering(GraphView, const RunContext& = {});

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Weighted local clustering: whether the partners of a place are tied to each other, heeding how strong the ties are.
/// Definition   over the triangles (v, j, h) of v, k = degree, s = sum of w(v, .):
///              barrat  sum of (w(v, j) + w(v, h)) / (s (k - 1)): the share of the strength that lies in triangles.
///              onnela  2 sum of (w(v, j) w(v, h) w(j, h))^(1/3) / (W k (k - 1)), W = the largest weight of the
///              network:
///                      the mean strength of what could be triangles.
///              Both are in [0, 1], with equal weights the share of pairs of partners that are partners. Not defined
///              below two partners (NetworkX: 0); barrat not where s is 0, onnela not where W is 0.
/// Counts       ties of the simple graph under the given one; the strengths of all arcs between two places add up.
///              igraph's weighted local transitivity is barrat, NetworkX's weighted clustering is onnela.
/// Cost         O(m^1.5) time; 24 bytes a tie, and 24n bytes a thread.
/// Determinism  triangles are summed up in 64 blocks of places in their order: the same bits for any number of threads.
/// Stops        a stop request; what is there so far is then of no use.
/// Throws       std::invalid_argument for a negative strength.
/// Source       Barrat, Barthelemy, Pastor-Satorras, Vespignani 2004; Onnela, Saramaki, Kertesz, Kaski 2005.
struct WeightedClusteringResult {
  std::vector<std::optional<double>> barrat;
  std::vector<std::optional<double>> onnela;
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] WeightedClusteringResult weighted_clustering(GraphView, Strengths, const RunContext& = {});

}  // namespace regionet

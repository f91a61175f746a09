// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Centrality in a network of two sides, measured by the most that a place of its side could have: so that places of
/// both sides compare. The place has `own` vertices on its side, itself included, and `other` on the other.
/// Definition   degree       partners / other. Not defined where the other side is empty.
///              closeness    (a + 2b) / the sum of the distances to the a places of the other and b of its own side in
///                           reach, the least that it could be, times the share (a + b) / (n - 1) of all places that
///                           are in reach. 0 without partners. In a connected network Borgatti and Everett's, (other +
///                           2 (own - 1)) / sum. (NetworkX takes the whole sides for a and b everywhere, and so can
///                           come above 1 in a network of several components.)
///              betweenness  betweenness (each pair once) / the most that a place of its side can have: 1/2 (other^2
///                           (s+1)^2 + other (s+1) (2t-s-1) - t (2s-t+3)), s = (own - 1) div other, t = the remainder.
///                           Not defined where that is 0: no place of the side can lie between others.
///              All in [0, 1]; ties are steps of length 1 whatever their weight.
/// Counts       distinct partners; parallel arcs once.
/// Cost         degree O(n + m); closeness as `distances`; betweenness as `betweenness`.
/// Determinism  the same bits for any number of threads.
/// Stops        a stop request; what is there so far is then of no use.
/// Throws       std::invalid_argument for a directed graph, where there is not one side a vertex, or for an arc within
/// a
///              side.
/// Source       Borgatti, Everett 1997, Network analysis of 2-mode data.
struct TwoModeScores {
  std::vector<std::optional<double>> score;
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] TwoModeScores two_mode_degree(GraphView, const std::vector<bool>& first, const RunContext& = {});
[[nodiscard]] TwoModeScores two_mode_closeness(GraphView, const std::vector<bool>& first, const RunContext& = {});
[[nodiscard]] TwoModeScores two_mode_betweenness(GraphView, const std::vector<bool>& first, const RunContext& = {});

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/centrality/spectral_laplacian.hpp"

namespace regionet {

/// Scores of the members of a component, in their order.
struct CurrentFlowResult {
  std::vector<double> score;
  Outcome outcome = Outcome::complete;
};

/// Current-flow closeness, or information centrality: how near a place is to the others along all ways at once.
/// Definition   (n - 1) / sum of the effective resistances to the others, within the largest component of n vertices.
/// Counts       a tie of strength w conducts w; parallel ways add up, so that many weak ways are as good as a strong
/// one. Range        positive; 1 / the mean resistance. NetworkX gives 1 / the sum. Cost         n solves with the
/// factor, on all threads; 16n bytes a thread. Determinism  a solve is sequential: the same bits for any number of
/// threads. Stops        a stop request: no scores. Source       Stephenson, Zelen 1989; Brandes, Fleischer 2005,
/// Centrality measures based on current flow.
[[nodiscard]] CurrentFlowResult current_flow_closeness(const GroundedLaplacian&, const RunContext& = {});

/// Current-flow (random-walk) betweenness: how much of the current between others flows through a place.
/// Definition   sum over unordered pairs s, t other than v of the current through v when one unit goes in at s and out
/// at
///              t, within the largest component. `normalised` divides by (n-1)(n-2)/2, as NetworkX does.
/// Counts       as current_flow_closeness.
/// Cost         O(n m log n) time, 8n^2 bytes for all potentials.
/// Determinism  the same bits for any number of threads.
/// Stops        a stop request: no scores.
/// Throws       std::invalid_argument, with the estimate, where the memory limit is too small.
/// Source       Newman 2005; Brandes, Fleischer 2005.
[[nodiscard]] CurrentFlowResult current_flow_betweenness(const GroundedLaplacian&, GraphView, Strengths,
                                                         bool normalised, const RunContext& = {});

}  // namespace regionet

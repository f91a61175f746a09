// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Maximum flow between two places: how strongly they are tied in all, along every way at once.
/// Definition   the most that can flow from source to target if an arc carries no more than its strength, and as much
///              leaves every other place as comes to it; the same as the least strength of ties that must be cut to
///              part the two. An undirected tie carries its strength either way. 0 where there is no path.
/// Counts       parallel arcs add up; loops carry nothing. Units of the strengths (unit: ways that share no tie).
/// Cost         O(n^2 m c) time at worst, c = the strength of the cut in its smallest unit; the ways are found by two
///              growing trees, which on most networks takes few searches. 24 bytes an arc and 60n. Boost.Graph's
///              algorithm of Boykov and Kolmogorov.
/// Determinism  sequential; the same bits always. Sums of strengths that are not integers carry round-off.
/// Throws       std::invalid_argument before any work: source and target the same or no vertices, a negative strength
///              or one that is not a finite number.
/// Source       Ford, Fulkerson 1956; Boykov, Kolmogorov 2004.
struct MaxFlowResult {
  double value = 0;
  std::vector<bool> near_source;  ///< the places on the source's side of a smallest cut
};
[[nodiscard]] MaxFlowResult max_flow(GraphView, Strengths, Vertex source, Vertex target, const RunContext& = {});

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// What a tie of a projection weighs.
enum class ProjectionWeight : std::uint8_t { shared, newman, resource };

/// Projection of a two-mode network onto one side: places are tied where they share partners.
/// Definition   over the partners p that i and j share, k = number of partners:
///              shared    how many there are (plain: look at the graph alone);
///              newman    sum of 1 / (k(p) - 1): so that every place, but for those whose partners have no other, has
///              as
///                        strength the number of its partners with others;
///              resource  arc i to j: sum of 1 / (k(i) k(p)): i shares a unit out among its partners, and these theirs
///                        among all of theirs. Directed, with what comes back to i as a loop, so that the arcs out of
///                        a place with partners sum to 1.
/// Counts       distinct partners, whatever direction and weight.
/// Cost         O(sum over ties (v, p) of degree(p)) time; up to the square of the largest degree of the other side in
///              arcs.
/// Determinism  sums run in the order of the partners; the same bits for any number of threads.
/// Stops        a stop request: places not reached have no ties, the outcome says `stopped`.
/// Throws       std::invalid_argument where there is not one side a vertex, or for an arc within a side.
/// Source       newman: Newman 2001, Scientific collaboration networks II; resource: Zhou, Ren, Medo, Zhang 2007,
///              Bipartite network projection and personal recommendation.
struct Projection {
  Graph graph;
  std::vector<double> strengths;  ///< of each arc
  std::vector<Vertex> vertices;   ///< old number by new, rising
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] Projection projection(GraphView, const std::vector<bool>& first, bool side,
                                    ProjectionWeight = ProjectionWeight::shared, const RunContext& = {});

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Average neighbour degree: how many partners the partners of a place have.
/// Definition   the mean of the degrees of the partners u of v; `weighted`: sum of w(v, u) degree(u) / sum of w(v, u).
///              Not defined without partners (NetworkX: 0), weighted not where their ties weigh 0 together.
/// Counts       ties of the simple graph under the given one: direction, loops and parallel arcs do not count, the
///              strengths of the arcs between two places add up (NetworkX: degrees out or in, loops as neighbours).
/// Cost         O(n + m) time; a graph that is not simple is made so first.
/// Determinism  sums run in the order of the arcs; the same bits for any number of threads.
/// Stops        a stop request: places not reached have no value, the outcome says `stopped`.
/// Throws       std::invalid_argument for a negative strength where weighted.
/// Source       Pastor-Satorras, Vazquez, Vespignani 2001; weighted: Barrat, Barthelemy, Pastor-Satorras, Vespignani
///              2004.
struct NeighbourDegreeOptions {
  bool weighted = false;
};
struct NeighbourDegreeResult {
  std::vector<std::optional<double>> score;
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] NeighbourDegreeResult average_neighbour_degree(GraphView, Strengths, const NeighbourDegreeOptions& = {},
                                                             const RunContext& = {});

/// Partner diversity: how evenly a place's strength is spread over its partners.
/// Definition   entropy: H = - sum of p ln p over the partners u, p = w(v, u) / sum of w(v, u), in nats, 0 to
///              ln(partners); effective: exp(H), as many equal partners would be as diverse, 1 to the number of
///              partners. Not defined without partners, or where their ties weigh 0 together. igraph's `diversity` is
///              H / ln(partners).
/// Counts       as `average_neighbour_degree`; a tie of weight 0 adds nothing.
/// Cost         O(n + m) time.
/// Determinism  sums run in the order of the arcs; the same bits for any number of threads.
/// Stops        as `average_neighbour_degree`.
/// Throws       std::invalid_argument for a negative strength.
/// Source       Shannon 1948; Eagle, Macy, Claxton 2010, Network diversity and economic development; effective number:
///              Hill 1973, Diversity and evenness.
struct PartnerDiversityResult {
  std::vector<std::optional<double>> entropy;
  std::vector<std::optional<double>> effective;
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] PartnerDiversityResult partner_diversity(GraphView, Strengths, const RunContext& = {});

}  // namespace regionet

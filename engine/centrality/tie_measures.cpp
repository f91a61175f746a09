// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/centrality_measures.hpp"
#include "engine/centrality/edge_betweenness.hpp"

namespace regionet {
namespace {

VertexScores tie_strength_scores(const MeasureInput& input, const Parameters&) {
  VertexScores out;
  out.values.reserve(input.graph.arc_count());
  for (Arc arc = 0; arc < input.graph.arc_count(); ++arc) out.values.emplace_back(input.strengths[arc]);
  return out;
}

VertexScores edge_betweenness_scores(const MeasureInput& input, const Parameters& parameters) {
  const BetweennessOptions options{.normalised = flag_of(parameters, "normalised", false)};
  const BetweennessResult result = edge_betweenness(input.graph, input.lengths, options, input.run);
  return defined_scores(result.score, result.outcome);
}

const std::vector<VertexMeasure> tie_rows{
    {.name = "strength",
     .definition = "The weight of a tie: its agreements, where each counts once.",
     .needs = "any graph",
     .cost = "O(m)",
     .source = "Barrat, Barthelemy, Pastor-Satorras, Vespignani 2004",
     .compute = tie_strength_scores},
    {.name = "edge_betweenness",
     .definition = "How often a tie lies on the shortest ways between two places; each pair counts once.",
     .needs = "lengths (--lengths)",
     .cost = "O(n m)",
     .source = "Girvan, Newman 2002; Brandes 2008",
     .parameters = {{"normalised", "true divides by the number of pairs of places (default false)"}},
     .compute = edge_betweenness_scores,
     .memory = {.vertex = 128, .arc = 24, .vertex_of_thread = 256}},
};

}  // namespace

std::span<const VertexMeasure> centrality_tie_measures() { return tie_rows; }

}  // namespace regionet

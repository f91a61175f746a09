// SPDX-License-Identifier: Apache-2.0
// The rows of the measures that take ties for conductors, on the largest component.
#include "engine/centrality/centrality_measures.hpp"
#include "engine/centrality/current_flow.hpp"
#include "engine/centrality/fiedler.hpp"

namespace regionet {
namespace {

/// Scores of the members as scores of all vertices.
VertexScores on_members(const MeasureInput& input, const GroundedLaplacian& laplacian, std::span<const double> scores,
                        Outcome outcome) {
  VertexScores out = undefined_scores(input.graph.vertex_count(), "it lies outside the largest component");
  out.outcome = outcome;
  for (std::size_t i = 0; i < scores.size(); ++i) out.values[laplacian.members()[i]] = scores[i];
  return out;
}

/// What `compute` finds on the factored Laplacian, or the reason why there is none.
template <typename Compute>
VertexScores with_laplacian(const MeasureInput& input, Compute compute) {
  const std::string reason = GroundedLaplacian::missing(input.graph, input.strengths);
  if (!reason.empty()) return undefined_scores(input.graph.vertex_count(), reason);
  return compute(GroundedLaplacian(input.graph, input.strengths, input.run));
}

VertexScores current_flow_closeness_scores(const MeasureInput& input, const Parameters&) {
  return with_laplacian(input, [&](const GroundedLaplacian& laplacian) {
    const CurrentFlowResult result = current_flow_closeness(laplacian, input.run);
    return on_members(input, laplacian, result.score, result.outcome);
  });
}

VertexScores current_flow_betweenness_scores(const MeasureInput& input, const Parameters& parameters) {
  const bool normalised = flag_of(parameters, "normalised", false);
  return with_laplacian(input, [&](const GroundedLaplacian& laplacian) {
    const CurrentFlowResult result =
        current_flow_betweenness(laplacian, input.graph, input.strengths, normalised, input.run);
    return on_members(input, laplacian, result.score, result.outcome);
  });
}

VertexScores fiedler_scores(const MeasureInput& input, const Parameters&) {
  return with_laplacian(input, [&](const GroundedLaplacian& laplacian) {
    const FiedlerResult result = fiedler(laplacian, input.run);
    VertexScores out = on_members(input, laplacian, result.vector, result.outcome);
    if (result.vector.empty()) out.undefined = "the eigenvalue is a multiple one: no single vector is meant";
    return out;
  });
}

const std::vector<VertexMeasure> flow_rows{
    {.name = "current_flow_closeness",
     .definition = "How near a place is to the others along all ways at once: 1 / the mean effective resistance.",
     .needs = "undirected; positive weights; of the largest component",
     .cost = "n sparse solves",
     .source = "Stephenson, Zelen 1989; Brandes, Fleischer 2005",
     .compute = current_flow_closeness_scores,
     .nonnegative = true,
     .memory = {.vertex = 256, .arc = 24}},
    {.name = "current_flow_betweenness",
     .definition = "How much of the current between two others flows through a place, over all pairs.",
     .needs = "undirected; positive weights; of the largest component",
     .cost = "O(n m log n), 8 n^2 bytes",
     .source = "Newman 2005; Brandes, Fleischer 2005",
     .parameters = {{"normalised", "true divides by the number of pairs of other places (default false)"}},
     .compute = current_flow_betweenness_scores,
     .nonnegative = true,
     .memory = {.vertex = 256, .arc = 24, .vertex_pair = 8}},
    {.name = "fiedler",
     .definition =
         "On which side of the weakest cut a place stands: the vector of the algebraic connectivity, L2 norm 1.",
     .needs = "undirected; positive weights; of the largest component",
     .cost = "a sparse Cholesky factor and some tens of solves",
     .source = "Fiedler 1973",
     .compute = fiedler_scores,
     .nonnegative = true,
     .memory = {.vertex = 512, .arc = 24}},
};

}  // namespace

std::span<const VertexMeasure> flow_measures() { return flow_rows; }

}  // namespace regionet

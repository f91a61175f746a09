// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/centrality_measures.hpp"

#include "engine/centrality/degree.hpp"

namespace regionet {
namespace {

template <typename Result>
VertexScores all_defined(const Result& result) {
  return {.values = {result.score.begin(), result.score.end()}, .outcome = result.outcome};
}

VertexScores strength_scores(const MeasureInput& input, const Parameters&) {
  return all_defined(strength(input.graph, input.strengths, input.run));
}

VertexScores degree_scores(const MeasureInput& input, const Parameters&) {
  return all_defined(degree(input.graph, input.run));
}

const std::vector<VertexMeasure> rows{
    {.name = "strength",
     .definition = "The sum of the weights of the ties of a place: its agreements, where each counts once.",
     .needs = "any graph",
     .cost = "O(n + m)",
     .source = "Barrat, Barthelemy, Pastor-Satorras, Vespignani 2004",
     .compute = strength_scores},
    {.name = "degree",
     .definition = "The number of distinct partners of a place.",
     .needs = "any graph",
     .cost = "O(n + m)",
     .source = "Freeman 1978",
     .compute = degree_scores},
};

}  // namespace

std::span<const VertexMeasure> centrality_measures() { return rows; }

}  // namespace regionet

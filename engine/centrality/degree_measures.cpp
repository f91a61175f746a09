// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/centrality_measures.hpp"
#include "engine/centrality/degree.hpp"
#include "engine/centrality/participation.hpp"
#include "engine/centrality/partners.hpp"

namespace regionet {
namespace {

constexpr const char* no_partner = "no partner, or none whose tie weighs anything";

VertexScores directed_degree_scores(const MeasureInput& input, std::vector<std::uint32_t> DirectedDegreeResult::*side) {
  const DirectedDegreeResult result = directed_degree(input.graph, input.run);
  return defined_scores(result.*side, result.outcome);
}

VertexScores directed_strength_scores(const MeasureInput& input, std::vector<double> DirectedStrengthResult::*side) {
  const DirectedStrengthResult result = directed_strength(input.graph, input.strengths, input.run);
  return defined_scores(result.*side, result.outcome);
}

VertexScores neighbour_degree_scores(const MeasureInput& input, const Parameters& parameters) {
  const NeighbourDegreeOptions options{.weighted = flag_of(parameters, "weighted", false)};
  NeighbourDegreeResult result = average_neighbour_degree(input.graph, input.strengths, options, input.run);
  return {.values = std::move(result.score), .undefined = no_partner, .outcome = result.outcome};
}

VertexScores diversity_scores(const MeasureInput& input,
                              std::vector<std::optional<double>> PartnerDiversityResult::*number) {
  PartnerDiversityResult result = partner_diversity(input.graph, input.strengths, input.run);
  return {.values = std::move(result.*number), .undefined = no_partner, .outcome = result.outcome};
}

VertexScores participation_scores(const MeasureInput& input, const Parameters&) {
  if (!input.view.network().has_types()) {
    return undefined_scores(input.graph.vertex_count(), "the network has no types of agreements");
  }
  return {.values = type_participation(input.view), .undefined = "no agreement in the view"};
}

const std::vector<VertexMeasure> degree_rows{
    {.name = "in_degree",
     .definition = "The number of distinct partners whose ties run to a place; without directions the degree.",
     .needs = "any graph",
     .cost = "O(n + m)",
     .source = "Wasserman, Faust 1994",
     .compute = [](const MeasureInput& input,
                   const Parameters&) { return directed_degree_scores(input, &DirectedDegreeResult::in); }},
    {.name = "out_degree",
     .definition = "The number of distinct partners to whom ties run from a place; without directions the degree.",
     .needs = "any graph",
     .cost = "O(n + m)",
     .source = "Wasserman, Faust 1994",
     .compute = [](const MeasureInput& input,
                   const Parameters&) { return directed_degree_scores(input, &DirectedDegreeResult::out); }},
    {.name = "in_strength",
     .definition = "The sum of the weights of the ties that run to a place; without directions the strength.",
     .needs = "any graph",
     .cost = "O(n + m)",
     .source = "Barrat, Barthelemy, Pastor-Satorras, Vespignani 2004",
     .compute = [](const MeasureInput& input,
                   const Parameters&) { return directed_strength_scores(input, &DirectedStrengthResult::in); }},
    {.name = "out_strength",
     .definition = "The sum of the weights of the ties that run from a place; without directions the strength.",
     .needs = "any graph",
     .cost = "O(n + m)",
     .source = "Barrat, Barthelemy, Pastor-Satorras, Vespignani 2004",
     .compute = [](const MeasureInput& input,
                   const Parameters&) { return directed_strength_scores(input, &DirectedStrengthResult::out); }},
    {.name = "average_neighbour_degree",
     .definition = "The mean number of partners that the partners of a place have.",
     .needs = "a partner; weighted: weights that are not negative; direction, loops and parallel arcs do not count",
     .cost = "O(n + m)",
     .source = "Pastor-Satorras, Vazquez, Vespignani 2001; weighted: Barrat, Barthelemy, Pastor-Satorras, Vespignani "
               "2004",
     .parameters = {{"weighted", "true takes partners in proportion to the weight of the tie (default false)"}},
     .compute = neighbour_degree_scores,
     .nonnegative_with = [](const Parameters& parameters) { return flag_of(parameters, "weighted", false); }},
    {.name = "partner_diversity",
     .definition = "How evenly the strength of a place is spread over its partners: Shannon's entropy in nats.",
     .needs = "a partner; weights that are not negative; loops do not count",
     .cost = "O(n + m)",
     .source = "Shannon 1948; Eagle, Macy, Claxton 2010",
     .compute = [](const MeasureInput& input,
                   const Parameters&) { return diversity_scores(input, &PartnerDiversityResult::entropy); },
     .nonnegative = true,
     .memory = {.vertex = 56}},
    {.name = "effective_partners",
     .definition = "As many partners with ties of equal weight would be as diverse: exp(partner_diversity).",
     .needs = "a partner; weights that are not negative; loops do not count",
     .cost = "O(n + m)",
     .source = "Hill 1973",
     .compute = [](const MeasureInput& input,
                   const Parameters&) { return diversity_scores(input, &PartnerDiversityResult::effective); },
     .nonnegative = true,
     .memory = {.vertex = 56}},
    {.name = "type_participation",
     .definition =
         "How evenly the agreements of a place are spread over types: 1 - the sum of squares of their shares.",
     .needs = "types of agreements; an agreement",
     .cost = "O(agreements)",
     .source = "Guimera, Amaral 2005; Simpson 1949",
     .compute = participation_scores},
};

}  // namespace

std::span<const VertexMeasure> degree_measures() { return degree_rows; }

}  // namespace regionet

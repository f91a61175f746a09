// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/structure_measures.hpp"

#include "engine/structure/core.hpp"
#include "engine/structure/directed_clustering.hpp"
#include "engine/structure/shared_results.hpp"
#include "engine/structure/weighted_clustering.hpp"

namespace regionet {
namespace {

VertexScores core_scores(const MeasureInput& input, const Parameters&) {
  return defined_scores(core_numbers(input.graph, input.run));
}

VertexScores triangle_scores(const MeasureInput& input, const Parameters&) {
  const TrianglesResult& found = input.shared.triangles();
  return defined_scores(found.at, found.outcome);
}

VertexScores weighted_clustering_scores(const MeasureInput& input,
                                        std::vector<std::optional<double>> WeightedClusteringResult::*definition) {
  WeightedClusteringResult found = weighted_clustering(input.graph, input.strengths, input.run);
  return {.values = std::move(found.*definition),
          .undefined = "fewer than two partners, or ties that weigh nothing",
          .outcome = found.outcome};
}

VertexScores directed_clustering_scores(const MeasureInput& input,
                                        std::vector<std::optional<double>> DirectedClusteringResult::*definition) {
  DirectedClusteringResult found = directed_clustering(input.graph, input.run);
  return {.values = std::move(found.*definition), .undefined = "fewer than two partners", .outcome = found.outcome};
}

std::string_view clustering_definition(const Parameters& parameters) {
  return word_of(parameters, "definition", {"undirected", "ldbc", "fagiolo", "barrat", "onnela"});
}

VertexScores clustering_scores(const MeasureInput& input, const Parameters& parameters) {
  const std::string_view definition = clustering_definition(parameters);
  if (definition == "barrat") return weighted_clustering_scores(input, &WeightedClusteringResult::barrat);
  if (definition == "onnela") return weighted_clustering_scores(input, &WeightedClusteringResult::onnela);
  if (definition == "ldbc") return directed_clustering_scores(input, &DirectedClusteringResult::ldbc);
  if (definition == "fagiolo") return directed_clustering_scores(input, &DirectedClusteringResult::fagiolo);
  const TrianglesResult& found = input.shared.triangles();
  return {.values = local_clustering(found), .undefined = "fewer than two partners", .outcome = found.outcome};
}

VertexScores eccentricity_scores(const MeasureInput& input, const Parameters&) {
  const DistancesResult& distances = input.shared.distances();
  return defined_scores(distances.farthest, distances.outcome);
}

VertexScores reach_scores(const MeasureInput& input, const Parameters&) {
  const DistancesResult& distances = input.shared.distances();
  return defined_scores(distances.reach, distances.outcome);
}

const std::vector<VertexMeasure> rows{
    {.name = "core",
     .definition = "The largest k such that a place lies in a part where all have at least k partners in the part.",
     .needs = "any graph; direction, loops and parallel arcs do not count",
     .cost = "O(n + m)",
     .source = "Seidman 1983; Batagelj, Zaversnik 2003",
     .compute = core_scores,
     .memory = {.vertex = 48, .arc = 4}},
    {.name = "triangles",
     .definition = "How many pairs of its partners are partners of each other.",
     .needs = "any graph; direction, loops and parallel arcs do not count",
     .cost = "O(m^1.5)",
     .source = "Latapy 2008",
     .compute = triangle_scores,
     .memory = {.vertex = 56, .arc = 6, .vertex_of_thread = 16}},
    {.name = "clustering",
     .definition = "The share of pairs of its partners that are partners of each other.",
     .needs = "two partners; loops and parallel arcs do not count; barrat and onnela: weights that are not negative",
     .cost = "O(m^1.5); ldbc and fagiolo: O(sum of squared degrees)",
     .source = "Watts, Strogatz 1998; Iosup et al. 2016 (LDBC); Fagiolo 2007; Barrat et al. 2004; Onnela et al. 2005",
     .parameters = {{"definition",
                     "undirected (direction does not count), ldbc (arcs between partners), fagiolo (directed "
                     "triangles), barrat (share of the strength) or onnela (mean weight of triangles) (default "
                     "undirected)"}},
     .compute = clustering_scores,
     .nonnegative_with =
         [](const Parameters& parameters) {
           const std::string_view definition = clustering_definition(parameters);
           return definition == "barrat" || definition == "onnela";
         },
     .memory = {.vertex = 56, .arc = 6, .vertex_of_thread = 16}},
    {.name = "eccentricity",
     .definition = "The distance to the farthest place in reach.",
     .needs = "lengths (--lengths)",
     .cost = "O(n (n + m)), 512 sources at a time",
     .source = "Harary 1969",
     .compute = eccentricity_scores,
     .memory = search_memory},
    {.name = "reach",
     .definition = "How many other places can be reached along ties.",
     .needs = "any graph",
     .cost = "O(n (n + m)), 512 sources at a time",
     .source = "Wasserman, Faust 1994",
     .compute = reach_scores,
     .memory = search_memory},
};

}  // namespace

std::span<const VertexMeasure> structure_measures() { return rows; }

}  // namespace regionet

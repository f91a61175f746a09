// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/structure_measures.hpp"

#include "engine/structure/core.hpp"
#include "engine/structure/shared_results.hpp"

namespace regionet {
namespace {

VertexScores core_scores(const MeasureInput& input, const Parameters&) {
  return defined_scores(core_numbers(input.graph, input.run));
}

VertexScores triangle_scores(const MeasureInput& input, const Parameters&) {
  const TrianglesResult& found = input.shared.triangles();
  return defined_scores(found.at, found.outcome);
}

VertexScores clustering_scores(const MeasureInput& input, const Parameters&) {
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
     .compute = core_scores},
    {.name = "triangles",
     .definition = "How many pairs of its partners are partners of each other.",
     .needs = "any graph; direction, loops and parallel arcs do not count",
     .cost = "O(m^1.5)",
     .source = "Latapy 2008",
     .compute = triangle_scores},
    {.name = "clustering",
     .definition = "The share of pairs of its partners that are partners of each other.",
     .needs = "two partners; direction, loops and parallel arcs do not count",
     .cost = "O(m^1.5)",
     .source = "Watts, Strogatz 1998",
     .compute = clustering_scores},
    {.name = "eccentricity",
     .definition = "The distance to the farthest place in reach.",
     .needs = "lengths (--lengths)",
     .cost = "O(n (n + m)), 512 sources at a time",
     .source = "Harary 1969",
     .compute = eccentricity_scores},
    {.name = "reach",
     .definition = "How many other places can be reached along ties.",
     .needs = "any graph",
     .cost = "O(n (n + m)), 512 sources at a time",
     .source = "Wasserman, Faust 1994",
     .compute = reach_scores},
};

}  // namespace

std::span<const VertexMeasure> structure_measures() { return rows; }

}  // namespace regionet

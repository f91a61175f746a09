// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/structural_holes.hpp"
#include "engine/structure/structure_measures.hpp"

namespace regionet {
namespace {

VertexScores holes_scores(const MeasureInput& input,
                          std::vector<std::optional<double>> StructuralHolesResult::*number) {
  StructuralHolesResult result = structural_holes(input.graph, input.strengths, input.run);
  return {.values = std::move(result.*number),
          .undefined = "no partner, or none whose tie weighs anything",
          .outcome = result.outcome};
}

const std::vector<VertexMeasure> local_rows{
    {.name = "constraint",
     .definition = "How far a place depends on few partners that are tied to each other: low where it bridges holes.",
     .needs = "a partner; weights that are not negative; direction and loops do not count",
     .cost = "O(sum of squared degrees)",
     .source = "Burt 1992; Burt 2004",
     .compute = [](const MeasureInput& input,
                   const Parameters&) { return holes_scores(input, &StructuralHolesResult::constraint); },
     .nonnegative = true,
     .memory = {.vertex = 64, .vertex_of_thread = 20}},
    {.name = "effective_size",
     .definition = "How many partners of a place remain once those that are tied to each other count as one.",
     .needs = "a partner; weights that are not negative; direction and loops do not count",
     .cost = "O(sum of squared degrees)",
     .source = "Burt 1992",
     .compute = [](const MeasureInput& input,
                   const Parameters&) { return holes_scores(input, &StructuralHolesResult::effective_size); },
     .nonnegative = true,
     .memory = {.vertex = 64, .vertex_of_thread = 20}},
};

}  // namespace

std::span<const VertexMeasure> local_measures() { return local_rows; }

}  // namespace regionet

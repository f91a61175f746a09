// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/birank.hpp"
#include "engine/centrality/centrality_measures.hpp"
#include "engine/centrality/two_mode_centrality.hpp"
#include "engine/structure/two_mode.hpp"
#include "engine/structure/two_mode_clustering.hpp"

namespace regionet {
namespace {

/// Runs `kernel(first)` where the network has two sides; else no place has a score.
template <typename Kernel>
VertexScores on_two_sides(const MeasureInput& input, const char* undefined, Kernel kernel) {
  if (!input.view.two_mode()) {
    return undefined_scores(input.graph.vertex_count(), "the view has not exactly two sides");
  }
  auto result = kernel(first_sides(input.view));
  return {.values = std::move(result.score), .undefined = undefined, .outcome = result.outcome};
}

using TwoModeKernel = TwoModeScores (*)(GraphView, const std::vector<bool>&, const RunContext&);

VertexScores normalised_scores(const MeasureInput& input, const char* undefined, TwoModeKernel kernel) {
  if (input.graph.facts().directed) {
    return undefined_scores(input.graph.vertex_count(), "the network has directions");
  }
  return on_two_sides(input, undefined,
                      [&](const std::vector<bool>& first) { return kernel(input.graph, first, input.run); });
}

VertexScores two_mode_clustering_scores(const MeasureInput& input, const Parameters& parameters) {
  const std::string_view definition =
      word_of(parameters, "definition", {"latapy", "latapy_min", "latapy_max", "opsahl"});
  if (definition == "opsahl") {
    return on_two_sides(input, "no path of four ties has the place in the middle", [&](const std::vector<bool>& first) {
      return opsahl_clustering(input.graph, first, input.run);
    });
  }
  const SharedOf base = definition == "latapy_min"   ? SharedOf::fewer
                        : definition == "latapy_max" ? SharedOf::more
                                                     : SharedOf::all;
  return on_two_sides(input, "no other place has a partner in common", [&](const std::vector<bool>& first) {
    return latapy_clustering(input.graph, first, base, input.run);
  });
}

VertexScores birank_scores(const MeasureInput& input, const Parameters& parameters) {
  if (input.graph.facts().directed) {
    return undefined_scores(input.graph.vertex_count(), "the network has directions");
  }
  if (!input.view.two_mode()) {
    return undefined_scores(input.graph.vertex_count(), "the view has not exactly two sides");
  }
  BirankOptions options;
  options.alpha = number_of(parameters, "alpha", options.alpha);
  options.beta = number_of(parameters, "beta", options.beta);
  options.tolerance = number_of(parameters, "tolerance", options.tolerance);
  const BirankResult result = with_parameters(
      [&] { return birank(input.graph, input.strengths, first_sides(input.view), options, input.run); });
  return defined_scores(result.score, result.outcome, result.residual);
}

VertexScores redundancy_scores(const MeasureInput& input, const Parameters&) {
  return on_two_sides(input, "fewer than two partners",
                      [&](const std::vector<bool>& first) { return redundancy(input.graph, first, input.run); });
}

const std::vector<VertexMeasure> two_mode_rows{
    {.name = "two_mode_degree",
     .definition = "The partners of a place as a share of all places of the other side.",
     .needs = "two sides, no directions",
     .cost = "O(n + m)",
     .source = "Borgatti, Everett 1997",
     .compute = [](const MeasureInput& input,
                   const Parameters&) { return normalised_scores(input, "the other side is empty", two_mode_degree); },
     .memory = {.vertex = 64, .arc = 4}},
    {.name = "two_mode_closeness",
     .definition = "The least that the distances from a place to those in reach could sum to, by what they do, times "
                   "the share of all places that are in reach.",
     .needs = "two sides, no directions; each tie is one step",
     .cost = "O(n (n + m)), 512 sources at a time",
     .source = "Borgatti, Everett 1997; Wasserman, Faust 1994",
     .compute = [](const MeasureInput& input,
                   const Parameters&) { return normalised_scores(input, "", two_mode_closeness); },
     .memory = search_memory},
    {.name = "two_mode_betweenness",
     .definition = "Betweenness as a share of the most that a place of its side could have.",
     .needs = "two sides, no directions; each tie is one step",
     .cost = "O(n m)",
     .source = "Borgatti, Everett 1997",
     .compute =
         [](const MeasureInput& input, const Parameters&) {
           return normalised_scores(input, "no place of its side can lie between others", two_mode_betweenness);
         },
     .memory = paths_memory},
    {.name = "two_mode_clustering",
     .definition = "How far places that share a partner share the others too; definition=opsahl: whether those at the "
                   "ends of two steps over a place meet once more.",
     .needs = "two sides; direction and weights do not count",
     .cost = "O(ties of partners); opsahl: of partners of partners of partners",
     .source = "Latapy, Magnien, Del Vecchio 2008; Opsahl 2013",
     .parameters = {{"definition",
                     "latapy (shared partners as a share of all that the two have), latapy_min (of the fewer), "
                     "latapy_max (of the more) or opsahl (default latapy)"}},
     .compute = two_mode_clustering_scores,
     .memory = {.vertex = 48, .vertex_of_thread = 20}},
    {.name = "redundancy",
     .definition = "The share of the pairs of partners of a place that have another partner in common.",
     .needs = "two sides; two partners; direction and weights do not count",
     .cost = "O(ties of partners of partners)",
     .source = "Latapy, Magnien, Del Vecchio 2008",
     .compute = redundancy_scores,
     .memory = {.vertex = 48, .vertex_of_thread = 20}},
    {.name = "birank",
     .definition = "PageRank of two sides that rank each other: compare within a side.",
     .needs = "two sides; undirected; weights that are not negative",
     .cost = "O(iterations (n + m))",
     .source = "He, Gao, Kan, Wang 2017",
     .parameters = {{"alpha", "how much a place of the first side follows its partners (default 0.85)"},
                    {"beta", "the same of the second side (default 0.85)"},
                    {"tolerance", "the L1 norm of the last change (default 1e-10)"}},
     .compute = birank_scores,
     .nonnegative = true,
     .memory = walk_memory},
};

}  // namespace

std::span<const VertexMeasure> two_mode_measures() { return two_mode_rows; }

}  // namespace regionet

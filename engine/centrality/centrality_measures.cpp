// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/centrality_measures.hpp"

#include <fmt/format.h>

#include "engine/centrality/approximate_betweenness.hpp"
#include "engine/centrality/betweenness.hpp"
#include "engine/centrality/closeness.hpp"
#include "engine/centrality/degree.hpp"
#include "engine/centrality/eigenvector.hpp"
#include "engine/centrality/hits.hpp"
#include "engine/centrality/katz.hpp"
#include "engine/centrality/pagerank.hpp"
#include "engine/structure/shared_results.hpp"

namespace regionet {
namespace {

VertexScores strength_scores(const MeasureInput& input, const Parameters&) {
  const StrengthResult result = strength(input.graph, input.strengths, input.run);
  return defined_scores(result.score, result.outcome);
}

VertexScores degree_scores(const MeasureInput& input, const Parameters&) {
  const DegreeResult result = degree(input.graph, input.run);
  return defined_scores(result.score, result.outcome);
}

VertexScores harmonic_scores(const MeasureInput& input, const Parameters&) {
  if (input.graph.vertex_count() == 1) return undefined_scores(1, "there is no other vertex");
  const DistancesResult& distances = input.shared.distances();
  return defined_scores(harmonic(distances), distances.outcome);
}

VertexScores closeness_scores(const MeasureInput& input, const Parameters&) {
  if (input.graph.vertex_count() == 1) return undefined_scores(1, "there is no other vertex");
  const DistancesResult& distances = input.shared.distances();
  return defined_scores(closeness(distances), distances.outcome);
}

VertexScores betweenness_scores(const MeasureInput& input, const Parameters& parameters) {
  const BetweennessOptions options{.normalised = flag_of(parameters, "normalised", false)};
  const BetweennessResult result = betweenness(input.graph, input.lengths, options, input.run);
  return defined_scores(result.score, result.outcome);
}

VertexScores approximate_betweenness_scores(const MeasureInput& input, const Parameters& parameters) {
  if (!input.lengths.is_unit()) throw ParameterError("approximate_betweenness counts steps; leave --lengths out");
  ApproximateBetweennessOptions options;
  options.epsilon = number_of(parameters, "epsilon", options.epsilon);
  options.delta = number_of(parameters, "delta", options.delta);
  options.top = count_of(parameters, "top", options.top);
  ApproximateBetweennessResult result =
      with_parameters([&] { return approximate_betweenness(input.graph, options, input.run); });
  VertexScores out = defined_scores(result.score, result.outcome);
  out.lower = std::move(result.lower);
  out.upper = std::move(result.upper);
  out.note = fmt::format(
      "approximate_betweenness: every value is right to within {:.2g} with probability {}, by {} paths drawn (seed "
      "{}); "
      "only what these prove is ranked, others share a rank",
      result.widest, 1 - options.delta, result.draws, input.run.seed);
  return out;
}

VertexScores pagerank_scores(const MeasureInput& input, const Parameters& parameters) {
  PagerankOptions options;
  options.damping = number_of(parameters, "damping", options.damping);
  options.tolerance = number_of(parameters, "tolerance", options.tolerance);
  if (const auto file = parameters.find("personalisation"); file != parameters.end())
    options.personalisation = input.weights_from(file->second);
  const PagerankResult result =
      with_parameters([&] { return pagerank(input.graph, input.strengths, options, input.run); });
  return defined_scores(result.score, result.outcome, result.residual);
}

VertexScores eigenvector_scores(const MeasureInput& input, const Parameters& parameters) {
  EigenvectorOptions options;
  options.tolerance = number_of(parameters, "tolerance", options.tolerance);
  const EigenvectorResult result =
      with_parameters([&] { return eigenvector(input.graph, input.strengths, options, input.run); });
  if (result.score.empty() && input.graph.vertex_count() > 0) {
    return undefined_scores(input.graph.vertex_count(), input.graph.facts().directed
                                                            ? "the eigenvalue is 0: the network has no directed cycle"
                                                            : "the eigenvalue is 0: the network has no ties");
  }
  VertexScores out = defined_scores(result.score, result.outcome, result.residual);
  if (result.components_at_zero > 0) {
    out.note = fmt::format("eigenvector: 0 in {} components whose largest eigenvalue is smaller than {:.6g}",
                           result.components_at_zero, result.eigenvalue);
  }
  return out;
}

VertexScores katz_scores(const MeasureInput& input, const Parameters& parameters) {
  KatzOptions options;
  options.alpha = number_of(parameters, "alpha", options.alpha);
  const KatzResult result = with_parameters([&] { return katz(input.graph, input.strengths, options, input.run); });
  return defined_scores(result.score, result.outcome, result.residual);
}

/// Scores of L2 norm 1, or that sum to 1.
VertexScores hits_scores(const MeasureInput& input, const Parameters& parameters,
                         std::vector<double> HitsResult::*side) {
  HitsOptions options;
  options.tolerance = number_of(parameters, "tolerance", options.tolerance);
  const bool sum_to_one = word_of(parameters, "norm", {"l2", "sum"}) == "sum";
  const HitsResult& result = input.shared.kept(fmt::format("hits {}", options.tolerance), [&] {
    return with_parameters([&] { return hits(input.graph, input.strengths, options, input.run); });
  });
  std::vector<double> scores = result.*side;
  if (scores.empty() && input.graph.vertex_count() > 0) {
    return undefined_scores(input.graph.vertex_count(), "the network has no ties");
  }
  double total = 0;
  for (const double score : scores) total += score;
  for (double& score : scores) score /= sum_to_one ? total : 1;
  return defined_scores(scores, result.outcome, result.residual);
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
    {.name = "harmonic",
     .definition = "How near a place is to all others: the mean of 1 / distance, 0 for those out of reach.",
     .needs = "two vertices; lengths (--lengths)",
     .cost = "O(n (n + m)), 512 sources at a time",
     .source = "Marchiori, Latora 2000; Boldi, Vigna 2014",
     .compute = harmonic_scores,
     .memory = search_memory},
    {.name = "closeness",
     .definition = "1 / the mean distance to the places in reach, times the share of all places that are in reach.",
     .needs = "two vertices; lengths (--lengths)",
     .cost = "O(n (n + m)), 512 sources at a time",
     .source = "Wasserman, Faust 1994, formula 5.22",
     .compute = closeness_scores,
     .memory = search_memory},
    {.name = "betweenness",
     .definition = "How often a place lies on the shortest ways between two others; each pair counts once.",
     .needs = "lengths (--lengths)",
     .cost = "O(n m)",
     .source = "Freeman 1977; Brandes 2001",
     .parameters = {{"normalised", "true divides by the number of pairs of other places (default false)"}},
     .compute = betweenness_scores,
     .memory = paths_memory},
    {.name = "approximate_betweenness",
     .definition = "Betweenness divided by the number of pairs, estimated by drawing shortest paths, with bounds.",
     .needs = "unit lengths",
     .cost = "O(log(n) / epsilon^2) searches from both ends",
     .source = "Borassi, Natale 2016",
     .parameters = {{"epsilon", "how far a value may be from the truth (default 0.01)"},
                    {"delta", "the chance that one of them is farther (default 0.1)"},
                    {"top", "stop as soon as the order of so many is proven (default 0: when epsilon is met)"}},
     .compute = approximate_betweenness_scores,
     .memory = {.vertex = 112, .vertex_of_thread = 80}},
    {.name = "pagerank",
     .definition = "How often one comes by a place who follows ties at random and now and then starts anew anywhere.",
     .needs = "weights that are not negative",
     .cost = "O(iterations (n + m))",
     .source = "Page, Brin, Motwani, Winograd 1999",
     .parameters = {{"damping", "the chance to go on along a tie (default 0.85)"},
                    {"tolerance", "the L1 norm of the last change (default 1e-10)"},
                    {"personalisation", "a table id,weight: where one starts anew (default anywhere)"}},
     .compute = pagerank_scores,
     .nonnegative = true,
     .memory = walk_memory},
    {.name = "eigenvector",
     .definition = "A place is central as far as its partners are: the vector of the largest eigenvalue, L2 norm 1.",
     .needs = "weights that are not negative; ties, of a directed network a cycle",
     .cost = "O(products (n + m))",
     .source = "Bonacich 1972",
     .parameters = {{"tolerance", "the relative residual (default 1e-10)"}},
     .compute = eigenvector_scores,
     .nonnegative = true,
     .memory = krylov_memory},
    {.name = "katz",
     .definition = "All walks that lead to a place, each further step counting alpha times as much, raw.",
     .needs = "weights that are not negative",
     .cost = "O(iterations (n + m))",
     .source = "Katz 1953",
     .parameters = {{"alpha", "below 1 / the largest eigenvalue (default 0.85 of that)"}},
     .compute = katz_scores,
     .nonnegative = true,
     .memory = krylov_memory},
    {.name = "hub",
     .definition = "A good hub points to good authorities: the first left singular vector.",
     .needs = "weights that are not negative; ties",
     .cost = "O(iterations (n + m))",
     .source = "Kleinberg 1999",
     .parameters = {{"norm", "l2 or sum: what adds up to 1 (default l2)"},
                    {"tolerance", "the change of the last round (default 1e-12)"}},
     .compute = [](const MeasureInput& input,
                   const Parameters& parameters) { return hits_scores(input, parameters, &HitsResult::hub); },
     .nonnegative = true,
     .memory = walk_memory},
    {.name = "authority",
     .definition = "Good hubs point to a good authority: the first right singular vector.",
     .needs = "weights that are not negative; ties",
     .cost = "O(iterations (n + m))",
     .source = "Kleinberg 1999",
     .parameters = {{"norm", "l2 or sum: what adds up to 1 (default l2)"},
                    {"tolerance", "the change of the last round (default 1e-12)"}},
     .compute = [](const MeasureInput& input,
                   const Parameters& parameters) { return hits_scores(input, parameters, &HitsResult::authority); },
     .nonnegative = true,
     .memory = walk_memory},
};

}  // namespace

std::span<const VertexMeasure> centrality_measures() { return rows; }

}  // namespace regionet

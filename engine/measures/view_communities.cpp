// SPDX-License-Identifier: Apache-2.0
#include "engine/measures/view_communities.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/community/infomap.hpp"
#include "engine/community/label_propagation.hpp"
#include "engine/measures/view_measures.hpp"
#include "graphs/runtime/parallel.hpp"
#include "graphs/runtime/random.hpp"

namespace regionet {
namespace {

std::vector<bool> sides_of(const View& view) {
  std::vector<bool> sides(view.vertex_count());
  for (Vertex v = 0; v < sides.size(); ++v) sides[v] = view.first_side(v);
  return sides;
}

std::size_t count_isolates(GraphView graph) {
  std::vector<bool> tied(graph.vertex_count(), false);
  for (Vertex v = 0; v < tied.size(); ++v) {
    for (const Vertex u : graph.neighbours(v)) {
      if (u != v) tied[u] = tied[v] = true;
    }
  }
  return static_cast<std::size_t>(std::ranges::count(tied, false));
}

/// Runs of label propagation, judged by the objective.
LeidenResult best_labels(const View& view, const LeidenOptions& options, const RunContext& run) {
  require_objective(view.graph(), view.strengths(), options.objective);
  const LabelPropagationOptions labels{.first_side = view.two_mode() ? sides_of(view) : std::vector<bool>()};
  struct Slot {
    LabelPropagationResult found;
    std::optional<double> quality;
  };
  LeidenResult out;
  const Outcome outcome = for_each_in_order(
      run, options.runs, [] { return Slot(); },
      [&](std::size_t number, Slot& slot) {
        const RunContext one{.seed = random_bits(run.seed, number, 0x1A), .stop = run.stop};
        slot.found = label_propagation(view.graph(), view.strengths(), labels, one);
        slot.quality =
            partition_quality(view.graph(), view.strengths(), slot.found.partition.community, options.objective);
      },
      [&](const Slot& slot) {
        out.run_quality.push_back(slot.quality.value_or(0));
        if (options.keep_runs) out.run_labels.push_back(slot.found.partition.community);
        if (out.best_run != 0 && !better_quality(slot.quality.value_or(0), out.quality.value_or(0))) return;
        out.best_run = out.run_quality.size();
        out.quality = slot.quality;
        out.partition = slot.found.partition;
        out.outcome = slot.found.outcome;
      });
  if (outcome == Outcome::stopped) out.outcome = outcome;
  return out;
}

LeidenResult shortest_code(const View& view, const LeidenOptions& options, const RunContext& run) {
  InfomapResult found =
      infomap(view.graph(), view.strengths(), {.runs = options.runs, .keep_runs = options.keep_runs}, run);
  return {.partition = std::move(found.partition),
          .quality = found.codelength,
          .booked = {},
          .best_run = found.best_run,
          .run_quality = std::move(found.run_codelength),
          .run_labels = std::move(found.run_labels),
          .outcome = found.outcome};
}

LeidenResult run_method(const View& view, CommunityMethod method, const LeidenOptions& options, const RunContext& run) {
  switch (method) {
    case CommunityMethod::leiden:
      return leiden(view.graph(), view.strengths(), options, run);
    case CommunityMethod::louvain:
      return louvain(view.graph(), view.strengths(), options, run);
    case CommunityMethod::label_propagation:
      return best_labels(view, options, run);
    case CommunityMethod::infomap:
      return shortest_code(view, options, run);
  }
  return {};
}

}  // namespace

ObjectiveOptions objective_of(const View& view, const CommunityRequest& request) {
  ObjectiveOptions out{
      .objective = request.objective.value_or(view.two_mode() ? Objective::barber : Objective::modularity),
      .resolution = request.resolution};
  if (out.objective == Objective::barber) {
    if (!view.two_mode()) {
      throw std::invalid_argument(
          "objective barber needs two sides: --two-mode for an edge list, or ties between exactly two countries");
    }
    out.first_side = sides_of(view);
  }
  return out;
}

ViewCommunities view_communities(const View& view, const CommunityRequest& request, const RunContext& run) {
  refuse_negative(view, "communities");
  const std::size_t n = view.vertex_count();
  const LeidenOptions options{.objective = objective_of(view, request),
                              .runs = request.runs == 0 ? automatic_runs(n) : request.runs,
                              .keep_runs = request.stability};
  LeidenResult found = run_method(view, request.method, options, run);
  ViewCommunities out{.partition = std::move(found.partition),
                      .objective = options.objective.objective,
                      .quality = found.quality,
                      .best_run = found.best_run,
                      .run_quality = std::move(found.run_quality),
                      .isolates = count_isolates(view.graph()),
                      .outcome = found.outcome};
  if (request.stability && !found.run_labels.empty()) {
    out.stability = stability(view.graph(), out.partition, found.run_labels);
  }
  if (n > 0) out.modularity = partition_quality(view.graph(), view.strengths(), out.partition.community);
  return out;
}

std::vector<ScanPoint> scan_communities(const View& view, const CommunityRequest& request, const RunContext& run) {
  refuse_negative(view, "communities");
  const std::size_t runs = request.runs == 0 ? (automatic_runs(view.vertex_count()) + 9) / 10 : request.runs;
  return scan_resolutions(view.graph(), view.strengths(), scanned_resolutions(),
                          {.objective = objective_of(view, request), .runs = runs}, run);
}

}  // namespace regionet

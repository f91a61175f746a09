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

/// What a method looks for, and among what ties.
struct Search {
  CommunityMethod method = CommunityMethod::leiden;
  LeidenOptions options;
  std::vector<bool> first_side;  // of a two-mode view
};

Search search_of(const View& view, const CommunityRequest& request, std::size_t automatic) {
  return {.method = request.method,
          .options = {.objective = objective_of(view, request),
                      .runs = request.runs == 0 ? automatic : request.runs,
                      .keep_runs = request.stability},
          .first_side = view.two_mode() ? sides_of(view) : std::vector<bool>()};
}

/// Of a search that is made many times.
std::size_t fewer_runs(const View& view) { return (automatic_runs(view.vertex_count()) + 9) / 10; }

/// Runs of label propagation, judged by the objective.
LeidenResult best_labels(GraphView graph, Strengths strengths, const Search& search, const RunContext& run) {
  const LeidenOptions& options = search.options;
  require_objective(graph, strengths, options.objective);
  const LabelPropagationOptions labels{.first_side = search.first_side};
  struct Slot {
    LabelPropagationResult found;
    std::optional<double> quality;
  };
  LeidenResult out;
  const Outcome outcome = for_each_in_order(
      run, options.runs, [] { return Slot(); },
      [&](std::size_t number, Slot& slot) {
        const RunContext one{.seed = random_bits(run.seed, number, 0x1A), .stop = run.stop};
        slot.found = label_propagation(graph, strengths, labels, one);
        slot.quality = partition_quality(graph, strengths, slot.found.partition.community, options.objective);
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

LeidenResult shortest_code(GraphView graph, Strengths strengths, const LeidenOptions& options, const RunContext& run) {
  InfomapResult found = infomap(graph, strengths, {.runs = options.runs, .keep_runs = options.keep_runs}, run);
  return {.partition = std::move(found.partition),
          .quality = found.codelength,
          .booked = {},
          .best_run = found.best_run,
          .run_quality = std::move(found.run_codelength),
          .run_labels = std::move(found.run_labels),
          .outcome = found.outcome};
}

LeidenResult run_search(GraphView graph, Strengths strengths, const Search& search, const RunContext& run) {
  switch (search.method) {
    case CommunityMethod::leiden:
      return leiden(graph, strengths, search.options, run);
    case CommunityMethod::louvain:
      return louvain(graph, strengths, search.options, run);
    case CommunityMethod::label_propagation:
      return best_labels(graph, strengths, search, run);
    case CommunityMethod::infomap:
      return shortest_code(graph, strengths, search.options, run);
  }
  return {};
}

/// What ties of the view keep to: its two sides, or countries.
SwitchingParts switching_parts(const View& view) {
  SwitchingParts parts;
  const std::size_t n = view.vertex_count();
  if (view.two_mode()) {
    for (Vertex v = 0; v < n; ++v) parts.part.push_back(view.first_side(v) ? 0 : 1);
  } else if (view.between() != Between::all) {
    for (Vertex v = 0; v < n; ++v) parts.part.push_back(view.country(v));
    parts.within = view.between() == Between::within;
  }
  return parts;
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
  const Search search = search_of(view, request, automatic_runs(n));
  LeidenResult found = run_search(view.graph(), view.strengths(), search, run);
  ViewCommunities out{.partition = std::move(found.partition),
                      .objective = search.options.objective.objective,
                      .quality = found.quality,
                      .best_run = found.best_run,
                      .run_quality = std::move(found.run_quality),
                      .isolates = count_isolates(view.graph()),
                      .outcome = found.outcome};
  if (request.stability && !found.run_labels.empty()) {
    out.stability = stability(view.graph(), out.partition, found.run_labels);
  }
  if (request.significance > 0 && found.quality && found.outcome != Outcome::stopped) {
    out.significance = community_significance(view, request, run);
    if (out.outcome == Outcome::complete) out.outcome = out.significance->outcome;
  }
  if (n > 0) out.modularity = partition_quality(view.graph(), view.strengths(), out.partition.community);
  return out;
}

NullComparison community_significance(const View& view, const CommunityRequest& request, const RunContext& run) {
  refuse_negative(view, "communities");
  Search search = search_of(view, request, fewer_runs(view));
  search.options.keep_runs = false;
  const double sign = request.method == CommunityMethod::infomap ? -1 : 1;  // a short code is a good one
  const auto quality = [&](GraphView graph, Strengths strengths, std::uint64_t seed) {
    return sign * run_search(graph, strengths, search, {.seed = seed, .stop = run.stop}).quality.value_or(0);
  };
  return compare_with_switched(view.graph(), view.strengths(), quality,
                               {.networks = request.significance, .parts = switching_parts(view)}, run);
}

std::vector<ScanPoint> scan_communities(const View& view, const CommunityRequest& request, const RunContext& run) {
  refuse_negative(view, "communities");
  const Search search = search_of(view, request, fewer_runs(view));
  return scan_resolutions(view.graph(), view.strengths(), scanned_resolutions(), search.options, run);
}

}  // namespace regionet

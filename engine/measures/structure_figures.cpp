// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "engine/centrality/fiedler.hpp"
#include "engine/measures/figures.hpp"
#include "engine/structure/assortativity.hpp"
#include "engine/structure/core.hpp"
#include "engine/structure/diameter.hpp"

namespace regionet {
namespace {

constexpr const char* no_wedge = "no vertex has two partners";
constexpr const char* no_vertices = "no vertices";

Figure mean_distance(const FigureInput& input, bool all_pairs) {
  const DistancesResult& found = input.shared.distances();
  double total = 0;
  double pairs = 0;
  for (std::size_t v = 0; v < found.total.size(); ++v) {
    total += found.total[v];
    pairs += found.reach[v];
  }
  const auto n = static_cast<double>(found.total.size());
  if (pairs == 0) return {std::nullopt, "no pair of vertices has a path"};
  if (all_pairs && pairs < n * (n - 1)) return {std::nullopt, "infinite: some pairs of vertices have no path"};
  return {total / pairs, ""};
}

Figure mean_distance_largest(const FigureInput& input) {
  const ComponentsResult& parts = input.shared.components();
  if (parts.size.empty()) return {std::nullopt, no_vertices};
  const DistancesResult& found = input.shared.distances();
  const std::uint32_t wanted = largest(parts);
  double total = 0;
  double pairs = 0;
  for (std::size_t v = 0; v < found.total.size(); ++v) {
    if (parts.component[v] != wanted) continue;
    total += found.total[v];
    pairs += found.reach[v];
  }
  if (pairs == 0) return {std::nullopt, "the largest component has one vertex"};
  return {total / pairs, ""};
}

Figure diameter_largest(const FigureInput& input) {
  const ComponentsResult& parts = input.shared.components();
  if (parts.size.empty()) return {std::nullopt, no_vertices};
  return {static_cast<double>(diameter(input.view.graph(), parts, largest(parts), input.run).diameter), ""};
}

Figure algebraic_connectivity(const FigureInput& input) {
  const GraphView graph = input.view.graph();
  std::string reason = GroundedLaplacian::missing(graph, input.view.strengths());
  if (!reason.empty()) return {std::nullopt, std::move(reason)};
  const FiedlerResult found = fiedler(GroundedLaplacian(graph, input.view.strengths(), input.run), input.run);
  if (found.outcome != Outcome::complete) return {std::nullopt, "the eigenvalue was not found in 2000 solves"};
  return {found.connectivity, ""};
}

constexpr std::array<NetworkFigure, 16> structure_rows{{
    {"triangles", "triples of vertices that are all partners of each other",
     [](const FigureInput& input) { return count_figure(input.shared.triangles().total); }},
    {"transitivity", "3 * triangles as a share of the pairs of partners of one vertex",
     [](const FigureInput& input) { return or_reason(transitivity(input.shared.triangles()), no_wedge); }},
    {"average_clustering", "mean share of pairs of partners that are partners, over vertices with two and more",
     [](const FigureInput& input) { return or_reason(average_clustering(input.shared.triangles(), false), no_wedge); }},
    {"average_clustering_zero", "the same over all vertices, those with fewer than two partners as 0",
     [](const FigureInput& input) {
       return or_reason(average_clustering(input.shared.triangles(), true), no_vertices);
     }},
    {"degree_assortativity", "correlation of the degrees at the two ends of ties",
     [](const FigureInput& input) {
       return or_reason(degree_assortativity(input.view.graph(), input.run),
                        "undefined: all degrees at ends of ties are equal");
     }},
    {"components", "connected parts, whatever the direction of ties",
     [](const FigureInput& input) { return count_figure(input.shared.components().size.size()); }},
    {"largest_component", "vertices of the largest of them",
     [](const FigureInput& input) {
       const ComponentsResult& parts = input.shared.components();
       return parts.size.empty() ? Figure{std::nullopt, no_vertices} : count_figure(parts.size[largest(parts)]);
     }},
    {"strong_components", "parts whose vertices reach each other along the ties",
     [](const FigureInput& input) { return count_figure(strong_components(input.view.graph()).size.size()); }},
    {"bridges", "ties without which there are more components",
     [](const FigureInput& input) { return count_figure(input.shared.cuts().bridges.size()); }},
    {"articulation_points", "vertices without which there are more components",
     [](const FigureInput& input) { return count_figure(input.shared.cuts().articulation_points.size()); }},
    {"core_max", "the largest k such that a part has k partners within it for every vertex",
     [](const FigureInput& input) {
       const std::vector<std::uint32_t> cores = core_numbers(input.view.graph(), input.run);
       return cores.empty() ? Figure{std::nullopt, no_vertices} : count_figure(std::ranges::max(cores));
     }},
    {"mean_distance_connected_pairs", "mean distance of the ordered pairs of vertices with a path",
     [](const FigureInput& input) { return mean_distance(input, false); }, true},
    {"mean_distance_all_pairs", "the same, where every pair has a path",
     [](const FigureInput& input) { return mean_distance(input, true); }, true},
    {"mean_distance_largest", "the same within the largest component", mean_distance_largest, true},
    {"diameter_largest", "the largest number of ties between two vertices of the largest component, whatever direction",
     diameter_largest},
    {"algebraic_connectivity", "second smallest eigenvalue of the Laplacian of the largest component",
     algebraic_connectivity, true},
}};

}  // namespace

std::span<const NetworkFigure> structure_figures() { return structure_rows; }

}  // namespace regionet

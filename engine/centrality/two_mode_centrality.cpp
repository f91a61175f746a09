// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/two_mode_centrality.hpp"

#include <cmath>
#include <stdexcept>

#include "engine/centrality/betweenness.hpp"
#include "engine/centrality/degree.hpp"
#include "engine/structure/components.hpp"
#include "engine/structure/distances.hpp"
#include "engine/structure/two_mode.hpp"
#include "graphs/csr/simple.hpp"

namespace regionet {
namespace {

using SideSizes = std::array<std::size_t, 2>;

void validate_sides(GraphView graph, const std::vector<bool>& first) {
  if (graph.facts().directed)
    throw std::invalid_argument("Borgatti and Everett's centrality needs an undirected graph");
  require_sides(graph, first);
}

/// The vertices of each component by side.
std::vector<SideSizes> sizes_of_parts(const ComponentsResult& parts, const std::vector<bool>& first) {
  std::vector<SideSizes> out(parts.size.size(), SideSizes{0, 0});
  for (Vertex v = 0; v < first.size(); ++v) ++out[parts.component[v]][first[v]];
  return out;
}

double most_betweenness(double own, double other) {
  const double s = std::floor((own - 1) / other);
  const double t = own - 1 - s * other;
  return (other * other * (s + 1) * (s + 1) + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2;
}

}  // namespace

TwoModeScores two_mode_degree(GraphView graph, const std::vector<bool>& first, const RunContext& run) {
  validate_sides(graph, first);
  const SideSizes sizes = side_sizes(first);
  const DegreeResult partners = degree(graph, run);
  TwoModeScores out{.score = std::vector<std::optional<double>>(first.size()), .outcome = partners.outcome};
  for (std::size_t v = 0; v < first.size(); ++v) {
    const auto other = static_cast<double>(sizes[!first[v]]);
    if (other > 0) out.score[v] = partners.score[v] / other;
  }
  return out;
}

TwoModeScores two_mode_closeness(GraphView graph, const std::vector<bool>& first, const RunContext& run) {
  validate_sides(graph, first);
  const ComponentsResult parts = components(graph, run);
  const std::vector<SideSizes> sizes = sizes_of_parts(parts, first);
  const DistancesResult found = distances(graph, Lengths::unit, run);
  TwoModeScores out{.score = std::vector<std::optional<double>>(first.size(), 0), .outcome = found.outcome};
  for (std::size_t v = 0; v < first.size(); ++v) {
    if (found.reach[v] == 0) continue;
    const SideSizes& near = sizes[parts.component[v]];
    const auto least = static_cast<double>(near[!first[v]] + 2 * (near[first[v]] - 1));
    out.score[v] = least / found.total[v] * found.reach[v] / static_cast<double>(first.size() - 1);
  }
  return out;
}

TwoModeScores two_mode_betweenness(GraphView graph, const std::vector<bool>& first, const RunContext& run) {
  validate_sides(graph, first);
  const SideSizes sizes = side_sizes(first);
  const SimpleGraph simple(graph, run);
  const BetweennessResult found = betweenness(simple.view(), Lengths::unit, {}, run);
  TwoModeScores out{.score = std::vector<std::optional<double>>(first.size()), .outcome = found.outcome};
  for (std::size_t v = 0; v < first.size(); ++v) {
    const auto other = static_cast<double>(sizes[!first[v]]);
    const double most = other > 0 ? most_betweenness(static_cast<double>(sizes[first[v]]), other) : 0;
    if (most > 0) out.score[v] = found.score[v] / most;
  }
  return out;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/edge_betweenness.hpp"

#include <cmath>
#include <stdexcept>

#include "engine/centrality/brandes.hpp"

namespace regionet {
namespace {

/// Each undirected edge carries, on both its arcs, what runs along it one way and the other.
void join_directions(GraphView graph, std::span<double> score) {
  for (Vertex u = 0; u < graph.vertex_count(); ++u) {
    for (Arc arc = graph.begin(u); arc < graph.end(u); ++arc) {
      const Vertex v = graph.target(arc);
      if (v <= u) continue;
      const auto row = graph.neighbours(v);
      const auto place = std::ranges::lower_bound(row, u) - row.begin();
      double& back = score[graph.begin(v) + static_cast<Arc>(place)];
      score[arc] += back;
      back = score[arc];
    }
  }
}

}  // namespace

BetweennessResult edge_betweenness(GraphView graph, const Lengths& lengths, const BetweennessOptions& options,
                                   const RunContext& run) {
  if (graph.facts().has_parallel_arcs)
    throw std::invalid_argument("edge betweenness needs a graph without parallel arcs");
  brandes::ArcScore total(graph);
  const Outcome outcome = brandes::add_dependencies(graph, lengths, {}, total, run);
  const bool directed = graph.facts().directed;
  if (!directed) join_directions(graph, total.score);
  const auto n = static_cast<double>(graph.vertex_count());
  const double pairs = options.normalised ? n * (n - 1) : directed ? 1 : 2;  // undirected pairs were met from both ends
  for (double& score : total.score) {
    if (!std::isfinite(score)) throw std::overflow_error("there are more shortest paths than a number can count");
    score /= pairs;
  }
  return {.score = std::move(total.score), .outcome = outcome};
}

}  // namespace regionet

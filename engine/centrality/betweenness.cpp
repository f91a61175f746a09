// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/betweenness.hpp"

#include <cmath>
#include <stdexcept>

#include "engine/centrality/brandes.hpp"
#include "engine/centrality/leaf_folding.hpp"
#include "graphs/csr/subgraph.hpp"

namespace regionet {
namespace {

Lengths lengths_of_subgraph(const Lengths& lengths, std::span<const Arc> arcs) {
  if (lengths.is_unit()) return Lengths::unit;
  std::vector<double> values;
  values.reserve(arcs.size());
  for (const Arc arc : arcs) values.push_back(lengths[arc]);
  return Lengths(std::move(values));
}

/// Ordered pairs that each vertex lies between. Trees are folded away before the searches.
BetweennessResult between_pairs(GraphView graph, const Lengths& lengths, const RunContext& run) {
  if (!graph.facts().directed) {
    FoldedLeaves leaves = fold_leaves(graph, run);
    if (leaves.folded > 0) {
      const Subgraph core = induced_subgraph(graph, leaves.core);
      std::vector<double> weights;
      for (const Vertex v : core.vertices) weights.push_back(leaves.weight[v]);
      brandes::VertexScore total(core.graph.view());
      const Outcome outcome =
          brandes::add_dependencies(core.graph.view(), lengths_of_subgraph(lengths, core.arcs), weights, total, run);
      for (std::size_t i = 0; i < weights.size(); ++i) leaves.between[core.vertices[i]] += total.score[i];
      return {.score = std::move(leaves.between), .outcome = outcome};
    }
  }
  brandes::VertexScore total(graph);
  const Outcome outcome = brandes::add_dependencies(graph, lengths, {}, total, run);
  return {.score = std::move(total.score), .outcome = outcome};
}

}  // namespace

BetweennessResult betweenness(GraphView graph, const Lengths& lengths, const BetweennessOptions& options,
                              const RunContext& run) {
  if (graph.facts().has_parallel_arcs) throw std::invalid_argument("betweenness needs a graph without parallel arcs");
  BetweennessResult out = between_pairs(graph, lengths, run);
  const auto n = static_cast<double>(graph.vertex_count());
  const double pairs = options.normalised ? (n - 1) * (n - 2) : 1;
  const double twice =
      graph.facts().directed || options.normalised ? 1 : 2;  // undirected pairs were met from both ends
  for (double& score : out.score) {
    if (!std::isfinite(score)) throw std::overflow_error("there are more shortest paths than a number can count");
    score = n < 3 ? 0 : score / (pairs * twice);
  }
  return out;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "graphs/csr/subgraph.hpp"

#include <stdexcept>

namespace regionet {

Subgraph induced_subgraph(GraphView graph, const std::vector<bool>& chosen) {
  const std::size_t n = graph.vertex_count();
  if (chosen.size() != n) throw std::invalid_argument("there is not one flag a vertex");
  Subgraph out;
  std::vector<Vertex> place(n, 0);
  for (Vertex v = 0; v < n; ++v) {
    if (!chosen[v]) continue;
    place[v] = static_cast<Vertex>(out.vertices.size());
    out.vertices.push_back(v);
  }
  std::vector<Arc> offsets{0};
  std::vector<Vertex> targets;
  for (const Vertex v : out.vertices) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      if (!chosen[graph.target(arc)]) continue;
      targets.push_back(place[graph.target(arc)]);
      out.arcs.push_back(arc);
    }
    offsets.push_back(targets.size());
  }
  const Facts facts = compute_facts(GraphView(offsets, targets, {.directed = graph.facts().directed}));
  out.graph = Graph(std::move(offsets), std::move(targets), facts);
  return out;
}

}  // namespace regionet

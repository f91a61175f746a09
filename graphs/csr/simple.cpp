// SPDX-License-Identifier: Apache-2.0
#include "graphs/csr/simple.hpp"

#include <algorithm>

#include "graphs/csr/transpose.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {}  // namespace

SimpleGraph::SimpleGraph(GraphView graph, const RunContext& run) : view_(graph) {
  const Facts& facts = graph.facts();
  if (!facts.directed && !facts.has_loops && !facts.has_parallel_arcs) return;
  const Graph turned = facts.symmetric ? Graph() : transpose(graph, run);
  const auto incoming = [&](Vertex v) {
    return facts.symmetric ? std::span<const Vertex>() : turned.view().neighbours(v);
  };
  const std::size_t n = graph.vertex_count();
  std::vector<Arc> offsets(n + 1, 0);
  for_each_range(run, n, vertex_grain, [&](std::size_t begin, std::size_t end) {
    for (auto v = static_cast<Vertex>(begin); v < end; ++v) {
      visit_distinct(graph.neighbours(v), incoming(v), v, [&](Vertex) { ++offsets[v + std::size_t{1}]; });
    }
  });
  for (std::size_t v = 0; v < n; ++v) offsets[v + 1] += offsets[v];
  Buffer<Vertex> targets(offsets[n]);
  for_each_range(run, n, vertex_grain, [&](std::size_t begin, std::size_t end) {
    for (auto v = static_cast<Vertex>(begin); v < end; ++v) {
      Vertex* at = targets.data() + offsets[v];
      visit_distinct(graph.neighbours(v), incoming(v), v, [&](Vertex target) { *at++ = target; });
    }
  });
  owned_ = Graph(std::move(offsets), std::move(targets), Facts{});
  view_ = owned_.view();
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/incoming.hpp"

#include "graphs/csr/transpose.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {

Incoming::Incoming(GraphView graph, Strengths strengths, const RunContext& run) : rows_(graph) {
  std::vector<Arc> arcs;
  if (graph.facts().directed) {
    turned_ = transpose(graph, run, strengths.is_unit() ? nullptr : &arcs);
    rows_ = turned_.view();
  }
  if (strengths.is_unit()) return;
  weights_.resize(graph.arc_count());
  for_each_range(run, weights_.size(), vertex_grain, [&](std::size_t begin, std::size_t end) {
    for (Arc arc = begin; arc < end; ++arc) weights_[arc] = strengths[arcs.empty() ? arc : arcs[arc]];
  });
}

std::vector<double> out_strengths(GraphView graph, Strengths strengths, const RunContext& run) {
  std::vector<double> out(graph.vertex_count(), 0);
  for_each_range(run, out.size(), vertex_grain, [&](std::size_t begin, std::size_t end) {
    for (auto v = static_cast<Vertex>(begin); v < end; ++v) {
      for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) out[v] += strengths[arc];
    }
  });
  return out;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "graphs/csr/transpose.hpp"

#include "graphs/csr/distribute.hpp"

namespace regionet {

std::vector<Arc> in_offsets(GraphView graph) {
  std::vector<Arc> offsets(graph.vertex_count() + 1, 0);
  for (const Vertex target : graph.targets()) ++offsets[target + 1];
  for (std::size_t v = 0; v < graph.vertex_count(); ++v) offsets[v + 1] += offsets[v];
  return offsets;
}

Graph transpose(GraphView graph, const RunContext& run, std::vector<Arc>* arcs) {
  const std::size_t n = graph.vertex_count();
  if (n == 0) return {};
  std::vector<Arc> offsets = in_offsets(graph);
  Buffer<Vertex> targets(graph.arc_count());
  if (arcs != nullptr) arcs->resize(graph.arc_count());
  const std::vector<std::size_t> cuts = cut_by_arcs(graph.offsets().first(n), chunk_count(run));
  distribute(
      run, std::span(offsets).first(n), graph.arc_count(),
      [&](std::size_t chunk, auto put) {
        for (std::size_t v = cuts[chunk]; v < cuts[chunk + 1]; ++v) {
          const auto source = static_cast<Vertex>(v);
          for (Arc arc = graph.begin(source); arc < graph.end(source); ++arc) {
            put(graph.target(arc), TracedArc<Arc>{source, arc});
          }
        }
      },
      [to = targets.data(), arcs](Arc place, const TracedArc<Arc>& arc) {
        to[place] = arc.target;
        if (arcs != nullptr) (*arcs)[place] = arc.origin;
      });
  return {std::move(offsets), std::move(targets), graph.facts()};
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "graphs/csr/prepared.hpp"

#include <algorithm>
#include <numeric>

#include "graphs/csr/distribute.hpp"

namespace regionet {
namespace {

std::size_t degree(GraphView graph, Vertex v) { return graph.end(v) - graph.begin(v); }

/// Calls put(row, arc) for the arcs of the new vertices of a chunk, by rising source; row is the arc's new target.
auto arcs_by_new_source(GraphView graph, const PreparedGraph& prepared, const std::vector<std::size_t>& cuts) {
  return [graph, &prepared, &cuts](std::size_t chunk, auto put) {
    for (std::size_t v = cuts[chunk]; v < cuts[chunk + 1]; ++v) {
      const Vertex old = prepared.order[v];
      for (Arc arc = graph.begin(old); arc < graph.end(old); ++arc) {
        put(prepared.place[graph.target(arc)], TracedArc<Arc>{static_cast<Vertex>(v), arc});
      }
    }
  };
}

std::vector<Arc> in_offsets(GraphView graph, const PreparedGraph& prepared) {
  std::vector<Arc> offsets(graph.vertex_count() + 1, 0);
  for (const Vertex target : graph.targets()) ++offsets[prepared.place[target] + 1];
  for (std::size_t v = 0; v < graph.vertex_count(); ++v) offsets[v + 1] += offsets[v];
  return offsets;
}

}  // namespace

// Counted, as most degrees are small.
std::vector<Vertex> vertices_by_degree(GraphView graph) {
  const std::size_t n = graph.vertex_count();
  std::size_t most = 0;
  for (Vertex v = 0; v < n; ++v) most = std::max(most, degree(graph, v));
  std::vector<Vertex> next(most + 2, 0);
  for (Vertex v = 0; v < n; ++v) ++next[most - degree(graph, v) + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  std::vector<Vertex> order(n);
  for (Vertex v = 0; v < n; ++v) order[next[most - degree(graph, v)]++] = v;
  return order;
}

PreparedGraph prepare_by_degree(GraphView graph, const RunContext& run, std::vector<Arc>* arcs) {
  const std::size_t n = graph.vertex_count();
  PreparedGraph out{.graph = {}, .order = vertices_by_degree(graph), .place = std::vector<Vertex>(n)};
  std::vector<Arc> offsets(n + 1, 0);
  for (Vertex v = 0; v < n; ++v) {
    out.place[out.order[v]] = v;
    offsets[v + 1] = offsets[v] + degree(graph, out.order[v]);
  }
  Buffer<Vertex> targets(graph.arc_count());
  const std::span<const Arc> begin = std::span(offsets).first(n);
  const std::vector<std::size_t> cuts = cut_by_arcs(begin, chunk_count(run));
  const auto visit = arcs_by_new_source(graph, out, cuts);
  if (arcs == nullptr && graph.facts().symmetric) {  // then the arcs turned round are the arcs
    distribute(run, begin, graph.arc_count(), visit,
               [to = targets.data()](Arc place, const TracedArc<Arc>& arc) { to[place] = arc.target; });
  } else {
    const std::vector<Arc> turned_offsets = in_offsets(graph, out);
    const std::span<const Arc> rows(turned_offsets);
    Buffer<TracedArc<Arc>> turned(graph.arc_count());
    distribute(run, rows.first(n), graph.arc_count(), visit,
               [to = turned.data()](Arc place, const TracedArc<Arc>& arc) { to[place] = arc; });
    if (arcs != nullptr) arcs->resize(graph.arc_count());
    distribute_turned(run, RowParts<TracedArc<Arc>>{turned.data(), rows.first(n), rows.last(n)}, begin,
                      graph.arc_count(), [to = targets.data(), arcs](Arc place, const TracedArc<Arc>& arc) {
                        to[place] = arc.target;
                        if (arcs != nullptr) (*arcs)[place] = arc.origin;
                      });
  }
  out.graph = Graph(std::move(offsets), std::move(targets), graph.facts());
  return out;
}

}  // namespace regionet

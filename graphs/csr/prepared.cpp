// SPDX-License-Identifier: Apache-2.0
#include "graphs/csr/prepared.hpp"

#include <algorithm>
#include <numeric>

#include "graphs/csr/sort_row.hpp"
#include "graphs/runtime/buffer.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

constexpr std::size_t rows_at_once = 1U << 12U;

std::size_t degree(GraphView graph, Vertex v) { return graph.end(v) - graph.begin(v); }

struct MovedArc {
  Vertex target;
  Arc from;
};

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
  std::vector<Vertex> targets(graph.arc_count());
  if (arcs != nullptr) arcs->resize(graph.arc_count());
  for_each_range(run, n, rows_at_once, [&](std::size_t begin, std::size_t end) {
    RowSorter<Vertex> sorter(n);
    RowSorter<MovedArc> moving(n);
    std::vector<MovedArc> moved;
    for (std::size_t v = begin; v < end; ++v) {
      const Vertex old = out.order[v];
      const std::span<Vertex> row(targets.data() + offsets[v], targets.data() + offsets[v + 1]);
      std::ranges::transform(graph.neighbours(old), row.begin(), [&](Vertex target) { return out.place[target]; });
      if (arcs == nullptr) {
        sorter.sort(row);
        continue;
      }
      moved.clear();
      for (std::size_t i = 0; i < row.size(); ++i) moved.push_back({row[i], graph.begin(old) + i});
      moving.sort(moved);
      for (std::size_t i = 0; i < row.size(); ++i) {
        row[i] = moved[i].target;
        (*arcs)[offsets[v] + i] = moved[i].from;
      }
    }
  });
  out.graph = Graph(std::move(offsets), std::move(targets), graph.facts());
  return out;
}

}  // namespace regionet

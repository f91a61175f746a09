// SPDX-License-Identifier: Apache-2.0
#include "graphs/csr/transpose.hpp"

#include <numeric>

namespace regionet {

Graph transpose(GraphView graph, std::vector<Arc>* arcs) {
  const std::size_t n = graph.vertex_count();
  std::vector<Arc> offsets(n + 1, 0);
  for (const Vertex target : graph.targets()) ++offsets[target + 1];
  std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
  std::vector<Arc> next(offsets.begin(), offsets.end() - 1);
  std::vector<Vertex> targets(graph.arc_count());
  if (arcs != nullptr) arcs->resize(graph.arc_count());
  for (Vertex v = 0; v < n; ++v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      const Arc place = next[graph.target(arc)]++;
      targets[place] = v;
      if (arcs != nullptr) (*arcs)[place] = arc;
    }
  }
  return {std::move(offsets), std::move(targets), graph.facts()};
}

}  // namespace regionet

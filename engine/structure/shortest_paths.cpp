// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/shortest_paths.hpp"

#include <algorithm>
#include <limits>

namespace regionet {

constexpr double infinite = std::numeric_limits<double>::infinity();

ShortestPaths::ShortestPaths(GraphView graph, const Lengths& lengths)
    : graph_(graph),
      lengths_(lengths),
      distance_(graph.vertex_count(), infinite),
      settled_(graph.vertex_count(), false) {}

bool ShortestPaths::later(const Entry& a, const Entry& b) {
  return a.distance > b.distance || (a.distance == b.distance && a.vertex > b.vertex);
}

void ShortestPaths::run(Vertex source) {
  std::ranges::fill(distance_, infinite);
  settled_.assign(settled_.size(), false);
  order_.clear();
  distance_[source] = 0;
  heap_ = {{0, source}};
  while (!heap_.empty()) {
    std::ranges::pop_heap(heap_, later);
    const Vertex v = heap_.back().vertex;
    heap_.pop_back();
    if (settled_[v]) continue;
    settled_[v] = true;
    order_.push_back(v);
    for (Arc arc = graph_.begin(v); arc < graph_.end(v); ++arc) {
      const Vertex target = graph_.target(arc);
      const double distance = distance_[v] + lengths_[arc];
      if (distance >= distance_[target]) continue;
      distance_[target] = distance;
      heap_.push_back({distance, target});
      std::ranges::push_heap(heap_, later);
    }
  }
}

bool ShortestPaths::on_path(Vertex from, Arc arc) const {
  constexpr double round_off = 1e-12;
  const double there = distance_[graph_.target(arc)];
  const double here = distance_[from];
  return here < there && here + lengths_[arc] - there <= round_off * there;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/cuts.hpp"

#include <algorithm>

#include "graphs/csr/simple.hpp"

namespace regionet {
namespace {

class CutSearch {
 public:
  explicit CutSearch(GraphView graph)
      : graph_(graph),
        entered_(graph.vertex_count(), 0),
        low_(graph.vertex_count(), 0),
        next_(graph.vertex_count()),
        is_cut_(graph.vertex_count(), false) {}

  CutsResult run() {
    for (Vertex v = 0; v < graph_.vertex_count(); ++v) {
      if (entered_[v] == 0) search_from(v);
    }
    for (Vertex v = 0; v < graph_.vertex_count(); ++v) {
      if (is_cut_[v]) out_.articulation_points.push_back(v);
    }
    std::ranges::sort(out_.bridges);
    return std::move(out_);
  }

 private:
  void enter(Vertex v) {
    entered_[v] = low_[v] = ++time_;
    next_[v] = graph_.begin(v);
    path_.push_back(v);
  }

  void search_from(Vertex root) {
    std::size_t children = 0;
    enter(root);
    while (!path_.empty()) {
      const Vertex v = path_.back();
      if (advance(v)) continue;
      path_.pop_back();
      if (path_.empty()) break;
      const Vertex parent = path_.back();
      low_[parent] = std::min(low_[parent], low_[v]);
      if (low_[v] >= entered_[parent]) {
        ++out_.biconnected_components;
        if (parent != root) is_cut_[parent] = true;
      }
      if (low_[v] > entered_[parent]) out_.bridges.emplace_back(std::min(parent, v), std::max(parent, v));
      children += parent == root ? 1U : 0U;
    }
    is_cut_[root] = children > 1;
  }

  /// Goes on to a new vertex if there is one.
  bool advance(Vertex v) {
    const Vertex parent = path_.size() > 1 ? path_[path_.size() - 2] : v;
    while (next_[v] < graph_.end(v)) {
      const Vertex target = graph_.target(next_[v]++);
      if (entered_[target] == 0) {
        enter(target);
        return true;
      }
      if (target != parent) low_[v] = std::min(low_[v], entered_[target]);
    }
    return false;
  }

  GraphView graph_;
  std::vector<std::uint32_t> entered_, low_;
  std::vector<Arc> next_;
  std::vector<bool> is_cut_;
  std::vector<Vertex> path_;
  std::uint32_t time_ = 0;
  CutsResult out_;
};

}  // namespace

CutsResult cuts(GraphView graph, const RunContext& run) {
  const SimpleGraph simple(graph, run);
  return CutSearch(simple.view()).run();
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/report/tie_details.hpp"

#include <algorithm>

namespace regionet {
namespace {

void count_type(Tie& tie, Vocabulary::Id type) {
  auto found = std::ranges::lower_bound(tie.types, type, {}, &std::pair<Vocabulary::Id, std::uint32_t>::first);
  if (found == tie.types.end() || found->first != type) found = tie.types.insert(found, {type, 0});
  ++found->second;
}

}  // namespace

std::vector<Tie> ties_of(const View& view) {
  const GraphView graph = view.graph();
  std::vector<Tie> ties;
  std::vector<std::size_t> tie_of(graph.arc_count(), 0);  // by arc
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      const Vertex to = graph.target(arc);
      if (!graph.facts().directed && to < v) continue;
      const bool second_of_loop = !ties.empty() && to == v && ties.back().a == v && ties.back().b == v;
      if (!second_of_loop) ties.push_back({.a = v, .b = to, .arc = arc});
      tie_of[arc] = ties.size() - 1;
    }
  }

  std::vector<std::pair<Vertex, Vertex>> pairs;
  for (AgreementId id = 0; id < view.network().agreement_count(); ++id) {
    view.pairs(id, pairs);
    for (const auto& [from, to] : pairs) {
      const auto row = graph.neighbours(from);
      const auto place = std::ranges::lower_bound(row, to) - row.begin();
      const std::size_t tie = tie_of[graph.begin(from) + static_cast<Arc>(place)];
      count_type(ties[tie], view.network().type(id));
      ties[tie].dates.include(view.network(), id);
    }
  }
  return ties;
}

}  // namespace regionet

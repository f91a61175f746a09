// SPDX-License-Identifier: Apache-2.0
#include "graphs/csr/simple_ties.hpp"

#include "graphs/csr/transpose.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {

SimpleTies::SimpleTies(GraphView graph, Strengths strengths, const RunContext& run, TieSum sum)
    : simple_(graph, run), strengths_(strengths) {
  const Facts& facts = graph.facts();
  if (!facts.directed && !facts.has_loops && !facts.has_parallel_arcs) return;
  const GraphView simple = simple_.view();
  values_.assign(simple.arc_count(), 0);
  const auto add_row = [&](GraphView rows, Vertex v, std::vector<double>& sums, auto strength_of) {
    Arc at = simple.begin(v);
    for (Arc arc = rows.begin(v); arc < rows.end(v); ++arc) {
      if (rows.target(arc) == v) continue;
      while (simple.target(at) < rows.target(arc)) ++at;
      sums[at] += strength_of(arc);
    }
  };
  std::vector<Arc> old_arcs;
  const bool turn = facts.directed && sum == TieSum::both_ways;
  const Graph turned = turn ? transpose(graph, run, &old_arcs) : Graph();
  std::vector<double> inward(turn ? values_.size() : 0, 0);  // apart: the same bits from both ends
  for_each_range(run, graph.vertex_count(), vertex_grain, [&](std::size_t begin, std::size_t end) {
    for (auto v = static_cast<Vertex>(begin); v < end; ++v) {
      add_row(graph, v, values_, [&](Arc arc) { return strengths[arc]; });
      if (!turn) continue;
      add_row(turned.view(), v, inward, [&](Arc arc) { return strengths[old_arcs[arc]]; });
      for (Arc arc = simple.begin(v); arc < simple.end(v); ++arc) values_[arc] += inward[arc];
    }
  });
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/degree.hpp"

#include "graphs/csr/transpose.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

constexpr std::size_t grain = 4096;

/// Distinct values other than `self` in two sorted rows together.
std::uint32_t count_distinct(std::span<const Vertex> a, std::span<const Vertex> b, Vertex self) {
  std::uint32_t count = 0;
  Vertex last = self;
  while (!a.empty() || !b.empty()) {
    std::span<const Vertex>& row = b.empty() || (!a.empty() && a.front() <= b.front()) ? a : b;
    const Vertex next = row.front();
    row = row.subspan(1);
    if (next != self && next != last) ++count;
    if (next != self) last = next;
  }
  return count;
}

/// Runs `body(v)` for every vertex in parallel blocks; a stop request ends it between blocks.
template <typename Body>
Outcome for_each_vertex(GraphView graph, const RunContext& run, Body body) {
  for_each_range(run, graph.vertex_count(), grain, [&](std::size_t begin, std::size_t end) {
    if (run.stop.stop_requested()) return;
    for (auto v = static_cast<Vertex>(begin); v < end; ++v) body(v);
  });
  return run.stop.stop_requested() ? Outcome::stopped : Outcome::complete;
}

}  // namespace

DegreeResult degree(GraphView graph, const RunContext& run) {
  DegreeResult result{std::vector<std::uint32_t>(graph.vertex_count(), 0)};
  const Graph reversed = graph.facts().directed ? transpose(graph, run) : Graph();
  result.outcome = for_each_vertex(graph, run, [&](Vertex v) {
    const auto incoming = graph.facts().directed ? reversed.view().neighbours(v) : std::span<const Vertex>{};
    result.score[v] = count_distinct(graph.neighbours(v), incoming, v);
  });
  return result;
}

StrengthResult strength(GraphView graph, Strengths strengths, const RunContext& run) {
  StrengthResult result{std::vector<double>(graph.vertex_count(), 0)};
  std::vector<Arc> old_arcs;
  const Graph reversed = graph.facts().directed ? transpose(graph, run, &old_arcs) : Graph();
  result.outcome = for_each_vertex(graph, run, [&](Vertex v) {
    double sum = 0;
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) sum += strengths[arc];
    if (graph.facts().directed) {
      const GraphView back = reversed.view();
      for (Arc arc = back.begin(v); arc < back.end(v); ++arc) sum += strengths[old_arcs[arc]];
    }
    result.score[v] = sum;
  });
  return result;
}

}  // namespace regionet

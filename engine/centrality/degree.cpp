// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/degree.hpp"

#include "graphs/csr/simple.hpp"
#include "graphs/csr/transpose.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

/// Runs `body(v)` for every vertex in parallel blocks; a stop request ends it between blocks.
template <typename Body>
Outcome for_each_vertex(GraphView graph, const RunContext& run, Body body) {
  for_each_range(run, graph.vertex_count(), vertex_grain, [&](std::size_t begin, std::size_t end) {
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
    visit_distinct(graph.neighbours(v), incoming, v, [&](Vertex) { ++result.score[v]; });
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

DirectedDegreeResult directed_degree(GraphView graph, const RunContext& run) {
  const std::vector<std::uint32_t> none(graph.vertex_count(), 0);
  DirectedDegreeResult result{.in = none, .out = none};
  const Graph reversed = graph.facts().directed ? transpose(graph, run) : Graph();
  const GraphView back = graph.facts().directed ? reversed.view() : graph;
  result.outcome = for_each_vertex(graph, run, [&](Vertex v) {
    visit_distinct(graph.neighbours(v), {}, v, [&](Vertex) { ++result.out[v]; });
    visit_distinct(back.neighbours(v), {}, v, [&](Vertex) { ++result.in[v]; });
  });
  return result;
}

DirectedStrengthResult directed_strength(GraphView graph, Strengths strengths, const RunContext& run) {
  const std::vector<double> none(graph.vertex_count(), 0);
  DirectedStrengthResult result{.in = none, .out = none};
  std::vector<Arc> old_arcs;
  const bool directed = graph.facts().directed;
  const Graph reversed = directed ? transpose(graph, run, &old_arcs) : Graph();
  const GraphView back = directed ? reversed.view() : graph;
  result.outcome = for_each_vertex(graph, run, [&](Vertex v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) result.out[v] += strengths[arc];
    for (Arc arc = back.begin(v); arc < back.end(v); ++arc) result.in[v] += strengths[directed ? old_arcs[arc] : arc];
  });
  return result;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "graphs/csr/graph.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace regionet {
namespace {

std::size_t arcs_between(GraphView graph, Vertex from, Vertex to) {
  const auto row = graph.neighbours(from);
  return static_cast<std::size_t>(std::ranges::equal_range(row, to).size());
}

std::string check_rows(GraphView graph) {
  const auto offsets = graph.offsets();
  if (offsets.empty()) return graph.arc_count() == 0 ? "" : "a graph without offsets has arcs";
  if (offsets.front() != 0) return "the first offset is not 0";
  if (!std::ranges::is_sorted(offsets)) return "the offsets do not rise";
  if (offsets.back() != graph.arc_count()) return "the last offset is not the number of arcs";
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    const auto row = graph.neighbours(v);
    if (!std::ranges::is_sorted(row)) return fmt::format("the row of vertex {} is not sorted", v);
    if (!row.empty() && row.back() >= graph.vertex_count()) return fmt::format("vertex {} has an arc to nowhere", v);
  }
  return "";
}

}  // namespace

Graph::Graph(std::vector<Arc> offsets, std::vector<Vertex> targets, Facts facts) {
  const auto rows =
      std::make_shared<const std::pair<std::vector<Arc>, std::vector<Vertex>>>(std::move(offsets), std::move(targets));
  rows_ = GraphView(rows->first, rows->second, facts);
  owner_ = rows;
}

Graph::Graph(std::vector<Arc> offsets, Buffer<Vertex> targets, Facts facts) {
  const auto rows =
      std::make_shared<const std::pair<std::vector<Arc>, Buffer<Vertex>>>(std::move(offsets), std::move(targets));
  rows_ = GraphView(rows->first, rows->second.view(), facts);
  owner_ = rows;
}

Facts compute_facts(GraphView graph) {
  Facts facts{.directed = graph.facts().directed};
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    const auto row = graph.neighbours(v);
    for (std::size_t i = 0; i < row.size();) {
      std::size_t same = 1;
      while (i + same < row.size() && row[i + same] == row[i]) ++same;
      const bool loop = row[i] == v;
      const std::size_t single = loop && !facts.directed ? 2 : 1;  // an undirected loop is a pair of arcs
      facts.has_loops = facts.has_loops || loop;
      facts.has_parallel_arcs = facts.has_parallel_arcs || same > single;
      facts.symmetric = facts.symmetric && arcs_between(graph, row[i], v) == same;
      i += same;
    }
  }
  return facts;
}

std::string check(GraphView graph) {
  if (std::string fault = check_rows(graph); !fault.empty()) return fault;
  const Facts facts = compute_facts(graph);
  if (!(facts == graph.facts())) return "the facts are not those of the rows";
  if (facts.directed) return "";
  if (!facts.symmetric) return "an undirected graph is not symmetric";
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    if (arcs_between(graph, v, v) % 2 != 0) return fmt::format("the loop of vertex {} has no second arc", v);
  }
  return "";
}

}  // namespace regionet

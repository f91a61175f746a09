// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/mixing.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/structure/assortativity.hpp"
#include "graphs/csr/simple.hpp"
#include "graphs/csr/subgraph.hpp"
#include "graphs/csr/transpose.hpp"

namespace regionet {
namespace {

void require_one_each(GraphView graph, std::size_t entries) {
  if (entries != graph.vertex_count()) throw std::invalid_argument("there is not one value a vertex");
}

/// Arcs out of each category, and those that stay within it.
struct MixingCounts {
  std::vector<std::uint64_t> ends, within;
  std::uint64_t arcs = 0;
};

MixingCounts count_mixing(GraphView simple, std::span<const std::uint32_t> category) {
  MixingCounts out;
  for (Vertex v = 0; v < simple.vertex_count(); ++v) {
    const std::uint32_t own = category[v];
    if (own == no_category) continue;
    if (own >= out.ends.size()) {
      out.ends.resize(own + std::size_t{1}, 0);
      out.within.resize(own + std::size_t{1}, 0);
    }
    for (const Vertex u : simple.neighbours(v)) {
      if (category[u] == no_category) continue;
      ++out.arcs;
      ++out.ends[own];
      if (category[u] == own) ++out.within[own];
    }
  }
  return out;
}

/// Vertices by degree, and ties by the smaller degree of their ends: entry d counts those of degree d.
struct DegreeCounts {
  std::vector<std::uint64_t> vertices, ties;
};

DegreeCounts count_degrees(GraphView simple) {
  std::size_t most = 0;
  for (Vertex v = 0; v < simple.vertex_count(); ++v) most = std::max(most, simple.neighbours(v).size());
  DegreeCounts out{std::vector<std::uint64_t>(most + 1, 0), std::vector<std::uint64_t>(most + 1, 0)};
  for (Vertex v = 0; v < simple.vertex_count(); ++v) {
    const std::size_t degree = simple.neighbours(v).size();
    ++out.vertices[degree];
    for (const Vertex u : simple.neighbours(v)) {
      if (v < u) ++out.ties[std::min(degree, simple.neighbours(u).size())];
    }
  }
  return out;
}

}  // namespace

std::optional<double> category_assortativity(GraphView graph, std::span<const std::uint32_t> category,
                                             const RunContext& run) {
  require_one_each(graph, category.size());
  const SimpleGraph simple(graph, run);
  const MixingCounts counts = count_mixing(simple.view(), category);
  if (std::ranges::count_if(counts.ends, [](std::uint64_t ends) { return ends > 0; }) < 2) return std::nullopt;
  const auto arcs = static_cast<double>(counts.arcs);
  double within = 0;
  double by_chance = 0;  // both times arcs^2: whole numbers
  for (std::size_t c = 0; c < counts.ends.size(); ++c) {
    const auto ends = static_cast<double>(counts.ends[c]);
    within += static_cast<double>(counts.within[c]) * arcs;
    by_chance += ends * ends;
  }
  return (within - by_chance) / (arcs * arcs - by_chance);
}

std::optional<double> number_assortativity(GraphView graph, std::span<const std::optional<double>> number,
                                           const RunContext& run) {
  require_one_each(graph, number.size());
  std::vector<bool> known;
  std::vector<double> values;
  for (const std::optional<double>& value : number) {
    known.push_back(value.has_value());
    if (value) values.push_back(*value);
  }
  if (values.size() == number.size()) return assortativity(graph, values, run);
  const Subgraph part = induced_subgraph(graph, known);
  return assortativity(part.graph.view(), values, run);
}

std::optional<double> reciprocity(GraphView graph, const RunContext& run) {
  if (!graph.facts().directed) return std::nullopt;
  const Graph turned = transpose(graph, run);
  std::uint64_t arcs = 0;
  std::uint64_t answered = 0;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    const auto back = turned.view().neighbours(v);
    visit_distinct(graph.neighbours(v), {}, v, [&](Vertex u) {
      ++arcs;
      if (std::ranges::binary_search(back, u)) ++answered;
    });
  }
  if (arcs == 0) return std::nullopt;
  return static_cast<double>(answered) / static_cast<double>(arcs);
}

std::vector<std::optional<double>> rich_club(GraphView graph, const RunContext& run) {
  if (graph.vertex_count() == 0) return {};
  const SimpleGraph simple(graph, run);
  const DegreeCounts counts = count_degrees(simple.view());
  std::vector<std::optional<double>> out(counts.vertices.size());
  double vertices = 0;
  double ties = 0;
  for (std::size_t k = out.size(); k-- > 0;) {
    if (vertices >= 2) out[k] = 2 * ties / (vertices * (vertices - 1));
    vertices += static_cast<double>(counts.vertices[k]);
    ties += static_cast<double>(counts.ties[k]);
  }
  return out;
}

}  // namespace regionet

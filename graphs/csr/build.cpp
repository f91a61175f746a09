// SPDX-License-Identifier: Apache-2.0
#include "graphs/csr/build.hpp"

#include <numeric>
#include <stdexcept>

namespace regionet {
namespace {

/// One arc before the rows stand: `pair` tells which weighted pair it came from.
struct LooseArc {
  Vertex from;
  Vertex to;
  std::uint32_t pair;
};

template <typename Key>
std::vector<LooseArc> stable_sort_by(const std::vector<LooseArc>& arcs, std::size_t vertices, Key key) {
  std::vector<Arc> next(vertices + 1, 0);
  for (const LooseArc& arc : arcs) ++next[key(arc) + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  std::vector<LooseArc> sorted(arcs.size());
  for (const LooseArc& arc : arcs) sorted[next[key(arc)]++] = arc;
  return sorted;
}

std::vector<LooseArc> arcs_of(std::size_t vertices, std::span<const WeightedPair> pairs, bool directed) {
  std::vector<LooseArc> arcs;
  arcs.reserve(directed ? pairs.size() : 2 * pairs.size());
  for (std::uint32_t i = 0; i < pairs.size(); ++i) {
    const auto [from, to, weight] = pairs[i];
    if (from >= vertices || to >= vertices) throw std::invalid_argument("a pair names a vertex that does not exist");
    arcs.push_back({from, to, i});
    if (!directed && from != to) arcs.push_back({to, from, i});
  }
  return arcs;
}

}  // namespace

MergedGraph build_merged(std::size_t vertices, std::span<const WeightedPair> pairs, bool directed) {
  if (pairs.size() > 0xFFFFFFFFU) throw std::invalid_argument("more than 4294967295 pairs");
  // Two stable counting sorts leave each row sorted and equal arcs in the order of the pairs.
  std::vector<LooseArc> arcs = arcs_of(vertices, pairs, directed);
  arcs = stable_sort_by(arcs, vertices, [](const LooseArc& arc) { return arc.to; });
  arcs = stable_sort_by(arcs, vertices, [](const LooseArc& arc) { return arc.from; });

  MergedGraph out;
  std::vector<Arc> offsets(vertices + 1, 0);
  std::vector<Vertex> targets;
  Facts facts{.directed = directed};
  for (std::size_t i = 0; i < arcs.size();) {
    const auto [from, to, first] = arcs[i];
    double weight = 0;
    std::uint32_t count = 0;
    for (; i < arcs.size() && arcs[i].from == from && arcs[i].to == to; ++i, ++count) {
      weight += pairs[arcs[i].pair].weight;
    }
    const std::size_t copies = from == to && !directed ? 2 : 1;
    for (std::size_t copy = 0; copy < copies; ++copy) {
      targets.push_back(to);
      out.weights.push_back(weight);
      out.counts.push_back(count);
    }
    offsets[from + 1] += copies;
    facts.has_loops = facts.has_loops || from == to;
  }
  std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
  if (directed) facts.symmetric = compute_facts(GraphView(offsets, targets, facts)).symmetric;
  out.graph = Graph(std::move(offsets), std::move(targets), facts);
  return out;
}

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

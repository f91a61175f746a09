// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/leaf_folding.hpp"

#include "engine/structure/components.hpp"

namespace regionet {

FoldedLeaves fold_leaves(GraphView graph, const RunContext& run) {
  const std::size_t n = graph.vertex_count();
  FoldedLeaves out{
      .core = std::vector<bool>(n, true), .weight = std::vector<double>(n, 1), .between = std::vector<double>(n, 0)};
  // All partners that a vertex still has, added up by exclusive or: where one is left, it is its number.
  std::vector<Vertex> partners(n, 0);
  std::vector<Vertex> degree(n, 0);
  std::vector<Vertex> leaves;
  for (Vertex v = 0; v < n; ++v) {
    for (const Vertex target : graph.neighbours(v)) {
      if (target == v) continue;
      partners[v] ^= target;
      ++degree[v];
    }
    if (degree[v] == 1) leaves.push_back(v);
  }
  if (leaves.empty()) return out;

  const ComponentsResult parts = components(graph, run);
  // What hangs from a vertex reaches all outside only through it.
  const auto close = [&](Vertex v) {
    out.between[v] += 2 * (out.weight[v] - 1) * (parts.size[parts.component[v]] - out.weight[v]);
  };
  while (!leaves.empty()) {
    const Vertex leaf = leaves.back();
    leaves.pop_back();
    if (degree[leaf] == 0) continue;  // the other end of its last tie was folded into it
    const Vertex stem = partners[leaf];
    close(leaf);
    out.between[stem] += 2 * out.weight[leaf] * (out.weight[stem] - 1);
    out.weight[stem] += out.weight[leaf];
    out.core[leaf] = false;
    ++out.folded;
    partners[stem] ^= leaf;
    if (--degree[stem] == 1) leaves.push_back(stem);
  }
  for (Vertex v = 0; v < n; ++v) {
    if (out.core[v]) close(v);
  }
  return out;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/community/stability.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "engine/statistics/partition_comparison.hpp"

namespace regionet {
namespace {

using RunLabels = std::vector<std::uint32_t>;

/// Adds, for each vertex, how many others of its reference community share its label.
void count_companions(const std::vector<std::vector<Vertex>>& communities, const RunLabels& labels,
                      std::vector<double>& together) {
  const std::uint32_t bound = *std::ranges::max_element(labels) + 1;
  std::vector<std::uint32_t> count(bound, 0);
  std::vector<std::uint32_t> size(bound, 0);
  for (const std::uint32_t label : labels) ++size[label];
  for (const auto& members : communities) {
    for (const Vertex v : members) ++count[labels[v]];
    for (const Vertex v : members) {
      const bool alone = members.size() == 1;
      together[v] += alone ? (size[labels[v]] == 1 ? 1 : 0) : count[labels[v]] - 1;
    }
    for (const Vertex v : members) count[labels[v]] = 0;
  }
}

/// The parts that ties hold together whose ends share a label in more than half of the partitions.
Partition majority_parts(GraphView graph, std::span<const RunLabels> partitions) {
  std::vector<std::uint32_t> agree(graph.arc_count(), 0);
  for (const RunLabels& labels : partitions) {
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
      for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
        agree[arc] += labels[v] == labels[graph.target(arc)] ? 1U : 0U;
      }
    }
  }
  // Ends are joined towards the smaller number, along paths that are halved.
  std::vector<std::uint32_t> parent(graph.vertex_count());
  std::iota(parent.begin(), parent.end(), 0U);
  const auto find = [&](std::uint32_t v) {
    while (parent[v] != v) v = parent[v] = parent[parent[v]];
    return v;
  };
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      if (2 * std::size_t{agree[arc]} <= partitions.size()) continue;
      const std::uint32_t a = find(v);
      const std::uint32_t b = find(graph.target(arc));
      parent[std::max(a, b)] = std::min(a, b);
    }
  }
  for (Vertex v = 0; v < graph.vertex_count(); ++v) parent[v] = find(v);
  return partition_of(parent);
}

}  // namespace

StabilityResult stability(GraphView graph, const Partition& reference, std::span<const RunLabels> partitions) {
  const std::size_t n = graph.vertex_count();
  if (partitions.empty()) throw std::invalid_argument("there is no partition to compare with");
  for (const RunLabels& labels : partitions) {
    if (labels.size() != n || reference.community.size() != n) {
      throw std::invalid_argument("a partition is not of the graph's vertices");
    }
  }
  StabilityResult out;
  if (n == 0) return out;
  out.certainty.assign(n, 0);
  const std::vector<std::vector<Vertex>> communities = members_of(reference);
  for (const RunLabels& labels : partitions) {
    const RunLabels numbered = partition_of(labels).community;
    count_companions(communities, numbered, out.certainty);
    out.mean_vi += variation_of_information(reference.community, numbered);
  }
  const auto count = static_cast<double>(partitions.size());
  for (Vertex v = 0; v < n; ++v) {
    const std::uint32_t size = reference.size[reference.community[v]];
    out.certainty[v] /= count * std::max(1.0, static_cast<double>(size) - 1);
  }
  out.mean_vi = n == 1 ? 0 : out.mean_vi / count / std::log(static_cast<double>(n));
  out.consensus = majority_parts(graph, partitions);
  return out;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/community/roles.hpp"

#include <cmath>
#include <stdexcept>

#include "engine/centrality/incoming.hpp"
#include "engine/community/move_graph.hpp"

namespace regionet {

RolesResult community_roles(GraphView graph, Strengths strengths, const Partition& partition) {
  const std::size_t n = graph.vertex_count();
  if (partition.community.size() != n) throw std::invalid_argument("there is not one community a vertex");
  require_nonnegative(graph, strengths, "roles");
  const MoveGraph rows(graph, strengths, {.first = std::vector<double>(n, 0), .second = {}});
  GroupStrengths toward(n);
  std::vector<double> inside(n, 0);
  std::vector<double> sum(partition.size.size(), 0);
  RolesResult out{.within_z = std::vector<std::optional<double>>(n), .participation = {}};
  for (Vertex v = 0; v < n; ++v) {
    const double all = toward.gather(rows, v, partition.community);
    inside[v] = toward[partition.community[v]];
    sum[partition.community[v]] += inside[v];
    double squares = 0;
    for (const std::uint32_t c : toward.touched()) squares += toward[c] / all * (toward[c] / all);
    out.participation.push_back(all > 0 ? std::optional(1 - squares) : std::nullopt);
    toward.clear();
  }
  std::vector<double> spread(partition.size.size(), 0);
  const auto mean = [&](std::uint32_t c) { return sum[c] / partition.size[c]; };
  for (Vertex v = 0; v < n; ++v) {
    const double off = inside[v] - mean(partition.community[v]);
    spread[partition.community[v]] += off * off;
  }
  for (Vertex v = 0; v < n; ++v) {
    const std::uint32_t c = partition.community[v];
    const double deviation = std::sqrt(spread[c] / partition.size[c]);
    if (deviation > 1e-12 * mean(c)) out.within_z[v] = (inside[v] - mean(c)) / deviation;
  }
  return out;
}

}  // namespace regionet

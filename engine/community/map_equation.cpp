// SPDX-License-Identifier: Apache-2.0
#include "engine/community/map_equation.hpp"

#include <cmath>
#include <numeric>

#include "engine/centrality/incoming.hpp"
#include "engine/centrality/pagerank.hpp"

namespace regionet {
namespace {

std::vector<double> summed_by_group(std::span<const double> values, std::span<const std::uint32_t> group,
                                    std::size_t groups) {
  std::vector<double> out(groups, 0);
  for (std::size_t v = 0; v < values.size(); ++v) out[group[v]] += values[v];
  return out;
}

/// Flow along each arc: the visits of its tail, those that are not teleported, shared out by strength.
std::vector<double> arc_flows(GraphView graph, Strengths strengths, std::span<const double> visit,
                              std::span<const double> strength_out, double followed) {
  std::vector<double> flows(graph.arc_count());
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      flows[arc] = strength_out[v] == 0 ? 0 : followed * visit[v] * strengths[arc] / strength_out[v];
    }
  }
  return flows;
}

}  // namespace

double plogp(double x) { return x > 0 ? x * std::log2(x) : 0; }

std::optional<WalkerFlows> WalkerFlows::of(GraphView graph, Strengths strengths, double teleportation,
                                           const RunContext& run) {
  const std::size_t n = graph.vertex_count();
  const bool directed = graph.facts().directed;
  const std::vector<double> strength_out = out_strengths(graph, strengths, run);
  const double total = std::accumulate(strength_out.begin(), strength_out.end(), 0.0);
  if (!(total > 0)) return std::nullopt;

  WalkerFlows flows;
  flows.teleport.resize(n, 0);
  flows.share.resize(n, 1 / static_cast<double>(n));
  flows.out.resize(n, 0);
  if (directed) {
    flows.visit = pagerank(graph, strengths, {.damping = 1 - teleportation, .tolerance = 1e-14}, run).score;
    for (Vertex v = 0; v < n; ++v) {
      flows.teleport[v] = strength_out[v] == 0 ? flows.visit[v] : teleportation * flows.visit[v];
    }
  } else {
    for (const double strength : strength_out) flows.visit.push_back(strength / total);
  }
  std::vector<double> along = arc_flows(graph, strengths, flows.visit, strength_out, directed ? 1 - teleportation : 1);
  for (Vertex v = 0; v < n; ++v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      if (graph.target(arc) != v) flows.out[v] += along[arc];
    }
  }
  // An undirected row has one arc a tie: the flow back is as large.
  if (!directed) {
    for (double& flow : along) flow *= 2;
  }
  flows.rows_ = MoveGraph(graph, Strengths(std::span<const double>(along)), {.first = flows.visit, .second = {}}, run);
  return flows;
}

WalkerFlows WalkerFlows::drawn_together(std::span<const std::uint32_t> group, std::size_t groups) const {
  WalkerFlows next;
  next.visit = summed_by_group(visit, group, groups);
  next.teleport = summed_by_group(teleport, group, groups);
  next.share = summed_by_group(share, group, groups);
  next.out = summed_by_group(out, group, groups);
  for (Vertex v = 0; v < size(); ++v) {
    for (Arc arc = rows_.offsets()[v]; arc < rows_.offsets()[v + 1]; ++arc) {
      const Vertex u = rows_.targets()[arc];
      if (u < v && group[u] == group[v]) next.out[group[v]] -= rows_.weights()[arc];
    }
  }
  next.rows_ = rows_.drawn_together(group, groups);
  return next;
}

double codelength(const WalkerFlows& flows, std::span<const std::uint32_t> labels) {
  std::vector<ModuleFlow> modules(flows.size());
  double bits = 0;
  for (Vertex v = 0; v < flows.size(); ++v) {
    ModuleFlow& at = modules[labels[v]];
    at.visit += flows.visit[v];
    at.teleport += flows.teleport[v];
    at.share += flows.share[v];
    at.out += flows.out[v];
    bits -= plogp(flows.visit[v]);
    const MoveGraph& rows = flows.rows();
    for (Arc arc = rows.offsets()[v]; arc < rows.offsets()[v + 1]; ++arc) {
      const Vertex u = rows.targets()[arc];
      if (u < v && labels[u] == labels[v]) at.out -= rows.weights()[arc];
    }
  }
  double exits = 0;
  for (const ModuleFlow& module : modules) {
    exits += module.exit();
    bits += plogp(module.exit() + module.visit) - 2 * plogp(module.exit());
  }
  return bits + plogp(exits);
}

}  // namespace regionet

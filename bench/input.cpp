// SPDX-License-Identifier: Apache-2.0
#include "bench/input.hpp"

#include <array>

#include "graphs/csr/build.hpp"

namespace regionet::bench {
namespace {

std::vector<Vertex> without_loops(std::span<const Vertex> ends) {
  std::vector<Vertex> out;
  for (std::size_t i = 0; i < ends.size(); i += 2) {
    if (ends[i] != ends[i + 1]) out.insert(out.end(), {ends[i], ends[i + 1]});
  }
  return out;
}

std::vector<Vertex> each_edge_once(GraphView graph) {
  std::vector<Vertex> out;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (const Vertex to : graph.neighbours(v)) {
      if (v < to) out.insert(out.end(), {v, to});
    }
  }
  return out;
}

}  // namespace

OpenedNetwork open(const std::string& file, const RunContext& run, bool trust) {
  ReadOptions options;
  options.trust = trust;
  return open_network(std::array{file}, {}, options, false, run);
}

Input edges_of(const std::string& file, unsigned threads) {
  Input out{file, threads, open(file, {}), {}, {}};
  const auto ends = out.opened.network.ends();
  out.ends.assign(ends.begin(), ends.end());
  return out;
}

Input rows_of(const std::string& file, unsigned threads) {
  Input out = edges_of(file, threads);
  out.graph = build_graph(out.vertices(), {out.ends, {}}, {}, out.run()).graph;
  return out;
}

Input simple_graph(const std::string& file, unsigned threads) {
  Input out = edges_of(file, threads);
  out.graph = build_graph(out.vertices(), {without_loops(out.ends), {}}, {}, out.run()).graph;
  out.ends = each_edge_once(out.graph.view());
  return out;
}

Vertex busiest(GraphView graph) {
  Vertex best = 0;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    if (graph.neighbours(v).size() > graph.neighbours(best).size()) best = v;
  }
  return best;
}

}  // namespace regionet::bench

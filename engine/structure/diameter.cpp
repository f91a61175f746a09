// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/diameter.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/structure/bfs.hpp"
#include "graphs/csr/simple.hpp"

namespace regionet {
namespace {

/// What is known of how far the farthest vertex lies.
struct Bounds {
  std::uint32_t low = 0;
  std::uint32_t high = unreached;
};

}  // namespace

DiameterResult diameter(GraphView graph, const ComponentsResult& parts, std::uint32_t component,
                        const RunContext& run) {
  if (component >= parts.size.size()) throw std::invalid_argument("there is no such component");
  const SimpleGraph simple(graph, run);
  std::vector<Vertex> open;
  for (Vertex v = 0; v < parts.component.size(); ++v) {
    if (parts.component[v] == component) open.push_back(v);
  }
  std::vector<Bounds> bounds(parts.component.size());
  const auto degree = [&](Vertex v) { return simple.view().neighbours(v).size(); };
  DiameterResult out;
  while (!open.empty()) {
    // In turn the vertex that may lie farthest out, and the one that may lie in the middle; of equals the best tied.
    const bool outer = out.searches % 2 == 0;
    const Vertex next = *std::ranges::max_element(open, [&](Vertex a, Vertex b) {
      const auto key = [&](Vertex v) { return outer ? std::int64_t{bounds[v].high} : -std::int64_t{bounds[v].low}; };
      return std::pair(key(a), degree(a)) < std::pair(key(b), degree(b));
    });
    const BfsResult found = bfs(simple.view(), next, run);
    ++out.searches;
    out.diameter = std::max(out.diameter, found.farthest);
    for (const Vertex v : open) {
      const std::uint32_t away = found.distance[v];
      bounds[v].low = std::max({bounds[v].low, away, found.farthest - away});
      bounds[v].high = std::min(bounds[v].high, found.farthest + away);
      out.diameter = std::max(out.diameter, bounds[v].low);
    }
    std::erase_if(open, [&](Vertex v) { return v == next || bounds[v].high <= out.diameter; });
  }
  return out;
}

}  // namespace regionet

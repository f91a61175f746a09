// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/directed_clustering.hpp"

#include <algorithm>

#include "engine/structure/vertex_loop.hpp"
#include "graphs/csr/simple.hpp"

namespace regionet {
namespace {

/// In how many directions the two ends of each arc of the simple graph are tied, 1 or 2.
std::vector<std::uint8_t> directions_of(GraphView graph, GraphView simple, const RunContext& run) {
  std::vector<std::uint8_t> out(simple.arc_count());
  const auto leads = [&](Vertex from, Vertex to) { return std::ranges::binary_search(graph.neighbours(from), to); };
  for_each_range(run, simple.vertex_count(), vertex_grain, [&](std::size_t begin, std::size_t end) {
    for (auto v = static_cast<Vertex>(begin); v < end; ++v) {
      for (Arc arc = simple.begin(v); arc < simple.end(v); ++arc) {
        const Vertex u = simple.target(arc);
        out[arc] = static_cast<std::uint8_t>((leads(v, u) ? 1 : 0) + (leads(u, v) ? 1 : 0));
      }
    }
  });
  return out;
}

/// What one place after another counts among its partners.
class PartnerArcs {
 public:
  PartnerArcs(GraphView simple, const std::vector<std::uint8_t>& directions)
      : simple_(simple), directions_(directions), to_(simple.vertex_count(), 0) {}

  void look(Vertex v) {
    arcs = triangles = both_ways = total = 0;
    for (Arc arc = simple_.begin(v); arc < simple_.end(v); ++arc) {
      to_[simple_.target(arc)] = directions_[arc];
      total += directions_[arc];
      if (directions_[arc] == 2) ++both_ways;
    }
    for (const Vertex u : simple_.neighbours(v)) {
      for (Arc arc = simple_.begin(u); arc < simple_.end(u); ++arc) {
        const Vertex w = simple_.target(arc);
        if (w >= u) break;  // each pair once
        if (to_[w] == 0) continue;
        arcs += directions_[arc];
        triangles += std::uint64_t{directions_[arc]} * to_[u] * to_[w];
      }
    }
    for (const Vertex u : simple_.neighbours(v)) to_[u] = 0;
  }

  std::uint64_t arcs = 0;       ///< between partners
  std::uint64_t triangles = 0;  ///< directed ones
  std::uint64_t both_ways = 0;  ///< partners tied in both directions
  std::uint64_t total = 0;      ///< arcs at the place, out and in

 private:
  GraphView simple_;
  const std::vector<std::uint8_t>& directions_;
  std::vector<std::uint8_t> to_;
};

}  // namespace

DirectedClusteringResult directed_clustering(GraphView graph, const RunContext& run) {
  const SimpleGraph made(graph, run);
  const GraphView simple = made.view();
  const std::vector<std::uint8_t> directions = directions_of(graph, simple, run);
  const std::vector<std::optional<double>> none(graph.vertex_count());
  DirectedClusteringResult out{.ldbc = none, .fagiolo = none};
  out.outcome = for_each_vertex_with(
      run, graph.vertex_count(), [&] { return PartnerArcs(simple, directions); },
      [&](Vertex v, PartnerArcs& counts) {
        counts.look(v);
        const auto k = static_cast<double>(simple.neighbours(v).size());
        const auto d = static_cast<double>(counts.total);
        const double possible = d * (d - 1) - 2 * static_cast<double>(counts.both_ways);
        if (k >= 2) out.ldbc[v] = static_cast<double>(counts.arcs) / (k * (k - 1));
        if (possible > 0) out.fagiolo[v] = static_cast<double>(counts.triangles) / possible;
      });
  return out;
}

}  // namespace regionet

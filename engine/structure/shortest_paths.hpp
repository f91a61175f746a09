// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"

namespace regionet {

/// Shortest paths from one source after another, with lengths; the workspace is used again.
///
/// Dijkstra's search on a binary heap. Vertices are settled by (distance, number), so that sums over them have one
/// order. O((n + m) log n) time a source; 20n bytes.
class ShortestPaths {
 public:
  /// The graph and the lengths must outlive it.
  ShortestPaths(GraphView, const Lengths&);

  void run(Vertex source);

  /// The vertices that were reached, the source first, by rising distance.
  [[nodiscard]] std::span<const Vertex> order() const { return order_; }
  /// Infinity where a vertex was not reached.
  [[nodiscard]] double distance(Vertex v) const { return distance_[v]; }
  /// Whether the arc from a settled vertex lies on a shortest path, up to the round-off of adding lengths.
  [[nodiscard]] bool on_path(Vertex from, Arc) const;

 private:
  struct Entry {
    double distance;
    Vertex vertex;
  };
  static bool later(const Entry& a, const Entry& b);

  GraphView graph_;
  const Lengths& lengths_;
  std::vector<double> distance_;
  std::vector<bool> settled_;
  std::vector<Vertex> order_;
  std::vector<Entry> heap_;
};

}  // namespace regionet

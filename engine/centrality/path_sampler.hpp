// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graphs/csr/graph.hpp"

namespace regionet {

/// Draws shortest paths in steps: of all the shortest paths between two vertices each has the same chance.
///
/// Two breadth-first searches go towards each other, each time the one with fewer arcs ahead; where they meet the path
/// is drawn back to both ends by the numbers of paths. 24n bytes, cleared as far as they were used. Source   Borassi,
/// Natale 2016, KADABRA is an adaptive algorithm for betweenness via random approximation.
class PathSampler {
 public:
  /// `turned` has the arcs the other way round; the graph itself where that is symmetric.
  PathSampler(GraphView graph, GraphView turned);

  /// The vertices strictly between two different vertices on a path drawn by `key`; none where there is no path, or an
  /// arc is one. The next call writes over them.
  std::span<const Vertex> draw(Vertex from, Vertex to, std::uint64_t key);

 private:
  /// The search from one end.
  struct Side {
    GraphView along;                   ///< arcs as the search goes
    GraphView against;                 ///< arcs back to its end
    std::vector<std::uint32_t> depth;  ///< of each vertex, from 1; 0 where it has not been seen
    std::vector<double> paths;         ///< shortest paths from the end
    std::vector<Vertex> seen;          ///< by depth
    std::size_t last = 0;              ///< where the last depth begins in `seen`
    std::uint64_t arcs_ahead = 0;      ///< of the last depth
  };
  /// An arc across which the searches meet.
  struct Meeting {
    Vertex here;
    Vertex there;
  };

  static void start(Side&, Vertex end);
  void step(Side& side, const Side& other);
  void walk_back(const Side&, Vertex);
  [[nodiscard]] double random();

  Side forward_, backward_;
  std::vector<Meeting> meetings_;
  std::vector<Vertex> path_;
  std::uint64_t key_ = 0;
  std::uint64_t drawn_ = 0;
};

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// The distances from each place to all others, summed up: what closeness and harmonic centrality, eccentricity, the
/// mean distance and the diameter are made of.
/// Definition   d(v, u) is the least sum of lengths on a path from v to u along the arcs; a pair without a path adds
///              nothing. `harmonic` sums 1/d, `total` d, `reach` counts the u != v with a path, `farthest` is the
///              largest.
/// Counts       loops not at all; of parallel arcs the shortest.
/// Cost         unit lengths: O(n (n + m)) steps of 512 sources at a time, 192n bytes a thread and 20n; a directed
/// graph
///              is transposed. Lengths: O(n (n + m) log n), one source a time.
/// Determinism  integers for unit lengths; sums run in the order of (distance, vertex): the same bits for any number of
///              threads.
/// Stops        a stop request; what is there so far is then of no use.
/// Source       Then, Kaufmann, Chirigati et al. 2014, The more the merrier: efficient multi-source graph traversal;
///              Dijkstra 1959.
struct DistancesResult {
  std::vector<double> harmonic;
  std::vector<double> total;
  std::vector<std::uint32_t> reach;
  std::vector<double> farthest;
  std::vector<std::uint64_t> pairs_at;  ///< ordered pairs by distance 1, 2, .. (from [1] on); empty with lengths
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] DistancesResult distances(GraphView, const Lengths&, const RunContext& = {});

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// In which order places are taken away: the ones with the most partners at the start first, the ones with the most
/// partners left, or at random.
enum class Removal : std::uint8_t { degree, remaining_degree, random };

/// Robustness: how much of the network holds together while one place after another is taken away.
/// Definition   largest[q] = the vertices of the largest component once q vertices are away, q = 0 .. n; index R = the
///              sum of largest[1 .. n] / n^2, from (n - 1)/n^2 (no ties) to (n - 1)/(2n) (all of them); 0 of no
///              vertices.
/// Counts       ties of the simple graph under the given one. Equal degrees fall in the order of the vertices; the
///              random order is the one of random numbers of (seed, vertex, order), a new one for each `order`.
/// Cost         O(n log n + m) time, 32n bytes: vertices are put back in the opposite order and components joined. By
///              remaining degree O((n + m) log n) and 80n bytes.
/// Determinism  integers; sequential. The random order is a function of the run's seed and of `order` alone.
/// Source       Albert, Jeong, Barabasi 2000; R: Schneider, Moreira, Andrade, Havlin, Herrmann 2011, Mitigation of
///              malicious attacks on networks.
struct RobustnessOptions {
  Removal removal = Removal::degree;
  std::uint64_t order = 0;  ///< which of the random orders
};
struct RobustnessResult {
  std::vector<Vertex> removed;         ///< vertices in the order in which they are taken away
  std::vector<std::uint32_t> largest;  ///< n + 1 entries
  double index = 0;
};
[[nodiscard]] RobustnessResult robustness(GraphView, const RobustnessOptions& = {}, const RunContext& = {});

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

inline constexpr std::uint32_t unreached = 0xFFFFFFFFU;

/// Breadth-first search: how many ties away from one place every other lies.
/// Definition   the least number of arcs on a path from `source`; `unreached` where there is none.
/// Counts       arcs along their direction; parallel arcs and loops change nothing.
/// Cost         O(n + m) time; of a symmetric graph most arcs are never looked at. 8n bytes.
/// Determinism  integers; the same for any number of threads.
/// Throws       std::invalid_argument where `source` is no vertex.
/// Source       Beamer, Asanovic, Patterson 2012, Direction-optimizing breadth-first search.
struct BfsResult {
  std::vector<std::uint32_t> distance;
  std::size_t reached = 0;     ///< vertices with a distance, the source too
  std::uint32_t farthest = 0;  ///< the largest distance
};
[[nodiscard]] BfsResult bfs(GraphView, Vertex source, const RunContext& = {});

/// What is wrong with distances from `source`, empty where they are right: judged by the arcs, without a search.
[[nodiscard]] std::string check_distances(GraphView, Vertex source, std::span<const std::uint32_t> distance);

}  // namespace regionet

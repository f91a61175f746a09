// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graphs/csr/graph.hpp"

namespace regionet {

/// Every vertex in one community. Communities are numbered 0.. by falling size, equal sizes by their smallest vertex,
/// so that equal partitions have equal numbers.
struct Partition {
  std::vector<std::uint32_t> community;  ///< of each vertex
  std::vector<std::uint32_t> size;       ///< of each community

  friend bool operator==(const Partition&, const Partition&) = default;
};

/// The partition that puts vertices with equal labels together. Labels are any numbers; O(n log n).
[[nodiscard]] Partition partition_of(std::span<const std::uint32_t> labels);

/// The members of each community, rising.
[[nodiscard]] std::vector<std::vector<Vertex>> members_of(const Partition&);

/// Labels that part each group of equal labels into its connected parts, whatever the direction of arcs; numbered
/// 0.. by their smallest vertex. O(n + m), no recursion. Throws std::invalid_argument where there is not a label a
/// vertex.
[[nodiscard]] std::vector<std::uint32_t> connected_parts(GraphView, std::span<const std::uint32_t> labels);

/// How many communities are not connected within themselves.
[[nodiscard]] std::size_t count_disconnected(GraphView, const Partition&);

/// Gives equal labels equal numbers 0.. in the order in which they first appear; returns how many there are.
/// Labels must be below `bound`.
std::size_t renumber(std::span<std::uint32_t> labels, std::size_t bound);

}  // namespace regionet

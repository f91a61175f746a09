// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "engine/community/partition.hpp"
#include "graphs/csr/graph.hpp"

namespace regionet {

/// How sure communities are: what several partitions of the same vertices agree on. The partitions may come from runs
/// that differ in their seed alone, or from networks drawn anew. certainty    of each vertex: the mean, over the other
/// members of its community in the reference, of the share of the
///              partitions that have the two together; of a community of one the share in which it is alone.
/// consensus    the connected parts of the ties whose ends are together in more than half of the partitions.
/// mean_vi      the mean variation of information between the reference and the partitions, divided by log n: 0 where
/// all
///              agree, 1 at most.
/// Cost         O(partitions * (n log n + m)), 4 bytes an arc.
/// Throws       std::invalid_argument: no partition, or one of another size than n.
struct StabilityResult {
  std::vector<double> certainty;
  Partition consensus;
  double mean_vi = 0;
};
[[nodiscard]] StabilityResult stability(GraphView, const Partition& reference,
                                        std::span<const std::vector<std::uint32_t>> partitions);

}  // namespace regionet

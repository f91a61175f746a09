// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "engine/community/partition.hpp"
#include "graphs/csr/weights.hpp"

namespace regionet {

/// The part that places play in their communities. k(v, c) is the strength of the ties of v with community c, both
/// ways, loops left out; k(v) their sum over c. within_z       (k(v, own) - mean) / standard deviation, over the
/// members of its community: how much of a hub it is
///                there; not defined where all members have the same.
/// participation  1 - sum over c of (k(v, c) / k(v))^2: 0 where all ties lie in one community, near 1 where they are
/// spread
///                evenly; not defined without a tie.
/// Cost           O(n + m); a directed graph is laid together with its reverse.
/// Throws         std::invalid_argument where the partition is not of the graph's vertices, or a strength is negative.
/// Source         Guimera, Amaral 2005, Functional cartography of complex metabolic networks.
struct RolesResult {
  std::vector<std::optional<double>> within_z;
  std::vector<std::optional<double>> participation;
};
[[nodiscard]] RolesResult community_roles(GraphView, Strengths, const Partition&);

}  // namespace regionet

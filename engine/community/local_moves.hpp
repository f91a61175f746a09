// SPDX-License-Identifier: Apache-2.0
// The two steps of Louvain and Leiden on one MoveGraph. Gains are in units of strength, see ObjectiveTerms.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/community/move_graph.hpp"

namespace regionet {

/// Moves single vertices to where the gain is largest, until no move gains anything: a queue holds the vertices whose
/// surroundings changed. A vertex may also leave for a group of its own. `group` holds numbers below n and is changed.
/// Returns the gain of all moves, summed up.
/// Determinism  a function of the graph, the groups and `key`, which orders the vertices.
double move_vertices(const MoveGraph&, std::span<std::uint32_t> group, std::uint64_t key);

/// Parts each group into well-connected parts: from single vertices, each in random order may join a part of its group
/// that it is tied to; of those that gain, one is drawn with odds exp(gain / (randomness * mean strength of a tie)).
/// A part is connected, for it grows by neighbours alone and nothing leaves it. Returns part numbers below n.
/// Source       Traag, Waltman, van Eck 2019, algorithm A.2: MergeNodesSubset.
[[nodiscard]] std::vector<std::uint32_t> refine_groups(const MoveGraph&, std::span<const std::uint32_t> group,
                                                       double randomness, std::uint64_t key);

/// The same parts of groups as `connected_parts`, on the rows of a MoveGraph; arcs of strength 0 connect nothing.
[[nodiscard]] std::vector<std::uint32_t> connected_parts(const MoveGraph&, std::span<const std::uint32_t> group);

/// The sum over groups of strength within minus price, in units of strength: what gains add to.
[[nodiscard]] double worth(const MoveGraph&, std::span<const std::uint32_t> group);

/// Whether what gains have added up to is what is there, but for round-off: asserted after every pass.
[[nodiscard]] bool books_balance(double booked, double there);

}  // namespace regionet

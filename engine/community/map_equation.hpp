// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/community/move_graph.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// What a walker does who follows ties at random: how often one is at each vertex, and how often one leaves it.
/// Undirected   visits are strengths / 2m, nothing is teleported.
/// Directed     with probability `teleportation`, and always from a vertex without an arc out, one goes on from any
/// vertex,
///              all equally likely; visits are PageRank. Teleports are steps like others ("recorded").
class WalkerFlows {
 public:
  /// None where there is no tie to follow.
  static std::optional<WalkerFlows> of(GraphView, Strengths, double teleportation, const RunContext& = {});

  [[nodiscard]] const MoveGraph& rows() const { return rows_; }  ///< flows both ways along ties, loops left out
  [[nodiscard]] std::size_t size() const { return visit.size(); }
  /// One vertex a group, as `MoveGraph::drawn_together`.
  [[nodiscard]] WalkerFlows drawn_together(std::span<const std::uint32_t> group, std::size_t groups) const;

  std::vector<double> visit;     ///< sums to 1
  std::vector<double> teleport;  ///< mass that goes on from anywhere
  std::vector<double> share;     ///< of the vertices of the network
  std::vector<double> out;       ///< flow along ties to other vertices

 private:
  MoveGraph rows_;
};

/// Of one module: what its walker pays for.
struct ModuleFlow {
  double visit = 0, teleport = 0, share = 0, out = 0;

  /// How often one leaves it, and so enters it.
  [[nodiscard]] double exit() const { return teleport * (1 - share) + out; }
};

/// x log2 x; 0 at 0 and below, where round-off may lead.
[[nodiscard]] double plogp(double x);

/// The map equation: bits a step to tell where a walker is, with a code book a module and one for entering them.
///   L = plogp(sum q) - 2 sum plogp(q) + sum plogp(q + p) - sum plogp(visits),
/// q = exit of a module, p = its visits. Smaller is better. `labels` are numbers below n. O(n + m).
/// Source       Rosvall, Bergstrom 2008; Rosvall, Axelsson, Bergstrom 2009.
[[nodiscard]] double codelength(const WalkerFlows&, std::span<const std::uint32_t> labels);

}  // namespace regionet

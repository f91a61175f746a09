// SPDX-License-Identifier: Apache-2.0
// What Louvain and Leiden move vertices on: the network itself, or groups of it drawn together.
#pragma once

#include <span>
#include <vector>

#include "engine/community/objective.hpp"
#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Rows of strengths both ways, and the masses of an objective. Loops may stand in a row and do not count; parallel
/// arcs add up. It owns its rows or looks at those of a graph.
class MoveGraph {
 public:
  MoveGraph() = default;
  MoveGraph(const MoveGraph&) = delete;  // it would look at the rows of the other
  MoveGraph& operator=(const MoveGraph&) = delete;
  MoveGraph(MoveGraph&&) = default;
  MoveGraph& operator=(MoveGraph&&) = default;
  ~MoveGraph() = default;
  /// A directed graph is laid together with its reverse. O(n + m); an undirected graph without weights is looked at.
  MoveGraph(GraphView, Strengths, ObjectiveTerms, const RunContext& = {});

  [[nodiscard]] std::size_t size() const { return terms_.first.size(); }
  [[nodiscard]] std::span<const Arc> offsets() const { return offsets_; }
  [[nodiscard]] std::span<const Vertex> targets() const { return targets_; }
  [[nodiscard]] std::span<const double> weights() const { return weights_; }  ///< empty: 1 each
  [[nodiscard]] const ObjectiveTerms& terms() const { return terms_; }

  /// One vertex a group; `group` holds numbers 0..groups-1. By counting, O(n + m), groups' own arcs left out.
  [[nodiscard]] MoveGraph drawn_together(std::span<const std::uint32_t> group, std::size_t groups) const;
  /// The same into another one, whose memory is used again: large arrays cost more to make than to fill.
  void draw_together(std::span<const std::uint32_t> group, std::size_t groups, MoveGraph& out) const;

 private:
  std::vector<Arc> own_offsets_;
  std::vector<Vertex> own_targets_;
  std::vector<double> own_weights_;
  std::span<const Arc> offsets_;
  std::span<const Vertex> targets_;
  std::span<const double> weights_;
  ObjectiveTerms terms_;
};

/// Strengths from one vertex to the groups around it: one number a group, and the list of those that are not 0.
class GroupStrengths {
 public:
  explicit GroupStrengths(std::size_t groups) : toward_(groups, 0), touched_(groups + 1) {}

  /// Adds up the row of v; returns the sum of it. Rows without weights count 1 an arc.
  double gather(const MoveGraph&, Vertex v, std::span<const std::uint32_t> group);
  /// The same over the neighbours that share v's `within` label.
  double gather_within(const MoveGraph&, Vertex v, std::span<const std::uint32_t> group,
                       std::span<const std::uint32_t> within);
  void clear() {
    for (const std::uint32_t group : touched()) toward_[group] = 0;
    count_ = 0;
  }

  [[nodiscard]] double operator[](std::uint32_t group) const { return toward_[group]; }
  [[nodiscard]] std::span<const std::uint32_t> touched() const { return {touched_.data(), count_}; }

 private:
  template <bool weighted, typename Counts>
  double add_row(const MoveGraph&, Vertex v, std::span<const std::uint32_t> group, Counts counts);

  std::vector<double> toward_;
  std::vector<std::uint32_t> touched_;  // one place more than there are groups, so that adding needs no branch
  std::size_t count_ = 0;
};

}  // namespace regionet

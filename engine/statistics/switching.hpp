// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "engine/statistics/pair_set.hpp"
#include "graphs/csr/build.hpp"
#include "graphs/csr/weights.hpp"

namespace regionet {

/// What every switched network has in common with the network beside its degrees.
struct SwitchingParts {
  std::vector<std::uint32_t> part;  ///< of each vertex, such as the two sides of a two-mode network; empty: no parts
  bool within = false;              ///< ties lie within parts; else between them
};

/// A network drawn at random, and how far it is from where the walk began.
struct SwitchedNetwork {
  Graph graph;
  Buffer<double> weights;  ///< of each arc; empty: 1 each
  double kept_halfway = 0;  ///< share of the network's ties that are there after half of the tries
  double kept = 0;          ///< and after all

  [[nodiscard]] Strengths strengths() const {
    return weights.empty() ? Strengths::unit : Strengths(std::span<const double>(weights.data(), weights.size()));
  }
};

/// Draws networks in which every place has as many partners as in the given one, but not the same.
/// Definition   in the limit of many tries every graph without loops and parallel ties that has the same degrees
///              (directed: arcs out of and into each vertex) and keeps to the parts is equally likely; and every way to
///              deal the strengths out over its ties. A tie moves as one, with all the agreements that it stands for;
///              so vertices keep their number of partners, not their strength. Loops stay where they are.
/// How          a try picks two ties a-b and c-d, which become a-d and c-b, each tie turned round with even odds where
///              it has no direction; nothing changes where that would make a loop, a parallel tie or one that the parts
///              forbid, or where it picked one tie twice. In a directed graph every eighth try rotates the heads of
///              three arcs, without which a ring of three could never turn. Every step is as likely as its reverse, so
///              all networks in reach are equally likely; all are in reach without parts and with two of them.
/// Cost         O(sweeps * m) a network; 48 bytes a tie once and as many a network.
/// Determinism  a network is a function of the given one, the sweeps and its key.
/// Throws       std::invalid_argument: parallel arcs, another number of parts than of vertices, a tie that the parts
///              forbid.
/// Source       Taylor 1981 (all are in reach); Rao, Jana, Bandyopadhyay 1996 (directed); Fosdick et al. 2018.
class Switching {
 public:
  Switching(GraphView, Strengths, SwitchingParts = {});

  /// `sweeps` times as many tries as there are ties.
  [[nodiscard]] SwitchedNetwork draw(std::size_t sweeps, std::uint64_t key) const;

 private:
  friend class SwitchingWalk;

  [[nodiscard]] bool allows(Vertex a, Vertex b) const {
    return a != b && (parts_.part.empty() || (parts_.part[a] == parts_.part[b]) == parts_.within);
  }
  [[nodiscard]] std::size_t tie_count() const { return ends_.size() / 2; }

  std::size_t n_ = 0;
  bool directed_ = false;
  SwitchingParts parts_;
  std::vector<Vertex> ends_;  // two a tie, loops left out
  std::vector<Vertex> loops_;
  std::vector<double> strengths_;  // of ties, then of loops; empty: 1 each
  PairSet present_{0};
};

}  // namespace regionet

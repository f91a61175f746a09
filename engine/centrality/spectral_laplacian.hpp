// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// The Laplacian L = D - A of the largest component, factored: ties as conductors, strengths as their conductances.
///
/// The first vertex of the component is grounded (row and column left out), so that the rest has a Cholesky factor.
/// Loops carry no current. Parallel arcs add up.
class GroundedLaplacian {
 public:
  /// What keeps this graph from having one; empty where nothing does. It has to be undirected, with a tie, and every
  /// strength positive.
  [[nodiscard]] static std::string missing(GraphView, Strengths);

  /// O(n + m) and the fill-in of a sparse Cholesky factor (minimum degree order). Call it where nothing is `missing`.
  GroundedLaplacian(GraphView, Strengths, const RunContext&);
  GroundedLaplacian(const GroundedLaplacian&) = delete;
  GroundedLaplacian& operator=(const GroundedLaplacian&) = delete;
  GroundedLaplacian(GroundedLaplacian&&) = delete;
  GroundedLaplacian& operator=(GroundedLaplacian&&) = delete;
  ~GroundedLaplacian();

  /// The vertices of the component, rising; the first one is grounded.
  [[nodiscard]] std::span<const Vertex> members() const { return members_; }
  /// Sets `potential`, one a member and 0 at the ground, to what lets `current` flow in at each member (what does not
  /// flow out again leaves by the ground). Several threads may call it.
  void solve(std::span<const double> current, std::span<double> potential) const;

 private:
  struct Factor;
  std::vector<Vertex> members_;
  std::unique_ptr<Factor> factor_;
};

}  // namespace regionet

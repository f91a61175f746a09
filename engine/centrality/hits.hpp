// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// HITS: hubs that point to good authorities, authorities that good hubs point to.
/// Definition   hub and authority are the first left and right singular vector of A, not negative: hub = A authority,
///              authority = A' hub, each of L2 norm 1. Where several vectors belong to the first singular value, the
///              one that equal hubs lead to. Of an undirected graph the two are the same.
/// Counts       arcs by strength.
/// Cost         O(iterations * (n + m)) time, 5n doubles; a directed graph is transposed.
/// Determinism  bitwise equal for any number of threads; no randomness.
/// Stops        change of the hubs (L2) <= tolerance, max_iterations, or a stop request.
/// Undefined    without arcs: both are empty.
/// Throws       std::invalid_argument for a negative strength or a tolerance that is not positive.
/// Source       Kleinberg 1999, Authoritative sources in a hyperlinked environment.
struct HitsOptions {
  double tolerance = 1e-12;
  int max_iterations = 10'000;
};
struct HitsResult {
  std::vector<double> hub, authority;
  double singular_value = 0;
  int iterations = 0;
  double residual = 0;
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] HitsResult hits(GraphView, Strengths, const HitsOptions& = {}, const RunContext& = {});

}  // namespace regionet

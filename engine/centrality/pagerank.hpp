// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// PageRank: how often one comes by a place who follows ties at random, and now and then starts anew.
/// Definition   x = (1-d) p + d (A' (x / out-strength) + s p), s = the mass on vertices without an arc out, p = where
///              one starts anew (the same everywhere, or the personalisation divided by its sum); sum(x) = 1.
/// Counts       arcs in proportion to their strength (unit: once each); loops included.
/// Cost         O(iterations * (n + m)) time, 4n doubles; a directed graph is transposed.
/// Determinism  bitwise equal for any number of threads; no randomness.
/// Stops        residual (L1 norm of the last change) <= tolerance, max_iterations, or a stop request; the answer
///              so far is returned with its status.
/// Throws       std::invalid_argument before any work: damping outside [0, 1), a tolerance that is not positive, a
///              negative strength, a personalisation of another size, with a negative value or without a positive one.
/// Source       Page, Brin, Motwani, Winograd 1999.
struct PagerankOptions {
  double damping = 0.85;
  double tolerance = 1e-10;
  int max_iterations = 1000;
  std::vector<double> personalisation;  ///< one a vertex; empty: the same everywhere
};
struct PagerankResult {
  std::vector<double> score;
  int iterations = 0;
  double residual = 0;
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] PagerankResult pagerank(GraphView, Strengths, const PagerankOptions& = {}, const RunContext& = {});

}  // namespace regionet

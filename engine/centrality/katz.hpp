// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Katz centrality: all walks that lead to a place, the longer ones counting less.
/// Definition   x = alpha A'x + 1, raw; alpha below 1/lambda, the largest eigenvalue of A. Of a directed graph walks
///              arrive along arcs in.
/// Counts       arcs by strength.
/// Cost         the eigenvalue (see `eigenvector`), then O(iterations * (n + m)).
/// Determinism  bitwise equal for any number of threads; no randomness.
/// Stops        change (L1) <= tolerance * sum of x, max_iterations, or a stop request.
/// Throws       std::invalid_argument: alpha not positive, or at or beyond its limit (the text names it).
/// Source       Katz 1953, A new status index derived from sociometric analysis.
struct KatzOptions {
  double alpha = 0;  ///< 0: 0.85 of the limit
  double tolerance = 1e-12;
  int max_iterations = 10'000;
};
struct KatzResult {
  std::vector<double> score;
  double alpha = 0;
  int iterations = 0;
  double residual = 0;  ///< relative to the sum
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] KatzResult katz(GraphView, Strengths, const KatzOptions& = {}, const RunContext& = {});

}  // namespace regionet

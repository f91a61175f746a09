// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// BiRank: PageRank's counterpart for two sides that rank each other.
/// Definition   x_v = a sum over partners u of w_vu / sqrt(s_v s_u) x_u + (1 - a) / (size of the side of v); s the
///              strengths, a = alpha on the first side, beta on the second. The divisions by both strengths keep a
///              place with many partners from handing each of them its whole score.
/// Range        positive; comparable within a side. They do not sum to 1.
/// Counts       ties in proportion to their strength; a place without one has the second term alone.
/// Cost         O(iterations (n + m)) time, 4n doubles.
/// Determinism  bitwise equal for any number of threads.
/// Stops        L1 norm of the last change <= tolerance, max_iterations, or a stop request; the answer so far is
///              returned.
/// Throws       std::invalid_argument before any work: alpha or beta outside [0, 1), a tolerance that is not positive,
///              a negative strength, a directed graph, no side for a vertex, an arc within a side.
/// Source       He, Gao, Kan, Wang 2017, BiRank: towards ranking on bipartite graphs.
struct BirankOptions {
  double alpha = 0.85;
  double beta = 0.85;
  double tolerance = 1e-10;
  int max_iterations = 1000;
};
struct BirankResult {
  std::vector<double> score;
  int iterations = 0;
  double residual = 0;
  Outcome outcome = Outcome::complete;
};
/// `first`: for each vertex whether it stands on the first side.
[[nodiscard]] BirankResult birank(GraphView, Strengths, const std::vector<bool>& first, const BirankOptions& = {},
                                  const RunContext& = {});

}  // namespace regionet

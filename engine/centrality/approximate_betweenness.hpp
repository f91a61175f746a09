// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Betweenness by sampling, with bounds that hold.
/// Definition   as `betweenness` in steps, normalised: estimated by drawing ordered pairs and one of their shortest
/// paths
///              each, the share of paths that pass a vertex. With probability at least 1 - delta every vertex lies
///              between its bounds, at once.
/// Ends         when every bound is within `epsilon` of its estimate; with `top` = k also when the order of the first k
///              is proven: each one's lower bound is above the upper bounds of all that come behind it.
/// Bounds       of a share of independent draws by the relative entropy (Chernoff), for every vertex that can lie
/// between
///              others and for every look at the numbers. Half of delta is given to vertices in equal parts, half as a
///              first thousand draws, which count for nothing else, make them likely to need it.
/// Cost         at most ln(2 candidates looks / delta) / epsilon^2 draws, mostly far fewer; a draw looks at the arcs
/// round
///              both ends. 28n bytes and 24n a thread.
/// Determinism  a draw is a function of (seed, number); counts are whole numbers: the same for any number of threads.
/// Stops        a stop request: the bounds of the draws so far, which hold.
/// Throws       std::invalid_argument for epsilon or delta outside (0, 1), or parallel arcs.
/// Source       Hoeffding 1963, theorem 1, for the bound; Borassi, Natale 2016 for adaptive sampling of paths.
struct ApproximateBetweennessOptions {
  double epsilon = 0.01;
  double delta = 0.1;
  std::size_t top = 0;  ///< stop as soon as the order of so many is proven; 0: not before epsilon is met
};
struct ApproximateBetweennessResult {
  std::vector<double> score;
  std::vector<double> lower;
  std::vector<double> upper;
  std::uint64_t draws = 0;
  double widest = 1;  ///< the largest distance of a bound from its estimate
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] ApproximateBetweennessResult approximate_betweenness(GraphView, const ApproximateBetweennessOptions& = {},
                                                                   const RunContext& = {});

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "engine/statistics/switching.hpp"

namespace regionet {

/// A figure of a graph, the larger the more remarkable; a search may draw from `seed`. It is called by several threads.
using GraphFigure = std::function<double(GraphView, Strengths, std::uint64_t seed)>;

/// How unusual a figure of a network is among networks with the same degrees, see `Switching`.
/// Definition   with x the figure of the network, y those of the switched ones: z = (x - mean(y)) / deviation(y), the
///              deviation with N - 1; none where all y are equal. p = (1 + how many y are x or more) / (1 + N), which
///              is right for any N: the network is one of N + 1 that the null hypothesis cannot tell apart.
/// Mixing       the share of the network's ties that stand where they stood falls until the walk has forgotten its
///              start. 16 walks of 16 sweeps, then 32, 64 .. are taken until that share falls no more from half of a
///              walk to its end, by more than twice the standard error of the mean of the 16 differences. At 1024 it
///              is not mixed, and the outcome not_converged.
/// Cost         about twice 16 walks of `sweeps`, then N walks and N figures.
/// Determinism  a function of the graph, the options and the seed.
/// Throws       std::invalid_argument: fewer than two networks; see `Switching`.
/// Source       Gotelli, Ulrich 2012 (z and p of switched networks); Phipson, Smyth 2010 (add one).
struct NullComparisonOptions {
  std::size_t networks = 100;
  SwitchingParts parts;
};
struct NullComparison {
  double observed = 0;
  double mean = 0;
  double deviation = 0;
  std::optional<double> z;
  double p = 1;
  std::size_t networks = 0;  ///< that were drawn: fewer than asked for after a stop
  std::size_t sweeps = 0;    ///< of each walk
  double kept = 0;           ///< share of the ties that the switched networks have in common with the network
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] NullComparison compare_with_switched(GraphView, Strengths, const GraphFigure&,
                                                   const NullComparisonOptions& = {}, const RunContext& = {});

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "engine/temporal/estimate.hpp"

namespace regionet {

/// Whether ties outgrow places: E(t) = c N(t)^a, 1 where the mean degree stays, 2 where every pair ties in the end.
struct Densification {
  Estimate exponent;  ///< maximum likelihood, see below
  Estimate
      least_squares;  ///< slope of log E on log N, as the source fits it; no interval: its points are not independent
  std::size_t points = 0;  ///< periods, joined as below
};

/// The densification exponent of cumulative counts of ties and places.
///
/// Definition   given N(t), the ties that come in period t are Poisson with mean c (N(t)^a - N(t-1)^a), N before the
///              first period being 0; a > 0. A period in which no place comes is joined to the last one in which one
///              came (to the next, where there is none), since E is a function of N. The interval is Wald's at 95 %.
/// Window       periods from `begin` on, as far as the counts go: only what came in them is fitted, from the counts
///              that stood before them.
/// Throws       std::invalid_argument where there are not as many counts of ties as of places, or fewer than `begin`.
/// Undefined    'too few points' below 8 periods in which a place came.
/// Cost         O(periods) a step of Newton's method.
/// Source       Leskovec, Kleinberg, Faloutsos 2005.
[[nodiscard]] Densification densification(std::span<const double> ties, std::span<const double> places,
                                          std::size_t begin = 0);

}  // namespace regionet

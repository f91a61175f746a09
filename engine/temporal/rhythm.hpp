// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "engine/temporal/estimate.hpp"
#include "graphs/model/period.hpp"

namespace regionet {

/// How bursty events are: -1 where they come like a clock, 0 where they come at random, 1 where nearly all come at
/// once.
///
/// Definition   n times between consecutive days, r their standard deviation (over n) by their mean:
///              (sqrt(n+1) r - sqrt(n-1)) / ((sqrt(n+1) - 2) r + sqrt(n-1)).
/// Undefined    with fewer than two times between events, or all events on one day.
/// Cost         O(n log n).
/// Source       Kim, Jo 2016, equation 22, which corrects Goh, Barabasi 2008 for short series.
[[nodiscard]] Estimate burstiness(std::vector<Day> days);

/// Variance of the counts (over T - 1) by their mean: 1 for a Poisson process with a constant rate.
/// Undefined    with fewer than 8 periods, or where nothing came.
[[nodiscard]] Estimate dispersion_index(std::span<const double> counts);

/// Where the rate of what comes changes.
struct ChangePoints {
  std::vector<std::size_t> starts;  ///< first period of each stretch of constant rate; the first is 0
  std::vector<double> rates;        ///< of each stretch, a year of 365.2425 days
  double penalty = 0;               ///< what one more stretch had to gain
};

/// The partition of the periods into stretches of constant rate that costs least.
///
/// Definition   a stretch with a total of c in w days costs -2 (c ln(c / w) - c), twice its Poisson log-likelihood with
///              the sign turned; each stretch after the first adds the penalty 2 ln T: a rate and a place, by BIC.
/// Counts       may be expected values.
/// Cost         exact dynamic programming with pruning: O(T^2) time at most, O(T) memory.
/// Source       Jackson et al. 2005; pruning Killick, Fearnhead, Eckley 2012.
[[nodiscard]] ChangePoints change_points(std::span<const double> counts, const Periods&);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "engine/temporal/estimate.hpp"
#include "graphs/model/period.hpp"

namespace regionet {

/// Fewer periods say too little of a rate.
inline constexpr std::size_t least_periods = 8;

/// How fast what comes in a period grows.
struct Trend {
  Estimate growth_rate;    ///< r: the expected number a year grows as exp(r t), t in years
  Estimate compound_rate;  ///< exp(r) - 1: by what share it grows in a year
  Estimate doubling_time;  ///< ln 2 / r years; none where r is not positive, open where r may be 0
  Estimate dispersion;     ///< Pearson's chi-square over T - 2: 1 where counts scatter around the trend as Poisson ones
};

/// Exponential growth of counts, by Poisson regression on the middle of the periods.
///
/// Definition   y_i ~ Poisson(w_i exp(a + r t_i)), w_i the days of period i and t_i its middle in years of 365.2425
/// days;
///              counts may be expected values. Intervals are Wald's at 95 %: they hold for independent Poisson counts;
///              where the dispersion is well above 1 they are too narrow.
/// Undefined    'too few points' below `least_periods` periods; where all of the counts lie in the first or the last
///              period, or there are none.
/// Cost         O(periods) a step of Newton's method.
/// Source       McCullagh, Nelder 1989, chapter 6.
[[nodiscard]] Trend poisson_trend(std::span<const double> counts, const Periods&);

}  // namespace regionet

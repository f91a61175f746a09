// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "engine/temporal/curves.hpp"

namespace regionet {

/// Whether every date of the history is one day, so that every draw is the same.
[[nodiscard]] bool all_exact(const History&);

/// One choice of a day for each agreement of the history, uniform over the days that its date can be: a function of
/// (seed, draw, number of the agreement in the network) alone. O(agreements).
[[nodiscard]] std::vector<Day> draw_days(const History&, std::uint64_t seed, std::uint64_t draw);

/// Growth where the day of each agreement is known: plain counts.
struct KnownGrowth {
  std::vector<double> agreements;    ///< new in each period
  std::vector<double> ties, places;  ///< cumulative, by the first agreement of each
};

/// O(pairs + ties + vertices + periods) time. Days outside of the periods count nowhere.
[[nodiscard]] KnownGrowth known_growth(const History&, const Periods&, std::span<const Day>, const Selection& = {});

/// The middle 95 % of values (linear between order statistics, the definition R numbers 7); none where there are none.
struct Spread {
  double low = 0, median = 0, high = 0;
};
[[nodiscard]] std::optional<Spread> spread_of(std::vector<double> values);

}  // namespace regionet

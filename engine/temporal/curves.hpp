// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/temporal/history.hpp"

namespace regionet {

/// How many of something there are, by period, as far as the dates tell.
struct Band {
  /// Come in the period: whatever the dates are; on the mean; if the dates allow it.
  std::vector<std::uint64_t> new_certain, new_possible;
  std::vector<double> new_expected;
  /// Have come by the end of the period.
  std::vector<std::uint64_t> certain, possible;
  std::vector<double> expected;
};

/// What of a history counts; an empty list selects all.
struct Selection {
  std::vector<std::uint8_t> agreements;  ///< by the history's numbers
  std::vector<std::uint8_t> vertices;    ///< a tie counts if an end of it is selected
};

struct GrowthCurves {
  Band agreements;
  Band ties;    ///< pairs, by their first agreement
  Band actors;  ///< vertices, by their first agreement
  /// Agreements of a pair that is tied already, each pair of an agreement counted: only the three of a period.
  Band repeated;
};

/// Growth curves: how many agreements, ties and active places there were, bounded by what the dates say.
///
/// Definition   An agreement's day is uniform over the days that its date can be, independent of the others. A period
///              [a, b): new_certain = dates inside it, new_possible = dates that meet it, new_expected = sum of the
///              shares of their days. Cumulative at b, from the first period on: certain = latest < b, possible =
///              earliest < b, expected = sum of P(day < b), for a tie or a place 1 - prod P(not by b) over its
///              agreements. A tie is new where its first agreement lies, whose day lies between the least earliest
///              and the least latest day; every agreement of it but the first is a repetition. Days outside of the
///              history's window count nowhere. Only expected values add up.
/// Bounds       certain <= value under any choice of days <= possible; equal where all dates are exact. Those of
///              `repeated` are reached for each pair alone.
/// Cost         O(agreements + pairs + (distinct dates + ties with a choice) * periods they can lie in) time.
/// Determinism  one pass in the order of the history; no threads.
[[nodiscard]] GrowthCurves growth_curves(const History&, const Periods&, const Selection& = {});

}  // namespace regionet

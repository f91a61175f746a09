// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/model/network.hpp"
#include "graphs/view/view_options.hpp"

namespace regionet {

/// How much of an agreement lies in a window: share in [0, 1] of the days its date can be.
/// `certain`: all of them; `possible`: at least one.
struct Overlap {
  double share = 0;
  bool certain = false;
  bool possible = false;
};

/// The signing date against the window of the options; a missing end of the window is no bound.
[[nodiscard]] Overlap signed_in(DayRange date, std::optional<Day> from, std::optional<Day> until);

/// In force on `days`: certain where it is on each of them whatever its dates are, possible where it can be on one.
/// An agreement without `until` is open; where it ended without one its end is unknown, so it is only possible.
/// The share is the mean over `days` of P(date <= day) * P(day <= until), dates uniform over their bounds.
[[nodiscard]] Overlap in_force(DayRange date, std::optional<DayRange> until, bool end_unknown, DayRange days,
                               DayRange coverage);

}  // namespace regionet

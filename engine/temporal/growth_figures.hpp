// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "engine/temporal/attachment.hpp"
#include "engine/temporal/draws.hpp"
#include "engine/temporal/rhythm.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// A figure of how a network grew, and the range that it takes over draws of the dates.
struct GrowthFigure {
  std::string_view name;
  std::string_view definition;
  Estimate estimate;
  std::optional<Spread> draws;  ///< over the draws that define it
  std::size_t draws_defined = 0;
};

/// A stretch of constant rate.
struct RateStretch {
  std::size_t start = 0;        ///< its first period
  double rate = 0;              ///< agreements a year
  std::optional<Spread> draws;  ///< of the start, as a number of a period, over the draws with as many stretches
};

/// Densification in a window of `densification_window` periods.
struct WindowExponent {
  std::size_t begin = 0;  ///< its first period
  Estimate exponent;      ///< of the expected curves
  std::optional<Spread> draws;
};
inline constexpr std::size_t densification_window = 10;

struct GrowthFigures {
  std::vector<GrowthFigure> figures;
  std::vector<RateStretch> stretches;
  std::size_t draws = 0;                ///< how many were made: 1 where every date is exact
  std::size_t draws_alike = 0;          ///< draws with as many stretches as the expected counts have
  double penalty = 0;                   ///< of one more stretch
  std::vector<AttachmentPoint> kernel;  ///< of the first draw
  std::vector<WindowExponent> windows;  ///< each a period after the one before; none where there are fewer periods
};

/// Rates, densification, rhythm and attachment.
///
/// Values   trend, densification and change points of the expected curves; burstiness and attachment, which need a day
///          for each agreement, are the median over the draws, without an interval where dates are not exact.
/// Draws    each chooses a day for every date; the range holds the middle 95 % of the draws.
/// Determinism  a function of (history, periods, seed); the draws may be made on any number of threads.
/// Cost     O(draws * (agreements log agreements + ties * iterations)).
[[nodiscard]] GrowthFigures growth_figures(const History&, const Periods&, const GrowthCurves&,
                                           std::span<const std::uint32_t> sides, const Selection&, std::size_t draws,
                                           const RunContext&);

}  // namespace regionet

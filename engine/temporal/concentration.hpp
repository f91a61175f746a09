// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "engine/temporal/history.hpp"

namespace regionet {

/// How unequally the ties of a network are spread over its places by the end of a period. None before the first tie.
struct ConcentrationPoint {
  std::size_t places = 0;           ///< with an expected tie
  std::optional<double> gini;       ///< over those places
  std::optional<double> gini_all;   ///< over all vertices of the history, those without a tie as 0
  std::optional<double> hhi;        ///< Herfindahl-Hirschman index; the same over both
  std::optional<double> top_share;  ///< of the five largest; the same over both
};

/// Concentration over time: of the expected number of pairs of agreements of each place, counted from the first period.
/// Definition   x_v = sum over its agreements of P(signed by the end of the period) times its partners in it; a loop
///              counts twice. Gini, HHI and top share as in engine/statistics/inequality.hpp.
/// Cost         O(pairs + distinct dates' pairs * periods they can lie in + periods * n log n) time.
[[nodiscard]] std::vector<ConcentrationPoint> concentration(const History&, const Periods&);

}  // namespace regionet

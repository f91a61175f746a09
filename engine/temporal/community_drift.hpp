// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "engine/community/objective.hpp"
#include "engine/temporal/structure_over_time.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// The communities by the end of a period.
struct DriftPoint {
  std::size_t communities = 0;    ///< of places with a tie
  std::optional<double> quality;  ///< of the objective; none without ties
  std::size_t common = 0;         ///< places with a tie by the end of the period before
  std::optional<double> ami;      ///< with the communities of the period before, over those places
};

struct DriftOptions {
  ObjectiveOptions objective;
  std::size_t runs = 200;  ///< of Leiden a period, at most: one from the communities before, the others from nothing
};

/// Community drift: how much the communities by the end of a period are those of the period before.
/// Definition   Leiden on the ties that came by then, each pair once, without loops and directions; the communities
///              before are kept unless others are better, so that equally good partitions do not look like drift.
///              Adjusted mutual information, see engine/statistics/partition_comparison.hpp: 1 the same, 0 as by
///              chance.
/// Cost         a period in which a tie came: its graph is built, and `runs` of Leiden, as many fewer as there are more
///              than 5,000 ties, and from 1,000,000 on only the one that starts from the communities before.
/// Determinism  a function of the history and the seed, for any number of threads.
/// Stops        a stop request: Leiden's communities so far.
/// Throws       std::invalid_argument: no run, or an objective that does not suit the ties.
/// Source       Aynaud, Guillaume 2010 for the start; Vinh, Epps, Bailey 2010.
[[nodiscard]] std::vector<DriftPoint> community_drift(const History&, const Periods&, Certainly,
                                                      const DriftOptions& = {}, const RunContext& = {});

}  // namespace regionet

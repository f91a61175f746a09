// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/community/leiden.hpp"
#include "engine/community/resolution_scan.hpp"
#include "engine/community/stability.hpp"
#include "engine/statistics/null_comparison.hpp"
#include "graphs/view/view.hpp"

namespace regionet {

enum class CommunityMethod : std::uint8_t { leiden, louvain, label_propagation, infomap };
inline constexpr std::array<std::string_view, 4> community_methods{"leiden", "louvain", "label-propagation", "infomap"};

struct CommunityRequest {
  CommunityMethod method = CommunityMethod::leiden;
  std::optional<Objective> objective;  ///< none: barber for a two-mode view, else modularity
  double resolution = 1;
  std::size_t runs = 0;    ///< 0: as many as suit the size, see `automatic_runs`
  bool stability = false;  ///< what the runs agree on, too
  std::size_t significance = 0;  ///< so many switched networks to compare the quality with; 0: none
};

/// What makes a partition of the view good, with the sides where there are two.
/// Throws std::invalid_argument where two sides are asked for that are not there.
[[nodiscard]] ObjectiveOptions objective_of(const View&, const CommunityRequest& = {});

/// The best partition of some runs, by the objective; of infomap by the codelength.
struct ViewCommunities {
  Partition partition;
  Objective objective = Objective::modularity;
  std::optional<double> quality;             ///< of the objective, infomap: codelength in bits; none without ties
  std::optional<double> modularity;          ///< Newman's, at resolution 1
  std::size_t best_run = 0;                  ///< counted from 1; 0: none is as good as the connected parts (infomap)
  std::vector<double> run_quality;           ///< of each run
  std::optional<StabilityResult> stability;  ///< where it was asked for, and there was a run
  std::optional<NullComparison> significance;  ///< of the quality (infomap: of the codelength with its sign turned)
  std::size_t isolates = 0;                  ///< vertices without a tie to another: each its own community
  Outcome outcome = Outcome::complete;
};

/// Throws InputError with the line of a negative weight; std::invalid_argument where the view does not suit the
/// objective.
[[nodiscard]] ViewCommunities view_communities(const View&, const CommunityRequest&, const RunContext&);

/// How unusual the quality is among networks with the same degrees, see `compare_with_switched`: the network itself and
/// each switched one are searched by the method with a tenth of the automatic runs, or as many as were asked for. Ties
/// stay between the two sides, between countries or within them, as in the view. Throws as above.
[[nodiscard]] NullComparison community_significance(const View&, const CommunityRequest&, const RunContext&);

/// Leiden at resolutions from 0.1 to 10, see `scan_resolutions`; a tenth of the automatic runs at each. Throws as
/// above.
[[nodiscard]] std::vector<ScanPoint> scan_communities(const View&, const CommunityRequest&, const RunContext&);

}  // namespace regionet

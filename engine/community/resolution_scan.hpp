// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "engine/community/leiden.hpp"

namespace regionet {

/// The best partition at one resolution of a scan.
struct ScanPoint {
  double resolution = 1;
  Partition partition;
  std::optional<double> quality;  ///< of the objective at this resolution
  std::optional<double> change;   ///< variation of information to the point before, divided by log n; none at the first
  std::size_t plateau = 0;        ///< counted from 1 in the order of resolutions; 0: on none
};

/// Leiden at each of the resolutions, rising. Neighbouring points whose partitions change by at most `plateau_change`
/// lie on one plateau if three or more of them do: there the communities are the network's, not the resolution's.
/// Throws       std::invalid_argument: resolutions that do not rise, and what `leiden` refuses.
/// Source       Arenas, Fernandez, Gomez 2008; Lambiotte 2010 on robust resolutions.
inline constexpr double plateau_change = 0.01;
[[nodiscard]] std::vector<ScanPoint> scan_resolutions(GraphView, Strengths, const std::vector<double>& resolutions,
                                                      const LeidenOptions&, const RunContext& = {});

/// 31 resolutions from 0.1 to 10, each the same share above the one before; 1 is among them.
[[nodiscard]] std::vector<double> scanned_resolutions();

}  // namespace regionet

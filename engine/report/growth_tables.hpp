// SPDX-License-Identifier: Apache-2.0
// What stands beside the curves of a growth report.
#pragma once

#include "engine/community/objective.hpp"
#include "engine/report/growth_report.hpp"
#include "engine/temporal/growth_figures.hpp"

namespace regionet {

/// What the figures are at a level.
struct LevelFigures {
  Level level = Level::region;
  GrowthFigures figures;
};

/// First-time and repeated ties, and places that tie for the first time, in each period.
[[nodiscard]] SideTable newcomers_table(const GrowthCurves&, const Periods&, Language);
/// Figures with their intervals and ranges over draws of the dates.
[[nodiscard]] SideTable growth_figures_table(const GrowthFigures&, Language);
/// Stretches of constant rate.
[[nodiscard]] SideTable stretches_table(const GrowthFigures&, const Periods&, Language);
/// The densification exponent of each window.
[[nodiscard]] SideTable densification_table(const GrowthFigures&, const Periods&, Language);
/// Densification and attachment, level beside level.
[[nodiscard]] SideTable levels_table(std::span<const LevelFigures>, Language);
/// The attachment kernel of the first draw, level after level.
[[nodiscard]] SideTable kernel_table(std::span<const LevelFigures>, Language);
/// Gini coefficient, HHI and top share by period.
[[nodiscard]] SideTable concentration_table(const History&, const Periods&, Language);
/// Components, clustering and assortativity by period, of the ties that certainly and that possibly came.
[[nodiscard]] SideTable structure_table(const History&, const Periods&, Language);
/// Communities by period, of the same ties, and how far they are those of the period before.
[[nodiscard]] SideTable drift_table(const History&, const Periods&, const ObjectiveOptions&, Language,
                                    const RunContext&);

}  // namespace regionet

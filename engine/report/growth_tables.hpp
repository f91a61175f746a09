// SPDX-License-Identifier: Apache-2.0
// What stands beside the curves of a growth report.
#pragma once

#include "engine/report/growth_report.hpp"
#include "engine/temporal/growth_figures.hpp"

namespace regionet {

/// First-time and repeated ties, and places that tie for the first time, in each period.
[[nodiscard]] SideTable newcomers_table(const GrowthCurves&, const Periods&, Language);
/// Figures with their intervals and ranges over draws of the dates.
[[nodiscard]] SideTable growth_figures_table(const GrowthFigures&, Language);
/// Stretches of constant rate.
[[nodiscard]] SideTable stretches_table(const GrowthFigures&, const Periods&, Language);
/// The attachment kernel of the first draw.
[[nodiscard]] SideTable kernel_table(const GrowthFigures&, Language);
/// Gini coefficient, HHI and top share by period.
[[nodiscard]] SideTable concentration_table(const History&, const Periods&, Language);
/// Components and clustering by period, of the ties that certainly and that possibly came.
[[nodiscard]] SideTable structure_table(const History&, const Periods&, Language);

}  // namespace regionet

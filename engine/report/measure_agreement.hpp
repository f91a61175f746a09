// SPDX-License-Identifier: Apache-2.0
// Several measures of the same places: where each place stands by each of them, and how far they agree.
#pragma once

#include <span>
#include <vector>

#include "engine/report/reports.hpp"

namespace regionet {

/// Where each vertex stands among the vertices named, by one measure: competition ranks, those without a value tied
/// last.
[[nodiscard]] std::vector<double> positions_of(const VertexScores&, std::span<const Vertex>);

/// An empty table of Kendall's tau-b: country, measure, then a column for each measure.
[[nodiscard]] Table agreement_table(std::span<const MeasureRequest>, Language);
/// Adds a block's rows to it: the measures against each other, a dash where one has the same value everywhere.
void append_agreement(Table&, std::string_view country, std::span<const std::vector<double>> positions);

}  // namespace regionet

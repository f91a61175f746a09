// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "engine/measure.hpp"

namespace regionet {

/// The rows of this folder in the table of vertex measures.
[[nodiscard]] std::span<const VertexMeasure> centrality_measures();
/// The vertex measures that take ties for conductors.
[[nodiscard]] std::span<const VertexMeasure> flow_measures();
/// The measures of ties.
[[nodiscard]] std::span<const VertexMeasure> centrality_tie_measures();
/// Those of degrees, partners and types of agreements.
[[nodiscard]] std::span<const VertexMeasure> degree_measures();
/// Those of networks of two sides.
[[nodiscard]] std::span<const VertexMeasure> two_mode_measures();

}  // namespace regionet

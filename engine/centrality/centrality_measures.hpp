// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "engine/measure.hpp"

namespace regionet {

/// The rows of this folder in the table of vertex measures.
[[nodiscard]] std::span<const VertexMeasure> centrality_measures();

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "engine/measure.hpp"

namespace regionet {

/// The vertex measures of this folder.
[[nodiscard]] std::span<const VertexMeasure> structure_measures();
/// Those of a place and its partners alone.
[[nodiscard]] std::span<const VertexMeasure> local_measures();

}  // namespace regionet

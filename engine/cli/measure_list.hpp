// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/measures/vertex_measures.hpp"

namespace regionet {

/// The measures that `--by` names. Throws UsageError for one that the table does not have, or that is named twice.
[[nodiscard]] std::vector<MeasureRequest> measures_of(const std::vector<std::string>& by,
                                                      std::span<const VertexMeasure> table);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/measure.hpp"

namespace regionet {

/// Every vertex measure, in the order in which they are listed.
[[nodiscard]] const std::vector<VertexMeasure>& vertex_measures();

/// A measure as asked for: `name` or `name:parameter=value:...`.
struct MeasureRequest {
  std::string typed;
  const VertexMeasure* measure = nullptr;
  Parameters parameters;
};

/// Throws std::invalid_argument, with the allowed names and the nearest, for an unknown measure or parameter.
[[nodiscard]] MeasureRequest parse_measure(const std::string& typed);

}  // namespace regionet

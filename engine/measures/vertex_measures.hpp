// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/measure.hpp"

namespace regionet {

/// Every vertex measure, in the order in which they are listed.
[[nodiscard]] std::span<const VertexMeasure> vertex_measures();
/// Every measure of ties.
[[nodiscard]] std::span<const VertexMeasure> tie_measures();

/// A measure as asked for: `name` or `name:parameter=value:...`.
struct MeasureRequest {
  std::string typed;
  const VertexMeasure* measure = nullptr;
  Parameters parameters;
};

/// Throws std::invalid_argument, with the allowed names and the nearest, for an unknown measure or parameter.
[[nodiscard]] MeasureRequest parse_measure(const std::string& typed,
                                           std::span<const VertexMeasure> table = vertex_measures());

/// The names of the measures that `all` stands for: six that everybody asks for, each with a meaning of its own.
[[nodiscard]] std::span<const std::string_view> everyday_measures();

}  // namespace regionet

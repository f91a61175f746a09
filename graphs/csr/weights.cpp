// SPDX-License-Identifier: Apache-2.0
#include "graphs/csr/weights.hpp"

#include <fmt/format.h>
#include <cmath>
#include <stdexcept>

namespace regionet {

Lengths lengths(GraphView graph, Strengths strengths, LengthTransform transform) {
  if (transform == LengthTransform::unit || strengths.is_unit()) return Lengths::unit;
  std::vector<double> values(graph.arc_count());
  for (Arc arc = 0; arc < values.size(); ++arc) {
    const double strength = strengths[arc];
    values[arc] = transform == LengthTransform::inverse ? 1 / strength : strength;
    if (!(values[arc] > 0) || !std::isfinite(values[arc])) {
      throw std::invalid_argument(
          "a length must be a positive number; there is a tie whose weight is zero or negative");
    }
  }
  return Lengths(std::move(values));
}

void require_nonnegative(GraphView graph, Strengths strengths, std::string_view measure) {
  if (strengths.is_unit()) return;
  for (Arc arc = 0; arc < graph.arc_count(); ++arc) {
    if (!(strengths[arc] >= 0)) {
      throw std::invalid_argument(
          fmt::format("{} needs weights that are not negative; there is a tie whose weight is", measure));
    }
  }
}

}  // namespace regionet

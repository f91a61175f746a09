// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/vectors.hpp"

#include <cmath>
#include <functional>

#include "graphs/runtime/parallel.hpp"

namespace regionet {

double dot(std::span<const double> a, std::span<const double> b, const RunContext& run) {
  return reduce_ranges(
      run, a.size(), vertex_grain, 0.0,
      [&](std::size_t begin, std::size_t end) {
        double sum = 0;
        for (std::size_t i = begin; i < end; ++i) sum += a[i] * b[i];
        return sum;
      },
      std::plus<>());
}

double norm(std::span<const double> x, const RunContext& run) { return std::sqrt(dot(x, x, run)); }

void scale(std::span<double> x, double factor) {
  for (double& value : x) value *= factor;
}

double normalise(std::span<double> x, const RunContext& run) {
  const double length = norm(x, run);
  if (length > 0) scale(x, 1 / length);
  return length;
}

}  // namespace regionet

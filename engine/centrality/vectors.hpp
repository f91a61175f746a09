// SPDX-License-Identifier: Apache-2.0
// What iterations over vectors are made of; sums run in fixed blocks, the same bits for any number of threads.
#pragma once

#include <span>

#include "graphs/runtime/run_context.hpp"

namespace regionet {

[[nodiscard]] double dot(std::span<const double>, std::span<const double>, const RunContext&);
/// The L2 norm.
[[nodiscard]] double norm(std::span<const double>, const RunContext&);
/// x *= factor
void scale(std::span<double> x, double factor);
/// Divides by the L2 norm, and returns it; a vector of zeros stays.
double normalise(std::span<double>, const RunContext&);

}  // namespace regionet

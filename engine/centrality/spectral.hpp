// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// The largest eigenvalue of a symmetric matrix and its vector.
struct Eigenpair {
  double value = 0;
  std::vector<double> vector;  ///< L2 norm 1
  int products = 0;
  double residual = 0;  ///< |Ax - value x|
  bool converged = false;
};

/// Lanczos' method, started anew with the best vector so far after every 12 products; all vectors of a round are kept
/// orthogonal. product(x, y) sets y = Ax. Converges also where the spectrum has its mirror image, as of a two-mode
/// network. O(12 n) doubles; sums run in fixed blocks, so the bits are the same for any number of threads.
[[nodiscard]] Eigenpair largest_eigenpair(
    const std::function<void(std::span<const double>, std::span<double>)>& product, std::vector<double> start,
    double tolerance, int max_products, const RunContext&);

}  // namespace regionet

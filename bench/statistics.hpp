// SPDX-License-Identifier: Apache-2.0
// Medians of paired ratios.
#pragma once

#include <vector>

namespace regionet::bench {

struct Interval {
  double median, low, high;
};

/// The median and its 95 % interval by order statistics (binomial, normal approximation).
[[nodiscard]] Interval interval(std::vector<double> values);

/// a[i] / b[i].
[[nodiscard]] std::vector<double> ratios(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace regionet::bench

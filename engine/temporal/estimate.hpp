// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace regionet {

/// Both ends included; an end that is missing is not bounded.
struct Interval {
  std::optional<double> low, high;
};

/// A number that was estimated, or the reason why there is none.
struct Estimate {
  std::optional<double> value;
  std::optional<Interval> interval;  ///< 95 %, where the method gives one
  std::string reason;                ///< why there is no value, or no interval

  static Estimate undefined(std::string why) { return {std::nullopt, std::nullopt, std::move(why)}; }
};

/// The 97.5 % point of the standard normal distribution.
inline constexpr double normal_975 = 1.959963984540054;

/// Slope of a log-likelihood at a parameter, and its information (minus the second derivative).
struct Slope {
  double score = 0;
  double information = 0;
};

struct Maximum {
  double at = 0;
  double information = 0;
  bool converged = false;
};

/// The greatest value of a log-likelihood with one parameter in [low, high], by Newton's method held inside a bracket
/// that bisection keeps narrowing. At an end of the range it has not converged.
/// Cost     at most 200 calls of `slope`.
[[nodiscard]] Maximum maximise(const std::function<Slope(double)>& slope, double low, double high);

/// The maximum with its Wald interval: at +- 1.96 / sqrt(information). `reason` says why there is none.
[[nodiscard]] Estimate wald(const Maximum&, std::string reason);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <cstdint>

#include "graphs/runtime/random.hpp"

namespace regionet {

/// A whole number in [least, most] with probability in proportion to k^-exponent, by inverting the continuous
/// distribution on [least, most + 1) and rounding down. Random number (seed, item, draw).
[[nodiscard]] inline std::uint64_t power_law(double least, double most, double exponent, std::uint64_t seed,
                                             std::uint64_t item, std::uint64_t draw) {
  const double u = random_unit(seed, item, draw);
  const double power = 1 - exponent;
  const double low = least;
  const double high = most + 1;
  const double value =
      std::abs(power) < 1e-9
          ? low * std::pow(high / low, u)
          : std::pow(std::pow(low, power) + u * (std::pow(high, power) - std::pow(low, power)), 1 / power);
  return static_cast<std::uint64_t>(std::fmin(std::fmax(std::floor(value), least), most));
}

}  // namespace regionet

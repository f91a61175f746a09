// SPDX-License-Identifier: Apache-2.0
#include "engine/temporal/estimate.hpp"

#include <algorithm>
#include <cmath>

namespace regionet {

Maximum maximise(const std::function<Slope(double)>& slope, double low, double high) {
  constexpr int most_steps = 200;
  constexpr double tolerance = 1e-13;
  double at = std::clamp(0.0, low, high);
  if (at == low || at == high) at = (low + high) / 2;
  Slope here = slope(at);
  for (int step = 0; step < most_steps; ++step) {
    (here.score > 0 ? low : high) = at;
    double next = here.information > 0 ? at + here.score / here.information : low - 1;
    if (!(next > low && next < high)) next = (low + high) / 2;
    const double moved = std::abs(next - at);
    at = next;
    here = slope(at);
    if (moved <= tolerance * std::max(1.0, std::abs(at)) || here.score == 0) return {at, here.information, true};
  }
  return {at, here.information, false};
}

Estimate wald(const Maximum& maximum, std::string reason) {
  if (!maximum.converged || !(maximum.information > 0)) return Estimate::undefined(std::move(reason));
  const double half = normal_975 / std::sqrt(maximum.information);
  return {maximum.at, Interval{maximum.at - half, maximum.at + half}, ""};
}

}  // namespace regionet

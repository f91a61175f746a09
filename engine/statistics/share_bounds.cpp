// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/share_bounds.hpp"

#include <cmath>
#include <stdexcept>

namespace regionet {
namespace {

/// Kullback-Leibler divergence of two coins; 0 log 0 = 0.
double coin_divergence(double p, double q) {
  double sum = 0;
  if (p > 0) sum += p * std::log(p / q);
  if (p < 1) sum += (1 - p) * std::log((1 - p) / (1 - q));
  return sum;
}

/// Where the divergence from `p` crosses `limit` between `inside` and `outside`, from without.
double crossing(double p, double limit, double inside, double outside) {
  constexpr int halvings = 48;
  for (int i = 0; i < halvings; ++i) {
    const double middle = (inside + outside) / 2;
    (coin_divergence(p, middle) <= limit ? inside : outside) = middle;
  }
  return outside;
}

}  // namespace

ShareBounds share_bounds(std::uint64_t hits, std::uint64_t draws, double log_inverse) {
  if (draws == 0 || hits > draws) throw std::invalid_argument("hits have to be a part of at least one draw");
  if (!(log_inverse > 0)) throw std::invalid_argument("the logarithm of the chance to fail has to be positive");
  const double p = static_cast<double>(hits) / static_cast<double>(draws);
  const double limit = log_inverse / static_cast<double>(draws);
  return {.lower = hits == 0 ? 0 : crossing(p, limit, p, 0), .upper = hits == draws ? 1 : crossing(p, limit, p, 1)};
}

}  // namespace regionet

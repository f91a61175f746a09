// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/hypergeometric.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace regionet {
namespace {

/// log of n over k, as a product of min(k, n - k) quotients.
double log_choose(std::uint64_t n, std::uint64_t k) {
  double sum = 0;
  const std::uint64_t least = std::min(k, n - k);
  for (std::uint64_t i = 1; i <= least; ++i) {
    sum += std::log(static_cast<double>(n - least + i)) - std::log(static_cast<double>(i));
  }
  return sum;
}

}  // namespace

double hypergeometric_tail(std::uint64_t all, std::uint64_t marked, std::uint64_t drawn, std::uint64_t drawn_marked) {
  if (marked > all || drawn > all) throw std::invalid_argument("there are not as many things");
  const std::uint64_t least = marked + drawn > all ? marked + drawn - all : 0;
  const std::uint64_t most = std::min(marked, drawn);
  if (drawn_marked <= least) return 1;
  if (drawn_marked > most) return 0;
  std::uint64_t k = drawn_marked;
  double term = std::exp(log_choose(marked, k) + log_choose(all - marked, drawn - k) - log_choose(all, drawn));
  double sum = 0;
  for (; k <= most; ++k) {
    sum += term;
    if (k == most) break;
    term *= static_cast<double>(marked - k) * static_cast<double>(drawn - k) /
            (static_cast<double>(k + 1) * static_cast<double>(all - marked + k + 1 - drawn));
  }
  return std::min(1.0, sum);
}

std::vector<double> false_discovery_rates(std::span<const double> p_values) {
  std::vector<std::size_t> order(p_values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p_values[i]; });
  std::vector<double> out(p_values.size());
  const auto count = static_cast<double>(p_values.size());
  double least = 1;
  for (std::size_t rank = order.size(); rank > 0; --rank) {
    least = std::min(least, p_values[order[rank - 1]] * count / static_cast<double>(rank));
    out[order[rank - 1]] = least;
  }
  return out;
}

}  // namespace regionet

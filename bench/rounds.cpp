// SPDX-License-Identifier: Apache-2.0
#include "bench/rounds.hpp"

#include <algorithm>

namespace regionet::bench {
namespace {

/// An odd number of contenders needs each row backwards as well.
std::size_t rows(std::size_t contenders) { return contenders % 2 == 0 ? contenders : 2 * contenders; }

}  // namespace

int rounds_for(std::size_t contenders, int trials) {
  const int square = static_cast<int>(rows(contenders));
  return trials < square ? trials : (trials + square - 1) / square * square;
}

std::vector<std::size_t> order_of_round(std::size_t contenders, int round) {
  const std::size_t row = static_cast<std::size_t>(round) % rows(contenders);
  const bool odd = contenders % 2 == 1;
  const std::size_t shift = odd ? row / 2 : row;
  std::vector<std::size_t> order;
  for (std::size_t place = 0; place < contenders; ++place) {
    const std::size_t zigzag = place % 2 == 1 ? (place + 1) / 2 : contenders - place / 2;
    order.push_back((zigzag + shift) % contenders);
  }
  if (odd && row % 2 == 1) std::ranges::reverse(order);
  return order;
}

}  // namespace regionet::bench

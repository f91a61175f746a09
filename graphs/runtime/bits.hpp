// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace regionet {

/// How many bits are set: by additions within the word, as a program for any machine has no instruction for it.
[[nodiscard]] constexpr std::uint32_t count_bits(std::uint64_t word) {
  word -= word >> 1U & 0x5555555555555555U;
  word = (word & 0x3333333333333333U) + (word >> 2U & 0x3333333333333333U);
  word = (word + (word >> 4U)) & 0x0F0F0F0F0F0F0F0FU;
  return static_cast<std::uint32_t>(word * 0x0101010101010101U >> 56U);
}

}  // namespace regionet

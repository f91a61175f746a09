// SPDX-License-Identifier: Apache-2.0
#include "graphs/view/account.hpp"

#include <numeric>

namespace regionet {

std::string_view to_string(Fate fate) {
  constexpr std::array<std::string_view, fate_count> words{
      "kept",
      "status not counted",
      "type not asked for",
      "no actor of the kind",
      "no evidence of the certainty",
      "undated",
      "outside the period",
      "not certainly in the period",
      "not in force at the date",
      "no value",
      "national actor",
      "above level",
      "no place of the level known",
      "not between the sides asked for",
      "no country known",
  };
  return words[static_cast<std::size_t>(fate)];
}

std::uint64_t Account::total() const { return std::accumulate(agreements.begin(), agreements.end(), std::uint64_t{0}); }

}  // namespace regionet

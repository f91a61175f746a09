// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace regionet {

/// What became of an agreement in a view: kept, or the first reason why not.
enum class Fate : std::uint8_t {
  kept,
  status,
  type,
  kind,
  evidence,
  undated,
  outside_window,
  not_certain,
  not_in_force,
  no_value,
  national,
  above_level,
  no_place,
  wrong_pair,
  no_country
};
inline constexpr std::size_t fate_count = 15;

/// The reason in words, for tables and ledgers.
[[nodiscard]] std::string_view to_string(Fate);

/// Agreements in = kept + dropped, by reason; and what else the reader should know.
struct Account {
  std::array<std::uint64_t, fate_count> agreements{};
  std::uint64_t partly_in_window = 0;  ///< decided by the date mode
  std::uint64_t open_ended = 0;        ///< kept, with an end bounded by the temporal coverage
  std::uint64_t pairs_dropped = 0;     ///< pairs of kept agreements on the wrong sides, or without a country
  std::uint64_t merged = 0;            ///< kept pairs that joined a tie which stood already

  [[nodiscard]] std::uint64_t operator[](Fate fate) const { return agreements[static_cast<std::size_t>(fate)]; }
  [[nodiscard]] std::uint64_t& operator[](Fate fate) { return agreements[static_cast<std::size_t>(fate)]; }
  [[nodiscard]] std::uint64_t total() const;
};

}  // namespace regionet

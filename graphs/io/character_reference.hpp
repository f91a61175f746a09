// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace regionet {

/// A character written by its number, and how many bytes that takes.
struct CharacterReference {
  std::uint32_t character = 0;
  std::size_t length = 0;
};

/// Reads `&#233;` or `&#xE9;` at the begin of the text. None where there is none, or where the number is no character
/// of Unicode (0, a surrogate, past 10FFFF).
[[nodiscard]] std::optional<CharacterReference> read_character_reference(std::string_view text);

/// Appends a character of Unicode in UTF-8.
void append_utf8(std::string& out, std::uint32_t character);

}  // namespace regionet

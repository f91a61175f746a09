// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/character_reference.hpp"

#include <utf8proc.h>
#include <array>
#include <charconv>

namespace regionet {

std::optional<CharacterReference> read_character_reference(std::string_view text) {
  if (!text.starts_with("&#")) return std::nullopt;
  const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const char* const begin = text.data() + (hexadecimal ? 3 : 2);
  const char* const end = text.data() + text.size();
  std::uint32_t character = 0;
  const auto [stop, fault] = std::from_chars(begin, end, character, hexadecimal ? 16 : 10);
  if (fault != std::errc{} || stop == end || *stop != ';') return std::nullopt;
  if (character == 0 || utf8proc_codepoint_valid(static_cast<utf8proc_int32_t>(character)) == 0) return std::nullopt;
  return CharacterReference{character, static_cast<std::size_t>(stop - text.data()) + 1};
}

void append_utf8(std::string& out, std::uint32_t character) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(character), bytes.data());
  for (std::size_t i = 0; i < static_cast<std::size_t>(length); ++i) out += static_cast<char>(bytes[i]);
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/pajek_text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <iterator>

#include "graphs/io/character_reference.hpp"

namespace regionet {

bool split_pajek_line(GraphInput& input, std::string_view line, std::uint64_t number, std::vector<PajekCell>& cells) {
  constexpr std::string_view blanks = " \t\r";
  cells.clear();
  for (std::size_t at = line.find_first_not_of(blanks); at != std::string_view::npos;) {
    const Place place{number, at + 1};
    std::size_t end = std::min(line.find_first_of(blanks, at), line.size());
    if (line[at] == '"') {
      const std::size_t quote = line.find('"', at + 1);
      if (quote == std::string_view::npos) {
        add_fault(input, place, "the text that begins here has no end", "a closing \" in the same line",
                  "write a \" inside a text as &#34;");
        return false;
      }
      if (quote + 1 < line.size() && blanks.find(line[quote + 1]) == std::string_view::npos) {
        add_fault(input, {number, quote + 2}, "a text goes on behind its closing \"", "a blank",
                  "write a \" inside a text as &#34;");
        return false;
      }
      cells.push_back({line.substr(at + 1, quote - at - 1), true, place});
      end = quote + 1;
    } else {
      cells.push_back({line.substr(at, end - at), false, place});
    }
    at = line.find_first_not_of(blanks, end);
  }
  return true;
}

std::uint64_t pajek_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc{} && end == text.data() + text.size() ? value : 0;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t";
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  return text.substr(0, text.find_last_not_of(blanks) + 1);
}

bool is_meant_as_number(const PajekCell& cell) {
  if (cell.quoted || cell.text.empty()) return false;
  const char c = cell.text.front();
  const std::string word = lower_ascii(cell.text.substr(0, 4));
  return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || word.starts_with("inf") || word == "nan";
}

bool is_pajek_shape(std::string_view word) {
  constexpr std::array<std::string_view, 6> shapes{"ellipse", "box", "diamond", "triangle", "cross", "empty"};
  return std::ranges::find(shapes, lower_ascii(word)) != shapes.end();
}

std::string_view decode_pajek_text(std::string_view raw, std::string& buffer) {
  std::size_t at = raw.find("&#");
  if (at == std::string_view::npos) return raw;
  buffer.assign(raw.substr(0, at));
  while (at < raw.size()) {
    const auto reference = read_character_reference(raw.substr(at));
    if (reference) {
      append_utf8(buffer, reference->character);
    } else {
      buffer += "&#";
    }
    at += reference ? reference->length : 2;
    const std::size_t next = std::min(raw.find("&#", at), raw.size());
    buffer += raw.substr(at, next - at);
    at = next;
  }
  return buffer;
}

/// A backslash is none of Pajek's signs, but NetworkX takes it for an escape.
void append_pajek_text(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool reference = byte == '&' && text.substr(i + 1).starts_with('#');
    if (byte < 0x20U || byte == 0x7FU || byte == '"' || byte == '\\' || reference) {
      fmt::format_to(std::back_inserter(out), "&#{};", unsigned{byte});
    } else {
      out += text[i];
    }
  }
  out += '"';
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/gml_text.hpp"

#include <fmt/format.h>
#include <utf8proc.h>
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "graphs/io/character_reference.hpp"

namespace regionet {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> ascii_names{
    {{"quot", '"'}, {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"apos", '\''}}};

constexpr std::uint32_t first_latin1 = 0xA0;
constexpr std::array<std::string_view, 96> latin1_names{
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",   "ordf",
    "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",   "acute",  "micro",
    "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave",
    "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",
    "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",
    "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute",
    "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave",
    "iacute", "icirc",  "iuml",   "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide",
    "oslash", "ugrave", "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

constexpr std::size_t longest_name = 6;

std::optional<CharacterReference> read_name(std::string_view text) {
  const std::size_t end = text.substr(0, longest_name + 2).find(';');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view name = text.substr(1, end - 1);
  for (const auto& [known, character] : ascii_names) {
    if (name == known) return CharacterReference{static_cast<std::uint32_t>(character), end + 1};
  }
  const auto* const found = std::ranges::find(latin1_names, name);
  if (found == latin1_names.end()) return std::nullopt;
  return CharacterReference{first_latin1 + static_cast<std::uint32_t>(found - latin1_names.begin()), end + 1};
}

}  // namespace

std::string_view decode_gml_text(std::string_view raw, std::string& buffer, std::uint64_t& unknown) {
  std::size_t at = raw.find('&');
  if (at == std::string_view::npos) return raw;
  buffer.assign(raw.substr(0, at));
  while (at < raw.size()) {
    const std::string_view rest = raw.substr(at);
    auto entity = read_character_reference(rest);
    if (!entity) entity = read_name(rest);
    if (entity) {
      append_utf8(buffer, entity->character);
    } else {
      buffer += '&';
      ++unknown;
    }
    at += entity ? entity->length : 1;
    const std::size_t next = std::min(raw.find('&', at), raw.size());
    buffer += raw.substr(at, next - at);
    at = next;
  }
  return buffer;
}

bool append_gml_text(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const char c = text.front();
    if (c == '"' || c == '&') {
      out += c == '&' ? "&amp;" : "&quot;";
      text.remove_prefix(1);
      continue;
    }
    if (c >= ' ' && c <= '~') {
      out += c;
      text.remove_prefix(1);
      continue;
    }
    utf8proc_int32_t character = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &character);
    if (length <= 0 || character == 0) return false;
    fmt::format_to(std::back_inserter(out), "&#{};", character);
    text.remove_prefix(static_cast<std::size_t>(length));
  }
  out += '"';
  return true;
}

}  // namespace regionet

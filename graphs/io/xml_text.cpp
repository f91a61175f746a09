// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/xml_text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <cmath>

#include "graphs/io/csv.hpp"
#include "graphs/io/text.hpp"

namespace regionet {

namespace {

std::string_view reference_of(char character) {
  switch (character) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    default:
      return "&#13;";
  }
}

template <typename IsSpecial>
void append_escaped(std::string& out, std::string_view text, IsSpecial is_special) {
  while (!text.empty()) {
    const auto at = static_cast<std::size_t>(std::ranges::find_if(text, is_special) - text.begin());
    out += text.substr(0, at);
    if (at == text.size()) return;
    out += reference_of(text[at]);
    text.remove_prefix(at + 1);
  }
}

bool is_whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc{} && end == text.data() + text.size();
}

std::string_view without_plus(std::string_view text) {
  return text.size() > 1 && text[0] == '+' && text[1] != '-' ? text.substr(1) : text;
}

}  // namespace

bool is_xml_value(AttributeType type, std::string_view value) {
  value = trim_xml(value);
  if (value.empty() || type == AttributeType::text) return true;
  const std::string small = lower_ascii(value.substr(0, 10));
  const auto is_one_of = [&](std::initializer_list<std::string_view> words) {
    return value.size() == small.size() && std::ranges::find(words, small) != words.end();
  };
  if (type == AttributeType::boolean) return is_one_of({"true", "false", "1", "0"});
  if (type == AttributeType::integer) {
    value = without_plus(value);
    if (value.starts_with('-')) value.remove_prefix(1);
    return !value.empty() && std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
  }
  return parse_xml_number(value) || is_one_of({"nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity"});
}

bool is_plain_xml_value(AttributeType type, std::string_view cell) {
  if (cell.empty() || type == AttributeType::text) return true;
  if (type == AttributeType::boolean) return is_xml_value(type, cell);
  if (type == AttributeType::integer) return is_whole_number(cell);
  return parse_number(cell) || cell == "INF" || cell == "-INF" || cell == "NaN";
}

std::string_view trim_xml(std::string_view text) {
  constexpr std::string_view white = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(white);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(white) - begin + 1);
}

std::optional<double> parse_xml_number(std::string_view text) {
  text = without_plus(trim_xml(text));
  if (const auto number = parse_number(text)) return number;
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (!text.starts_with("0x") && !text.starts_with("0X")) return std::nullopt;
  text.remove_prefix(2);
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::hex);
  const bool digits = !text.empty() && text[0] != '-' && end == text.data() + text.size();
  if (fault != std::errc{} || !digits || !std::isfinite(value)) return std::nullopt;
  return negative ? -value : value;
}

void append_xml_text(std::string& out, std::string_view text) {
  append_escaped(out, text, [](char c) { return c == '&' || c == '<' || c == '>' || c == '\r'; });
}

void append_xml_attribute(std::string& out, std::string_view value) {
  append_escaped(out, value, [](char c) {
    return c == '&' || c == '<' || c == '>' || c == '"' || c == '\t' || c == '\n' || c == '\r';
  });
}

std::string forbidden_in_xml(std::string_view text) {
  if (find_invalid_utf8(text) != std::string_view::npos) return "bytes that are no UTF-8";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20U && byte != '\t' && byte != '\n' && byte != '\r') return fmt::format("U+{:04X}", byte);
    if (byte != 0xEFU) continue;
    if (text.substr(i, 3) == "\xEF\xBF\xBE") return "U+FFFE";
    if (text.substr(i, 3) == "\xEF\xBF\xBF") return "U+FFFF";
  }
  return "";
}

namespace {

/// Looks at every text of a network once.
class TextCheck {
 public:
  TextCheck(const Network& network, Diagnostics& faults) : network_(network), faults_(faults) {}

  void check() {
    check_text(network_.info().title, [&] { return std::string("the title"); });
    for (const Attribute& column : network_.actor_attributes()) check_name(column);
    for (const Attribute& column : network_.attributes()) check_name(column);
    for (const std::string_view type : network_.types().ids()) {
      check_text(type, [&] { return fmt::format("the type '{}'", printable(type)); });
    }
    for (ActorId actor = 0; actor < network_.actor_count(); ++actor) check_actor(actor);
    for (AgreementId edge = 0; edge < network_.agreement_count(); ++edge) check_edge(edge);
  }

 private:
  template <typename Place>
  void check_text(std::string_view text, Place place) {
    const std::string bad = forbidden_in_xml(text);
    if (bad.empty()) return;
    faults_.add({.what = fmt::format("{} holds {}", place(), bad),
                 .expected = "characters that XML 1.0 can hold",
                 .mend = "change the text, or choose a format that is not XML"});
  }

  void check_name(const Attribute& column) {
    check_text(column.name, [&] { return fmt::format("the name of the column '{}'", printable(column.name)); });
  }

  void check_actor(ActorId actor) {
    const std::string_view id = network_.id(actor);
    check_text(id, [&] { return fmt::format("the id of actor '{}'", printable(id)); });
    if (network_.name(actor) != id) {
      check_text(network_.name(actor), [&] { return fmt::format("the name of actor '{}'", printable(id)); });
    }
    for (std::size_t i = 0; i < network_.actor_attributes().size(); ++i) {
      check_text(network_.actor_attribute(actor, i), [&] {
        return fmt::format("'{}' of actor '{}'", printable(network_.actor_attributes()[i].name), printable(id));
      });
    }
  }

  void check_edge(AgreementId edge) {
    for (std::size_t i = 0; i < network_.attributes().size(); ++i) {
      check_text(network_.attribute(edge, i), [&] {
        const auto ends = network_.participants(edge);
        return fmt::format("'{}' of the edge from '{}' to '{}'", printable(network_.attributes()[i].name),
                           printable(network_.id(ends[0])), printable(network_.id(ends[1])));
      });
    }
  }

  const Network& network_;
  Diagnostics& faults_;
};

}  // namespace

void check_xml_texts(const Network& network, Diagnostics& faults) { TextCheck(network, faults).check(); }

}  // namespace regionet

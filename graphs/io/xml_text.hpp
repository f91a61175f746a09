// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include "graphs/ascii.hpp"

#include "graphs/diagnostic.hpp"
#include "graphs/model/network.hpp"

namespace regionet {

/// A number as XML Schema's double and as C write it: blanks around it, a plus sign, hexadecimal digits (0x1.8p+1 is
/// 3). Finite; nothing may stand behind it.
[[nodiscard]] std::optional<double> parse_xml_number(std::string_view text);
/// The text without the white space of XML around it.
[[nodiscard]] std::string_view trim_xml(std::string_view text);

/// Append a text so that a parser gives the same bytes back, line ends and tabs too.
void append_xml_text(std::string& out, std::string_view text);
void append_xml_attribute(std::string& out, std::string_view value);
/// The first character that XML 1.0 cannot hold, even escaped, as U+ and its digits; empty where it can hold the text.
[[nodiscard]] std::string forbidden_in_xml(std::string_view text);

/// Whether a reader lets a value of this type pass: the values of XML Schema, and as Java, Python and C write them.
[[nodiscard]] bool is_xml_value(AttributeType type, std::string_view value);
/// Whether other tools read it as a value of this type too.
[[nodiscard]] bool is_plain_xml_value(AttributeType type, std::string_view cell);

/// Adds a fault for every text of the network that XML cannot hold.
void check_xml_texts(const Network&, Diagnostics&);
}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/ascii.hpp"
#include "graphs/io/place.hpp"

namespace regionet {

/// A cell of a line: what stands between blanks, or in quotes.
struct PajekCell {
  std::string_view text;
  bool quoted = false;
  Place place;
};

/// Splits a line. False, and a fault, where a quote does not end or a text goes on behind it.
bool split_pajek_line(GraphInput& input, std::string_view line, std::uint64_t number, std::vector<PajekCell>& cells);

/// A whole number from 1, as Pajek counts; 0 where it is none.
[[nodiscard]] std::uint64_t pajek_number(std::string_view text);

/// Whether a cell is meant as a number, well written or not.
[[nodiscard]] bool is_meant_as_number(const PajekCell& cell);

[[nodiscard]] bool is_pajek_shape(std::string_view word);
/// A text without the blanks around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Undoes `&#1052;`; `buffer` keeps what had to be changed.
[[nodiscard]] std::string_view decode_pajek_text(std::string_view raw, std::string& buffer);
/// Appends a text in quotes.
void append_pajek_text(std::string& out, std::string_view text);

/// The first line of our files whose vertices have names beside their ids.
inline constexpr std::string_view ids_are_numbers = "% regionet: the numbers are the ids";

/// Words that Pajek knows, and other programs refuse where they do not know them.
inline constexpr std::array<std::string_view, 14> pajek_vertex_words{
    "x_fact", "y_fact", "phi", "r", "q", "ic", "bc", "bw", "lc", "la", "lr", "lphi", "fos", "font"};
inline constexpr std::array<std::string_view, 20> pajek_line_words{"h1", "h2",   "a1", "a2", "k1",  "k2",  "w",
                                                                   "c",  "p",    "s",  "a",  "ap",  "l",   "lp",
                                                                   "lr", "lphi", "lc", "la", "fos", "font"};

}  // namespace regionet

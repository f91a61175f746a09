// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "engine/report/table.hpp"

namespace regionet {

enum class OutputFormat : std::uint8_t { table, csv, tsv, json, jsonl, markdown };
inline constexpr std::array<std::string_view, 6> output_formats{"table", "csv", "tsv", "json", "jsonl", "markdown"};

struct WriteOptions {
  bool bold = false;     ///< headings in bold, on a terminal
  bool excel = false;    ///< cells that a spreadsheet would run as a formula get a leading apostrophe
  std::string manifest;  ///< JSON text that `json` puts beside the result
};

/// The whole report in one of the formats, lines for the reader only where people read (table, markdown).
[[nodiscard]] std::string write_report(const Report&, OutputFormat, const WriteOptions&);

[[nodiscard]] std::string write_text(const Report&, const WriteOptions&);
[[nodiscard]] std::string write_markdown(const Report&);
[[nodiscard]] std::string write_separated(const Report&, char separator, const WriteOptions&);
[[nodiscard]] std::string write_json(const Report&, const WriteOptions&);
[[nodiscard]] std::string write_json_lines(const Report&);

/// A text as json has it, quotes and all.
[[nodiscard]] std::string json_text(std::string_view);

/// How many columns of a terminal a text takes.
[[nodiscard]] std::size_t display_width(std::string_view);

}  // namespace regionet

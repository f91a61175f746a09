// SPDX-License-Identifier: Apache-2.0
// Tables for machines: separated values, JSON, JSON lines.
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <span>

#include "engine/report/write.hpp"
#include "graphs/io/csv.hpp"

namespace regionet {
namespace {

std::string json_value(const Cell& cell) {
  if (cell.empty()) return "null";
  if (const auto* text = std::get_if<std::string>(&cell.value)) return json_text(*text);
  return plain_text(cell);
}

/// `"key": value`, and beside a null its reason.
void append_member(std::string& out, std::string_view key, const Cell& cell) {
  if (!out.ends_with('{')) out += ", ";
  out += fmt::format("{}: {}", json_text(key), json_value(cell));
  if (cell.empty() && !cell.reason.empty()) {
    out += fmt::format(", {}: {}", json_text(fmt::format("{}_reason", key)), json_text(cell.reason));
  }
}

std::string json_row(const Table& table, const std::vector<Cell>& row) {
  std::string out = "{";
  for (std::size_t i = 0; i < row.size(); ++i) append_member(out, table.columns[i].key, row[i]);
  return out + "}";
}

std::string json_object(const Table& table) {
  std::string out = "{";
  for (const auto& row : table.rows) append_member(out, plain_text(row[0]), row[1]);
  return out + "}";
}

std::string json_rows(std::span<const Table> tables) {
  std::string out = "[";
  for (const Table& table : tables) {
    for (const auto& row : table.rows) {
      out += out.size() == 1 ? "\n" : ",\n";
      out += json_row(table, row);
    }
  }
  return out + (out.size() == 1 ? "]" : "\n]");
}

/// A spreadsheet runs a cell that begins so; an apostrophe keeps it a text.
bool is_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

}  // namespace

std::string json_text(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::strict);
}

std::string write_separated(const Report& report, char separator, const WriteOptions& options) {
  std::string out;
  if (options.excel) out += "\xEF\xBB\xBF";
  const auto append = [&](const auto& cells, auto text_of) {
    bool first = true;
    for (const auto& cell : cells) {
      if (!first) out += separator;
      first = false;
      append_csv_cell(out, text_of(cell), separator);
    }
    out += '\n';
  };
  if (report.tables.empty()) return out;
  append(report.tables.front().columns, [](const Column& column) { return column.key; });
  for (const Table& table : report.tables) {
    for (const auto& row : table.rows) {
      append(row, [&](const Cell& cell) {
        std::string text = plain_text(cell);
        return options.excel && !cell.is_number() && is_formula(text) ? "'" + text : text;
      });
    }
  }
  return out;
}

std::string write_json(const Report& report, const WriteOptions& options) {
  std::string out =
      fmt::format("{{\"manifest\": {},\n\"result\": ", options.manifest.empty() ? "null" : options.manifest);
  if (!report.json.empty()) {
    out += report.json;
  } else if (report.is_object) {
    out += json_object(report.tables.front());
  } else {
    out += json_rows(report.tables);
  }
  for (const SideTable& side : report.beside) {
    out += fmt::format(",\n{}: {}", json_text(side.key), json_rows(std::span(&side.table, 1)));
  }
  return out + "}\n";
}

std::string write_json_lines(const Report& report) {
  std::string out;
  if (report.is_object) return json_object(report.tables.front()) + "\n";
  for (const Table& table : report.tables) {
    for (const auto& row : table.rows) out += json_row(table, row) + "\n";
  }
  return out;
}

std::string write_report(const Report& report, OutputFormat format, const WriteOptions& options) {
  switch (format) {
    case OutputFormat::table:
      return write_text(report, options);
    case OutputFormat::csv:
      return write_separated(report, ',', options);
    case OutputFormat::tsv:
      return write_separated(report, '\t', options);
    case OutputFormat::json:
      return write_json(report, options);
    case OutputFormat::jsonl:
      return write_json_lines(report);
    case OutputFormat::markdown:
      return write_markdown(report);
  }
  return {};
}

}  // namespace regionet

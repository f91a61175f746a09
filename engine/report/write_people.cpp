// SPDX-License-Identifier: Apache-2.0
// Tables for people: aligned text and Markdown.
#include <fmt/format.h>
#include <utf8proc.h>
#include <algorithm>
#include <cmath>

#include "engine/report/write.hpp"
#include "graphs/diagnostic.hpp"

namespace regionet {
namespace {

constexpr std::string_view dash = "–";
constexpr std::size_t widest_cell = 4096;

/// People read six significant digits; the data formats have all.
std::string rounded_text(double number) {
  if (std::abs(number - std::round(number)) < 1e-9 * std::max(1.0, std::abs(number)) && std::abs(number) < 1e15) {
    return fmt::format("{:.0f}", number == 0 ? 0.0 : number);
  }
  return fmt::format("{:.6g}", number);
}

std::string shown_text(const Cell& cell) {
  if (!cell.shown.empty()) return cell.shown;
  if (cell.empty()) return cell.reason.empty() ? "" : std::string(dash);
  if (const auto* number = std::get_if<double>(&cell.value)) return rounded_text(*number);
  return printable(plain_text(cell), widest_cell);
}

std::string heading_of(const Column& column) { return column.heading.empty() ? column.key : column.heading; }

bool holds_numbers(const Table& table, std::size_t column) {
  return std::ranges::any_of(table.rows, [&](const auto& row) { return row[column].is_number(); });
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::string blanks(width - std::min(width, display_width(text)), ' ');
  return right ? blanks + text : text + blanks;
}

void write_line(std::string& out, const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                const std::vector<bool>& right) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += "  ";
    line += padded(cells[i], widths[i], right[i]);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  out += line + '\n';
}

void write_table(std::string& out, const Table& table, const WriteOptions& options) {
  const char* const bold = options.bold ? "\x1b[1m" : "";
  const char* const normal = options.bold ? "\x1b[0m" : "";
  if (!table.title.empty()) out += fmt::format("{}{}{}\n", bold, printable(table.title, widest_cell), normal);
  std::vector<std::string> headings;
  std::vector<std::size_t> widths;
  std::vector<bool> right;
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    headings.push_back(heading_of(table.columns[i]));
    widths.push_back(display_width(headings.back()));
    right.push_back(holds_numbers(table, i));
  }
  for (const auto& row : table.rows) {
    auto& cells = rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
      cells.push_back(shown_text(row[i]));
      widths[i] = std::max(widths[i], display_width(cells.back()));
    }
  }
  out += bold;
  write_line(out, headings, widths, right);
  out += normal;
  for (const auto& cells : rows) write_line(out, cells, widths, right);
}

/// The blocks of the result, then what stands beside it.
std::vector<const Table*> all_tables(const Report& report) {
  std::vector<const Table*> out;
  for (const Table& table : report.tables) out.push_back(&table);
  for (const SideTable& side : report.beside) out.push_back(&side.table);
  return out;
}

std::string markdown_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>|#").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    utf8proc_int32_t code = 0;
    const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                   static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (size <= 0) {
      ++width;
      text.remove_prefix(1);
      continue;
    }
    width += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code)));
    text.remove_prefix(static_cast<std::size_t>(size));
  }
  return width;
}

std::string write_text(const Report& report, const WriteOptions& options) {
  std::string out;
  for (const Table* const table : all_tables(report)) {
    if (!out.empty()) out += '\n';
    write_table(out, *table, options);
  }
  if (!out.empty() && !report.lines.empty()) out += '\n';
  for (const std::string& line : report.lines) out += printable(line, widest_cell) + '\n';
  return out;
}

std::string write_markdown(const Report& report) {
  std::string out;
  for (const Table* const one : all_tables(report)) {
    const Table& table = *one;
    if (!out.empty()) out += '\n';
    if (!table.title.empty()) out += fmt::format("**{}**\n\n", markdown_text(table.title));
    for (const Column& column : table.columns) out += fmt::format("| {} ", markdown_text(heading_of(column)));
    out += "|\n";
    for (std::size_t i = 0; i < table.columns.size(); ++i) out += holds_numbers(table, i) ? "| ---: " : "| --- ";
    out += "|\n";
    for (const auto& row : table.rows) {
      for (const Cell& cell : row) out += fmt::format("| {} ", markdown_text(shown_text(cell)));
      out += "|\n";
    }
  }
  if (!out.empty() && !report.lines.empty()) out += '\n';
  for (const std::string& line : report.lines) out += markdown_text(printable(line, widest_cell)) + "  \n";
  return out;
}

}  // namespace regionet

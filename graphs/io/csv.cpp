// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/csv.hpp"

#include "graphs/ascii.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <unordered_set>

namespace regionet {
namespace {

constexpr std::string_view separators = ",;\t";

/// The separator that the header line holds most outside quotes; the line may run on inside them.
char sniff_separator(std::string_view text, char line_end) {
  std::array<std::size_t, 3> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == line_end && !quoted) break;
    if (c == '"') quoted = !quoted;
    const std::size_t which = separators.find(c);
    if (!quoted && which != std::string_view::npos) ++counts[which];
  }
  return separators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

std::string trimmed(std::string_view cell) {
  constexpr std::string_view blanks = " \t";
  const std::size_t first = cell.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return std::string(cell.substr(first, cell.find_last_not_of(blanks) - first + 1));
}

}  // namespace

CsvReader::CsvReader(std::string_view text, std::string file, Diagnostics& faults, char separator)
    : text_(text), file_(std::move(file)), faults_(faults), separator_(separator) {
  const bool has_line_feed = text.find('\n') != std::string_view::npos;
  if (!has_line_feed && text.find('\r') != std::string_view::npos) line_end_ = '\r';
  if (separator_ == '\0') separator_ = sniff_separator(text, line_end_);
  if (text_.empty()) {
    faults_.add(
        {.file = file_, .what = "the file is empty", .expected = "a header line with the names of the columns"});
    return;
  }
  if (read_row()) read_header();
}

void CsvReader::read_header() {
  if (cell_count_ > most_columns) {
    at_ = text_.size();
    return fault(most_columns, fmt::format("the header has {} columns", cell_count_),
                 fmt::format("at most {}", most_columns), "check the separator and the line ends");
  }
  for (const std::string_view cell : cells_) {
    header_.push_back(trimmed(cell));
    keys_.push_back(lower_ascii(header_.back()));
  }
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < header_.size(); ++i) {
    if (!seen.insert(keys_[i]).second) {
      fault(i, fmt::format("column '{}' stands twice in the header", printable(header_[i])), "", "rename one of them");
    }
  }
}

std::size_t CsvReader::column(std::string_view name) const {
  const auto found = std::ranges::find(keys_, name);
  return found == keys_.end() ? npos : static_cast<std::size_t>(found - keys_.begin());
}

void CsvReader::fault(std::size_t column, std::string what, std::string expected, std::string mend) {
  Diagnostic fault = place(column);
  fault.what = std::move(what);
  fault.expected = std::move(expected);
  fault.mend = std::move(mend);
  faults_.add(std::move(fault));
}

Diagnostic CsvReader::place(std::size_t column) const {
  return {.file = file_,
          .line = column < lines_.size() ? lines_[column] : row_line_,
          .column = column < columns_.size() ? columns_[column] : 0};
}

bool CsvReader::next() {
  while (at_ < text_.size()) {
    const std::size_t begin = at_;
    const bool good = read_row();
    if (text_.find_first_not_of("\r\n", begin) == std::string_view::npos) return false;  // blank lines at the end
    const bool blank = good && cell_count_ == 1 && cells_[0].empty() && text_[begin] != '"' && header_.size() != 1;
    ++rows_;
    if (good && cell_count_ == header_.size()) return true;
    ++faulty_rows_;
    if (!good) continue;
    if (blank) {
      fault(0, "blank line", "a row", "remove the line");
    } else {
      fault(std::min(cell_count_, header_.size()) - 1,
            fmt::format("the row has {} cell{}", cell_count_, cell_count_ == 1 ? "" : "s"),
            fmt::format("{}, as in the header", header_.size()),
            cell_count_ > header_.size() ? "quote a cell that holds the separator" : "add the missing cells");
    }
  }
  return false;
}

void CsvReader::add_cell(std::size_t begin, std::size_t start, std::uint64_t line, std::string_view cell) {
  if (cell_count_++ > most_columns) return;  // a row of so many is faulty, whatever they are
  cells_.push_back(cell);
  columns_.push_back(begin - start + 1);
  lines_.push_back(line);
}

bool CsvReader::read_row() {
  cells_.clear();
  cell_count_ = 0;
  columns_.clear();
  lines_.clear();
  unquoted_.clear();
  row_line_ = line_;
  line_start_ = at_;
  bool good = true;
  for (;;) {
    if (at_ < text_.size() && text_[at_] == '"') {
      good = read_quoted() && good;
    } else {
      read_bare();
    }
    if (at_line_end()) break;
    ++at_;  // the separator
  }
  end_line();
  return good;
}

void CsvReader::read_bare() {
  const std::size_t begin = at_;
  while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != line_end_) ++at_;
  std::size_t end = at_;
  if (line_end_ == '\n' && end > begin && text_[end - 1] == '\r' && (at_ == text_.size() || text_[at_] == '\n')) --end;
  add_cell(begin, line_start_, line_, text_.substr(begin, end - begin));
}

bool CsvReader::read_quoted() {
  const std::size_t begin = at_++;
  const std::uint64_t opened = line_;
  const std::size_t opened_start = line_start_;
  std::size_t from = at_;
  std::string* joined = nullptr;
  for (;;) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == std::string_view::npos) {
      faults_.add({.file = file_,
                   .line = opened,
                   .column = begin - opened_start + 1,
                   .what = "a quoted cell is never closed",
                   .mend = "close it with \""});
      at_ = text_.size();
      return false;
    }
    for (std::size_t end = text_.find(line_end_, at_); end < quote; end = text_.find(line_end_, end + 1)) {
      ++line_;
      line_start_ = end + 1;
    }
    at_ = quote + 1;
    const bool doubled = at_ < text_.size() && text_[at_] == '"';
    if (!doubled && joined == nullptr) {
      add_cell(begin, opened_start, opened, text_.substr(from, quote - from));
      break;
    }
    if (joined == nullptr) joined = &unquoted_.emplace_back();
    joined->append(text_.substr(from, quote - from + (doubled ? 1 : 0)));
    if (!doubled) {
      add_cell(begin, opened_start, opened, *joined);
      break;
    }
    from = ++at_;
  }
  if (at_line_end() || text_[at_] == separator_ || (text_[at_] == '\r' && at_ + 1 == text_.size())) {
    if (at_ < text_.size() && text_[at_] == '\r' && at_ + 1 == text_.size() && line_end_ == '\n') ++at_;
    return true;
  }
  faults_.add({.file = file_,
               .line = line_,
               .column = column_of(at_),
               .what = "text after a closing quote",
               .expected = "a separator or the end of the line",
               .mend = "double the quotes inside a quoted cell"});
  while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != line_end_) ++at_;
  return false;
}

void CsvReader::end_line() {
  if (at_ < text_.size() && text_[at_] != line_end_) ++at_;  // the CR of CRLF
  if (at_ < text_.size()) ++at_;
  ++line_;
}

namespace {

void append_cell(std::string& out, std::string_view cell, bool quote) {
  if (!quote && cell.find_first_of("\"\r\n") == std::string_view::npos && !cell.starts_with(' ') &&
      !cell.ends_with(' ')) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

void append_csv_cell(std::string& out, std::string_view cell, char separator) {
  append_cell(out, cell, cell.find(separator) != std::string_view::npos);
}

void append_csv_heading(std::string& out, std::string_view cell) {
  append_cell(out, cell, cell.find_first_of(separators) != std::string_view::npos);
}

std::optional<double> parse_number(std::string_view text) {
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::string number_mend(std::string_view text) {
  if (text.find(',') != std::string_view::npos) return "write a point, not a comma, and no thousands separators";
  if (text.find(' ') != std::string_view::npos || text.find("\xC2\xA0") != std::string_view::npos) {
    return "remove the blanks";
  }
  return "write digits with a point, such as 1.5";
}

}  // namespace regionet

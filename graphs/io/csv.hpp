// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/diagnostic.hpp"

namespace regionet {

/// Rows of separated values (RFC 4180): quoted cells with doubled quotes, separators and line ends inside; lines end
/// with LF, CRLF, or CR where the text has no LF. Cells are kept byte for byte, the header is trimmed and matched
/// without case. Blank lines at the end are ignored.
///
/// Errors   every fault goes to the Diagnostics with line and column; a faulty row is skipped by `next`. A header with
///          more than 10,000 columns is one, and nothing is read behind it.
/// Cost     one pass over the text, no allocation a row.
class CsvReader {
 public:
  /// Reads the header. With no separator given it is the one of `, ; TAB` that the header holds most.
  CsvReader(std::string_view text, std::string file, Diagnostics& faults, char separator = '\0');

  /// Moves to the next row; false at the end.
  bool next();

  /// The names of the columns as written, without blanks around them, and the same in small letters.
  [[nodiscard]] const std::vector<std::string>& header() const { return header_; }
  [[nodiscard]] const std::vector<std::string>& keys() const { return keys_; }
  [[nodiscard]] std::size_t width() const { return header_.size(); }
  /// The place of a column, named in small letters; npos where there is none.
  [[nodiscard]] std::size_t column(std::string_view name) const;
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
  static constexpr std::size_t most_columns = 10'000;

  [[nodiscard]] std::string_view operator[](std::size_t column) const { return cells_[column]; }
  [[nodiscard]] std::uint64_t line() const { return row_line_; }
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] char separator() const { return separator_; }

  /// Rows after the header: how many were good, how many faulty.
  [[nodiscard]] std::uint64_t rows() const { return rows_; }
  [[nodiscard]] std::uint64_t faulty_rows() const { return faulty_rows_; }

  /// How many lines are left, which is no fewer than the rows: for who makes room ahead.
  [[nodiscard]] std::size_t lines_left() const {
    return static_cast<std::size_t>(std::ranges::count(text_.substr(at_), line_end_)) + 1;
  }

  /// What seems to be the first cell of the next row, unread: for who prepares for it. It may be wrong.
  [[nodiscard]] std::string_view glimpse() const {
    const std::string_view rest = text_.substr(at_, glimpsed);
    return rest.substr(0, rest.find(separator_));
  }

  /// Where a cell of the current row stands.
  [[nodiscard]] Diagnostic place(std::size_t column) const;
  /// Reports a fault of a cell of the current row.
  void fault(std::size_t column, std::string what, std::string expected, std::string mend);

 private:
  static constexpr std::size_t glimpsed = 64;

  void read_header();
  bool read_row();
  bool read_quoted();
  void read_bare();
  void end_line();
  [[nodiscard]] bool at_line_end() const { return at_ == text_.size() || text_[at_] == line_end_ || is_crlf(); }
  [[nodiscard]] bool is_crlf() const { return text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n'; }
  void add_cell(std::size_t begin, std::size_t line_start, std::uint64_t line, std::string_view cell);
  [[nodiscard]] std::uint64_t column_of(std::size_t offset) const { return offset - line_start_ + 1; }

  std::string_view text_;
  std::string file_;
  Diagnostics& faults_;
  char separator_;
  char line_end_ = '\n';
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t row_line_ = 1;
  std::vector<std::string> header_;
  std::vector<std::string> keys_;
  std::vector<std::string_view> cells_;  // no more than the header may have, and one
  std::size_t cell_count_ = 0;
  std::vector<std::uint64_t> columns_;  // of each cell, counted from 1 in its line
  std::vector<std::uint64_t> lines_;    // of each cell
  std::deque<std::string> unquoted_;    // cells of this row that had doubled quotes
  std::uint64_t rows_ = 0;
  std::uint64_t faulty_rows_ = 0;
};

/// Appends one cell, quoted where it has to be.
void append_csv_cell(std::string& out, std::string_view cell, char separator = ',');
/// The same of a cell of the header, which tells a reader the separator: quoted also where it holds another one.
void append_csv_heading(std::string& out, std::string_view cell);

/// A number written with a point, whole and finite: `1,5`, `1 234`, `3abc`, `inf` and hexadecimal are none.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

/// Up to here (2^53) every integer is a double of its own.
inline constexpr double exact_integers = 9007199254740992;
/// How to mend a text that is no number.
[[nodiscard]] std::string number_mend(std::string_view text);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/io/place.hpp"

namespace regionet {

/// The lines of a text (ended by LF or CRLF) and their cells between blanks and tabs. Nothing is copied.
class LineReader {
 public:
  LineReader(std::string_view text, const std::string& file, Diagnostics& faults)
      : rest_(text), file_(file), faults_(faults) {}

  /// Moves to the next line; false at the end.
  bool next();

  [[nodiscard]] std::string_view line() const { return line_; }
  [[nodiscard]] std::uint64_t number() const { return number_; }
  /// What follows after this line.
  [[nodiscard]] std::string_view rest() const { return rest_; }
  /// The cells of this line.
  [[nodiscard]] const std::vector<std::string_view>& cells();

  /// Where a cell of this line stands; the line alone past the last one.
  [[nodiscard]] Place place(std::size_t cell) const;
  /// Reports a fault of a cell of this line (of the line as a whole past the last one).
  void fault(std::size_t cell, std::string what, std::string expected = "", std::string mend = "") const;

 private:
  std::string_view rest_;
  std::string_view line_;
  std::uint64_t number_ = 0;
  std::vector<std::string_view> cells_;
  const std::string& file_;
  Diagnostics& faults_;
};

}  // namespace regionet

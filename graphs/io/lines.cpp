// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/lines.hpp"

#include <algorithm>

namespace regionet {

bool LineReader::next() {
  if (rest_.empty()) return false;
  const std::size_t end = std::min(rest_.find('\n'), rest_.size());
  line_ = rest_.substr(0, end);
  if (line_.ends_with('\r')) line_.remove_suffix(1);
  rest_.remove_prefix(std::min(end + 1, rest_.size()));
  ++number_;
  return true;
}

const std::vector<std::string_view>& LineReader::cells() {
  constexpr std::string_view blanks = " \t";
  cells_.clear();
  for (std::size_t at = line_.find_first_not_of(blanks); at != std::string_view::npos;) {
    const std::size_t end = std::min(line_.find_first_of(blanks, at), line_.size());
    cells_.push_back(line_.substr(at, end - at));
    at = line_.find_first_not_of(blanks, end);
  }
  return cells_;
}

Place LineReader::place(std::size_t cell) const {
  const bool known = cell < cells_.size();
  return {number_, known ? 1 + static_cast<std::uint64_t>(cells_[cell].data() - line_.data()) : 0};
}

void LineReader::fault(std::size_t cell, std::string what, std::string expected, std::string mend) const {
  const auto [line, column] = place(cell);
  faults_.add({.file = file_,
               .line = line,
               .column = column,
               .what = std::move(what),
               .expected = std::move(expected),
               .mend = std::move(mend)});
}

}  // namespace regionet

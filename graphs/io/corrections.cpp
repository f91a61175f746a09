// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/corrections.hpp"

#include <fmt/format.h>
#include <array>

#include "graphs/io/csv.hpp"

namespace regionet {

void Corrections::read(std::string_view text, const std::string& file, Diagnostics& faults) {
  CsvReader rows(text, file, faults);
  constexpr std::array<std::string_view, 5> wanted{"table", "id", "column", "old", "new"};
  std::array<std::size_t, wanted.size()> at{};
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    at[i] = rows.column(wanted[i]);
    if (at[i] == CsvReader::npos) {
      faults.add({.file = file, .line = 1, .what = fmt::format("column '{}' is missing", wanted[i])});
      return;
    }
  }
  while (rows.next()) {
    Key key{rows[at[0]], rows[at[1]], rows[at[2]]};
    const Row row{std::string(rows[at[3]]), std::string(rows[at[4]]), file, rows.line(), false};
    if (!rows_.emplace(std::move(key), row).second) {
      rows.fault(at[1], "this cell is corrected twice", "", "keep one of the rows");
    }
  }
}

std::string_view Corrections::apply(std::string_view table, std::string_view id, std::string_view column,
                                    std::string_view cell, Diagnostics& faults) {
  if (rows_.empty()) return cell;
  const auto found = rows_.find(Key{table, id, column});
  if (found == rows_.end()) return cell;
  Row& row = found->second;
  row.used = true;
  if (cell != row.old) {
    faults.add({.file = row.file,
                .line = row.line,
                .what = fmt::format("the cell to correct holds '{}', not '{}'", printable(cell), printable(row.old)),
                .mend = "mend 'old', or remove the correction if the data were mended"});
  }
  return row.corrected;
}

void Corrections::report_unused(Diagnostics& faults) const {
  for (const auto& [key, row] : rows_) {
    if (row.used) continue;
    faults.add(
        {.file = row.file,
         .line = row.line,
         .what = fmt::format("no cell fits this correction: table '{}', id '{}', column '{}'",
                             printable(std::get<0>(key)), printable(std::get<1>(key)), printable(std::get<2>(key))),
         .mend = "check table, id and column"});
  }
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/corrections.hpp"

#include <fmt/format.h>
#include <array>

#include "graphs/io/csv.hpp"

namespace regionet {

void Corrections::read(std::string_view text, const std::string& file, std::size_t layer, Diagnostics& faults) {
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
    const Key key{rows[at[0]], rows[at[1]], rows[at[2]]};
    std::vector<Row>& chain = rows_[key];
    if (!chain.empty() && chain.back().layer == layer) {
      rows.fault(at[1], "this cell is corrected twice", "", "keep one of the rows");
      continue;
    }
    chain.push_back({std::string(rows[at[3]]), std::string(rows[at[4]]), file, rows.line(), layer});
  }
}

std::string_view Corrections::apply(std::string_view table, std::string_view id, std::string_view column,
                                    std::string_view cell, std::size_t layer) {
  if (rows_.empty()) return cell;
  const auto found = rows_.find(Key{table, id, column});
  if (found == rows_.end()) return cell;
  for (Row& row : found->second) {
    // An empty cell changes nothing in the layers below, so there is nothing in it to correct.
    if (row.layer < layer || (cell.empty() && !row.old.empty())) continue;
    if (cell == row.old) {
      row.used = true;
      cell = row.corrected;
    } else {
      row.met = cell;
    }
  }
  return cell;
}

void Corrections::report_unused(Diagnostics& faults) const {
  for (const auto& [key, chain] : rows_) {
    for (const Row& row : chain) {
      if (row.used) continue;
      const auto& [table, id, column] = key;
      if (!row.met.empty()) {
        faults.add(
            {.file = row.file,
             .line = row.line,
             .what = fmt::format("the cell to correct holds '{}', not '{}'", printable(row.met), printable(row.old)),
             .mend = "mend 'old', or remove the correction if the data were mended"});
      } else {
        faults.add({.file = row.file,
                    .line = row.line,
                    .what = fmt::format("no cell fits this correction: table '{}', id '{}', column '{}'",
                                        printable(table), printable(id), printable(column)),
                    .mend = "check table, id and column"});
      }
    }
  }
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
// The tables of a dataset, one function each; only dataset_reader.cpp calls them.
#pragma once

#include "graphs/io/corrections.hpp"
#include "graphs/io/csv.hpp"
#include "graphs/model/network_builder.hpp"

namespace regionet {

/// A `within` cell that waits until all actors are known.
struct PendingPlace {
  ActorId actor;
  std::string parent;
  Diagnostic place;  ///< where the cell stands
};

struct TableContext {
  NetworkBuilder& builder;
  Corrections& corrections;
  Diagnostics& faults;
  std::vector<PendingPlace>& places;
  StringTable& source_ids;
  std::size_t layer;
};

void read_sources(TableContext&, CsvReader&);
void read_actors(TableContext&, CsvReader&);
void resolve_places(const TableContext&, std::vector<PendingPlace>&);
void read_agreements(TableContext&, CsvReader&);
void read_participants(TableContext&, CsvReader&);
void read_evidence(TableContext&, CsvReader&);
void read_claims(TableContext&, CsvReader&);
void read_coverage(TableContext&, CsvReader&);

/// Columns of a table that are read by name. A missing column that is needed and a column that is not known are
/// reported once.
class TableColumns {
 public:
  TableColumns(TableContext& context, CsvReader& rows, std::string_view table, std::span<const std::string_view> needed,
               std::span<const std::string_view> optional);

  /// False where a needed column is missing: the table cannot be read.
  [[nodiscard]] bool complete() const { return complete_; }
  /// The cell of the current row, corrected; empty where the column is missing.
  [[nodiscard]] std::string_view cell(std::string_view id, std::string_view column) const;
  void fault(std::string_view column, std::string what, std::string expected = "", std::string mend = "") const;
  [[nodiscard]] Origin origin() const {
    return {static_cast<std::uint32_t>(context_.layer), static_cast<std::uint32_t>(rows_.line())};
  }
  /// The id of the current row where it is well formed; else a fault, and empty.
  [[nodiscard]] std::string_view id() const;
  [[nodiscard]] const CsvReader& rows() const { return rows_; }

 private:
  TableContext& context_;
  CsvReader& rows_;
  std::string_view table_;
  bool complete_ = true;
};

/// Words a cell that must be one of a fixed list.
void fault_unknown_word(const TableColumns&, std::string_view column, std::string_view cell,
                        std::span<const std::string_view> allowed);

/// Reads a cell that is one of the names of an enumeration; an empty one changes nothing.
template <typename Enum>
void read_word(const TableColumns& columns, std::string_view id, std::string_view column, Enum& target) {
  const std::string_view cell = columns.cell(id, column);
  if (cell.empty()) return;
  if (const auto value = from_name<Enum>(cell)) {
    target = *value;
  } else {
    fault_unknown_word(columns, column, cell, names_of<Enum>());
  }
}

}  // namespace regionet

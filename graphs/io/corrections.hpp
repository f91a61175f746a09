// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "graphs/diagnostic.hpp"

namespace regionet {

/// Cells that a dataset corrects in the layers below it and in itself: (table, id, column): old → new.
/// An empty `new` for a participant or a piece of evidence takes the row out.
class Corrections {
 public:
  /// Reads corrections.csv of a layer.
  void read(std::string_view text, const std::string& file, Diagnostics&);

  [[nodiscard]] bool empty() const { return rows_.empty(); }

  /// The cell as corrected. A correction whose `old` does not fit the cell is a fault.
  [[nodiscard]] std::string_view apply(std::string_view table, std::string_view id, std::string_view column,
                                       std::string_view cell, Diagnostics&);

  /// Corrections that met no cell are faults.
  void report_unused(Diagnostics&) const;

 private:
  struct Row {
    std::string old, corrected, file;
    std::uint64_t line = 0;
    bool used = false;
  };
  using Key = std::tuple<std::string, std::string, std::string>;
  std::map<Key, Row> rows_;
};

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "graphs/diagnostic.hpp"

namespace regionet {

/// Cells that a dataset corrects in the layers below it and in itself: (table, id, column): old → new. A correction
/// never reaches into a later layer; those of later layers follow those of earlier ones.
/// An empty `new` for a participant or a piece of evidence takes the row out.
class Corrections {
 public:
  /// Reads corrections.csv of a layer; layers are read in their order.
  void read(std::string_view text, const std::string& file, std::size_t layer, Diagnostics&);

  [[nodiscard]] bool empty() const { return rows_.empty(); }

  /// The cell of a row of `layer` as corrected.
  [[nodiscard]] std::string_view apply(std::string_view table, std::string_view id, std::string_view column,
                                       std::string_view cell, std::size_t layer);

  /// Corrections that met no cell with their `old` are faults.
  void report_unused(Diagnostics&) const;

 private:
  struct Row {
    std::string old, corrected, file;
    std::uint64_t line = 0;
    std::size_t layer = 0;
    bool used = false;
    std::string met;  // a cell that did not hold `old`
  };
  using Key = std::tuple<std::string, std::string, std::string>;
  std::map<Key, std::vector<Row>> rows_;
};

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/model/plain_builder.hpp"
#include "graphs/model/string_table.hpp"

namespace regionet {

/// How much a reader makes of a short text at most: cells, edges, defaults handed on. A few bytes can ask for very
/// much (a new attribute on each line, an edge from each of a group to each of another); no honest file comes near.
[[nodiscard]] constexpr std::uint64_t most_made_of(std::size_t bytes) {
  constexpr std::uint64_t of_any = 2'000'000;
  return std::max(of_any, 4 * std::uint64_t{bytes});
}

/// The columns that a graph file has beside those of the model, cell by cell in any order. What type a column has is
/// known when the last cell is: one word among numbers makes it text.
///
/// Cost   12 bytes a cell until `finish`, each distinct text once.
class AttributeCells {
 public:
  enum class Of : std::uint8_t { actors, edges };
  /// What a cell is that stands twice.
  enum class Repeated : std::uint8_t { last_counts, joined };

  AttributeCells(PlainBuilder& graph, Of of, std::size_t file_size)
      : graph_(graph), of_(of), room_(most_made_of(file_size)) {}

  /// A column of this name and type, though it may have no cell. False where there is no room for it.
  bool declare(std::string_view name, AttributeType type);
  /// Sets a cell, written as `as`. False where the file has more columns, or longer ones, than its size allows.
  bool set(std::uint32_t row, std::string_view name, std::string_view value, AttributeType as = AttributeType::text);

  /// Whether there is such a column and every cell of it a finite number, not a text that looks like one.
  [[nodiscard]] bool all_numbers(std::string_view name) const;
  /// Takes a column out: `each(row, value)` is called for its cells.
  template <typename Each>
  void take(std::string_view name, Each each) {
    const auto column = names_.find(name);
    if (!column) return;
    columns_[*column].taken = true;
    for (const Cell& cell : cells_) {
      if (cell.column == *column) each(cell.row, texts_[cell.text]);
    }
  }

  /// Hands every column to the graph; returns how many cells stood more than once. `joined` puts `;` between them and
  /// asks that the cells of a row come one after the other.
  std::uint64_t finish(Repeated repeated);

  /// What to say where there was no room.
  static constexpr std::string_view too_much = "more attributes than the size of the file allows";
  static constexpr std::size_t most_columns = 16384;

 private:
  struct Column {
    std::uint64_t length = 0;  ///< up to the last cell
    bool words = false;        ///< some cell is a text that is no number
    bool quoted = false;       ///< some cell is a text that looks like a number
    bool integers = false;
    bool reals = false;
    bool declared = false;
    bool taken = false;
    AttributeType type = AttributeType::text;
  };
  struct Cell {
    std::uint32_t row = 0;
    TextId column = 0;
    TextId text = 0;
  };

  [[nodiscard]] static AttributeType type_of(const Column& column);
  bool find_column(std::string_view name, TextId& column);
  std::uint64_t join(const std::vector<std::size_t>& places);
  void hand_over(std::uint32_t row, std::size_t place, std::string_view value);

  PlainBuilder& graph_;
  Of of_;
  std::uint64_t room_;
  std::uint64_t used_ = 0;
  StringTable names_;
  StringTable texts_;
  std::vector<Column> columns_;
  std::vector<Cell> cells_;
};

}  // namespace regionet

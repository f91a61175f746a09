// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace regionet {

/// One cell of a table: a text, a whole number, a number, or nothing with the reason.
struct Cell {
  std::variant<std::monostate, std::string, std::int64_t, double> value;
  std::string reason;  ///< why there is nothing
  std::string shown;   ///< what people see instead of the value, such as `2=` for a tied rank

  Cell() = default;
  Cell(std::string text) : value(std::move(text)) {}
  Cell(std::string_view text) : value(std::string(text)) {}
  Cell(const char* text) : value(std::string(text)) {}
  Cell(std::int64_t number) : value(number) {}
  Cell(std::uint32_t number) : value(static_cast<std::int64_t>(number)) {}
  Cell(std::size_t number) : value(static_cast<std::int64_t>(number)) {}
  Cell(double number) : value(number) {}
  Cell(std::optional<double> number, std::string why) : reason(std::move(why)) {
    if (number) value = *number;
  }
  static Cell undefined(std::string why) { return {std::nullopt, std::move(why)}; }

  [[nodiscard]] bool empty() const { return std::holds_alternative<std::monostate>(value); }
  [[nodiscard]] bool is_number() const { return value.index() >= 2; }
};

/// The value as text: numbers shortest and exact, always with a point; nothing is empty.
[[nodiscard]] std::string plain_text(const Cell&);
/// A number as it is printed everywhere: the shortest text that reads back as the same bits.
[[nodiscard]] std::string number_text(double);

struct Column {
  std::string key;      ///< stable, in csv and json
  std::string heading;  ///< for people; the key where empty
};

struct Table {
  std::string title;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
};

/// Adds a column whose key comes from data; where the key stands already it gets `column:` in front.
void add_column(Table&, std::string key, std::string heading);

/// A table beside the result, with columns of its own: people see it below, json has it as a member called `key`.
struct SideTable {
  std::string key;
  Table table;
};

/// What a command answers: tables of the same columns (blocks), and lines for the reader under them.
struct Report {
  std::vector<Table> tables;
  std::vector<SideTable> beside;  ///< not in csv, tsv and jsonl, which hold one shape
  std::vector<std::string> lines;
  /// The first two columns of the one table are names and values of an object, not rows.
  bool is_object = false;
  /// The result in json where rows do not hold it, as text; empty: made from the rows.
  std::string json;
};

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/attribute_cells.hpp"

#include <algorithm>
#include <limits>

#include "graphs/io/csv.hpp"

namespace regionet {
namespace {

constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

}  // namespace

bool AttributeCells::declare(std::string_view name, AttributeType type) {
  TextId column = 0;
  if (!find_column(name, column)) return false;
  columns_[column].declared = true;
  columns_[column].type = type;
  return true;
}

bool AttributeCells::set(std::uint32_t row, std::string_view name, std::string_view value, AttributeType as) {
  TextId at = 0;
  if (!find_column(name, at)) return false;
  Column& column = columns_[at];
  if (row >= column.length) {
    used_ += row + 1 - column.length;
    column.length = std::uint64_t{row} + 1;
  }
  if (++used_ > room_) return false;
  if (as == AttributeType::text && !value.empty()) (parse_number(value) ? column.quoted : column.words) = true;
  column.integers = column.integers || as == AttributeType::integer;
  column.reals = column.reals || as == AttributeType::number;
  cells_.push_back({row, at, texts_.intern(value)});
  return true;
}

bool AttributeCells::all_numbers(std::string_view name) const {
  const auto column = names_.find(name);
  if (!column || columns_[*column].words || columns_[*column].quoted) return false;
  return std::ranges::all_of(
      cells_, [&](const Cell& cell) { return cell.column != *column || parse_number(texts_[cell.text]); });
}

bool AttributeCells::find_column(std::string_view name, TextId& column) {
  if (columns_.size() >= most_columns && !names_.find(name)) return false;
  column = names_.intern(name);
  if (column == columns_.size()) columns_.emplace_back();
  return true;
}

AttributeType AttributeCells::type_of(const Column& column) {
  if (column.declared) return column.type;
  if (column.words || !(column.integers || column.reals)) return AttributeType::text;
  return column.reals ? AttributeType::number : AttributeType::integer;
}

std::uint64_t AttributeCells::finish(Repeated repeated) {
  std::vector<std::size_t> places(columns_.size(), nowhere);
  for (TextId i = 0; i < columns_.size(); ++i) {
    if (columns_[i].taken) continue;
    const AttributeType type = type_of(columns_[i]);
    places[i] = of_ == Of::actors ? graph_.actor_column(names_[i], type) : graph_.edge_column(names_[i], type);
  }
  if (repeated == Repeated::joined) return join(places);
  for (const Cell& cell : cells_) hand_over(cell.row, places[cell.column], texts_[cell.text]);
  return 0;
}

std::uint64_t AttributeCells::join(const std::vector<std::size_t>& places) {
  struct Open {
    std::uint32_t row = std::numeric_limits<std::uint32_t>::max();
    bool again = false;
    std::string value;
  };
  std::vector<Open> open(columns_.size());
  std::uint64_t repeated = 0;
  for (const Cell& cell : cells_) {
    Open& last = open[cell.column];
    if (last.row == cell.row) {
      repeated += last.again ? 0 : 1;
      last.again = true;
      last.value += ';';
    } else {
      if (last.again) hand_over(last.row, places[cell.column], last.value);
      last = {cell.row, false, {}};
      hand_over(cell.row, places[cell.column], texts_[cell.text]);
    }
    last.value += texts_[cell.text];
  }
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (open[i].again) hand_over(open[i].row, places[i], open[i].value);
  }
  return repeated;
}

void AttributeCells::hand_over(std::uint32_t row, std::size_t place, std::string_view value) {
  if (place == nowhere) return;
  of_ == Of::actors ? graph_.set_actor_cell(row, place, value) : graph_.set_edge_cell(row, place, value);
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/report/table.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace regionet {

std::string number_text(double number) {
  if (number == 0) return "0";  // no sign at zero
  char buffer[64];
  // Amounts and counts read better without an exponent, as long as they are not absurdly long.
  const bool moderate = std::abs(number) < 1e17 && std::abs(number) >= 1e-5;
  const auto written = moderate ? std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed)
                                : std::to_chars(buffer, buffer + sizeof buffer, number);
  return {buffer, written.ptr};
}

void add_column(Table& table, std::string key, std::string heading) {
  while (std::ranges::find(table.columns, key, &Column::key) != table.columns.end()) key.insert(0, "column:");
  table.columns.push_back({std::move(key), std::move(heading)});
}

std::string plain_text(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&cell.value)) return std::to_string(*whole);
  if (const auto* number = std::get_if<double>(&cell.value)) return number_text(*number);
  return {};
}

}  // namespace regionet

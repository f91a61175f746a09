// SPDX-License-Identifier: Apache-2.0
#include "engine/report/table.hpp"

#include <charconv>

namespace regionet {

std::string number_text(double number) {
  if (number == 0) return "0";  // no sign at zero
  char buffer[64];
  const auto written = std::to_chars(buffer, buffer + sizeof buffer, number);
  return {buffer, written.ptr};
}

std::string plain_text(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&cell.value)) return std::to_string(*whole);
  if (const auto* number = std::get_if<double>(&cell.value)) return number_text(*number);
  return {};
}

}  // namespace regionet

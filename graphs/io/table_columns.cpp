// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/dataset_tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>

namespace regionet {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::string_view id_rule = "letters, digits, '.', '_' and '-'";

bool well_formed_id(std::string_view id) {
  return !id.empty() && std::ranges::all_of(id, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-';
  });
}

}  // namespace

TableColumns::TableColumns(TableContext& context, CsvReader& rows, std::string_view table, Names needed, Names optional)
    : context_(context), rows_(rows), table_(table) {
  if (rows.width() == 0) {
    complete_ = false;
    return;
  }
  for (const std::string_view name : needed) {
    if (rows.column(name) != CsvReader::npos) continue;
    complete_ = false;
    context.faults.add({.file = rows.file(),
                        .line = 1,
                        .what = fmt::format("column '{}' is missing", name),
                        .expected = fmt::format("the columns {}", fmt::join(needed, ", "))});
  }
  for (const std::string& name : rows.keys()) {
    const bool known = std::ranges::find(needed, name) != needed.end() ||
                       std::ranges::find(optional, name) != optional.end() ||
                       (table == "actors" && name.starts_with("name_"));
    if (known) continue;
    context.faults.add({.severity = Severity::warning,
                        .file = rows.file(),
                        .line = 1,
                        .what = fmt::format("column '{}' is not known and was not read", printable(name))});
  }
}

std::string_view TableColumns::cell(std::string_view id, std::string_view column) const {
  const std::size_t at = rows_.column(column);
  const std::string_view cell = at == CsvReader::npos ? std::string_view{} : rows_[at];
  if (context_.corrections.empty()) return cell;
  return context_.corrections.apply(table_, id, column, cell, context_.layer);
}

void TableColumns::fault(std::string_view column, std::string what, std::string expected, std::string mend) const {
  rows_.fault(rows_.column(column), std::move(what), std::move(expected), std::move(mend));
}

std::string_view TableColumns::id() const {
  const std::string_view id = rows_[rows_.column("id")];
  if (well_formed_id(id)) return id;
  fault("id", fmt::format("'{}' is no id", printable(id)), std::string(id_rule));
  return {};
}

void fault_unknown_word(const TableColumns& columns, std::string_view column, std::string_view cell, Names allowed) {
  const std::string_view near = nearest(cell, allowed);
  columns.fault(column, fmt::format("{} '{}' is not known", column, printable(cell)),
                fmt::format("one of {}", fmt::join(allowed, ", ")),
                near.empty() ? "" : fmt::format("did you mean '{}'?", near));
}

}  // namespace regionet

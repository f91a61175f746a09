// SPDX-License-Identifier: Apache-2.0
// The cells of a report as texts.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "engine/report/reports.hpp"
#include "tests/support/catch.hpp"

namespace regionet::test {

using Rows = std::vector<std::vector<std::string>>;

inline Rows texts(const Table& table) {
  Rows out;
  for (const auto& row : table.rows) {
    std::vector<std::string>& cells = out.emplace_back();
    for (const Cell& cell : row) cells.push_back(plain_text(cell));
  }
  return out;
}

inline std::vector<std::string> keys(const Table& table) {
  std::vector<std::string> out;
  for (const Column& column : table.columns) out.push_back(column.key);
  return out;
}

/// Columns of every row, in blocks one after the other.
inline Rows columns(const Report& report, const std::vector<std::string>& wanted) {
  Rows out;
  for (const Table& table : report.tables) {
    const auto names = keys(table);
    for (const auto& row : texts(table)) {
      auto& cells = out.emplace_back();
      for (const std::string& name : wanted) {
        const auto found = std::find(names.begin(), names.end(), name);
        REQUIRE(found != names.end());
        cells.push_back(row[static_cast<std::size_t>(found - names.begin())]);
      }
    }
  }
  return out;
}

inline RankOptions by(std::initializer_list<const char*> measures) {
  RankOptions options;
  for (const char* const typed : measures) options.by.push_back(parse_measure(typed));
  return options;
}

inline Report rank(const View& view, const RankOptions& options) { return rank_report(view, options, {}).report; }

}  // namespace regionet::test

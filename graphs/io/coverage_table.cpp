// SPDX-License-Identifier: Apache-2.0
// The tables about the sources as a whole: claims and coverage.
#include "graphs/io/dataset_tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>

namespace regionet {

void read_claims(TableContext& context, CsvReader& rows) {
  constexpr std::array<std::string_view, 4> needed{"id", "subject", "measure", "value"};
  constexpr std::array<std::string_view, 4> optional{"unit", "date", "source", "locator"};
  const TableColumns columns(context, rows, "claims", needed, optional);
  if (!columns.complete()) return;
  auto& claims = context.builder.claims;
  const std::size_t earlier = claims.size();
  while (rows.next()) {
    const std::string_view id = columns.id();
    if (id.empty()) continue;
    auto found = std::ranges::find(claims, id, &Claim::id);
    if (found != claims.end() && static_cast<std::size_t>(found - claims.begin()) >= earlier) {
      columns.fault("id", fmt::format("id '{}' stands twice", id), "", "rename one of them");
      continue;
    }
    if (found == claims.end()) found = claims.insert(claims.end(), Claim{.id = std::string(id)});
    const auto set = [&](std::string& target, std::string_view column) {
      const std::string_view cell = columns.cell(id, column);
      if (!cell.empty()) target = cell;
    };
    set(found->subject, "subject");
    set(found->measure, "measure");
    set(found->value, "value");
    set(found->unit, "unit");
    set(found->date, "date");
    set(found->source, "source");
    set(found->locator, "locator");
    if (!found->date.empty()) {
      try {
        static_cast<void>(parse_date(found->date));
      } catch (const DateError& fault) {
        columns.fault("date", fault.what(), std::string(date_expected), fault.mend());
      }
    }
    if (!found->source.empty() && !context.source_ids.find(found->source)) {
      columns.fault("source", fmt::format("source '{}' is not in sources.csv", printable(found->source)));
    }
  }
}

void read_coverage(TableContext& context, CsvReader& rows) {
  constexpr std::array<std::string_view, 4> needed{"source", "locator", "agreements", "reason"};
  const TableColumns columns(context, rows, "coverage", needed, {});
  if (!columns.complete()) return;
  while (rows.next()) {
    Coverage row{.source = std::string(columns.cell("", "source")),
                 .locator = std::string(columns.cell("", "locator")),
                 .agreements = std::string(columns.cell("", "agreements")),
                 .reason = std::string(columns.cell("", "reason")),
                 .line = rows.line()};
    if (!context.source_ids.find(row.source)) {
      columns.fault("source", fmt::format("source '{}' is not in sources.csv", printable(row.source)));
    }
    if (row.agreements.empty() && row.reason.empty()) {
      columns.fault("reason", "neither agreements nor a reason", "one of them");
    }
    context.builder.coverage.push_back(std::move(row));
  }
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/report/measure_agreement.hpp"

#include <functional>

#include "engine/statistics/kendall.hpp"
#include "engine/statistics/ranking.hpp"

namespace regionet {

std::vector<double> positions_of(const VertexScores& scores, std::span<const Vertex> vertices) {
  std::vector<std::optional<double>> values;
  values.reserve(vertices.size());
  for (const Vertex v : vertices) values.push_back(scores.values[v]);
  std::vector<double> positions(vertices.size(), static_cast<double>(vertices.size()));
  for (const RankedItem& item : competition_ranks(values, std::less<>(), scores.relative_error)) {
    if (item.rank != 0) positions[item.item] = item.rank;
  }
  return positions;
}

Table agreement_table(std::span<const MeasureRequest> measures, Language language) {
  Table table{.title = word(language, "kendall_tau_b"), .columns = columns_of(language, {"country", "measure"})};
  for (const MeasureRequest& request : measures) add_column(table, request.typed, word(language, request.typed));
  return table;
}

void append_agreement(Table& table, std::string_view country, std::span<const std::vector<double>> positions) {
  const std::size_t before = table.columns.size() - positions.size();
  for (std::size_t i = 0; i < positions.size(); ++i) {
    Cell measure(table.columns[before + i].key);
    measure.shown = table.columns[before + i].heading;
    std::vector<Cell> row{country, std::move(measure)};
    for (const std::vector<double>& other : positions) {
      row.emplace_back(kendall_tau_b(positions[i], other), "a measure does not tell these places apart");
    }
    table.rows.push_back(std::move(row));
  }
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>

#include "engine/report/reports.hpp"
#include "engine/report/tie_details.hpp"
#include "engine/statistics/ranking.hpp"

namespace regionet {
namespace {

bool shown(const View& view, const Tie& tie, ActorId country) {
  return country == no_actor || view.country(tie.a) == country || view.country(tie.b) == country;
}

std::string type_ids(const Network& network, const Tie& tie) {
  std::string out;
  for (const auto& [type, count] : tie.types) {
    if (!out.empty()) out += ';';
    out += network.types()[type].id;
  }
  return out;
}

}  // namespace

Report ties_report(const View& view, const TiesOptions& options) {
  const Network& network = view.network();
  std::vector<Tie> ties = ties_of(view);
  std::erase_if(ties, [&](const Tie& tie) { return !shown(view, tie, options.country); });
  const auto key = [&](const Tie& tie) {
    return std::tuple(-round_significant(view.strengths()[tie.arc], 12), -std::int64_t{view.arc_agreements(tie.arc)},
                      network.name(view.actor(tie.a)), network.name(view.actor(tie.b)), tie.a, tie.b);
  };
  std::ranges::sort(ties, std::less<>(), key);
  if (options.top != 0 && ties.size() > options.top) {
    // A tie in the numbers at the edge of the list stays whole.
    std::size_t end = options.top;
    while (end < ties.size() && std::get<0>(key(ties[end])) == std::get<0>(key(ties[options.top - 1]))) ++end;
    ties.resize(end);
  }

  Table table{.columns = columns_of(options.language, {"id_a", "name_a", "id_b", "name_b", "agreements", "types",
                                                       "first", "last", "strength"})};
  for (const Tie& tie : ties) {
    const ActorId a = view.actor(tie.a);
    const ActorId b = view.actor(tie.b);
    Cell types{type_ids(network, tie)};
    types.shown = titles_of(network, type_ids(network, tie), options.language);
    table.rows.push_back({network.id(a), name_of(network, a, options.language), network.id(b),
                          name_of(network, b, options.language), view.arc_agreements(tie.arc), std::move(types),
                          date_cell(tie.first, options.language), date_cell(tie.last, options.language),
                          view.strengths()[tie.arc]});
  }
  return {.tables = {std::move(table)}, .lines = reader_lines(view)};
}

Report matrix_report(const View& view, const TiesOptions& options) {
  const Network& network = view.network();
  std::vector<Vertex> rows;
  std::vector<Vertex> columns;
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    const bool first = options.country == no_actor ? view.first_side(v) : view.country(v) == options.country;
    if (!view.two_mode() || first) rows.push_back(v);
    if (!view.two_mode() || !first) columns.push_back(v);
  }

  Table table{.columns = columns_of(options.language, {"name"})};
  for (const Vertex v : columns) {
    const ActorId actor = view.actor(v);
    add_column(table, std::string(network.id(actor)), std::string(name_of(network, actor, options.language)));
  }
  add_column(table, "total", word(options.language, "total"));

  std::vector<double> below(columns.size(), 0);
  const auto finish = [&](std::vector<Cell> cells, const std::vector<double>& values) {
    double total = 0;
    for (const double value : values) {
      cells.emplace_back(value);
      total += value;
    }
    cells.emplace_back(total);
    table.rows.push_back(std::move(cells));
  };
  const GraphView graph = view.graph();
  for (const Vertex v : rows) {
    std::vector<double> values;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      // Both arcs of a loop: the diagonal of the matrix counts it twice, as strength does.
      const auto neighbours = graph.neighbours(v);
      const auto found = std::ranges::equal_range(neighbours, columns[i]);
      double value = 0;
      for (auto place = found.begin(); place != found.end(); ++place) {
        value += view.strengths()[graph.begin(v) + static_cast<Arc>(place - neighbours.begin())];
      }
      values.push_back(value);
      below[i] += values.back();
    }
    finish({name_of(network, view.actor(v), options.language)}, values);
  }
  finish({word(options.language, "total")}, below);
  return {.tables = {std::move(table)}, .lines = reader_lines(view)};
}

}  // namespace regionet

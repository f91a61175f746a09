// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>

#include "engine/measures/view_measures.hpp"
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

/// Sorts ties by a value of each, the largest first and those without one last, then by name; at the edge of `top` a
/// tie in the values stays whole.
void sort_ties(const View& view, std::vector<Tie>& ties, const std::vector<std::optional<double>>& values,
               std::size_t top) {
  const Network& network = view.network();
  const auto rounded = [&](const Tie& tie) {
    const std::optional<double> value = values[tie.arc];
    return std::pair(!value, value ? -round_significant(*value, 12) : 0);
  };
  const auto key = [&](const Tie& tie) {
    return std::tuple(rounded(tie), -std::int64_t{view.arc_agreements(tie.arc)}, network.name(view.actor(tie.a)),
                      network.name(view.actor(tie.b)), tie.a, tie.b);
  };
  std::ranges::sort(ties, std::less<>(), key);
  if (top == 0 || ties.size() <= top) return;
  std::size_t end = top;
  while (end < ties.size() && rounded(ties[end]) == rounded(ties[top - 1])) ++end;
  ties.resize(end);
}

}  // namespace

RankReport ties_report(const View& view, const TiesOptions& options, const RunContext& run) {
  const Network& network = view.network();
  RankReport out;
  ViewMeasures measures(view, run);
  std::vector<VertexScores> scores;
  for (const MeasureRequest& request : options.by) {
    scores.push_back(measures.compute(request));
    if (scores.back().outcome != Outcome::complete) out.outcome = scores.back().outcome;
  }
  std::vector<Tie> ties = ties_of(view);
  std::erase_if(ties, [&](const Tie& tie) { return !shown(view, tie, options.country); });
  sort_ties(view, ties, scores.front().values, options.top);

  Table table{.columns = columns_of(options.language,
                                    {"id_a", "name_a", "id_b", "name_b", "agreements", "types", "first", "last"})};
  for (const MeasureRequest& request : options.by)
    table.columns.push_back({request.typed, word(options.language, request.typed)});
  for (const Tie& tie : ties) {
    const ActorId a = view.actor(tie.a);
    const ActorId b = view.actor(tie.b);
    Cell types{type_ids(network, tie)};
    types.shown = titles_of(network, type_ids(network, tie), options.language);
    table.rows.push_back({network.id(a), name_of(network, a, options.language), network.id(b),
                          name_of(network, b, options.language), view.arc_agreements(tie.arc), std::move(types),
                          date_cell(tie.dates.first, options.language), date_cell(tie.dates.last, options.language)});
    for (const VertexScores& one : scores) table.rows.back().emplace_back(one.values[tie.arc], one.undefined);
  }
  out.report = {.tables = {std::move(table)}, .lines = reader_lines(view)};
  return out;
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

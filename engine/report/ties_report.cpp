// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>

#include "engine/report/reports.hpp"
#include "engine/statistics/ranking.hpp"

namespace regionet {
namespace {

struct Tie {
  Vertex a = 0;
  Vertex b = 0;
  Arc arc = 0;
  std::size_t arc_count = 1;
};

/// Each tie once: an undirected pair from its smaller vertex, a directed arc as it runs.
std::vector<Tie> ties_of(const View& view) {
  std::vector<Tie> ties;
  const GraphView graph = view.graph();
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      const Vertex to = graph.target(arc);
      if (!graph.facts().directed && to < v) continue;
      const bool second_of_loop = !ties.empty() && to == v && ties.back().a == v && ties.back().b == v;
      if (!second_of_loop) ties.push_back({v, to, arc});
    }
  }
  return ties;
}

bool shown(const View& view, const Tie& tie, ActorId country) {
  return country == no_actor || view.country(tie.a) == country || view.country(tie.b) == country;
}

/// What the agreements of a tie have in common: their types, and the earliest and the latest date cell.
struct TieDetail {
  std::string types;
  std::string_view first, last;
};

TieDetail detail_of(const View& view, const Tie& tie) {
  const Network& network = view.network();
  std::vector<bool> types(network.types().size(), false);
  std::optional<Day> earliest, latest;
  TieDetail detail;
  for (const AgreementId id : view.agreements(tie.a, tie.b)) {
    types[network.type(id)] = true;
    const Date* const date = network.date(id);
    if (date == nullptr) continue;
    const DayRange days = date->within(network.date_bounds());
    if (!earliest || days.first < *earliest) {
      earliest = days.first;
      detail.first = network.date_cell(id);
    }
    if (!latest || days.last > *latest) {
      latest = days.last;
      detail.last = network.date_cell(id);
    }
  }
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (!types[i]) continue;
    if (!detail.types.empty()) detail.types += ';';
    detail.types += network.types()[static_cast<Vocabulary::Id>(i)].id;
  }
  return detail;
}

}  // namespace

Report ties_report(const View& view, const TiesOptions& options) {
  const Network& network = view.network();
  std::vector<Tie> ties = ties_of(view);
  std::erase_if(ties, [&](const Tie& tie) { return !shown(view, tie, options.country); });
  const auto key = [&](const Tie& tie) {
    return std::tuple(-round_significant(view.strengths()[tie.arc], 12), -std::int64_t{view.arc_agreements()[tie.arc]},
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
    const TieDetail detail = detail_of(view, tie);
    Cell types{detail.types};
    types.shown = titles_of(network, detail.types, options.language);
    table.rows.push_back({network.id(a), name_of(network, a, options.language), network.id(b),
                          name_of(network, b, options.language), view.arc_agreements()[tie.arc], std::move(types),
                          date_cell(detail.first, options.language), date_cell(detail.last, options.language),
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
    table.columns.push_back(
        {std::string(network.id(view.actor(v))), std::string(name_of(network, view.actor(v), options.language))});
  }
  table.columns.push_back({"total", word(options.language, "total")});

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
      const auto neighbours = graph.neighbours(v);
      const auto found = std::ranges::lower_bound(neighbours, columns[i]);
      const bool tied = found != neighbours.end() && *found == columns[i];
      const Arc arc = graph.begin(v) + static_cast<Arc>(found - neighbours.begin());
      values.push_back(tied ? view.strengths()[arc] : 0);
      below[i] += values.back();
    }
    finish({name_of(network, view.actor(v), options.language)}, values);
  }
  finish({word(options.language, "total")}, below);
  return {.tables = {std::move(table)}, .lines = reader_lines(view)};
}

}  // namespace regionet

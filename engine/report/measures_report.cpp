// SPDX-License-Identifier: Apache-2.0
// What can be measured: every vertex measure, tie measure and figure, one row each, or one of them in full.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <stdexcept>

#include "engine/measures/figures.hpp"
#include "engine/report/reports.hpp"
#include "graphs/diagnostic.hpp"

namespace regionet {
namespace {

/// A table of measures: what they are of, and the command that takes them.
struct MeasureTable {
  std::string_view of;
  std::string_view command;
  std::vector<VertexMeasure> rows;
};

std::vector<VertexMeasure> figures_as_rows() {
  std::vector<VertexMeasure> out;
  for (const NetworkFigure& figure : network_figures()) {
    out.push_back({.name = figure.name,
                   .definition = figure.definition,
                   .cost = figure.on_request ? "computed where asked for by name"
                           : figure.slow     ? "left out of large networks unless named"
                                             : "",
                   .parameters = {figure.parameters.begin(), figure.parameters.end()}});
  }
  return out;
}

std::array<MeasureTable, 3> measure_tables() {
  const auto rows = [](std::span<const VertexMeasure> table) { return std::vector(table.begin(), table.end()); };
  return {{{"place", "rank", rows(vertex_measures())},
           {"tie", "ties", rows(tie_measures())},
           {"network", "summary", figures_as_rows()}}};
}

/// "at most 56 bytes a vertex, 6 an arc, 16 a vertex of each thread".
std::string memory(const MemoryNeed& need) {
  std::string out = fmt::format("at most {} bytes a vertex", need.vertex);
  const auto add = [&](std::uint64_t bytes, std::string_view of) {
    if (bytes > 0) out += fmt::format(", {} {}", bytes, of);
  };
  add(need.arc, "an arc");
  add(need.vertex_of_thread, "a vertex of each thread");
  add(need.vertex_pair, "a pair of vertices");
  return out;
}

/// What of a measure to type, with its parameters.
std::string usage(const MeasureTable& table, const VertexMeasure& measure) {
  std::string out = fmt::format("regionet {} --by {}", table.command, measure.name);
  for (const ParameterInfo& info : measure.parameters) out += fmt::format("[:{}=..]", info.name);
  return out;
}

}  // namespace

Report measures_report(Language language) {
  Table table{.columns = columns_of(language, {"name", "of", "definition", "needs", "cost", "source", "parameters"})};
  for (const MeasureTable& part : measure_tables()) {
    for (const VertexMeasure& measure : part.rows) {
      std::vector<std::string_view> parameters;
      for (const ParameterInfo& info : measure.parameters) parameters.push_back(info.name);
      table.rows.push_back({measure.name, part.of, measure.definition, measure.needs, measure.cost, measure.source,
                            fmt::format("{}", fmt::join(parameters, ";"))});
    }
  }
  return {.tables = {std::move(table)}};
}

Report describe_report(const std::string& name, Language language) {
  Table table{.columns = columns_of(language, {"field", "value"})};
  std::vector<std::string_view> names;
  const auto tables = measure_tables();
  for (const MeasureTable& part : tables) {
    for (const VertexMeasure& measure : part.rows) {
      names.push_back(measure.name);
      if (measure.name != name) continue;
      const auto add = [&](std::string_view field, std::string_view value) {
        if (!value.empty()) table.rows.push_back({field, value});
      };
      // A name that ties and places share has its fields of the second one behind those of the first.
      const std::string prefix = table.rows.empty() ? "" : fmt::format("{} ", part.of);
      add(prefix + "name", measure.name);
      add(prefix + "of", part.of);
      add(prefix + "definition", measure.definition);
      add(prefix + "needs", measure.needs);
      add(prefix + "cost", measure.cost);
      if (measure.compute != nullptr) add(prefix + "memory", memory(measure.memory));
      add(prefix + "source", measure.source);
      for (const ParameterInfo& info : measure.parameters)
        add(fmt::format("{}parameter {}", prefix, info.name), info.definition);
      add(prefix + "usage", usage(part, measure));
    }
  }
  if (!table.rows.empty()) return {.tables = {std::move(table)}, .is_object = true};
  const std::string_view near = nearest(name, names);
  throw std::invalid_argument(fmt::format("measure '{}' is not known; 'regionet list measures' has them all{}",
                                          printable(name),
                                          near.empty() ? "" : fmt::format("; did you mean '{}'?", near)));
}

}  // namespace regionet

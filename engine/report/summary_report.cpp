// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <stdexcept>

#include "engine/measures/figures.hpp"
#include "engine/measures/view_measures.hpp"
#include "engine/report/reports.hpp"
#include "graphs/diagnostic.hpp"

namespace regionet {
namespace {

const NetworkFigure& find_figure(const std::string& name) {
  const auto& table = network_figures();
  const auto found = std::ranges::find(table, name, &NetworkFigure::name);
  if (found != table.end()) return *found;
  std::vector<std::string_view> names;
  for (const NetworkFigure& figure : table) names.push_back(figure.name);
  const std::string_view near = nearest(name, names);
  throw std::invalid_argument(fmt::format("figure '{}' is not known; expected one of {}{}", printable(name),
                                          fmt::join(names, ", "),
                                          near.empty() ? "" : fmt::format("; did you mean '{}'?", near)));
}

std::string claims_line(const Network& network) {
  return fmt::format(
      "claims: what the sources say of the whole, beside what the {} agreements name; all {} claims: regionet list "
      "claims",
      network.agreement_count(), network.claims().size());
}

}  // namespace

Report summary_report(const View& view, std::span<const std::string> names, Language language, const RunContext& run) {
  std::vector<const NetworkFigure*> chosen;
  for (const std::string& name : names) chosen.push_back(&find_figure(name));
  if (names.empty()) {
    for (const NetworkFigure& figure : network_figures()) chosen.push_back(&figure);
  }
  Table table{.columns = columns_of(language, {"figure", "value", "definition"})};
  ViewMeasures measures(view, run);
  constexpr std::size_t large = 50'000;
  for (const NetworkFigure* const figure : chosen) {
    const bool left_out = figure->slow && names.empty() && view.vertex_count() > large;
    const Figure result = left_out ? Figure{std::nullopt, fmt::format("takes long; ask with --by {}", figure->name)}
                                   : figure->compute({view, run, measures.shared()});
    table.rows.push_back({figure->name, Cell(result.value, result.reason), figure->definition});
  }
  Report report{.tables = {std::move(table)}, .lines = reader_lines(view), .is_object = true};
  Table claims = names.empty() ? claims_table(view, true, language, run) : Table{};
  if (!claims.rows.empty()) {
    claims.title = word(language, "claims_of_sources");
    report.beside.push_back({"claims", std::move(claims)});
    report.lines.emplace_back(claims_line(view.network()));
  }
  return report;
}

}  // namespace regionet

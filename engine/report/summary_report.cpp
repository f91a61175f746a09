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

/// The figures asked for, or those that need not be asked for.
std::vector<FigureRequest> chosen_figures(std::span<const std::string> names) {
  std::vector<FigureRequest> out;
  for (const std::string& name : names) out.push_back(parse_figure(name));
  if (!names.empty()) return out;
  for (const NetworkFigure& figure : network_figures()) {
    if (!figure.on_request) out.push_back({.typed = std::string(figure.name), .figure = &figure, .parameters = {}});
  }
  return out;
}

std::string claims_line(const Network& network) {
  return fmt::format(
      "claims: what the sources say of the whole, beside what the {} agreements name; all {} claims: regionet list "
      "claims",
      network.agreement_count(), network.claims().size());
}

}  // namespace

Report summary_report(const View& view, std::span<const std::string> names, Language language, const RunContext& run) {
  Table table{.columns = columns_of(language, {"figure", "value", "definition"})};
  ViewMeasures measures(view, run);
  constexpr std::size_t large = 50'000;
  for (FigureRequest& request : chosen_figures(names)) {
    const NetworkFigure& figure = *request.figure;
    const bool left_out = figure.slow && names.empty() && view.vertex_count() > large;
    if (figure.nonnegative) refuse_negative(view, figure.name);
    const Figure result = left_out ? Figure{std::nullopt, fmt::format("takes long; ask with --by {}", figure.name)}
                                   : figure.compute({view, run, measures.shared(), std::move(request.parameters)});
    table.rows.push_back({request.typed, Cell(result.value, result.reason), figure.definition});
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

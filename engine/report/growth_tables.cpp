// SPDX-License-Identifier: Apache-2.0
#include "engine/report/growth_tables.hpp"

#include <fmt/format.h>
#include <cmath>

#include "engine/report/reports.hpp"
#include "engine/temporal/concentration.hpp"
#include "engine/temporal/structure_over_time.hpp"

namespace regionet {
namespace {

Cell end_cell(const std::optional<Interval>& interval, std::optional<double> Interval::*end, const std::string& why) {
  if (!interval) return Cell::undefined(why.empty() ? "the method gives no interval" : why);
  return {(*interval).*end, why.empty() ? "not bounded" : why};
}

Cell draws_cell(const std::optional<Spread>& spread, double Spread::*end) {
  return spread ? Cell((*spread).*end) : Cell::undefined("no draw of the dates defines it");
}

/// The label of the period that a quantile of numbers of periods falls into.
Cell period_cell(const std::optional<Spread>& spread, double Spread::*end, const Periods& periods) {
  if (!spread) return Cell::undefined("no draw of the dates has as many stretches");
  return {periods.label(static_cast<std::size_t>(std::lround((*spread).*end)))};
}

}  // namespace

SideTable newcomers_table(const GrowthCurves& curves, const Periods& periods, Language language) {
  Table table{
      .title = "First and repeated ties, and places that tie for the first time",
      .columns = columns_of(language, {"period", "first_ties_certain", "first_ties_expected", "first_ties_possible",
                                       "repeated_ties_certain", "repeated_ties_expected", "repeated_ties_possible",
                                       "new_actors_certain", "new_actors_expected", "new_actors_possible"})};
  for (std::size_t i = 0; i < periods.size(); ++i) {
    std::vector<Cell>& row = table.rows.emplace_back(std::vector<Cell>{periods.label(i)});
    for (const Band* const band : {&curves.ties, &curves.repeated, &curves.actors}) {
      row.insert(row.end(), {band->new_certain[i], band->new_expected[i], band->new_possible[i]});
    }
  }
  return {"newcomers", std::move(table)};
}

SideTable growth_figures_table(const GrowthFigures& figures, Language language) {
  Table table{
      .title = fmt::format("Figures, with 95 % intervals, and the middle 95 % of {} draw{} of the dates", figures.draws,
                           figures.draws == 1 ? "" : "s"),
      .columns = columns_of(language, {"figure", "value", "low", "high", "draws_low", "draws_high", "definition"})};
  for (const GrowthFigure& figure : figures.figures) {
    const Estimate& estimate = figure.estimate;
    table.rows.push_back({figure.name, Cell(estimate.value, estimate.reason),
                          end_cell(estimate.interval, &Interval::low, estimate.reason),
                          end_cell(estimate.interval, &Interval::high, estimate.reason),
                          draws_cell(figure.draws, &Spread::low), draws_cell(figure.draws, &Spread::high),
                          figure.definition});
  }
  return {"figures", std::move(table)};
}

SideTable stretches_table(const GrowthFigures& figures, const Periods& periods, Language language) {
  Table table{.title = fmt::format("Stretches of constant rate (a further one had to gain {:.3g} of the Poisson "
                                   "deviance; {} of {} draws of the dates have as many)",
                                   figures.penalty, figures.draws_alike, figures.draws),
              .columns = columns_of(language, {"start", "rate", "draws_low", "draws_high"})};
  for (const RateStretch& stretch : figures.stretches) {
    table.rows.push_back({periods.label(stretch.start), stretch.rate, period_cell(stretch.draws, &Spread::low, periods),
                          period_cell(stretch.draws, &Spread::high, periods)});
  }
  return {"stretches", std::move(table)};
}

SideTable kernel_table(const GrowthFigures& figures, Language language) {
  Table table{.title = "How likely a place with so many partners is to tie to another, beside one with the fewest",
              .columns = columns_of(language, {"degree", "kernel", "choices"})};
  for (const AttachmentPoint& point : figures.kernel) table.rows.push_back({point.degree, point.kernel, point.choices});
  return {"attachment", std::move(table)};
}

SideTable concentration_table(const History& history, const Periods& periods, Language language) {
  Table table{
      .title =
          fmt::format("Concentration of the expected ties of places (all: over the {} of the view)", history.vertices),
      .columns = columns_of(language, {"period", "places", "gini", "gini_all", "hhi", "hhi_inverse", "top5_share"})};
  const std::vector<ConcentrationPoint> points = concentration(history, periods);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const ConcentrationPoint& point = points[i];
    const std::string why = "no tie by then";
    const std::optional<double> inverse = point.hhi ? std::optional(1 / *point.hhi) : std::nullopt;
    table.rows.push_back({periods.label(i), point.places, Cell(point.gini, why), Cell(point.gini_all, why),
                          Cell(point.hhi, why), Cell(inverse, why), Cell(point.top_share, why)});
  }
  return {"concentration", std::move(table)};
}

SideTable structure_table(const History& history, const Periods& periods, Language language) {
  Table table{.title = "How the network hangs together at the end of each period, on certain and on possible ties",
              .columns = columns_of(language, {"period"})};
  for (const char* const which : {"certain", "possible"}) {
    for (const char* const figure : {"places", "ties", "components", "largest_share", "triangles", "transitivity"}) {
      const std::string key = fmt::format("{}_{}", figure, which);
      table.columns.push_back({key, word(language, key)});
    }
  }
  const auto certain = structure_over_time(history, periods, Certainly::certain);
  const auto possible = structure_over_time(history, periods, Certainly::possible);
  for (std::size_t i = 0; i < periods.size(); ++i) {
    std::vector<Cell>& row = table.rows.emplace_back(std::vector<Cell>{periods.label(i)});
    for (const StructurePoint& point : {certain[i], possible[i]}) {
      const std::optional<double> share =
          point.places > 0 ? std::optional(static_cast<double>(point.largest) / static_cast<double>(point.places))
                           : std::nullopt;
      row.insert(row.end(),
                 {point.places, point.ties, point.components, Cell(share, "no tie by then"),
                  Cell(std::size_t{point.triangles}), Cell(point.transitivity, "no place has two partners")});
    }
  }
  return {"structure", std::move(table)};
}

}  // namespace regionet

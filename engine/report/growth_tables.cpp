// SPDX-License-Identifier: Apache-2.0
#include "engine/report/growth_tables.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/report/reports.hpp"
#include "engine/temporal/community_drift.hpp"
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

constexpr std::array bounds{"certain", "expected", "possible"};

/// A column of a bound: its heading is put together from the two words.
Column bounded_column(Language language, std::string_view what, std::string_view bound) {
  const char* const form = language == Language::zh ? "{}（{}）" : "{}, {}";
  return {fmt::format("{}_{}", what, bound),
          fmt::format(fmt::runtime(form), word(language, what), word(language, bound))};
}

/// A figure with its interval and its range over the draws.
void add_figure(std::vector<Cell>& row, const Estimate& estimate, const std::optional<Spread>& draws) {
  row.insert(row.end(),
             {Cell(estimate.value, estimate.reason), end_cell(estimate.interval, &Interval::low, estimate.reason),
              end_cell(estimate.interval, &Interval::high, estimate.reason), draws_cell(draws, &Spread::low),
              draws_cell(draws, &Spread::high)});
}

/// The key of a word, shown in the language.
Cell word_cell(Language language, std::string_view key) {
  Cell out(key);
  out.shown = word(language, key);
  return out;
}

constexpr std::array<std::string_view, 4> level_keys{"actor", "city", "region", "country"};  // by Level

}  // namespace

SideTable newcomers_table(const GrowthCurves& curves, const Periods& periods, Language language) {
  Table table{.title = word(language, "newcomers_title"), .columns = columns_of(language, {"period"})};
  for (const char* const what : {"first_ties", "repeated_ties", "new_actors"}) {
    for (const char* const bound : bounds) table.columns.push_back(bounded_column(language, what, bound));
  }
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
      .title = fmt::format(fmt::runtime(word(language, "figures_title")), figures.draws),
      .columns = columns_of(language, {"figure", "value", "low", "high", "draws_low", "draws_high", "definition"})};
  for (const GrowthFigure& figure : figures.figures) {
    std::vector<Cell>& row = table.rows.emplace_back(std::vector<Cell>{word_cell(language, figure.name)});
    add_figure(row, figure.estimate, figure.draws);
    row.emplace_back(figure.definition);
  }
  return {"figures", std::move(table)};
}

SideTable densification_table(const GrowthFigures& figures, const Periods& periods, Language language) {
  Table table{
      .title = fmt::format(fmt::runtime(word(language, "windows_title")), densification_window),
      .columns = columns_of(language, {"from", "to", "densification", "low", "high", "draws_low", "draws_high"})};
  for (const WindowExponent& window : figures.windows) {
    std::vector<Cell>& row = table.rows.emplace_back(
        std::vector<Cell>{periods.label(window.begin), periods.label(window.begin + densification_window - 1)});
    add_figure(row, window.exponent, window.draws);
  }
  return {"densification", std::move(table)};
}

SideTable levels_table(std::span<const LevelFigures> levels, Language language) {
  Table table{.title = word(language, "levels_title"),
              .columns = columns_of(language, {"level", "figure", "value", "low", "high", "draws_low", "draws_high"})};
  for (const std::string_view name : {"densification", "attachment_exponent", "newcomer_share"}) {
    for (const LevelFigures& at : levels) {
      const auto found = std::ranges::find(at.figures.figures, name, &GrowthFigure::name);
      std::vector<Cell>& row = table.rows.emplace_back(std::vector<Cell>{
          word_cell(language, level_keys[static_cast<std::size_t>(at.level)]), word_cell(language, name)});
      add_figure(row, found->estimate, found->draws);
    }
  }
  return {"levels", std::move(table)};
}

SideTable stretches_table(const GrowthFigures& figures, const Periods& periods, Language language) {
  Table table{.title = fmt::format(fmt::runtime(word(language, "stretches_title")), figures.penalty,
                                   figures.draws_alike, figures.draws),
              .columns = columns_of(language, {"start", "rate", "draws_low", "draws_high"})};
  for (const RateStretch& stretch : figures.stretches) {
    table.rows.push_back({periods.label(stretch.start), stretch.rate, period_cell(stretch.draws, &Spread::low, periods),
                          period_cell(stretch.draws, &Spread::high, periods)});
  }
  return {"stretches", std::move(table)};
}

SideTable kernel_table(std::span<const LevelFigures> levels, Language language) {
  Table table{.title = word(language, "attachment_title"),
              .columns = columns_of(language, {"level", "degree", "kernel", "choices"})};
  for (const LevelFigures& at : levels) {
    for (const AttachmentPoint& point : at.figures.kernel) {
      table.rows.push_back({word_cell(language, level_keys[static_cast<std::size_t>(at.level)]), point.degree,
                            point.kernel, point.choices});
    }
  }
  return {"attachment", std::move(table)};
}

SideTable concentration_table(const History& history, const Periods& periods, Language language) {
  Table table{
      .title = fmt::format(fmt::runtime(word(language, "concentration_title")), history.vertices),
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
  Table table{.title = word(language, "structure_title"), .columns = columns_of(language, {"period"})};
  for (const char* const which : {"certain", "possible"}) {
    for (const char* const figure :
         {"places", "ties", "components", "largest_share", "triangles", "transitivity", "assortativity"}) {
      table.columns.push_back(bounded_column(language, figure, which));
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
      row.insert(row.end(), {point.places, point.ties, point.components, Cell(share, "no tie by then"),
                             Cell(std::size_t{point.triangles}), Cell(point.transitivity, "no place has two partners"),
                             Cell(point.assortativity, "all ends of ties have as many partners, or there is no tie")});
    }
  }
  return {"structure", std::move(table)};
}

SideTable drift_table(const History& history, const Periods& periods, const ObjectiveOptions& objective,
                      Language language, const RunContext& run) {
  const std::string_view objective_name = objective_names[static_cast<std::size_t>(objective.objective)];
  Table table{.title = fmt::format(fmt::runtime(word(language, "drift_title")), objective_name),
              .columns = columns_of(language, {"period"})};
  std::array<std::vector<DriftPoint>, 2> drift;
  for (const Certainly which : {Certainly::certain, Certainly::possible}) {
    for (const char* const figure : {"communities", "quality", "ami"}) {
      table.columns.push_back(bounded_column(language, figure, which == Certainly::certain ? "certain" : "possible"));
    }
    drift[static_cast<std::size_t>(which)] = community_drift(history, periods, which, {.objective = objective}, run);
  }
  for (std::size_t i = 0; i < periods.size(); ++i) {
    std::vector<Cell>& row = table.rows.emplace_back(std::vector<Cell>{periods.label(i)});
    for (const auto& points : drift) {
      row.insert(row.end(), {points[i].communities, Cell(points[i].quality, "no tie by then"),
                             Cell(points[i].ami, "no tie by the end of the period before")});
    }
  }
  return {"drift", std::move(table)};
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/report/growth_report.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <set>

#include "engine/measures/view_communities.hpp"
#include "engine/report/growth_tables.hpp"
#include "engine/report/reports.hpp"
#include "graphs/diagnostic.hpp"

namespace regionet {
namespace {

/// A curve of the report: what it is of, and what of the history counts.
struct Part {
  Cell name;  ///< empty: the whole
  Selection selection;
};

std::vector<Part> parts_by_type(const View& view, const History& history, Language language) {
  std::set<Vocabulary::Id> types;
  for (const AgreementId id : history.agreement) types.insert(view.network().type(id));
  std::vector<Part> parts;
  for (const Vocabulary::Id type : types) {
    parts.push_back({type_cell(view.network(), type, language), select_type(view, history, type)});
  }
  return parts;
}

std::vector<Part> parts_by_country(const View& view, const History& history, ActorId only, Language language) {
  std::set<std::pair<std::string_view, ActorId>> countries;
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    const ActorId country = view.country(v);
    if (country != no_actor && (only == no_actor || only == country)) {
      countries.emplace(code_of(view.network(), country), country);
    }
  }
  std::vector<Part> parts;
  for (const auto& [code, country] : countries) {
    Cell name(code.empty() ? view.network().id(country) : code);
    name.shown = name_of(view.network(), country, language);
    parts.push_back({std::move(name), select_country(view, history, country)});
  }
  return parts;
}

Table curve_table(const GrowthCurves& curves, const Periods& periods, const Part& part, const GrowthOptions& options) {
  Table table{
      .columns = columns_of(options.language, {"period", "new_certain", "new_expected", "new_possible", "certain",
                                               "expected", "possible", "ties_certain", "ties_expected", "ties_possible",
                                               "actors_certain", "actors_expected", "actors_possible"})};
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const Band& all = curves.agreements;
    table.rows.push_back({periods.label(i), all.new_certain[i], all.new_expected[i], all.new_possible[i],
                          all.certain[i], all.expected[i], all.possible[i], curves.ties.certain[i],
                          curves.ties.expected[i], curves.ties.possible[i], curves.actors.certain[i],
                          curves.actors.expected[i], curves.actors.possible[i]});
  }
  if (options.split) {
    const char* const key = *options.split == GrowthSplit::type ? "type" : "country";
    table.columns.insert(table.columns.begin() + 1, {key, word(options.language, key)});
    for (auto& row : table.rows) row.insert(row.begin() + 1, part.name);
  }
  return table;
}

/// The figures at the levels of actors and of regions, and at the view's own, which is there already. A plain graph has
/// no other.
std::vector<LevelFigures> figures_by_level(const View& view, const Periods& periods, const GrowthFigures& own,
                                           const GrowthOptions& options, const RunContext& run) {
  std::vector<LevelFigures> out;
  for (const Level level : {Level::actor, Level::city, Level::region, Level::country}) {
    if (level == view.level()) {
      out.push_back({level, own});
      continue;
    }
    if (view.network().plain() || (level != Level::actor && level != Level::region)) continue;
    ViewOptions as_seen = view.options();
    as_seen.level = level;
    const View other(view.network(), as_seen, run);
    const History history = history_of(other);
    if (history.size() == 0) continue;
    Selection selection;
    if (options.country != no_actor) selection = select_country(other, history, options.country);
    const GrowthCurves curves = growth_curves(history, periods, selection);
    out.push_back(
        {level, growth_figures(history, periods, curves, country_sides(other), selection, options.draws, run)});
  }
  return out;
}

void add_beside(Report& report, const View& view, const History& history, const Periods& periods,
                const GrowthCurves& curves, const Selection& selection, const GrowthOptions& options,
                const RunContext& run) {
  const Language language = options.language;
  const GrowthFigures figures =
      growth_figures(history, periods, curves, country_sides(view), selection, options.draws, run);
  const std::vector<LevelFigures> levels = figures_by_level(view, periods, figures, options, run);
  report.beside.push_back(newcomers_table(curves, periods, language));
  report.beside.push_back(growth_figures_table(figures, language));
  report.beside.push_back(densification_table(figures, periods, language));
  report.beside.push_back(stretches_table(figures, periods, language));
  report.beside.push_back(levels_table(levels, language));
  report.beside.push_back(kernel_table(levels, language));
  if (!selection.vertices.empty()) return;  // the others are of the whole view
  report.beside.push_back(concentration_table(history, periods, language));
  report.beside.push_back(structure_table(history, periods, language));
  report.beside.push_back(drift_table(history, periods, objective_of(view), language, run));
}

std::vector<std::string> growth_lines(const View& view, const History& history, const Periods& periods) {
  std::vector<std::string> lines = reader_lines(view);
  const DayRange bounds = view.network().date_bounds();
  lines.push_back(fmt::format(
      "{} of the agreements are dated; {} undated, in no period; {} with an open or unknown end, bounded by {} to {}",
      history.size(), history.undated, history.open_ended, iso_day(bounds.first), iso_day(bounds.last)));
  if (periods.size() == 1) {
    lines.push_back(fmt::format("all dates lie in one {}; a shorter period (--every) shows how the network grew",
                                period_words[static_cast<std::size_t>(periods.length())]));
  }
  return lines;
}

}  // namespace

History dated_history(const View& view) {
  History history = history_of(view);
  if (history.size() > 0) return history;
  throw InputError({.severity = Severity::error,
                    .what = fmt::format("no agreement of the view is dated ({} kept, {} undated)",
                                        view.account()[Fate::kept], history.undated),
                    .expected = "at least one dated agreement",
                    .mend = "widen the filters, or name the column of dates with --columns date=.."});
}

Selection select_type(const View& view, const History& history, Vocabulary::Id type) {
  Selection out;
  out.agreements.reserve(history.size());
  for (const AgreementId id : history.agreement) out.agreements.push_back(view.network().type(id) == type ? 1 : 0);
  return out;
}

Selection select_country(const View& view, const History& history, ActorId country) {
  Selection out;
  for (Vertex v = 0; v < view.vertex_count(); ++v) out.vertices.push_back(view.country(v) == country ? 1 : 0);
  for (std::size_t i = 0; i < history.size(); ++i) {
    const auto ties = history.ties_of(i);
    out.agreements.push_back(std::ranges::any_of(ties, [&](std::uint32_t tie) {
      return out.vertices[history.ends[tie].first] != 0 || out.vertices[history.ends[tie].second] != 0;
    }));
  }
  return out;
}

std::vector<std::uint32_t> country_sides(const View& view) {
  if (view.between() != Between::countries) return {};
  std::vector<std::uint32_t> sides;
  std::map<ActorId, std::uint32_t> numbers;
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    const auto number = static_cast<std::uint32_t>(numbers.size());
    sides.push_back(numbers.try_emplace(view.country(v), number).first->second);
  }
  return sides;
}

Report growth_report(const View& view, const GrowthOptions& options, const RunContext& run) {
  const History history = dated_history(view);
  const Periods periods = periods_of(history, options.every);
  std::vector<Part> parts(1);
  if (options.country != no_actor) parts.front().selection = select_country(view, history, options.country);
  if (options.split == GrowthSplit::type) parts = parts_by_type(view, history, options.language);
  if (options.split == GrowthSplit::country) {
    parts = parts_by_country(view, history, options.country, options.language);
  }

  Report report{.lines = growth_lines(view, history, periods)};
  for (const Part& part : parts) {
    const GrowthCurves curves = growth_curves(history, periods, part.selection);
    Table table = curve_table(curves, periods, part, options);
    table.title = part.name.empty() ? word(options.language, "curves_title") : part.name.shown;
    report.tables.push_back(std::move(table));
    if (!options.split) add_beside(report, view, history, periods, curves, part.selection, options, run);
  }
  return report;
}

}  // namespace regionet

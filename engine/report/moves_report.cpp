// SPDX-License-Identifier: Apache-2.0
#include "engine/report/moves_report.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <map>

#include "engine/measures/view_measures.hpp"
#include "engine/report/reports.hpp"
#include "engine/statistics/kendall.hpp"
#include "engine/statistics/rank_overlap.hpp"
#include "engine/statistics/ranking.hpp"
#include "engine/temporal/history.hpp"

namespace regionet {
namespace {

constexpr std::string_view not_there = "no tie in this window";

struct Standing {
  std::uint32_t rank = 0;
  double value = 0;
};

/// Where the places of one country stand in one window.
using Standings = std::map<ActorId, Standing>;

std::map<ActorId, Standings> standings_of(const View& view, const MeasureRequest& by, const RunContext& run) {
  const Network& network = view.network();
  const bool below_country = view.level() == Level::region || view.level() == Level::city;
  const VertexScores scores = ViewMeasures(view, run).compute(by);
  std::map<ActorId, std::vector<Vertex>> blocks;
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    const bool beside = below_country && network.kind(view.actor(v)) == Kind::country;
    if (!beside) blocks[view.country(v)].push_back(v);
  }
  std::map<ActorId, Standings> out;
  for (const auto& [country, vertices] : blocks) {
    std::vector<std::optional<double>> values;
    for (const Vertex v : vertices) values.push_back(scores.values[v]);
    const auto before = [](std::size_t a, std::size_t b) { return a < b; };
    for (const RankedItem& item : competition_ranks(values, before, scores.relative_error)) {
      if (item.rank > 0) out[country][view.actor(vertices[item.item])] = {item.rank, *values[item.item]};
    }
  }
  return out;
}

/// The standings of every window, by country.
struct Trajectories {
  std::map<ActorId, std::vector<Standings>> countries;

  Trajectories(const View& whole, std::span<const NamedWindow> windows, const MovesOptions& options,
               const RunContext& run) {
    for (std::size_t i = 0; i < windows.size(); ++i) {
      ViewOptions view_options = whole.options();
      view_options.from = windows[i].from;
      view_options.until = windows[i].until;
      const View view(whole.network(), view_options, run);
      for (auto& [country, standings] : standings_of(view, options.by, run)) {
        if (options.country != no_actor && options.country != country) continue;
        auto& rows = countries[country];
        rows.resize(windows.size());
        rows[i] = std::move(standings);
      }
    }
  }

  /// Countries by code, those without one last.
  [[nodiscard]] std::vector<ActorId> order(const Network& network) const {
    std::vector<ActorId> out;
    for (const auto& [country, rows] : countries) out.push_back(country);
    std::ranges::stable_sort(out, {}, [&](ActorId a) {
      return std::pair(a == no_actor, a == no_actor ? std::string_view{} : code_of(network, a));
    });
    return out;
  }
};

/// Places that stand in some window, by the rank in the last one that has them; the later the better.
std::vector<ActorId> places_of(const Network& network, const std::vector<Standings>& windows, std::size_t top) {
  std::map<ActorId, std::pair<std::size_t, std::uint32_t>> last;  // windows without it at the end, and its rank
  std::map<ActorId, std::uint32_t> best;
  for (std::size_t i = 0; i < windows.size(); ++i) {
    for (const auto& [actor, standing] : windows[i]) {
      last[actor] = {windows.size() - 1 - i, standing.rank};
      const auto found = best.try_emplace(actor, standing.rank).first;
      found->second = std::min(found->second, standing.rank);
    }
  }
  std::vector<ActorId> out;
  for (const auto& [actor, rank] : best) {
    if (top == 0 || rank <= top) out.push_back(actor);
  }
  std::ranges::stable_sort(
      out, {}, [&](ActorId actor) { return std::tuple(last[actor], network.name(actor), network.id(actor)); });
  return out;
}

std::vector<Cell> place_cells(const Network& network, ActorId actor, Language language) {
  const ActorId country = network.country(actor);
  return {network.id(actor), name_of(network, actor, language), code_of(network, actor),
          country == no_actor ? std::string_view{} : code_of(network, country)};
}

/// How far two windows agree, on the places of one country.
struct RankAgreement {
  std::size_t common = 0;
  std::optional<double> tau;
  std::optional<double> overlap;
};

RankAgreement agreement_of(const Standings& before, const Standings& after) {
  std::vector<double> a, b;
  std::vector<std::uint32_t> ranks_a, ranks_b;
  for (const auto& [actor, standing] : before) {
    const auto found = after.find(actor);
    ranks_a.push_back(standing.rank);
    ranks_b.push_back(found == after.end() ? 0 : found->second.rank);
    if (found == after.end()) continue;
    a.push_back(-static_cast<double>(standing.rank));
    b.push_back(-static_cast<double>(found->second.rank));
  }
  for (const auto& [actor, standing] : after) {
    if (before.count(actor) > 0) continue;
    ranks_a.push_back(0);
    ranks_b.push_back(standing.rank);
  }
  return {a.size(), kendall_tau_b(a, b), rank_biased_overlap(ranks_a, ranks_b)};
}

void add_agreement(std::vector<Cell>& row, const RankAgreement& agreement) {
  row.emplace_back(agreement.common);
  row.emplace_back(agreement.tau, "fewer than two places in both windows, or all of one rank");
  row.emplace_back(agreement.overlap, "a window without places");
}

std::string block_title(const Network& network, ActorId country, Language language) {
  return country == no_actor ? "" : std::string(name_of(network, country, language));
}

Cell country_cell(const Network& network, ActorId country) {
  return country == no_actor ? std::string_view{} : code_of(network, country);
}

SideTable agreements_table(const Network& network, const Trajectories& all, std::span<const NamedWindow> windows,
                           Language language) {
  Table table{.title = word(language, "agreement_title"),
              .columns = columns_of(language, {"country", "from", "to", "common", "tau_b", "overlap"})};
  for (const ActorId country : all.order(network)) {
    const auto& rows = all.countries.at(country);
    for (std::size_t i = 1; i < rows.size(); ++i) {
      std::vector<Cell> row{country_cell(network, country), windows[i - 1].label, windows[i].label};
      add_agreement(row, agreement_of(rows[i - 1], rows[i]));
      table.rows.push_back(std::move(row));
    }
  }
  return {"agreement", std::move(table)};
}

struct Move {
  ActorId actor = no_actor;
  std::size_t first = 0, last = 0;  // windows
  std::int64_t change = 0;          // places risen
};

/// The five largest moves of a country, and those equal to the last of them.
std::vector<Move> largest_moves(const Network& network, const std::vector<Standings>& windows) {
  std::map<ActorId, Move> moves;
  for (std::size_t i = 0; i < windows.size(); ++i) {
    for (const auto& [actor, standing] : windows[i]) {
      Move& move = moves.try_emplace(actor, Move{actor, i, i, 0}).first->second;
      move.last = i;
      move.change = std::int64_t{windows[move.first].at(actor).rank} - std::int64_t{standing.rank};
    }
  }
  std::vector<Move> out;
  for (const auto& [actor, move] : moves) {
    if (move.change != 0) out.push_back(move);
  }
  std::ranges::sort(out, {}, [&](const Move& move) {
    return std::tuple(-std::abs(move.change), -move.change, network.name(move.actor), network.id(move.actor));
  });
  constexpr std::size_t shown = 5;
  std::size_t count = std::min(shown, out.size());
  while (count > 0 && count < out.size() && std::abs(out[count].change) == std::abs(out[count - 1].change)) ++count;
  out.resize(count);
  return out;
}

SideTable movers_table(const Network& network, const Trajectories& all, std::span<const NamedWindow> windows,
                       Language language) {
  Table table{.title = word(language, "movers_title"),
              .columns = columns_of(language,
                                    {"id", "name", "code", "country", "from", "rank_from", "to", "rank_to", "risen"})};
  for (const ActorId country : all.order(network)) {
    const auto& rows = all.countries.at(country);
    for (const Move& move : largest_moves(network, rows)) {
      std::vector<Cell> row = place_cells(network, move.actor, language);
      row.insert(row.end(), {windows[move.first].label, rows[move.first].at(move.actor).rank, windows[move.last].label,
                             rows[move.last].at(move.actor).rank, move.change});
      table.rows.push_back(std::move(row));
    }
  }
  return {"movers", std::move(table)};
}

std::string_view state_of(std::uint32_t before, std::uint32_t after) {
  if (before == 0) return "new";
  if (after == 0) return "dropped";
  return after < before ? "risen" : after > before ? "fallen" : "same";
}

Cell rank_cell(const Standings& standings, ActorId actor) {
  const auto found = standings.find(actor);
  return found == standings.end() ? Cell::undefined(std::string(not_there)) : Cell(found->second.rank);
}

Cell value_cell(const Standings& standings, ActorId actor) {
  const auto found = standings.find(actor);
  return found == standings.end() ? Cell::undefined(std::string(not_there)) : Cell(found->second.value);
}

std::string window_text(const NamedWindow& window) {
  return fmt::format("{}: {} to {}", window.label, window.from ? iso_day(*window.from) : "the beginning",
                     window.until ? iso_day(*window.until) : "the end");
}

}  // namespace

std::vector<NamedWindow> windows_of(const View& view, PeriodLength every, std::optional<int> years) {
  const Periods periods = periods_of(history_of(view), every);
  std::vector<NamedWindow> out;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    NamedWindow window{periods.label(i), periods.days().first, periods[i].last};
    if (years) {
      const CalendarDay end = calendar_day(periods[i].last + 1);
      const unsigned last_day = days_in_month(end.year - *years, end.month);
      window.from = day_number({end.year - *years, end.month, std::min(end.day, last_day)});
      if (*window.from < periods.days().first) continue;
    }
    out.push_back(std::move(window));
  }
  if (out.empty()) {
    throw std::invalid_argument(fmt::format("a window of {} years is longer than the data, which run from {} to {}",
                                            years.value_or(0), iso_day(periods.days().first),
                                            iso_day(periods.days().last)));
  }
  return out;
}

Report moves_report(const View& whole, std::span<const NamedWindow> windows, const MovesOptions& options,
                    const RunContext& run) {
  const Network& network = whole.network();
  const Trajectories all(whole, windows, options, run);
  Report report;
  for (const ActorId country : all.order(network)) {
    const auto& rows = all.countries.at(country);
    Table table{.title = block_title(network, country, options.language),
                .columns = columns_of(options.language, {"id", "name", "code", "country"})};
    for (const NamedWindow& window : windows) table.columns.push_back({window.label, ""});
    for (const ActorId actor : places_of(network, rows, options.top)) {
      std::vector<Cell>& row = table.rows.emplace_back(place_cells(network, actor, options.language));
      for (const Standings& standings : rows) row.push_back(rank_cell(standings, actor));
    }
    report.tables.push_back(std::move(table));
  }
  report.beside.push_back(agreements_table(network, all, windows, options.language));
  report.beside.push_back(movers_table(network, all, windows, options.language));
  report.lines = reader_lines(whole);
  report.lines.push_back(fmt::format("ranks by {} in each window; the first is {}, the last {}", options.by.typed,
                                     window_text(windows.front()), window_text(windows.back())));
  return report;
}

Report compare_windows_report(const View& whole, const NamedWindow& before, const NamedWindow& after,
                              const MovesOptions& options, const RunContext& run) {
  const Network& network = whole.network();
  const std::vector<NamedWindow> windows{before, after};
  const Trajectories all(whole, windows, options, run);
  Report report;
  Table agreement{.title = word(options.language, "two_rankings_title"),
                  .columns = columns_of(options.language, {"country", "common", "tau_b", "overlap"})};
  for (const ActorId country : all.order(network)) {
    const auto& rows = all.countries.at(country);
    Table table{.title = block_title(network, country, options.language),
                .columns = columns_of(options.language, {"id", "name", "code", "country", "change", "rank_before",
                                                         "rank_after", "value_before", "value_after"})};
    for (const ActorId actor : places_of(network, rows, options.top)) {
      std::vector<Cell>& row = table.rows.emplace_back(place_cells(network, actor, options.language));
      const Cell ranks[] = {rank_cell(rows[0], actor), rank_cell(rows[1], actor)};
      const auto number = [&](std::size_t i) { return rows[i].count(actor) > 0 ? rows[i].at(actor).rank : 0U; };
      row.insert(row.end(), {state_of(number(0), number(1)), ranks[0], ranks[1], value_cell(rows[0], actor),
                             value_cell(rows[1], actor)});
    }
    report.tables.push_back(std::move(table));
    std::vector<Cell>& row = agreement.rows.emplace_back(std::vector<Cell>{country_cell(network, country)});
    add_agreement(row, agreement_of(rows[0], rows[1]));
  }
  report.beside.push_back({"agreement", std::move(agreement)});
  report.lines = reader_lines(whole);
  report.lines.push_back(
      fmt::format("by {}; before is {}, after {}", options.by.typed, window_text(before), window_text(after)));
  return report;
}

}  // namespace regionet

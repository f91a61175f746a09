// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>

#include "engine/measures/view_measures.hpp"
#include "engine/report/measure_agreement.hpp"
#include "engine/report/rank_split.hpp"
#include "engine/report/reports.hpp"
#include "engine/statistics/borda.hpp"
#include "engine/statistics/ranking.hpp"

namespace regionet {
namespace {

constexpr const char* beside_reason = "a country stands beside its regions";

class RankBuilder {
 public:
  RankBuilder(const View& view, const RankOptions& options, const RunContext& run)
      : view_(view), network_(view.network()), options_(options) {
    ViewMeasures measures(view, run);
    for (const MeasureRequest& request : options.by) {
      scores_.push_back(measures.compute(request));
      if (scores_.back().outcome != Outcome::complete) outcome_ = scores_.back().outcome;
    }
    if (options.split) split_ = split_agreements(view, *options.split);
    if (options.combined) agreement_ = agreement_table(options.by, options.language);
  }

  RankReport build() {
    RankReport out{.outcome = outcome_};
    for (const ActorId country : blocks()) {
      if (options_.country != no_actor && country != options_.country) continue;
      out.report.tables.push_back(block(country));
    }
    if (out.report.tables.empty()) out.report.tables.push_back({.columns = columns()});
    if (options_.combined) out.report.beside.push_back({"kendall_tau_b", std::move(agreement_)});
    out.report.lines = reader_lines(view_);
    for (const VertexScores& scores : scores_) {
      if (!scores.note.empty()) out.report.lines.push_back(scores.note);
    }
    return out;
  }

 private:
  /// The countries that have vertices, by code; `no_actor` for vertices without one, last.
  [[nodiscard]] std::vector<ActorId> blocks() const {
    std::vector<ActorId> countries;
    for (Vertex v = 0; v < view_.vertex_count(); ++v) {
      if (std::ranges::find(countries, view_.country(v)) == countries.end()) countries.push_back(view_.country(v));
    }
    std::ranges::sort(countries, [&](ActorId a, ActorId b) {
      if (a == no_actor || b == no_actor) return a != no_actor && b == no_actor;
      return std::pair(code_of(network_, a), network_.id(a)) < std::pair(code_of(network_, b), network_.id(b));
    });
    return countries;
  }

  [[nodiscard]] std::vector<Column> columns() const {
    std::vector<Column> out = columns_of(options_.language, {"rank", "id", "name", "code", "country", "agreements"});
    for (const MeasureRequest& request : options_.by)
      out.push_back({request.typed, word(options_.language, request.typed)});
    if (options_.combined) out.push_back({"borda", word(options_.language, "borda")});
    for (const std::string_view name : split_.classes) {
      // Of the classes only the kind `country` is called as a column that stands already.
      const bool taken = std::ranges::find(out, name, &Column::key) != out.end();
      const std::string_view split = split_name(*options_.split);
      out.push_back({taken ? fmt::format("{}:{}", split, name) : std::string(name), word(options_.language, name)});
    }
    return out;
  }

  /// Countries stand beside the regions or cities of theirs: listed, not ranked.
  [[nodiscard]] bool unranked(Vertex v) const {
    const bool below_country = view_.level() == Level::region || view_.level() == Level::city;
    return below_country && network_.kind(view_.actor(v)) == Kind::country;
  }

  /// What the vertices of a block are ranked by: one value each, and how far it is known.
  struct Ranking {
    std::vector<std::optional<double>> values;
    double relative_error = 0;
    std::vector<double> lower, upper;  // bounds, where only what they prove is to be ranked
  };

  [[nodiscard]] Ranking by_first_measure(std::span<const Vertex> ranked) const {
    const VertexScores& first = scores_.front();
    Ranking out{.relative_error = first.relative_error};
    for (const Vertex v : ranked) out.values.push_back(first.values[v]);
    if (first.lower.empty()) return out;
    for (const Vertex v : ranked) {
      out.lower.push_back(first.lower[v]);
      out.upper.push_back(first.upper[v]);
    }
    return out;
  }

  /// The items of a block in their order. Inside a rank by name.
  [[nodiscard]] std::vector<RankedItem> ranks_of(const Ranking& ranking, std::span<const Vertex> ranked) const {
    const auto before = [&](std::size_t a, std::size_t b) {
      const ActorId left = view_.actor(ranked[a]);
      const ActorId right = view_.actor(ranked[b]);
      return std::pair(network_.name(left), network_.id(left)) < std::pair(network_.name(right), network_.id(right));
    };
    if (!ranking.lower.empty()) return proven_ranks(ranking.lower, ranking.upper, before);
    return competition_ranks(ranking.values, before, ranking.relative_error);
  }

  /// By all measures together, and how far these agree.
  [[nodiscard]] Ranking combine(ActorId country, std::span<const Vertex> ranked) {
    std::vector<std::vector<double>> positions;
    for (const VertexScores& scores : scores_) positions.push_back(positions_of(scores, ranked));
    append_agreement(agreement_, country_code(country), positions);
    const std::vector<double> counts = borda(positions);
    Ranking out{.values = std::vector<std::optional<double>>(ranked.size())};
    std::ranges::copy(counts, out.values.begin());
    return out;
  }

  [[nodiscard]] std::string_view country_code(ActorId country) const {
    return country == no_actor ? std::string_view{} : code_of(network_, country);
  }

  [[nodiscard]] Table block(ActorId country) {
    std::vector<Vertex> ranked;
    std::vector<Vertex> beside;
    for (Vertex v = 0; v < view_.vertex_count(); ++v) {
      if (view_.country(v) == country) (unranked(v) ? beside : ranked).push_back(v);
    }
    const Ranking ranking = options_.combined ? combine(country, ranked) : by_first_measure(ranked);
    Table table{.title = country == no_actor ? "" : std::string(name_of(network_, country, options_.language)),
                .columns = columns()};
    for (const RankedItem& item : ranks_of(ranking, ranked)) {
      if (options_.top != 0 && (item.rank == 0 || item.rank > options_.top)) break;
      Cell rank = item.rank == 0 ? Cell::undefined(why_undefined()) : Cell(item.rank);
      if (item.tied) rank.shown = std::to_string(item.rank) + "=";
      table.rows.push_back(row(ranked[item.item], std::move(rank), Cell(ranking.values[item.item], why_undefined())));
    }
    if (options_.top == 0) {
      const Cell aside = Cell::undefined(beside_reason);
      for (const Vertex v : beside) table.rows.push_back(row(v, aside, aside));
    }
    return table;
  }

  [[nodiscard]] std::string why_undefined() const {
    return options_.combined ? "there is no other place to compare with" : scores_.front().undefined;
  }

  [[nodiscard]] std::vector<Cell> row(Vertex v, Cell rank, Cell combined) const {
    const ActorId actor = view_.actor(v);
    std::vector<Cell> cells{std::move(rank),
                            network_.id(actor),
                            name_of(network_, actor, options_.language),
                            code_of(network_, actor),
                            country_code(view_.country(v)),
                            view_.agreement_count(v)};
    for (const VertexScores& scores : scores_) cells.emplace_back(scores.values[v], scores.undefined);
    if (options_.combined) cells.push_back(std::move(combined));
    if (!split_.counts.empty()) {
      for (const std::int64_t count : split_.counts[v]) cells.emplace_back(count);
    }
    return cells;
  }

  const View& view_;
  const Network& network_;
  const RankOptions& options_;
  std::vector<VertexScores> scores_;
  Outcome outcome_ = Outcome::complete;
  SplitTable split_;
  Table agreement_;
};

}  // namespace

RankReport rank_report(const View& view, const RankOptions& options, const RunContext& run) {
  return RankBuilder(view, options, run).build();
}

}  // namespace regionet

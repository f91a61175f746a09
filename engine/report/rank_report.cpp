// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "engine/measures/view_measures.hpp"
#include "engine/report/reports.hpp"
#include "engine/statistics/ranking.hpp"

namespace regionet {
namespace {

constexpr std::array<std::string_view, 4> split_names{"type", "status", "signer", "kind"};

std::string_view signer_class(Kind kind) {
  switch (kind) {
    case Kind::country:
    case Kind::region:
    case Kind::municipality:
    case Kind::district:
    case Kind::ministry:
      return "authority";
    case Kind::city:
      return "city";
    case Kind::university:
    case Kind::institute:
      return "university";
    case Kind::company:
    case Kind::park:
      return "company";
    default:
      return "other";
  }
}

/// The class of an agreement for one of its vertices. Signer and kind look at the vertex's own side.
std::string_view class_of(const View& view, AgreementId id, Vertex v, Split split) {
  const Network& network = view.network();
  if (split == Split::type) return network.types()[network.type(id)].id;
  if (split == Split::status) return network.statuses()[network.status(id)].id;
  std::string_view found;
  for (const ActorId actor : network.participants(id)) {
    if (view.vertex(actor) != v) continue;
    const Kind kind = network.kind(actor);
    const std::string_view own = split == Split::kind ? to_string(kind) : signer_class(kind);
    if (!found.empty() && found != own) return "mixed";
    found = own;
  }
  return found;
}

/// Classes in their fixed order, those that do not occur left out.
struct SplitTable {
  std::vector<std::string_view> classes;
  std::vector<std::vector<std::int64_t>> counts;  // by vertex, then class
};

std::vector<std::string_view> all_classes(const Network& network, Split split) {
  if (split == Split::type) return network.types().ids();
  if (split == Split::status) return network.statuses().ids();
  if (split == Split::signer) return {"authority", "city", "university", "company", "other", "mixed"};
  const auto kinds = names_of<Kind>();
  std::vector<std::string_view> classes(kinds.begin(), kinds.end());
  classes.emplace_back("mixed");
  return classes;
}

SplitTable split_agreements(const View& view, Split split) {
  const std::vector<std::string_view> classes = all_classes(view.network(), split);
  std::vector<std::vector<std::int64_t>> counts(view.vertex_count(), std::vector<std::int64_t>(classes.size(), 0));
  std::vector<bool> used(classes.size(), false);
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    for (const AgreementId id : view.agreements(v)) {
      const auto found = std::ranges::find(classes, class_of(view, id, v, split));
      const auto column = static_cast<std::size_t>(found - classes.begin());
      ++counts[v][column];
      used[column] = true;
    }
  }
  SplitTable table;
  table.counts.resize(counts.size());
  for (std::size_t column = 0; column < classes.size(); ++column) {
    if (!used[column]) continue;
    table.classes.push_back(classes[column]);
    for (Vertex v = 0; v < counts.size(); ++v) table.counts[v].push_back(counts[v][column]);
  }
  return table;
}

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
  }

  RankReport build() {
    RankReport out{.outcome = outcome_};
    for (const ActorId country : blocks()) {
      if (options_.country != no_actor && country != options_.country) continue;
      out.report.tables.push_back(block(country));
    }
    if (out.report.tables.empty()) out.report.tables.push_back({.columns = columns()});
    out.report.lines = reader_lines(view_);
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
    for (const std::string_view name : split_.classes) {
      // Of the classes only the kind `country` is called as a column that stands already.
      const bool taken = std::ranges::find(out, name, &Column::key) != out.end();
      const std::string_view split = split_names[static_cast<std::size_t>(*options_.split)];
      out.push_back({taken ? fmt::format("{}:{}", split, name) : std::string(name), word(options_.language, name)});
    }
    return out;
  }

  /// Countries stand beside the regions or cities of theirs: listed, not ranked.
  [[nodiscard]] bool unranked(Vertex v) const {
    const bool below_country = view_.level() == Level::region || view_.level() == Level::city;
    return below_country && network_.kind(view_.actor(v)) == Kind::country;
  }

  [[nodiscard]] Table block(ActorId country) const {
    std::vector<Vertex> ranked;
    std::vector<Vertex> beside;
    for (Vertex v = 0; v < view_.vertex_count(); ++v) {
      if (view_.country(v) == country) (unranked(v) ? beside : ranked).push_back(v);
    }
    std::vector<std::optional<double>> values;
    for (const Vertex v : ranked) values.push_back(scores_.front().values[v]);
    const auto before = [&](std::size_t a, std::size_t b) {
      const ActorId left = view_.actor(ranked[a]);
      const ActorId right = view_.actor(ranked[b]);
      return std::pair(network_.name(left), network_.id(left)) < std::pair(network_.name(right), network_.id(right));
    };

    Table table{.title = country == no_actor ? "" : std::string(name_of(network_, country, options_.language)),
                .columns = columns()};
    for (const RankedItem& item : competition_ranks(values, before, scores_.front().relative_error)) {
      if (options_.top != 0 && (item.rank == 0 || item.rank > options_.top)) break;
      Cell rank = item.rank == 0 ? Cell::undefined(scores_.front().undefined) : Cell(item.rank);
      if (item.tied) rank.shown = std::to_string(item.rank) + "=";
      table.rows.push_back(row(ranked[item.item], std::move(rank)));
    }
    if (options_.top == 0) {
      for (const Vertex v : beside)
        table.rows.push_back(row(v, Cell::undefined("a country stands beside its regions")));
    }
    return table;
  }

  [[nodiscard]] std::vector<Cell> row(Vertex v, Cell rank) const {
    const ActorId actor = view_.actor(v);
    const ActorId country = view_.country(v);
    std::vector<Cell> cells{std::move(rank),
                            network_.id(actor),
                            name_of(network_, actor, options_.language),
                            code_of(network_, actor),
                            country == no_actor ? std::string_view{} : code_of(network_, country),
                            view_.agreement_count(v)};
    for (const VertexScores& scores : scores_) cells.emplace_back(scores.values[v], scores.undefined);
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
};

}  // namespace

RankReport rank_report(const View& view, const RankOptions& options, const RunContext& run) {
  return RankBuilder(view, options, run).build();
}

}  // namespace regionet

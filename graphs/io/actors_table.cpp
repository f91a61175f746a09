// SPDX-License-Identifier: Apache-2.0
// The tables that say who and where: sources and actors.
#include "graphs/io/dataset_tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>

#include "graphs/model/iso3166.hpp"

namespace regionet {
namespace {

/// Sets a number of an actor, within [low, high].
void read_number(const TableColumns& columns, std::string_view id, std::string_view column, double low, double high,
                 double& target) {
  const std::string_view cell = columns.cell(id, column);
  if (cell.empty()) return;
  const auto value = parse_number(cell);
  if (!value) {
    columns.fault(column, fmt::format("'{}' is no number", printable(cell)), "", number_mend(cell));
  } else if (*value < low || *value > high) {
    columns.fault(column, fmt::format("{} is out of range", cell), fmt::format("{} to {}", low, high));
  } else {
    target = *value;
  }
}

}  // namespace

void read_sources(TableContext& context, CsvReader& rows) {
  constexpr std::array<std::string_view, 2> needed{"id", "title"};
  constexpr std::array<std::string_view, 6> optional{"author", "year", "publisher", "isbn", "url", "licence"};
  const TableColumns columns(context, rows, "sources", needed, optional);
  if (!columns.complete()) return;
  std::vector<std::uint8_t> seen;
  while (rows.next()) {
    const std::string_view id = columns.id();
    if (id.empty()) continue;
    const TextId at = context.source_ids.intern(id);
    if (at == context.builder.sources.size()) context.builder.sources.push_back({.id = std::string(id)});
    seen.resize(context.builder.sources.size(), 0);
    if (seen[at]++ != 0) columns.fault("id", fmt::format("id '{}' stands twice", id), "", "rename one of them");
    Source& source = context.builder.sources[at];
    const auto set = [&](std::string& target, std::string_view column) {
      const std::string_view cell = columns.cell(id, column);
      if (!cell.empty()) target = cell;
    };
    set(source.title, "title");
    set(source.author, "author");
    set(source.year, "year");
    set(source.publisher, "publisher");
    set(source.isbn, "isbn");
    set(source.url, "url");
    set(source.licence, "licence");
  }
}

void read_actors(TableContext& context, CsvReader& rows) {
  constexpr std::array<std::string_view, 4> needed{"id", "name", "kind", "within"};
  constexpr std::array<std::string_view, 8> optional{
      "scope", "iso", "lat", "lon", "wikidata", "population", "population_year", "aliases"};
  const TableColumns columns(context, rows, "actors", needed, optional);
  if (!columns.complete()) return;
  NetworkBuilder& builder = context.builder;
  while (rows.next()) {
    const std::string_view id = columns.id();
    if (id.empty()) continue;
    const auto [actor, added] = builder.add_actor(id, columns.origin());
    if (!added && builder.origin_of_actor(actor).layer == context.layer) {
      columns.fault("id",
                    fmt::format("id '{}' stands twice (first in line {})", id, builder.origin_of_actor(actor).line), "",
                    "rename one of them, or remove the row");
      continue;
    }
    builder.origin_of_actor(actor) = columns.origin();
    NetworkBuilder::ActorRow& row = builder.actor(actor);
    const auto set = [&](TextId& target, std::string_view column) {
      const std::string_view cell = columns.cell(id, column);
      if (!cell.empty()) target = builder.text(cell);
    };
    set(row.name, "name");
    set(row.iso, "iso");
    set(row.wikidata, "wikidata");
    set(row.aliases, "aliases");
    read_word(columns, id, "kind", row.kind);
    read_word(columns, id, "scope", row.scope);
    read_number(columns, id, "lat", -90, 90, row.lat);
    read_number(columns, id, "lon", -180, 180, row.lon);
    read_number(columns, id, "population", 0, 1e10, row.population);
    read_number(columns, id, "population_year", 0, 9999, row.population_year);
    for (const std::string& name : rows.keys()) {
      if (!name.starts_with("name_")) continue;
      const std::string_view cell = columns.cell(id, name);
      if (!cell.empty()) builder.set_name(actor, std::string_view(name).substr(5), cell);
    }
    if (row.name == 0) columns.fault("name", fmt::format("actor '{}' has no name", id), "its English name");
    if (added && columns.cell(id, "kind").empty()) {
      columns.fault("kind", fmt::format("actor '{}' has no kind", id),
                    fmt::format("one of {}", fmt::join(names_of<Kind>(), ", ")));
    }
    const std::string_view iso = builder.text_of(row.iso);
    if (!iso.empty() && !iso3166_name(iso)) {
      columns.fault("iso", fmt::format("'{}' is no code of ISO 3166-1 or 3166-2", printable(iso)),
                    "a code such as BY or CN-GS");
    }
    const std::string_view parent = columns.cell(id, "within");
    if (!parent.empty()) {
      context.places.push_back({actor, std::string(parent), rows.place(rows.column("within"))});
    }
  }
}

void resolve_places(const TableContext& context, std::vector<PendingPlace>& places) {
  for (PendingPlace& pending : places) {
    const auto parent = context.builder.find_actor(pending.parent);
    if (parent) {
      context.builder.actor(pending.actor).within = *parent;
      continue;
    }
    pending.place.what = fmt::format("within '{}': there is no such actor", printable(pending.parent));
    pending.place.mend = "add the place to actors.csv, or mend the id";
    context.faults.add(std::move(pending.place));
  }
  places.clear();
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/dataset_tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>

#include "graphs/model/iso3166.hpp"

namespace regionet {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::string_view id_rule = "letters, digits, '.', '_' and '-'";

bool well_formed_id(std::string_view id) {
  return !id.empty() && std::ranges::all_of(id, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-';
  });
}

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

template <typename Enum>
void read_word(const TableColumns& columns, std::string_view id, std::string_view column, Enum& target) {
  const std::string_view cell = columns.cell(id, column);
  if (cell.empty()) return;
  if (const auto value = from_name<Enum>(cell)) {
    target = *value;
  } else {
    fault_unknown_word(columns, column, cell, names_of<Enum>());
  }
}

/// Finds agreement ids fast where a table runs in the order of agreements.csv.
class AgreementFinder {
 public:
  explicit AgreementFinder(const NetworkBuilder& builder) : builder_(builder) {}

  std::optional<AgreementId> find(std::string_view id) {
    if (last_ && id == builder_.agreement_id(*last_)) return last_;
    // Most tables run in step: the next agreement is a better guess than a look-up far away in memory.
    const AgreementId next = last_ ? *last_ + 1 : 0;
    const bool in_step = next < builder_.agreement_count() && id == builder_.agreement_id(next);
    last_ = in_step ? next : builder_.find_agreement(id);
    return last_;
  }

 private:
  const NetworkBuilder& builder_;
  std::optional<AgreementId> last_;
};

std::string row_id(std::initializer_list<std::string_view> parts) { return fmt::format("{}", fmt::join(parts, "/")); }

}  // namespace

TableColumns::TableColumns(TableContext& context, CsvReader& rows, std::string_view table, Names needed, Names optional)
    : context_(context), rows_(rows), table_(table) {
  if (rows.width() == 0) {
    complete_ = false;
    return;
  }
  for (const std::string_view name : needed) {
    if (rows.column(name) != CsvReader::npos) continue;
    complete_ = false;
    context.faults.add({.file = rows.file(),
                        .line = 1,
                        .what = fmt::format("column '{}' is missing", name),
                        .expected = fmt::format("the columns {}", fmt::join(needed, ", "))});
  }
  for (const std::string& name : rows.header()) {
    const bool known = std::ranges::find(needed, name) != needed.end() ||
                       std::ranges::find(optional, name) != optional.end() ||
                       (table == "actors" && name.starts_with("name_"));
    if (known) continue;
    context.faults.add({.severity = Severity::warning,
                        .file = rows.file(),
                        .line = 1,
                        .what = fmt::format("column '{}' is not known and was not read", printable(name))});
  }
}

std::string_view TableColumns::cell(std::string_view id, std::string_view column) const {
  const std::size_t at = rows_.column(column);
  const std::string_view cell = at == CsvReader::npos ? std::string_view{} : rows_[at];
  if (context_.corrections.empty()) return cell;
  return context_.corrections.apply(table_, id, column, cell, context_.faults);
}

void TableColumns::fault(std::string_view column, std::string what, std::string expected, std::string mend) const {
  rows_.fault(rows_.column(column), std::move(what), std::move(expected), std::move(mend));
}

std::string_view TableColumns::id() const {
  const std::string_view id = rows_[rows_.column("id")];
  if (well_formed_id(id)) return id;
  fault("id", fmt::format("'{}' is no id", printable(id)), std::string(id_rule));
  return {};
}

void fault_unknown_word(const TableColumns& columns, std::string_view column, std::string_view cell, Names allowed) {
  const std::string_view near = nearest(cell, allowed);
  columns.fault(column, fmt::format("{} '{}' is not known", column, printable(cell)),
                fmt::format("one of {}", fmt::join(allowed, ", ")),
                near.empty() ? "" : fmt::format("did you mean '{}'?", near));
}

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
    for (const std::string& name : rows.header()) {
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
      context.places.push_back({actor, std::string(parent), {.file = rows.file(), .line = rows.line()}});
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

void read_agreements(TableContext& context, CsvReader& rows) {
  constexpr std::array<std::string_view, 4> needed{"id", "type", "status", "date"};
  constexpr std::array<std::string_view, 3> optional{"until", "value_usd", "note"};
  const TableColumns columns(context, rows, "agreements", needed, optional);
  if (!columns.complete()) return;
  NetworkBuilder& builder = context.builder;

  const auto read_term = [&](std::string_view id, std::string_view column, const Vocabulary& terms, bool added,
                             auto set) {
    const std::string_view cell = columns.cell(id, column);
    if (cell.empty()) {
      if (added) columns.fault(column, fmt::format("agreement '{}' has no {}", id, column));
    } else if (const auto term = terms.find(cell)) {
      set(*term);
    } else {
      fault_unknown_word(columns, column, cell, terms.ids());
    }
  };
  const auto read_date = [&](std::string_view id, std::string_view column, auto set) {
    const std::string_view cell = columns.cell(id, column);
    if (cell.empty()) return;
    try {
      set(cell);
    } catch (const DateError& fault) {
      columns.fault(column, fault.what(), "", fault.mend());
    }
  };

  while (rows.next()) {
    const std::string_view id = columns.id();
    if (id.empty()) continue;
    const auto [agreement, added] = builder.add_agreement(id, columns.origin());
    if (!added && builder.origin_of_agreement(agreement).layer == context.layer) {
      columns.fault(
          "id", fmt::format("id '{}' stands twice (first in line {})", id, builder.origin_of_agreement(agreement).line),
          "", "rename one of them, or remove the row");
      continue;
    }
    builder.origin_of_agreement(agreement) = columns.origin();
    const AgreementId at = agreement;
    read_term(id, "type", builder.types, added, [&](Vocabulary::Id term) { builder.set_type(at, term); });
    read_term(id, "status", builder.statuses, added, [&](Vocabulary::Id term) { builder.set_status(at, term); });
    read_date(id, "date", [&](std::string_view cell) { builder.set_date(at, cell); });
    read_date(id, "until", [&](std::string_view cell) { builder.set_until(at, cell); });
    if (const std::string_view cell = columns.cell(id, "value_usd"); !cell.empty()) {
      const auto value = parse_number(cell);
      if (!value || *value < 0) {
        columns.fault("value_usd", fmt::format("'{}' is no amount", printable(cell)), "a number of dollars from 0",
                      value ? "" : number_mend(cell));
      } else {
        builder.set_value(at, *value);
      }
    }
    if (const std::string_view cell = columns.cell(id, "note"); !cell.empty()) builder.set_note(at, cell);
    builder.check_end(at, [&](std::string what) { columns.fault("until", std::move(what)); });
  }
}

void read_participants(TableContext& context, CsvReader& rows) {
  constexpr std::array<std::string_view, 2> needed{"agreement", "actor"};
  constexpr std::array<std::string_view, 1> optional{"role"};
  const TableColumns columns(context, rows, "participants", needed, optional);
  if (!columns.complete()) return;
  AgreementFinder agreements(context.builder);
  const std::size_t agreement_at = rows.column("agreement");
  const std::size_t actor_at = rows.column("actor");
  while (rows.next()) {
    const std::string_view agreement = rows[agreement_at];
    std::string_view actor = rows[actor_at];
    std::string_view role = columns.cell("", "role");
    if (!context.corrections.empty()) {
      const std::string id = row_id({agreement, actor});
      role = columns.cell(id, "role");
      actor = columns.cell(id, "actor");
      if (actor.empty()) continue;
    }
    const auto agreement_id = agreements.find(agreement);
    const auto actor_id = context.builder.find_actor(actor);
    if (!agreement_id) {
      columns.fault("agreement", fmt::format("agreement '{}' is not in agreements.csv", printable(agreement)));
    }
    if (!actor_id) {
      columns.fault("actor", fmt::format("actor '{}' is not in actors.csv", printable(actor)), "",
                    "add the actor, or mend the id");
    }
    if (agreement_id && actor_id) context.builder.add_participant(*agreement_id, *actor_id, role, columns.origin());
  }
}

void read_evidence(TableContext& context, CsvReader& rows) {
  constexpr std::array<std::string_view, 2> needed{"agreement", "source"};
  constexpr std::array<std::string_view, 2> optional{"locator", "certainty"};
  const TableColumns columns(context, rows, "evidence", needed, optional);
  if (!columns.complete()) return;
  AgreementFinder agreements(context.builder);
  while (rows.next()) {
    const std::string_view agreement = rows[rows.column("agreement")];
    std::string_view source = rows[rows.column("source")];
    std::string_view locator = columns.cell("", "locator");
    std::string id;
    if (!context.corrections.empty()) {
      id = row_id({agreement, source, locator});
      source = columns.cell(id, "source");
      locator = columns.cell(id, "locator");
      if (source.empty()) continue;
    }
    Evidence evidence{.locator = context.builder.text(locator)};
    read_word(columns, id, "certainty", evidence.certainty);
    const auto agreement_id = agreements.find(agreement);
    const auto source_id = context.source_ids.find(source);
    if (!agreement_id) {
      columns.fault("agreement", fmt::format("agreement '{}' is not in agreements.csv", printable(agreement)));
    }
    if (!source_id) columns.fault("source", fmt::format("source '{}' is not in sources.csv", printable(source)));
    if (!agreement_id || !source_id) continue;
    evidence.source = *source_id;
    context.builder.add_evidence(*agreement_id, evidence, columns.origin());
  }
}

void read_claims(TableContext& context, CsvReader& rows) {
  constexpr std::array<std::string_view, 4> needed{"id", "subject", "measure", "value"};
  constexpr std::array<std::string_view, 4> optional{"unit", "date", "source", "locator"};
  const TableColumns columns(context, rows, "claims", needed, optional);
  if (!columns.complete()) return;
  auto& claims = context.builder.claims;
  while (rows.next()) {
    const std::string_view id = columns.id();
    if (id.empty()) continue;
    auto found = std::ranges::find(claims, id, &Claim::id);
    if (found == claims.end()) found = claims.insert(claims.end(), Claim{.id = std::string(id)});
    const auto set = [&](std::string& target, std::string_view column) {
      const std::string_view cell = columns.cell(id, column);
      if (!cell.empty()) target = cell;
    };
    set(found->subject, "subject");
    set(found->measure, "measure");
    set(found->value, "value");
    set(found->unit, "unit");
    set(found->date, "date");
    set(found->source, "source");
    set(found->locator, "locator");
    if (!found->date.empty()) {
      try {
        static_cast<void>(parse_date(found->date));
      } catch (const DateError& fault) {
        columns.fault("date", fault.what(), "", fault.mend());
      }
    }
    if (!found->source.empty() && !context.source_ids.find(found->source)) {
      columns.fault("source", fmt::format("source '{}' is not in sources.csv", printable(found->source)));
    }
  }
}

void read_coverage(TableContext& context, CsvReader& rows) {
  constexpr std::array<std::string_view, 4> needed{"source", "locator", "agreements", "reason"};
  const TableColumns columns(context, rows, "coverage", needed, {});
  if (!columns.complete()) return;
  while (rows.next()) {
    Coverage row{.source = std::string(columns.cell("", "source")),
                 .locator = std::string(columns.cell("", "locator")),
                 .agreements = std::string(columns.cell("", "agreements")),
                 .reason = std::string(columns.cell("", "reason")),
                 .line = rows.line()};
    if (!context.source_ids.find(row.source)) {
      columns.fault("source", fmt::format("source '{}' is not in sources.csv", printable(row.source)));
    }
    if (row.agreements.empty() && row.reason.empty()) {
      columns.fault("reason", "neither agreements nor a reason", "one of them");
    }
    context.builder.coverage.push_back(std::move(row));
  }
}

}  // namespace regionet

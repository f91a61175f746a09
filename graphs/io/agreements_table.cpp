// SPDX-License-Identifier: Apache-2.0
// The tables that say what: agreements, their participants and their evidence.
#include "graphs/io/dataset_tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>

namespace regionet {
namespace {

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
      columns.fault(column, fault.what(), std::string(date_expected), fault.mend());
    }
  };

  builder.reserve_agreements(rows.lines_left());
  const bool id_first = rows.column("id") == 0;
  while (rows.next()) {
    if (id_first) builder.expect_agreement(rows.glimpse());
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
  context.builder.reserve_participants(rows.lines_left());
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
  const std::size_t agreement_at = rows.column("agreement");
  const std::size_t source_at = rows.column("source");
  context.builder.reserve_evidence(rows.lines_left());
  while (rows.next()) {
    const std::string_view agreement = rows[agreement_at];
    std::string_view source = rows[source_at];
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

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/report/reports.hpp"

namespace regionet {
namespace {

bool in_country(const Network& network, ActorId actor, ActorId country) {
  return country == no_actor || network.country(actor) == country;
}

/// Agreements that the view keeps and that have an actor of the country.
std::vector<AgreementId> kept_agreements(const View& view, ActorId country) {
  const Network& network = view.network();
  std::vector<AgreementId> out;
  for (AgreementId id = 0; id < network.agreement_count(); ++id) {
    const bool shown = std::ranges::any_of(network.participants(id),
                                           [&](ActorId actor) { return in_country(network, actor, country); });
    if (view.fate(id) == Fate::kept && shown) out.push_back(id);
  }
  return out;
}

Table actors_table(const View& view, ActorId country, Language language) {
  const Network& network = view.network();
  Table table{.columns = columns_of(language, {"id", "name", "kind", "scope", "within", "code", "country", "lat", "lon",
                                               "population", "agreements"})};
  for (ActorId id = 0; id < network.actor_count(); ++id) {
    const auto agreements = std::ranges::count_if(
        network.agreements_of(id), [&](AgreementId agreement) { return view.fate(agreement) == Fate::kept; });
    const bool shown = agreements > 0 || network.plain() || view.options().with_isolates;
    if (!shown || !in_country(network, id, country)) continue;
    const Actor actor = network.actor(id);
    const ActorId in = network.country(id);
    table.rows.push_back({actor.id, name_of(network, id, language), to_string(actor.kind), to_string(actor.scope),
                          actor.within == no_actor ? std::string_view{} : network.id(actor.within), actor.iso,
                          in == no_actor ? std::string_view{} : code_of(network, in), Cell(actor.lat, "not known"),
                          Cell(actor.lon, "not known"), Cell(actor.population, "not known"),
                          static_cast<std::int64_t>(agreements)});
  }
  return table;
}

Table agreements_table(const View& view, ActorId country, Language language) {
  const Network& network = view.network();
  Table table{.columns = columns_of(language, {"id", "type", "status", "date", "until", "value_usd", "actors",
                                               "actor_ids", "evidence", "note"})};
  for (const Attribute& attribute : network.attributes()) add_column(table, attribute.name, attribute.name);
  for (const AgreementId id : kept_agreements(view, country)) {
    const Agreement agreement = network.agreement(id);
    table.rows.push_back({agreement.id, type_cell(network, agreement.type, language),
                          status_cell(network, agreement.status, language), date_cell(agreement.date, language),
                          date_cell(agreement.until, language), Cell(agreement.value_usd, "not known"),
                          actor_names(network, id, language), actor_ids(network, id), evidence_text(network, id),
                          agreement.note});
    for (std::size_t i = 0; i < network.attributes().size(); ++i)
      table.rows.back().emplace_back(network.attribute(id, i));
  }
  return table;
}

Table sources_table(const View& view, ActorId country, Language language) {
  const Network& network = view.network();
  std::vector<std::int64_t> told(network.sources().size(), 0);
  for (const AgreementId id : kept_agreements(view, country)) {
    std::vector<SourceId> once;
    for (const Evidence& evidence : network.evidence(id)) {
      if (std::ranges::find(once, evidence.source) != once.end()) continue;
      once.push_back(evidence.source);
      ++told[evidence.source];
    }
  }
  Table table{.columns = columns_of(
                  language, {"id", "title", "author", "year", "publisher", "isbn", "url", "licence", "agreements"})};
  for (std::size_t i = 0; i < told.size(); ++i) {
    const Source& source = network.sources()[i];
    table.rows.push_back({source.id, source.title, source.author, source.year, source.publisher, source.isbn,
                          source.url, source.licence, told[i]});
  }
  return table;
}

Table types_table(const View& view, ActorId country, Language language) {
  const Network& network = view.network();
  std::vector<std::int64_t> counts(network.types().size(), 0);
  for (const AgreementId id : kept_agreements(view, country)) ++counts[network.type(id)];
  Table table{.columns = columns_of(language, {"id", "title", "group", "definition", "agreements"})};
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const Term& term = network.types()[static_cast<Vocabulary::Id>(i)];
    table.rows.push_back({term.id, language == Language::en ? term.title : word(language, term.id), term.group,
                          term.definition, counts[i]});
  }
  return table;
}

}  // namespace

Report list_report(const View& view, Listing listing, ActorId country, Language language, const RunContext& run) {
  if (listing == Listing::measures) return measures_report(language);
  if (listing == Listing::claims) {
    return {.tables = {claims_table(view, false, language, run)}, .lines = reader_lines(view)};
  }
  const auto table = listing == Listing::actors       ? actors_table
                     : listing == Listing::agreements ? agreements_table
                     : listing == Listing::sources    ? sources_table
                                                      : types_table;
  return {.tables = {table(view, country, language)}, .lines = reader_lines(view)};
}

}  // namespace regionet

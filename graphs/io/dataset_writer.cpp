// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/dataset_writer.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "graphs/io/csv.hpp"

namespace regionet {
namespace {

/// One table being written.
class Rows {
 public:
  explicit Rows(const std::vector<std::string>& header) {
    for (const std::string& name : header) cell(name);
    end();
  }
  Rows& cell(std::string_view text) {
    if (!first_) bytes_ += ',';
    first_ = false;
    append_csv_cell(bytes_, text);
    return *this;
  }
  Rows& cell(const std::optional<double>& number) { return cell(number ? fmt::format("{}", *number) : std::string()); }
  void end() {
    bytes_ += '\n';
    first_ = true;
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
  bool first_ = true;
};

std::string actors_table(const Network& network) {
  std::vector<std::string> header{"id", "name"};
  for (const std::string& language : network.languages()) header.push_back("name_" + language);
  for (const char* name :
       {"kind", "scope", "within", "iso", "lat", "lon", "wikidata", "population", "population_year", "aliases"}) {
    header.emplace_back(name);
  }
  Rows rows(header);
  for (ActorId id = 0; id < network.actor_count(); ++id) {
    const Actor actor = network.actor(id);
    rows.cell(actor.id).cell(actor.name);
    for (const std::string& language : network.languages()) rows.cell(network.name(id, language));
    rows.cell(to_string(actor.kind)).cell(to_string(actor.scope));
    rows.cell(actor.within == no_actor ? std::string_view{} : network.id(actor.within));
    rows.cell(actor.iso).cell(actor.lat).cell(actor.lon).cell(actor.wikidata);
    rows.cell(actor.population).cell(actor.population_year).cell(actor.aliases).end();
  }
  return rows.take();
}

std::string agreements_table(const Network& network) {
  Rows rows({"id", "type", "status", "date", "until", "value_usd", "note"});
  for (AgreementId id = 0; id < network.agreement_count(); ++id) {
    const Agreement agreement = network.agreement(id);
    rows.cell(agreement.id).cell(network.types()[agreement.type].id).cell(network.statuses()[agreement.status].id);
    rows.cell(agreement.date).cell(agreement.until).cell(agreement.value_usd).cell(agreement.note).end();
  }
  return rows.take();
}

std::string participants_table(const Network& network) {
  Rows rows({"agreement", "actor", "role"});
  for (AgreementId id = 0; id < network.agreement_count(); ++id) {
    const auto members = network.participants(id);
    for (std::size_t i = 0; i < members.size(); ++i) {
      rows.cell(network.agreement_id(id)).cell(network.id(members[i])).cell(network.role(id, i)).end();
    }
  }
  return rows.take();
}

std::string evidence_table(const Network& network) {
  Rows rows({"agreement", "source", "locator", "certainty"});
  for (AgreementId id = 0; id < network.agreement_count(); ++id) {
    for (const Evidence& evidence : network.evidence(id)) {
      rows.cell(network.agreement_id(id)).cell(network.sources()[evidence.source].id);
      rows.cell(network.text(evidence.locator)).cell(to_string(evidence.certainty)).end();
    }
  }
  return rows.take();
}

std::string sources_table(const Network& network) {
  Rows rows({"id", "title", "author", "year", "publisher", "isbn", "url", "licence"});
  for (const Source& source : network.sources()) {
    rows.cell(source.id).cell(source.title).cell(source.author).cell(source.year).cell(source.publisher);
    rows.cell(source.isbn).cell(source.url).cell(source.licence).end();
  }
  return rows.take();
}

std::string claims_table(const Network& network) {
  Rows rows({"id", "subject", "measure", "value", "unit", "date", "source", "locator"});
  for (const Claim& claim : network.claims()) {
    rows.cell(claim.id).cell(claim.subject).cell(claim.measure).cell(claim.value).cell(claim.unit);
    rows.cell(claim.date).cell(claim.source).cell(claim.locator).end();
  }
  return rows.take();
}

std::string coverage_table(const Network& network) {
  Rows rows({"source", "locator", "agreements", "reason"});
  for (const Coverage& row : network.coverage()) {
    rows.cell(row.source).cell(row.locator).cell(row.agreements).cell(row.reason).end();
  }
  return rows.take();
}

nlohmann::ordered_json terms(const Vocabulary& vocabulary) {
  nlohmann::ordered_json out = nlohmann::ordered_json::object();
  for (std::size_t i = 0; i < vocabulary.size(); ++i) {
    const Term& term = vocabulary[static_cast<Vocabulary::Id>(i)];
    out[term.id] = {{"title", term.title}, {"definition", term.definition}, {"group", term.group}};
  }
  return out;
}

nlohmann::ordered_json claim_measures(const NetworkInfo& info) {
  nlohmann::ordered_json out = nlohmann::ordered_json::object();
  for (const ClaimMeasure& measure : info.claim_measures) {
    nlohmann::ordered_json& json = out[measure.name];
    json = {{"title", measure.title},
            {"count", to_string(measure.count)},
            {"bound", to_string(measure.bound)},
            {"time", to_string(measure.time)}};
    if (!measure.types.empty()) json["types"] = measure.types;
    for (const Kind kind : measure.kinds) json["kinds"].push_back(to_string(kind));
  }
  return out;
}

std::string package(const Network& network, const std::vector<WrittenFile>& tables) {
  const NetworkInfo& info = network.info();
  nlohmann::ordered_json json{{"profile", "tabular-data-package"},
                              {"name", info.name},
                              {"title", info.title},
                              {"version", info.version},
                              {"description", info.description},
                              {"spatial", info.spatial_coverage}};
  if (!info.temporal_coverage.empty()) json["temporalCoverage"] = info.temporal_coverage;
  if (!info.citation.empty()) json["citation"] = info.citation;
  if (!info.licence.empty()) json["licenses"] = {{{"name", info.licence}}};
  json["contributors"] = nlohmann::ordered_json::array();
  for (const std::string& person : info.contributors) json["contributors"].push_back({{"title", person}});
  json["countries"] = info.countries;
  json["types"] = terms(network.types());
  json["statuses"] = terms(network.statuses());
  if (!info.claim_measures.empty()) json["claimMeasures"] = claim_measures(info);
  json["resources"] = nlohmann::ordered_json::array();
  for (const WrittenFile& table : tables) {
    json["resources"].push_back({{"name", table.name.substr(0, table.name.find('.'))},
                                 {"path", table.name},
                                 {"profile", "tabular-data-resource"},
                                 {"encoding", "utf-8"}});
  }
  return json.dump(2) + "\n";
}

}  // namespace

std::vector<WrittenFile> write_dataset(const Network& network) {
  if (network.plain()) throw std::invalid_argument("a plain graph has no tables of a dataset");
  std::vector<WrittenFile> files{{"actors.csv", actors_table(network)},
                                 {"agreements.csv", agreements_table(network)},
                                 {"participants.csv", participants_table(network)},
                                 {"evidence.csv", evidence_table(network)},
                                 {"sources.csv", sources_table(network)}};
  if (!network.claims().empty()) files.push_back({"claims.csv", claims_table(network)});
  if (!network.coverage().empty()) files.push_back({"coverage.csv", coverage_table(network)});
  files.push_back({"datapackage.json", package(network, files)});
  return files;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "graphs/model/network.hpp"

#include <algorithm>
#include <cmath>

namespace regionet {
namespace {

std::optional<double> known(double value) { return std::isnan(value) ? std::nullopt : std::optional<double>(value); }

}  // namespace

Actor Network::actor(ActorId id) const {
  const ActorRow& row = actors_[id];
  return {.id = actor_ids_[id],
          .name = texts_[row.name],
          .kind = row.kind,
          .scope = row.scope,
          .within = row.within,
          .iso = texts_[row.iso],
          .lat = known(row.lat),
          .lon = known(row.lon),
          .wikidata = texts_[row.wikidata],
          .population = known(row.population),
          .population_year = known(row.population_year),
          .aliases = texts_[row.aliases]};
}

std::optional<ActorId> Network::find_actor(std::string_view id) const { return actor_ids_.find(id); }

std::string_view Network::name(ActorId actor, std::string_view language) const {
  if (language == "en") return name(actor);
  const auto found = std::ranges::find(languages_, language);
  return found == languages_.end() ? std::string_view{}
                                   : texts_[names_[static_cast<std::size_t>(found - languages_.begin())][actor]];
}

Agreement Network::agreement(AgreementId id) const {
  return {.id = agreement_id(id),
          .type = types_[id],
          .status = statuses_[id],
          .date = texts_[date_texts_[dates_[id]]],
          .until = untils_.empty() ? std::string_view{} : texts_[date_texts_[untils_[id]]],
          .value_usd = value_usd(id),
          .note = notes_.empty() ? std::string_view{} : texts_[notes_[id]]};
}

std::string Network::agreement_id(AgreementId id) const {
  return plain_ ? std::to_string(lines_[id]) : std::string(agreement_ids_[id]);
}

std::optional<AgreementId> Network::find_agreement(std::string_view id) const { return agreement_ids_.find(id); }

std::optional<double> Network::value_usd(AgreementId id) const {
  return values_.empty() ? std::nullopt : known(values_[id]);
}

std::string_view Network::role(AgreementId agreement, std::size_t participant) const {
  return roles_.empty() ? std::string_view{} : texts_[roles_[participant_offsets_[agreement] + participant]];
}

std::span<const Evidence> Network::evidence(AgreementId id) const {
  if (evidence_offsets_.empty()) return {};
  return {evidence_.data() + evidence_offsets_[id], evidence_.data() + evidence_offsets_[id + 1]};
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "graphs/model/network.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numeric>

namespace regionet {
namespace {

std::optional<double> known(double value) { return std::isnan(value) ? std::nullopt : std::optional<double>(value); }

}  // namespace

struct Network::AgreementIndex {
  std::once_flag once;
  std::vector<std::uint64_t> offsets;
  std::vector<AgreementId> agreements;

  void build(const Network&);
};

Network::Network() : index_(std::make_shared<AgreementIndex>()) {}

Actor Network::actor(ActorId id) const {
  if (plain_) return {.id = labels_[id], .name = name(id)};
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

std::optional<ActorId> Network::find_actor(std::string_view id) const {
  return plain_ ? labels_.find(id) : actor_ids_.find(id);
}

std::string_view Network::name(ActorId actor) const {
  if (!plain_) return texts_[actors_[actor].name];
  const TextId label = plain_names_[actor];
  return label == 0 ? labels_[actor] : texts_[label];
}

std::string_view Network::name(ActorId actor, std::string_view language) const {
  if (language == "en") return name(actor);
  const auto found = std::ranges::find(languages_, language);
  return found == languages_.end() ? std::string_view{}
                                   : texts_[names_[static_cast<std::size_t>(found - languages_.begin())][actor]];
}

Agreement Network::agreement(AgreementId id) const {
  return {.id = agreement_id(id),
          .type = type(id),
          .status = status(id),
          .date = date_cell(id),
          .until = texts_[date_texts_[untils_[id]]],
          .value_usd = value_usd(id),
          .note = texts_[notes_[id]]};
}

std::string Network::agreement_id(AgreementId id) const {
  return plain_ ? std::to_string(line(id)) : std::string(agreement_ids_[id]);
}

std::optional<AgreementId> Network::find_agreement(std::string_view id) const { return agreement_ids_.find(id); }

std::optional<double> Network::value_usd(AgreementId id) const {
  return values_.empty() ? std::nullopt : known(values_[id]);
}

Network::Bytes Network::bytes() const {
  Bytes out;
  const auto add = [&](const auto& column) { out.columns += column.size() * sizeof(column[0]); };
  add(actors_), add(countries_), add(plain_names_), add(types_), add(statuses_), add(dates_), add(untils_),
      add(values_);
  add(notes_), add(weights_), add(lines_), add(participant_offsets_), add(participants_), add(roles_);
  add(evidence_offsets_), add(evidence_), add(date_values_), add(date_texts_);
  for (const auto& names : names_) add(names);
  for (const auto& column : columns_) add(column);
  for (const auto& column : actor_columns_) add(column);
  for (const StringTable* const table : {&texts_, &actor_ids_, &agreement_ids_}) {
    out.text += table->bytes().size() + table->starts().size_bytes();
  }
  out.text += labels_.bytes();
  return out;
}

std::uint64_t Network::line(AgreementId agreement) const {
  if (!plain_) return 0;
  return lines_.empty() ? std::uint64_t{first_line_} + agreement : lines_[agreement];
}

std::span<const AgreementId> Network::agreements_of(ActorId actor) const {
  std::call_once(index_->once, [this] { index_->build(*this); });
  return {index_->agreements.data() + index_->offsets[actor], index_->agreements.data() + index_->offsets[actor + 1]};
}

void Network::AgreementIndex::build(const Network& network) {
  const std::size_t actors = network.actor_count();
  const auto again = [](std::span<const ActorId> members, std::size_t i) {
    return std::ranges::find(members.first(i), members[i]) != members.first(i).end();  // a loop of a plain network
  };
  offsets.assign(actors + 1, 0);
  for (AgreementId id = 0; id < network.agreement_count(); ++id) {
    const auto members = network.participants(id);
    for (std::size_t i = 0; i < members.size(); ++i) offsets[members[i] + 1] += again(members, i) ? 0U : 1U;
  }
  std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
  agreements.resize(offsets.back());
  std::vector<std::uint64_t> next(offsets.begin(), offsets.end() - 1);
  for (AgreementId id = 0; id < network.agreement_count(); ++id) {
    const auto members = network.participants(id);
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (!again(members, i)) agreements[next[members[i]]++] = id;
    }
  }
}

std::string_view Network::role(AgreementId agreement, std::size_t participant) const {
  return roles_.empty() ? std::string_view{} : texts_[roles_[participant_offsets_[agreement] + participant]];
}

std::span<const Evidence> Network::evidence(AgreementId id) const {
  if (evidence_offsets_.empty()) return {};
  return {evidence_.data() + evidence_offsets_[id], evidence_.data() + evidence_offsets_[id + 1]};
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "graphs/model/network_builder.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace regionet {

NetworkBuilder::NetworkBuilder() {
  net_.texts_.intern("");
  net_.date_values_.emplace_back();
  net_.date_texts_.push_back(0);
}

std::pair<ActorId, bool> NetworkBuilder::add_actor(std::string_view id, Origin origin) {
  const ActorId actor = net_.actor_ids_.intern(id);
  if (actor < net_.actors_.size()) return {actor, false};
  net_.actors_.emplace_back();
  for (auto& column : net_.names_) column.push_back(0);
  actor_origins_.push_back(origin);
  return {actor, true};
}

void NetworkBuilder::set_name(ActorId actor, std::string_view language, std::string_view name) {
  auto& languages = net_.languages_;
  const auto found = std::ranges::find(languages, language);
  const auto column = static_cast<std::size_t>(found - languages.begin());
  if (found == languages.end()) {
    languages.emplace_back(language);
    net_.names_.emplace_back(net_.actors_.size(), 0);
  }
  net_.names_[column][actor] = text(name);
}

std::pair<AgreementId, bool> NetworkBuilder::add_agreement(std::string_view id, Origin origin) {
  const AgreementId agreement = net_.agreement_ids_.intern(id);
  if (agreement < net_.types_.size()) return {agreement, false};
  net_.types_.push_back(0);
  if (!net_.values_.empty()) net_.values_.push_back(Network::missing);
  agreement_origins_.push_back(origin);
  return {agreement, true};
}

void NetworkBuilder::set_value(AgreementId id, double usd) {
  if (net_.values_.empty()) net_.values_.assign(net_.types_.size(), Network::missing);
  net_.values_[id] = usd;
}

void NetworkBuilder::add_participant(AgreementId agreement, ActorId actor, std::string_view role, Origin origin) {
  participants_.push_back({agreement, actor, text(role), origin});
}

void NetworkBuilder::add_evidence(AgreementId agreement, Evidence evidence, Origin origin) {
  evidence_.push_back({agreement, evidence, origin});
}

void NetworkBuilder::reserve_agreements(std::size_t count) {
  count += net_.types_.size();
  constexpr std::size_t usual_id = 12;
  net_.agreement_ids_.reserve(count, count * usual_id);
  net_.types_.reserve(count);
  net_.statuses_.reserve(count);
  net_.dates_.reserve(count);
  agreement_origins_.reserve(count);
}

DateId NetworkBuilder::date(std::string_view edtf) {
  if (edtf.empty()) return 0;
  const TextId key = text(edtf);
  if (key >= date_of_text_.size()) date_of_text_.resize(std::max<std::size_t>(key + 1, 2 * date_of_text_.size()), 0);
  DateId& known = date_of_text_[key];
  if (known == 0) {
    net_.date_values_.push_back(parse_date(edtf));
    net_.date_texts_.push_back(key);
    known = static_cast<DateId>(net_.date_values_.size() - 1);
  }
  return known;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
// One agreement seen through a view: is it in, where do its actors stand, which pairs does it tie, what does it weigh.
#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "graphs/view/view.hpp"

namespace regionet {
namespace {

template <typename Wanted, typename Value>
bool holds(const std::vector<Wanted>& wanted, Value value) {
  return std::ranges::find(wanted, value) != wanted.end();
}

}  // namespace

void View::resolve_terms() {
  const Vocabulary& types = network_->types();
  type_wanted_.assign(types.size(), options_.types.empty() ? 1 : 0);
  for (const std::string& name : options_.types) {
    bool found = false;
    for (std::size_t i = 0; i < types.size(); ++i) {
      const Term& term = types[static_cast<Vocabulary::Id>(i)];
      if (term.id != name && (name.empty() || term.group != name)) continue;
      type_wanted_[i] = 1;
      found = true;
    }
    if (!found) throw std::invalid_argument(fmt::format("type '{}' is not known", name));
  }

  const Vocabulary& statuses = network_->statuses();
  status_wanted_.assign(statuses.size(), network_->plain() ? 1 : 0);
  if (options_.statuses.empty() && !network_->plain()) {
    for (const std::string_view name : default_statuses) status_wanted_[statuses.find(name).value()] = 1;
  }
  if (!options_.statuses.empty()) std::ranges::fill(status_wanted_, std::uint8_t{0});
  for (const std::string& name : options_.statuses) {
    const auto status = statuses.find(name);
    if (!status) throw std::invalid_argument(fmt::format("status '{}' is not known", name));
    status_wanted_[*status] = 1;
  }
}

Overlap View::overlap(AgreementId id) const {
  const Date* const date = network_->date(id);
  if (date == nullptr) return {.share = 1, .certain = false, .possible = false};
  const DayRange coverage = network_->date_bounds();
  Overlap all = signed_in(date->within(coverage), options_.from, options_.until);
  if (!options_.active_at) return all;
  const Date* const until = network_->until(id);
  const bool ended = network_->statuses()[network_->status(id)].id == "ended";
  const auto until_range = until == nullptr ? std::nullopt : std::optional<DayRange>(until->within(coverage));
  const Overlap force =
      in_force(date->within(coverage), until_range, until == nullptr && ended, *options_.active_at, coverage);
  return {all.share * force.share, all.certain && force.certain, all.possible && force.possible};
}

Fate View::filter(AgreementId id, Overlap& lies) const {
  if (!status_wanted_[network_->status(id)]) return Fate::status;
  if (!type_wanted_[network_->type(id)]) return Fate::type;
  const auto members = network_->participants(id);
  const auto of = [&](const std::vector<Kind>& kinds) {
    return [&](ActorId actor) { return holds(kinds, network_->kind(actor)); };
  };
  if (!options_.kinds.empty() && std::ranges::none_of(members, of(options_.kinds))) return Fate::kind;
  if (!options_.kinds_of_all.empty() && !std::ranges::all_of(members, of(options_.kinds_of_all))) return Fate::kind;
  if (!options_.evidence.empty() && std::ranges::none_of(network_->evidence(id), [&](const Evidence& evidence) {
        return holds(options_.evidence, evidence.certainty);
      })) {
    return Fate::evidence;
  }
  if (options_.weighting == Weighting::value && !network_->value_usd(id)) return Fate::no_value;

  lies = {.share = 1, .certain = true, .possible = true};
  if (!options_.has_window() && !options_.active_at) return Fate::kept;
  if (network_->date(id) == nullptr) return Fate::undated;
  lies = overlap(id);
  if (!lies.possible) return options_.active_at ? Fate::not_in_force : Fate::outside_window;
  if (options_.dates == DateMode::certain && !lies.certain) return Fate::not_certain;
  return Fate::kept;
}

Fate View::place(AgreementId id, std::vector<ActorId>& places) const {
  places.clear();
  Fate left_out = Fate::kept;
  for (const ActorId actor : network_->participants(id)) {
    const ActorId at = place_of(actor);
    if (at == no_actor) {
      if (left_out == Fate::kept) left_out = places_.reason[actor];
    } else if (!holds(places, at)) {
      places.push_back(at);
    }
  }
  if (places.size() < 2 && left_out != Fate::kept) return left_out;
  bool tied = false;
  for_each_pair(places, [&](std::size_t, std::size_t) { tied = true; });
  if (tied) return Fate::kept;
  const bool nowhere = std::ranges::any_of(places, [&](ActorId at) { return network_->country(at) == no_actor; });
  return nowhere ? Fate::no_country : Fate::wrong_pair;
}

bool View::passes(ActorId a, ActorId b) const {
  if (between_ == Between::all) return true;
  const ActorId country_a = network_->country(a);
  const ActorId country_b = network_->country(b);
  if (country_a == no_actor || country_b == no_actor) return false;
  return (country_a == country_b) == (between_ == Between::within);
}

double View::weigh(AgreementId id, std::size_t places, double share) const {
  const auto size = static_cast<double>(places);
  switch (options_.weighting) {
    case Weighting::count:
      return network_->weight(id) * share;
    case Weighting::fractional:
      return (places < 2 ? 1 : 1 / (size - 1)) * share;
    // Merged by adding logarithms: the probability that none of the agreements lies in the window.
    case Weighting::tie:
      return weigh_shares_ ? std::log1p(-share) : 1;
    case Weighting::value:
      return *network_->value_usd(id) / (places < 2 ? 1 : size * (size - 1) / 2) * share;
  }
  return 0;
}

double View::pair_weight(AgreementId id) const {
  std::vector<ActorId> places;
  place(id, places);
  const double share = weigh_shares_ ? overlap(id).share : 1;
  return options_.weighting == Weighting::tie ? share : weigh(id, places.size(), share);
}

bool View::touches(AgreementId id, ActorId place) const {
  return std::ranges::any_of(network_->participants(id), [&](ActorId actor) { return place_of(actor) == place; });
}

void View::pairs(AgreementId id, std::vector<std::pair<Vertex, Vertex>>& out) const {
  out.clear();
  if (fate(id) != Fate::kept) return;
  std::vector<ActorId> places;
  place(id, places);
  for_each_pair(places, [&](std::size_t i, std::size_t j) {
    std::pair ends(vertex_of(places[i]), vertex_of(places[j]));
    if (!network_->directed() && ends.second < ends.first) std::swap(ends.first, ends.second);
    out.push_back(ends);
  });
}

std::size_t View::partners(AgreementId id, Vertex v) const {
  std::vector<ActorId> places;
  place(id, places);
  const ActorId self = actors_[v];
  if (places.size() == 1) return places.front() == self ? 1 : 0;
  return static_cast<std::size_t>(
      std::ranges::count_if(places, [&](ActorId other) { return other != self && passes(self, other); }));
}

std::vector<AgreementId> View::agreements(Vertex v) const {
  std::vector<AgreementId> out;
  for (const ActorId member : members(v)) {
    for (const AgreementId id : network_->agreements_of(member)) {
      if (fate(id) == Fate::kept && partners(id, v) > 0) out.push_back(id);
    }
  }
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

std::vector<AgreementId> View::agreements(Vertex u, Vertex v) const {
  if (u == v) {
    std::vector<ActorId> places;
    std::vector<AgreementId> loops = agreements(u);
    std::erase_if(loops, [&](AgreementId id) { return place(id, places), places.size() != 1; });
    return loops;
  }
  if (!passes(actors_[u], actors_[v])) return {};
  std::vector<AgreementId> out = agreements(u);
  std::erase_if(out, [&](AgreementId id) { return !touches(id, actors_[v]); });
  return out;
}

}  // namespace regionet

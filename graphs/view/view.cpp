// SPDX-License-Identifier: Apache-2.0
#include "graphs/view/view.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

constexpr Vertex no_vertex = 0xFFFFFFFFU;
constexpr std::size_t block_size = 1U << 14U;

bool canonical_decimal(std::string_view id) {
  return !id.empty() && id.size() < 19 && (id.size() == 1 || id.front() != '0') &&
         std::ranges::all_of(id, [](char c) { return c >= '0' && c <= '9'; });
}

template <typename Wanted, typename Value>
bool holds(const std::vector<Wanted>& wanted, Value value) {
  return std::ranges::find(wanted, value) != wanted.end();
}

}  // namespace

/// What one block of agreements gives, before the vertices are numbered: ends are actors of the level.
struct View::Block {
  std::vector<WeightedPair> pairs;
  std::vector<ActorId> touched;  // each vertex of each kept agreement
  Account account;
};

View::View(const Network& network, ViewOptions options, const RunContext& run)
    : network_(&network),
      options_(std::move(options)),
      level_(options_.level.value_or(network.plain() ? Level::actor : Level::region)),
      weigh_shares_(options_.dates == DateMode::expected && (options_.has_window() || options_.active_at)) {
  if (network.plain() && options_.weighting != Weighting::count && options_.weighting != Weighting::tie) {
    throw std::invalid_argument("this weight needs a dataset; a plain graph has count (its weight column) and tie");
  }
  if (network.plain() && level_ != Level::actor) {
    throw std::invalid_argument("this level needs a dataset; a plain graph has actors only");
  }
  resolve_terms();
  places_ = roll_up(network, level_, options_.count_national);
  resolve_between();

  const std::size_t agreements = network.agreement_count();
  fates_.assign(agreements, Fate::kept);
  std::vector<Block> blocks((agreements + block_size - 1) / block_size);
  for_each_range(run, agreements, block_size, [&](std::size_t begin, std::size_t end) {
    scan(static_cast<AgreementId>(begin), static_cast<AgreementId>(end), blocks[begin / block_size]);
  });
  number_vertices(blocks);
  index_members();
  build(blocks);
}

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

void View::resolve_between() {
  bool any_country = false;
  for (const ActorId place : places_.place) {
    any_country = any_country || (place != no_actor && network_->country(place) != no_actor);
  }
  between_ = options_.between.value_or(any_country ? Between::countries : Between::all);
}

bool View::two_mode() const {
  if (network_->two_mode()) return true;
  if (between_ != Between::countries) return false;
  std::vector<ActorId> seen;
  for (const ActorId actor : actors_) {
    if (!holds(seen, network_->country(actor))) seen.push_back(network_->country(actor));
  }
  return seen.size() == 2 && !holds(seen, no_actor);
}

bool View::first_side(Vertex v) const {
  if (!network_->two_mode()) return country(v) == country(0);
  const auto rows = network_->agreements_of(actors_[v]);
  return !rows.empty() && network_->participants(rows.front())[0] == actors_[v];
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

/// The distinct places of an agreement; returns why there are too few, or `kept`.
Fate View::place(AgreementId id, std::vector<ActorId>& places) const {
  places.clear();
  Fate left_out = Fate::kept;
  for (const ActorId actor : network_->participants(id)) {
    const ActorId at = places_.place[actor];
    if (at == no_actor) {
      if (left_out == Fate::kept) left_out = places_.reason[actor];
    } else if (!holds(places, at)) {
      places.push_back(at);
    }
  }
  if (places.size() >= 2) return Fate::kept;
  return places.empty() || left_out != Fate::kept ? left_out : Fate::single_vertex;
}

bool View::passes(ActorId a, ActorId b) const {
  if (between_ == Between::all) return true;
  const ActorId country_a = network_->country(a);
  const ActorId country_b = network_->country(b);
  if (country_a == no_actor || country_b == no_actor) return false;
  return (country_a == country_b) == (between_ == Between::within);
}

/// Whether the agreement, were its date in the window, would give a pair.
bool View::ties_any(AgreementId id, std::vector<ActorId>& places) const {
  const Fate fate = place(id, places);
  if (fate == Fate::single_vertex) return between_ != Between::countries && passes(places[0], places[0]);
  if (fate != Fate::kept) return false;
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t j = i + 1; j < places.size(); ++j) {
      if (passes(places[i], places[j])) return true;
    }
  }
  return false;
}

double View::weigh(AgreementId id, std::size_t places, double share) const {
  const double size = static_cast<double>(places);
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

void View::scan(AgreementId begin, AgreementId end, Block& block) {
  std::vector<ActorId> places;
  std::vector<std::uint8_t> paired;
  for (AgreementId id = begin; id < end; ++id) {
    Overlap lies;
    Fate fate = filter(id, lies);
    const bool partly = lies.possible && !lies.certain;
    // Decided by the date mode alone: in another mode the agreement would be in, or out.
    if (partly && (fate == Fate::kept || fate == Fate::not_certain) && ties_any(id, places)) {
      ++block.account.partly_in_window;
    }
    if (fate == Fate::kept) fate = place(id, places);

    const bool loop = fate == Fate::single_vertex;
    if (fate == Fate::kept || loop) {
      const double weight = weigh(id, places.size(), weigh_shares_ ? lies.share : 1);
      const std::size_t before = block.pairs.size();
      paired.assign(places.size(), 0);
      const auto add = [&](std::size_t i, std::size_t j) {
        if (!passes(places[i], places[j]) || (loop && between_ == Between::countries)) return;
        const bool turn = !network_->directed() && places[j] < places[i];
        block.pairs.push_back({places[turn ? j : i], places[turn ? i : j], weight});
        paired[i] = paired[j] = 1;
      };
      if (loop) add(0, 0);
      for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = i + 1; j < places.size(); ++j) add(i, j);
      }
      const std::size_t possible = loop ? 1 : places.size() * (places.size() - 1) / 2;
      const std::size_t made = block.pairs.size() - before;
      if (made > 0) {
        fate = Fate::kept;
        block.account.pairs_dropped += possible - made;
        for (std::size_t i = 0; i < places.size(); ++i) {
          if (paired[i]) block.touched.push_back(places[i]);
        }
      } else {
        const bool nowhere = std::ranges::any_of(places, [&](ActorId at) { return network_->country(at) == no_actor; });
        fate = nowhere ? Fate::no_country : Fate::wrong_pair;
      }
    }
    fates_[id] = fate;
    ++block.account[fate];
    const Date* const date = network_->date(id);
    if (fate == Fate::kept && date != nullptr && !date->bounded()) ++block.account.open_ended;
  }
}

void View::number_vertices(std::vector<Block>& blocks) {
  std::vector<std::uint32_t> touches(network_->actor_count(), 0);
  for (const Block& block : blocks) {
    for (const ActorId actor : block.touched) ++touches[actor];
  }
  for (ActorId actor = 0; actor < touches.size(); ++actor) {
    const bool isolate = options_.with_isolates && stands_at(*network_, actor, level_);
    if (touches[actor] > 0 || network_->plain() || isolate) actors_.push_back(actor);
  }
  sort_canonically(*network_, actors_);
  vertex_of_.assign(network_->actor_count(), no_vertex);
  for (Vertex v = 0; v < actors_.size(); ++v) {
    vertex_of_[actors_[v]] = v;
    vertex_agreements_.push_back(touches[actors_[v]]);
  }
}

void View::index_members() {
  member_offsets_.assign(actors_.size() + 1, 0);
  for (const ActorId place : places_.place) {
    if (place != no_actor && vertex_of_[place] != no_vertex) ++member_offsets_[vertex_of_[place] + 1];
  }
  std::partial_sum(member_offsets_.begin(), member_offsets_.end(), member_offsets_.begin());
  members_.resize(member_offsets_.back());
  std::vector<std::uint64_t> next(member_offsets_.begin(), member_offsets_.end() - 1);
  for (ActorId actor = 0; actor < places_.place.size(); ++actor) {
    const ActorId place = places_.place[actor];
    if (place != no_actor && vertex_of_[place] != no_vertex) members_[next[vertex_of_[place]]++] = actor;
  }
}

void View::build(std::vector<Block>& blocks) {
  std::vector<WeightedPair> pairs;
  for (Block& block : blocks) {
    for (const WeightedPair& pair : block.pairs) {
      pairs.push_back({vertex_of_[pair.from], vertex_of_[pair.to], pair.weight});
    }
    for (std::size_t i = 0; i < fate_count; ++i) account_.agreements[i] += block.account.agreements[i];
    account_.partly_in_window += block.account.partly_in_window;
    account_.open_ended += block.account.open_ended;
    account_.pairs_dropped += block.account.pairs_dropped;
    block = {};
  }
  MergedGraph merged = build_merged(actors_.size(), pairs, network_->directed());
  graph_ = std::move(merged.graph);
  weights_ = std::move(merged.weights);
  counts_ = std::move(merged.counts);
  account_.merged = pairs.size() - graph_.view().edge_count();
  if (options_.weighting == Weighting::tie) {
    for (double& weight : weights_) weight = weigh_shares_ ? -std::expm1(weight) : 1;
  }
}

std::optional<Vertex> View::vertex(ActorId actor) const {
  const ActorId at = places_.place[actor];
  if (at == no_actor || vertex_of_[at] == no_vertex) return std::nullopt;
  return vertex_of_[at];
}

bool View::touches(AgreementId id, ActorId place) const {
  return std::ranges::any_of(network_->participants(id), [&](ActorId actor) { return places_.place[actor] == place; });
}

void View::pairs(AgreementId id, std::vector<std::pair<Vertex, Vertex>>& out) const {
  out.clear();
  if (fates_[id] != Fate::kept) return;
  std::vector<ActorId> places;
  place(id, places);
  if (places.size() == 1) out.emplace_back(vertex_of_[places[0]], vertex_of_[places[0]]);
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t j = i + 1; j < places.size(); ++j) {
      if (!passes(places[i], places[j])) continue;
      std::pair ends(vertex_of_[places[i]], vertex_of_[places[j]]);
      if (!network_->directed() && ends.second < ends.first) std::swap(ends.first, ends.second);
      out.push_back(ends);
    }
  }
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
      if (fates_[id] == Fate::kept && partners(id, v) > 0) out.push_back(id);
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

void sort_canonically(const Network& network, std::vector<ActorId>& actors) {
  const bool numbers = std::ranges::all_of(actors, [&](ActorId actor) { return canonical_decimal(network.id(actor)); });
  std::ranges::sort(actors, [&](ActorId a, ActorId b) {
    const std::string_view left = network.id(a);
    const std::string_view right = network.id(b);
    if (numbers && left.size() != right.size()) return left.size() < right.size();
    return left < right;
  });
}

}  // namespace regionet

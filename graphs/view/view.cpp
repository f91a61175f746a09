// SPDX-License-Identifier: Apache-2.0
#include "graphs/view/view.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <stdexcept>
#include <utility>

#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

constexpr Vertex no_vertex = 0xFFFFFFFFU;
constexpr std::size_t block_size = 1U << 14U;

template <typename Value>
Values<Value> held(Buffer<Value> buffer) {
  const std::span<const Value> rows = std::as_const(buffer).view();
  return {std::move(buffer).release(), rows};
}

}  // namespace

/// What one block of agreements gives, before the vertices are numbered: ends are actors of the level.
struct View::Block {
  std::vector<ActorId> ends;     // two a pair
  std::vector<double> weights;   // one a pair; empty where all are 1
  std::vector<ActorId> touched;  // each vertex of each kept agreement
  Account account;
  std::vector<std::uint8_t> paired;  // scratch: which places of an agreement stand in a pair
};

View::View(const Network& network, ViewOptions options, const RunContext& run)
    : network_(&network),
      options_(std::move(options)),
      level_(options_.level.value_or(network.plain() ? Level::actor : Level::region)),
      weigh_shares_(options_.dates == DateMode::expected && (options_.has_window() || options_.active_at)),
      unit_weights_(!weigh_shares_ && (options_.weighting == Weighting::tie ||
                                       (options_.weighting == Weighting::count && !network.has_weights()))) {
  if (network.plain() && options_.weighting != Weighting::count && options_.weighting != Weighting::tie) {
    throw std::invalid_argument("this weight needs a dataset; a plain graph has count (its weight column) and tie");
  }
  if (network.plain() && level_ != Level::actor) {
    throw std::invalid_argument("this level needs a dataset; a plain graph has actors only");
  }
  resolve_terms();
  if (!network.plain()) places_ = roll_up(network, level_, options_.count_national);
  resolve_between();

  const bool whole = keeps_all();
  std::vector<Block> blocks;
  if (!whole) {
    const std::size_t agreements = network.agreement_count();
    fates_.assign(agreements, Fate::kept);
    blocks.resize((agreements + block_size - 1) / block_size);
    for_each_range(run, agreements, block_size, [&](std::size_t begin, std::size_t end) {
      scan(static_cast<AgreementId>(begin), static_cast<AgreementId>(end), blocks[begin / block_size]);
    });
  }
  number_vertices(blocks, whole);
  index_members();
  whole ? build_whole(run) : build(blocks, run);
}

bool View::keeps_all() const {
  const auto all = [](const std::vector<std::uint8_t>& wanted) { return std::ranges::count(wanted, 0) == 0; };
  return network_->plain() && between_ == Between::all && all(type_wanted_) && all(status_wanted_) &&
         options_.kinds.empty() && options_.kinds_of_all.empty() && options_.evidence.empty() &&
         !options_.has_window() && !options_.active_at;
}

void View::resolve_between() {
  bool any_country = false;
  for (const ActorId place : places_.place) {  // a plain graph has none, and no countries
    any_country = any_country || (place != no_actor && network_->country(place) != no_actor);
  }
  between_ = options_.between.value_or(any_country ? Between::countries : Between::all);
}

bool View::two_mode() const {
  if (network_->two_mode()) return true;
  if (between_ != Between::countries) return false;
  std::set<ActorId> countries;
  for (const ActorId actor : actors_) countries.insert(network_->country(actor));
  return countries.size() == 2 && !countries.contains(no_actor);
}

bool View::first_side(Vertex v) const {
  if (!network_->two_mode()) return country(v) == country(0);
  const auto rows = network_->agreements_of(actors_[v]);
  return !rows.empty() && network_->participants(rows.front())[0] == actors_[v];
}

void View::scan(AgreementId begin, AgreementId end, Block& block) {
  std::vector<ActorId> places;
  for (AgreementId id = begin; id < end; ++id) {
    Overlap lies;
    Fate fate = filter(id, lies);
    // In another date mode the agreement would be in, or out.
    const bool by_mode = lies.possible && !lies.certain && (fate == Fate::kept || fate == Fate::not_certain);
    if (fate == Fate::kept || by_mode) {
      const Fate placed = place(id, places);
      if (by_mode && placed == Fate::kept) ++block.account.partly_in_window;
      if (fate == Fate::kept) fate = placed;
    }
    if (fate == Fate::kept) add_pairs(id, places, lies.share, block);
    fates_[id] = fate;
    ++block.account[fate];
    const Date* const date = network_->date(id);
    if (fate == Fate::kept && date != nullptr && !date->bounded()) ++block.account.open_ended;
  }
}

void View::add_pairs(AgreementId id, const std::vector<ActorId>& places, double share, Block& block) const {
  const double weight = weigh(id, places.size(), weigh_shares_ ? share : 1);
  std::size_t made = 0;
  block.paired.assign(places.size(), 0);
  for_each_pair(places, [&](std::size_t i, std::size_t j) {
    const bool turn = !network_->directed() && places[j] < places[i];
    block.ends.push_back(places[turn ? j : i]);
    block.ends.push_back(places[turn ? i : j]);
    if (!unit_weights_) block.weights.push_back(weight);
    ++made;
    block.paired[i] = block.paired[j] = 1;
  });
  const std::size_t possible = places.size() == 1 ? 1 : places.size() * (places.size() - 1) / 2;
  block.account.pairs_dropped += possible - made;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (block.paired[i]) block.touched.push_back(places[i]);
  }
}

void View::number_vertices(std::vector<Block>& blocks, bool whole) {
  std::vector<std::uint32_t> touches(network_->actor_count(), 0);
  for (const Block& block : blocks) {
    for (const ActorId actor : block.touched) ++touches[actor];
  }
  if (whole) {
    for (AgreementId id = 0; id < network_->agreement_count(); ++id) {
      const auto ends = network_->participants(id);
      ++touches[ends[0]];
      if (ends[1] != ends[0]) ++touches[ends[1]];
    }
  }
  if (network_->plain()) {  // numbered canonically, and every actor is a vertex
    actors_.resize(touches.size());
    std::iota(actors_.begin(), actors_.end(), ActorId{0});
    vertex_agreements_ = std::move(touches);
    return;
  }
  for (ActorId actor = 0; actor < touches.size(); ++actor) {
    const bool isolate = options_.with_isolates && stands_at(*network_, actor, level_);
    if (touches[actor] > 0 || isolate) actors_.push_back(actor);
  }
  sort_canonically(*network_, actors_);
  vertex_of_.assign(network_->actor_count(), no_vertex);
  for (Vertex v = 0; v < actors_.size(); ++v) {
    vertex_of_[actors_[v]] = v;
    vertex_agreements_.push_back(touches[actors_[v]]);
  }
}

void View::index_members() {
  if (network_->plain()) return;
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

void View::build_whole(const RunContext& run) {
  account_[Fate::kept] = network_->agreement_count();
  for (AgreementId id = 0; network_->has_dates() && id < network_->agreement_count(); ++id) {
    const Date* const date = network_->date(id);
    if (date != nullptr && !date->bounded()) ++account_.open_ended;
  }
  if (const StoredGraph* const stored = network_->stored_graph();
      stored != nullptr && options_.weighting == Weighting::count) {
    return look_at(*stored);
  }
  take(build_graph(actors_.size(), {network_->ends(), unit_weights_ ? std::span<const double>{} : network_->weights()},
                   {.directed = network_->directed()}, run),
       network_->agreement_count());
}

void View::build(std::vector<Block>& blocks, const RunContext& run) {
  std::vector<Vertex> ends;
  std::vector<double> weights;
  for (Block& block : blocks) {
    for (const ActorId end : block.ends) ends.push_back(vertex_of(end));
    weights.insert(weights.end(), block.weights.begin(), block.weights.end());
    for (std::size_t i = 0; i < fate_count; ++i) account_.agreements[i] += block.account.agreements[i];
    account_.partly_in_window += block.account.partly_in_window;
    account_.open_ended += block.account.open_ended;
    account_.pairs_dropped += block.account.pairs_dropped;
    block = {};
  }
  take(build_graph(actors_.size(), {ends, weights}, {.directed = network_->directed()}, run), ends.size() / 2);
}

void View::take(BuiltGraph built, std::size_t pairs) {
  graph_ = std::move(built.graph);
  counts_ = std::move(built.counts);
  account_.merged = pairs - graph_.view().edge_count();
  if (options_.weighting == Weighting::tie) {
    if (!weigh_shares_) built.weights = {};
    for (double& weight : built.weights) weight = -std::expm1(weight);
  }
  weights_ = held(std::move(built.weights));
}

void View::look_at(const StoredGraph& stored) {
  const Facts facts{.directed = network_->directed(), .symmetric = stored.symmetric, .has_loops = stored.loops};
  graph_ = Graph(nullptr, GraphView(stored.offsets, stored.targets, facts));
  weights_ = Values<double>(nullptr, stored.weights);
  mapped_counts_ = stored.counts;
  account_.merged = network_->agreement_count() - graph_.view().edge_count();
}

std::optional<Vertex> View::vertex(ActorId actor) const {
  const ActorId at = place_of(actor);
  if (at == no_actor || vertex_of(at) == no_vertex) return std::nullopt;
  return vertex_of(at);
}

void sort_canonically(const Network& network, std::vector<ActorId>& actors) {
  const bool decimal =
      std::ranges::all_of(actors, [&](ActorId actor) { return is_canonical_decimal(network.id(actor)); });
  std::ranges::sort(actors,
                    [&](ActorId a, ActorId b) { return canonical_less(network.id(a), network.id(b), decimal); });
}

}  // namespace regionet

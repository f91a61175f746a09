// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "graphs/csr/build.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/model/network.hpp"
#include "graphs/runtime/run_context.hpp"
#include "graphs/view/account.hpp"
#include "graphs/view/dates.hpp"
#include "graphs/view/roll_up.hpp"
#include "graphs/view/view_options.hpp"

namespace regionet {

/// A network seen as a graph: filter, roll up to a level, weigh. It remembers the way back to the agreements.
///
/// Filter    by status, type, kind, evidence and dates; an agreement is in or out as a whole.
/// Roll up   every actor goes to its place of the level; K is the set of distinct places of an agreement, k = |K|.
/// Weigh     each unordered pair of K gets: count 1; fractional 1/(k-1) (Newman 2001); tie 1 for the pair whatever
///           the number of agreements; value value_usd / C(k,2). `--between` filters pairs afterwards and does not
///           change k. k = 1 is a loop if no actor was left out; it weighs 1, or its value, and is kept only with
///           `within` or `all`. In a plain graph count is the weight column and tie is 1 a pair.
/// Dates     under `expected` the weight of an agreement is multiplied by the share of its days in the window; a tie
///           then weighs the probability that at least one of its agreements lies there.
/// Vertices  places with at least one kept pair (all that a plain file declares; all of the level with isolates),
///           in canonical order: by number if every id is a canonical decimal, else by the bytes of the id.
/// Cost      O(agreements + arcs) time; a byte an agreement, and the graph.
class View {
 public:
  /// Throws std::invalid_argument where an option does not fit the network. The network must outlive the view.
  View(const Network&, ViewOptions, const RunContext& = {});

  [[nodiscard]] const Network& network() const { return *network_; }
  [[nodiscard]] const ViewOptions& options() const { return options_; }
  [[nodiscard]] Level level() const { return level_; }
  [[nodiscard]] Between between() const { return between_; }
  /// Two sides: declared by the file, or exactly two countries with only ties between them.
  [[nodiscard]] bool two_mode() const;
  /// On which of the two sides of a two-mode view a vertex stands: the first declared side, or the country of the
  /// first vertex.
  [[nodiscard]] bool first_side(Vertex v) const;

  [[nodiscard]] GraphView graph() const { return graph_.view(); }
  [[nodiscard]] Strengths strengths() const {
    if (!weights_.empty()) return Strengths(weights_.rows());
    return options_.weighting == Weighting::count && any_counts() ? Strengths(counts()) : Strengths::unit;
  }
  /// How many agreements an arc stands for.
  [[nodiscard]] std::uint32_t arc_agreements(Arc arc) const { return any_counts() ? counts()[arc] : 1; }

  [[nodiscard]] std::size_t vertex_count() const { return actors_.size(); }
  [[nodiscard]] ActorId actor(Vertex v) const { return actors_[v]; }
  /// The vertex an actor is rolled up to, if it is in the view.
  [[nodiscard]] std::optional<Vertex> vertex(ActorId) const;
  [[nodiscard]] ActorId country(Vertex v) const { return network_->country(actors_[v]); }
  /// How many agreements of the view the vertex takes part in.
  [[nodiscard]] std::uint32_t agreement_count(Vertex v) const { return vertex_agreements_[v]; }

  /// The agreements behind a tie or a vertex, in the order of the network. Intersected on demand.
  [[nodiscard]] std::vector<AgreementId> agreements(Vertex u, Vertex v) const;
  [[nodiscard]] std::vector<AgreementId> agreements(Vertex v) const;
  /// The actors that are rolled up to a vertex.
  [[nodiscard]] std::span<const ActorId> members(Vertex v) const {
    if (network_->plain()) return {actors_.data() + v, 1};
    return {members_.data() + member_offsets_[v], members_.data() + member_offsets_[v + 1]};
  }

  [[nodiscard]] Fate fate(AgreementId agreement) const { return fates_.empty() ? Fate::kept : fates_[agreement]; }
  /// A plain graph without any filter: its edges are the pairs, its actors the vertices.
  [[nodiscard]] bool keeps_all() const;
  [[nodiscard]] const Account& account() const { return account_; }
  /// The share of an agreement's days in the window (1 without one).
  [[nodiscard]] Overlap overlap(AgreementId) const;
  /// What each pair of a kept agreement gets under the view's weighting, for one agreement alone.
  [[nodiscard]] double pair_weight(AgreementId) const;
  /// The pairs of vertices that a kept agreement ties: as it runs in a directed graph, else the smaller first.
  void pairs(AgreementId, std::vector<std::pair<Vertex, Vertex>>& out) const;
  /// How many vertices the agreement ties to `v` in this view.
  [[nodiscard]] std::size_t partners(AgreementId, Vertex v) const;

 private:
  struct Block;

  void resolve_terms();
  void resolve_between();
  [[nodiscard]] Fate filter(AgreementId, Overlap&) const;
  /// The distinct places of an agreement; `kept` if it ties a pair of them, else why not.
  Fate place(AgreementId, std::vector<ActorId>& places) const;
  [[nodiscard]] bool passes(ActorId a, ActorId b) const;
  /// Calls f(i, j) for each pair of places that an agreement ties; one place alone is tied to itself.
  template <typename F>
  void for_each_pair(const std::vector<ActorId>& places, F f) const {
    if (places.size() == 1 && passes(places[0], places[0])) f(std::size_t{0}, std::size_t{0});
    for (std::size_t i = 0; i < places.size(); ++i) {
      for (std::size_t j = i + 1; j < places.size(); ++j) {
        if (passes(places[i], places[j])) f(i, j);
      }
    }
  }
  [[nodiscard]] double weigh(AgreementId, std::size_t places, double share) const;
  void scan(AgreementId begin, AgreementId end, Block&);
  void add_pairs(AgreementId, const std::vector<ActorId>& places, double share, Block&) const;
  void number_vertices(std::vector<Block>&, bool whole);
  void index_members();
  void build_whole(const RunContext&);
  void build(std::vector<Block>&, const RunContext&);
  void take(BuiltGraph, std::size_t pairs);
  void look_at(const StoredGraph&);
  [[nodiscard]] bool touches(AgreementId, ActorId place) const;
  /// Where an actor stands, and which vertex that is. A plain graph needs no columns for it: its actors are vertices.
  [[nodiscard]] ActorId place_of(ActorId actor) const { return network_->plain() ? actor : places_.place[actor]; }
  [[nodiscard]] Vertex vertex_of(ActorId place) const { return network_->plain() ? place : vertex_of_[place]; }
  [[nodiscard]] bool any_counts() const { return !counts_.empty() || !mapped_counts_.empty(); }
  [[nodiscard]] CountsView counts() const {
    return mapped_counts_.empty() ? counts_.view() : CountsView(mapped_counts_);
  }

  const Network* network_;
  ViewOptions options_;
  Level level_;
  Between between_ = Between::countries;
  bool weigh_shares_ = false;
  bool unit_weights_ = false;
  std::vector<std::uint8_t> type_wanted_, status_wanted_;
  RollUp places_;  // empty where the network is plain, as are the other columns by actor

  std::vector<Fate> fates_;  // empty where all are kept
  Account account_;
  std::vector<ActorId> actors_;    // by vertex
  std::vector<Vertex> vertex_of_;  // by actor
  std::vector<std::uint32_t> vertex_agreements_;
  std::vector<std::uint64_t> member_offsets_;
  std::vector<ActorId> members_;
  Graph graph_;
  Values<double> weights_;
  ArcCounts counts_;                                // empty where no arc was merged
  std::span<const std::uint32_t> mapped_counts_{};  // those of a file
};

/// Sorts actors canonically: by number if every id is a canonical decimal, else by the bytes of the id.
void sort_canonically(const Network&, std::vector<ActorId>&);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/model/network_builder.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Collects a plain graph edge by edge: bare names, one agreement of two actors an edge, columns as they come.
///
/// Edges keep their order; actors are numbered as they appear and, when the network is frozen, anew in canonical order.
/// Names are any bytes, the empty one too. A cell that is never set is empty, a weight that is never set is 1.
class PlainBuilder {
 public:
  /// How one edge runs. `as_graph` follows `directed` below; a file that says it edge by edge uses the other two, and
  /// a graph with both is directed, its undirected edges standing twice, one arc each way.
  enum class Direction : std::uint8_t { as_graph, directed, undirected };

  /// Edges that would take more than the run's memory limit are refused with MemoryLimitError before there is room.
  explicit PlainBuilder(const RunContext& run = {});

  bool directed = false;
  bool two_mode = false;
  std::string title;  ///< what the file calls the graph; may be empty

  /// The actor of this id, added where it is new.
  ActorId actor(std::string_view id) { return ids_.intern(id); }
  [[nodiscard]] std::optional<ActorId> find_actor(std::string_view id) const { return ids_.find(id); }
  [[nodiscard]] std::size_t actor_count() const { return ids_.size(); }
  [[nodiscard]] std::string_view id(ActorId actor) const { return ids_[actor]; }
  /// What people call the actor; without it the id.
  void set_label(ActorId, std::string_view label);

  AgreementId add(ActorId source, ActorId target, std::uint64_t line, Direction = Direction::as_graph);
  [[nodiscard]] std::size_t edge_count() const {
    return adopted_ ? adopted_->agreement_count() : builder_.agreement_count();
  }
  void set_weight(AgreementId, double weight);
  /// EDTF; throws DateError.
  void set_date(AgreementId id, std::string_view edtf) { builder_.set_date(id, edtf); }
  void set_until(AgreementId id, std::string_view edtf) { builder_.set_until(id, edtf); }
  /// Throws std::length_error past 256 types.
  void set_type(AgreementId, std::string_view type);

  /// Takes whole columns in the place of single edges: ids in canonical order, two ends an edge, weights or none.
  /// Edge i stands in line `first_line` + i.
  void take(Labels labels, Values<ActorId> ends, Values<double> weights, std::uint32_t first_line);

  /// Takes a whole network in the place of everything else.
  void adopt(Network network) { adopted_ = std::move(network); }

  /// A column of the actors or the edges, added where no column has this name; set its cells by the number. A column of
  /// integers that is asked for as one of numbers becomes one.
  std::size_t actor_column(std::string_view name, AttributeType);
  std::size_t edge_column(std::string_view name, AttributeType);
  void set_actor_cell(ActorId, std::size_t column, std::string_view value);
  void set_edge_cell(AgreementId, std::size_t column, std::string_view value);

  /// How many undirected edges stand twice, because the file holds directed ones too; known after `freeze`.
  [[nodiscard]] std::uint64_t doubled() const { return doubled_; }
  [[nodiscard]] Network freeze(Diagnostics&);

 private:
  [[nodiscard]] std::size_t bytes_an_edge() const;
  void make_room();
  void double_undirected();
  void type_the_rest(Diagnostics&);
  void number_canonically();

  NetworkBuilder builder_;
  StringTable ids_;
  std::uint64_t memory_limit_;
  std::size_t room_ = 0;                  // edges for which the memory was found to be within the limit
  std::vector<std::uint8_t> undirected_;  // by edge; as far as edges said so themselves
  std::vector<std::uint8_t> typed_;       // by edge; as far as edges have a type
  bool any_directed_ = false;
  bool taken_ = false;
  std::optional<Network> adopted_;
  std::uint64_t doubled_ = 0;
};

}  // namespace regionet

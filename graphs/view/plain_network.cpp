// SPDX-License-Identifier: Apache-2.0
#include "graphs/view/plain_network.hpp"

#include <fmt/format.h>
#include <algorithm>

#include "graphs/diagnostic.hpp"

namespace regionet {
namespace {

std::string number_text(double value) { return fmt::format("{}", value); }

class PlainNetworkBuilder {
 public:
  explicit PlainNetworkBuilder(const View& view) : view_(view), network_(view.network()) {
    graph_.directed = network_.directed();
    graph_.two_mode = network_.two_mode();
    graph_.title = network_.info().title;
  }

  Network build(PlainEdges edges, std::span<const VertexColumn> columns) {
    add_vertices();
    for (const VertexColumn& column : columns) {
      const std::size_t at = graph_.actor_column(column.name, column.type);
      for (Vertex v = 0; v < view_.vertex_count(); ++v) graph_.set_actor_cell(v, at, column.cells[v]);
    }
    edges == PlainEdges::agreements ? add_agreements() : add_ties();
    Diagnostics none;
    return graph_.freeze(none);
  }

 private:
  void add_vertices() {
    for (Vertex v = 0; v < view_.vertex_count(); ++v) {
      const ActorId actor = view_.actor(v);
      graph_.actor(network_.id(actor));  // numbered as the vertices
      if (network_.name(actor) != network_.id(actor)) graph_.set_label(v, network_.name(actor));
    }
    if (network_.plain()) {
      keep_columns();
    } else {
      tell_places();
    }
  }

  void keep_columns() {
    const auto attributes = network_.actor_attributes();
    for (std::size_t i = 0; i < attributes.size(); ++i) {
      const std::size_t at = graph_.actor_column(attributes[i].name, attributes[i].type);
      for (Vertex v = 0; v < view_.vertex_count(); ++v) {
        graph_.set_actor_cell(v, at, network_.actor_attribute(view_.actor(v), i));
      }
    }
  }

  void tell_places() {
    const std::size_t kind = graph_.actor_column("kind", AttributeType::text);
    const std::size_t country = graph_.actor_column("country", AttributeType::text);
    const std::size_t code = graph_.actor_column("code", AttributeType::text);
    const std::size_t lat = graph_.actor_column("lat", AttributeType::number);
    const std::size_t lon = graph_.actor_column("lon", AttributeType::number);
    for (Vertex v = 0; v < view_.vertex_count(); ++v) {
      const Actor actor = network_.actor(view_.actor(v));
      graph_.set_actor_cell(v, kind, to_string(actor.kind));
      if (view_.country(v) != no_actor) graph_.set_actor_cell(v, country, network_.id(view_.country(v)));
      graph_.set_actor_cell(v, code, actor.iso);
      if (actor.lat) graph_.set_actor_cell(v, lat, number_text(*actor.lat));
      if (actor.lon) graph_.set_actor_cell(v, lon, number_text(*actor.lon));
    }
  }

  void add_agreements() {
    declare_edge_columns();
    std::vector<std::pair<Vertex, Vertex>> pairs;
    for (AgreementId id = 0; id < network_.agreement_count(); ++id) {
      view_.pairs(id, pairs);
      for (const auto& [from, to] : pairs) add_agreement(id, from, to);
    }
  }

  /// Each agreement keeps its own direction, also in an undirected graph.
  void add_agreement(AgreementId id, Vertex from, Vertex to) {
    if (network_.plain() && view_.vertex(network_.participants(id)[0]) == to) std::swap(from, to);
    const AgreementId edge = graph_.add(from, to, network_.plain() ? network_.line(id) : 0);
    const double weight = view_.pair_weight(id);
    if (weight != 1 || network_.has_weights()) graph_.set_weight(edge, weight);
    const Agreement agreement = network_.agreement(id);
    if (!agreement.date.empty()) graph_.set_date(edge, agreement.date);
    if (!agreement.until.empty()) graph_.set_until(edge, agreement.until);
    if (network_.has_types()) graph_.set_type(edge, network_.types()[agreement.type].id);
    if (network_.plain()) {
      for (std::size_t i = 0; i < columns_.size(); ++i)
        graph_.set_edge_cell(edge, columns_[i], network_.attribute(id, i));
      return;
    }
    graph_.set_edge_cell(edge, columns_[0], agreement.id);
    graph_.set_edge_cell(edge, columns_[1], network_.statuses()[agreement.status].id);
    if (!agreement.note.empty()) graph_.set_edge_cell(edge, columns_[2], agreement.note);
    if (agreement.value_usd) graph_.set_edge_cell(edge, columns_[3], number_text(*agreement.value_usd));
  }

  /// Those of the file, or what a dataset tells of its agreements; found once, not for each cell.
  void declare_edge_columns() {
    const auto add = [&](std::string_view name, AttributeType type) {
      columns_.push_back(graph_.edge_column(name, type));
    };
    if (network_.plain()) {
      for (const Attribute& attribute : network_.attributes()) add(attribute.name, attribute.type);
      return;
    }
    for (const char* const column : {"agreement", "status", "note"}) add(column, AttributeType::text);
    add("value_usd", AttributeType::number);
  }

  void set(AgreementId edge, std::string_view column, AttributeType type, std::string_view value) {
    graph_.set_edge_cell(edge, graph_.edge_column(column, type), value);
  }

  void add_ties() {
    const GraphView graph = view_.graph();
    const bool weighted = !view_.strengths().is_unit();
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
      for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
        const Vertex to = graph.target(arc);
        const bool second = arc > graph.begin(v) && graph.target(arc - 1) == to;  // of an undirected loop
        if (second || (!graph.facts().directed && to < v)) continue;
        const AgreementId edge = graph_.add(v, to, 0);
        if (weighted) graph_.set_weight(edge, view_.strengths()[arc]);
        if (view_.arc_agreements(arc) != 1 || weighted) {
          set(edge, "agreements", AttributeType::integer, std::to_string(view_.arc_agreements(arc)));
        }
        if (network_.has_types()) set(edge, "types", AttributeType::text, types_of(v, to));
      }
    }
  }

  /// The types of a tie's agreements in the order of the vocabulary, `;` between them.
  [[nodiscard]] std::string types_of(Vertex u, Vertex v) const {
    std::vector<bool> used(network_.types().size(), false);
    for (const AgreementId id : view_.agreements(u, v)) used[network_.type(id)] = true;
    std::string out;
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (!used[i]) continue;
      out += (out.empty() ? "" : ";") + network_.types()[static_cast<Vocabulary::Id>(i)].id;
    }
    return out;
  }

  const View& view_;
  const Network& network_;
  PlainBuilder graph_;
  std::vector<std::size_t> columns_;  // of the edges, where agreements are edges
};

}  // namespace

Network plain_network(const View& view, PlainEdges edges, std::span<const VertexColumn> columns) {
  return PlainNetworkBuilder(view).build(edges, columns);
}

}  // namespace regionet

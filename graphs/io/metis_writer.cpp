// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <optional>

#include "graphs/io/csv.hpp"
#include "graphs/io/metis.hpp"
#include "graphs/io/number_line.hpp"
#include "graphs/io/vertex_ids.hpp"

namespace regionet {
namespace {

void check_edges(const Network& network, Diagnostics& faults) {
  if (network.directed()) {
    faults.add({.what = "METIS cannot hold a directed network",
                .expected = "an undirected one",
                .mend = "choose a format that has directions, such as mtx"});
  }
  for (AgreementId edge = 0; edge < network.agreement_count(); ++edge) {
    const ActorId from = network.participants(edge)[0];
    const ActorId to = network.participants(edge)[1];
    if (from == to) {
      faults.add({.what = fmt::format("METIS cannot hold the edge from '{}' to itself", printable(network.id(from))),
                  .mend = "leave loops out, or choose a format that has them, such as mtx"});
    }
    const double weight = network.weight(edge);
    if (weight >= 1 && weight <= exact_integers && weight == static_cast<double>(static_cast<std::uint64_t>(weight))) {
      continue;
    }
    faults.add({.what = fmt::format("METIS cannot hold the weight {} of the edge of '{}' and '{}'", weight,
                                    printable(network.id(from)), printable(network.id(to))),
                .expected = "positive integers",
                .mend = "multiply and round the weights, or choose a format that has any, such as mtx"});
  }
}

/// The columns of the actors that METIS has a place for.
struct VertexColumns {
  std::optional<std::size_t> size;
  std::vector<std::size_t> weights;

  [[nodiscard]] bool has(std::size_t column) const {
    return size == column || std::ranges::find(weights, column) != weights.end();
  }
};

/// The column of this name, if it has a whole number for every actor.
std::optional<std::size_t> whole_column(const Network& network, std::string_view name) {
  const auto columns = network.actor_attributes();
  const auto found = std::ranges::find(columns, Attribute{std::string(name), AttributeType::integer});
  if (found == columns.end()) return std::nullopt;
  const auto column = static_cast<std::size_t>(found - columns.begin());
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) {
    const std::string_view cell = network.actor_attribute(actor, column);
    const bool digits = std::ranges::all_of(cell, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || !NumberLine(cell).whole()) return std::nullopt;
  }
  return column;
}

VertexColumns find_columns(const Network& network, Diagnostics& faults) {
  VertexColumns out{.size = whole_column(network, "size"), .weights = {}};
  while (const auto column = whole_column(network, fmt::format("weight{}", out.weights.size() + 1))) {
    out.weights.push_back(*column);
  }
  for (std::size_t i = 0; i < network.actor_attributes().size(); ++i) {
    if (out.has(i)) continue;
    faults.add({.severity = Severity::warning,
                .what = fmt::format("METIS cannot hold the column '{}' of the actors",
                                    printable(network.actor_attributes()[i].name)),
                .expected = "size, weight1, weight2 and so on, a whole number for each actor"});
  }
  return out;
}

/// The edges of each actor, in their order.
struct Incidence {
  std::vector<std::uint64_t> offsets;
  std::vector<AgreementId> edges;
};

Incidence edges_by_actor(const Network& network) {
  Incidence out;
  out.offsets.resize(network.actor_count() + 2, 0);
  for (const ActorId end : network.ends()) ++out.offsets[end + std::size_t{2}];
  for (std::size_t i = 2; i < out.offsets.size(); ++i) out.offsets[i] += out.offsets[i - 1];
  out.edges.resize(network.ends().size());
  for (AgreementId edge = 0; edge < network.agreement_count(); ++edge) {
    for (const ActorId end : network.participants(edge)) out.edges[out.offsets[end + std::size_t{1}]++] = edge;
  }
  return out;
}

void write_header(const Network& network, const VertexColumns& columns, GraphOutput& out) {
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) {
    const std::uint64_t vertex = actor + std::uint64_t{1};
    if (network.id(actor) != fmt::format_int(vertex).c_str())
      VertexIds::write_comment(out, "id", vertex, network.id(actor));
  }
  out << fmt::format("{} {}", network.actor_count(), network.agreement_count());
  if (columns.size || !columns.weights.empty() || network.has_weights()) {
    out << fmt::format(" {:d}{:d}{:d}", columns.size.has_value(), !columns.weights.empty(), network.has_weights());
  }
  if (columns.weights.size() > 1) out << fmt::format(" {}", columns.weights.size());
  out << "\n";
}

void write_vertices(const Network& network, const VertexColumns& columns, GraphOutput& out) {
  const Incidence incidence = edges_by_actor(network);
  std::string line;
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) {
    line.clear();
    const auto next = [&](auto cell) {
      fmt::format_to(std::back_inserter(line), "{}{}", line.empty() ? "" : " ", cell);
    };
    if (columns.size) next(network.actor_attribute(actor, *columns.size));
    for (const std::size_t column : columns.weights) next(network.actor_attribute(actor, column));
    for (std::uint64_t at = incidence.offsets[actor]; at < incidence.offsets[actor + std::size_t{1}]; ++at) {
      const AgreementId edge = incidence.edges[at];
      const auto ends = network.participants(edge);
      next((ends[0] == actor ? ends[1] : ends[0]) + std::uint64_t{1});
      if (network.has_weights()) next(static_cast<std::uint64_t>(network.weight(edge)));
    }
    out << (line += '\n');
  }
}

}  // namespace

void write_metis(const Network& network, GraphOutput& out, Diagnostics& faults) {
  check_edges(network, faults);
  if (network.two_mode()) {
    faults.add({.severity = Severity::warning, .what = "METIS cannot hold which side of the network an actor is on"});
  }
  const VertexColumns columns = find_columns(network, faults);
  if (faults.errors() > 0) return;
  write_header(network, columns, out);
  write_vertices(network, columns, out);
}

}  // namespace regionet

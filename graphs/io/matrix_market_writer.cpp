// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <cmath>

#include "graphs/io/matrix_market.hpp"
#include "graphs/io/vertex_ids.hpp"

namespace regionet {
namespace {

/// The number of each actor: among all, or among the rows or columns it belongs to.
struct Numbering {
  std::vector<std::uint64_t> number;
  std::vector<std::uint8_t> is_column;  // of a two-mode network
  std::uint64_t rows = 0, columns = 0;
};

Numbering number_all(const Network& network) {
  Numbering out;
  out.is_column.resize(network.actor_count(), 0);
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) out.number.push_back(actor + std::uint64_t{1});
  out.rows = out.columns = network.actor_count();
  return out;
}

/// Sources are rows, targets are columns, and actors without an edge are rows.
Numbering number_sides(const Network& network, Diagnostics& faults) {
  std::vector<std::uint8_t> is_row(network.actor_count(), 0);
  Numbering out;
  out.is_column.resize(network.actor_count(), 0);
  for (AgreementId edge = 0; edge < network.agreement_count(); ++edge) {
    is_row[network.participants(edge)[0]] = 1;
    out.is_column[network.participants(edge)[1]] = 1;
  }
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) {
    if (is_row[actor] != 0 && out.is_column[actor] != 0) {
      faults.add({.what = fmt::format("'{}' stands on both sides", printable(network.id(actor))),
                  .expected = "two sides that share no actor"});
    }
    out.number.push_back(out.is_column[actor] != 0 ? ++out.columns : ++out.rows);
  }
  return out;
}

void check_weights(const Network& network, Diagnostics& faults) {
  for (AgreementId edge = 0; edge < network.weights().size(); ++edge) {
    if (std::isfinite(network.weight(edge))) continue;
    faults.add({.what = fmt::format("the weight {} of edge {} cannot be written: Matrix Market has finite numbers only",
                                    network.weight(edge), edge + 1)});
  }
}

void write_ids(const Network& network, const Numbering& numbering, GraphOutput& out) {
  // The reader believes 16 vertices a byte; an edge is 4 bytes and more, and so an id in a comment vouches for itself.
  const bool all = network.actor_count() > 1000 + 64 * network.agreement_count();
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) {
    const std::uint64_t number = numbering.number[actor];
    const bool column = numbering.is_column[actor] != 0;
    const bool sides = network.two_mode();
    const std::string usual = fmt::format("{}{}", !sides ? "" : column ? "c" : "r", number);
    if (!all && network.id(actor) == usual) continue;
    VertexIds::write_comment(out, !sides ? "id" : column ? "column" : "row", number, network.id(actor));
  }
}

void write_entries(const Network& network, const Numbering& numbering, GraphOutput& out) {
  const bool lower = !network.directed() && !network.two_mode();
  std::string line;
  for (AgreementId edge = 0; edge < network.agreement_count(); ++edge) {
    std::uint64_t row = numbering.number[network.participants(edge)[0]];
    std::uint64_t column = numbering.number[network.participants(edge)[1]];
    if (lower && row < column) std::swap(row, column);
    line.clear();
    fmt::format_to(std::back_inserter(line), "{} {}", row, column);
    if (network.has_weights()) fmt::format_to(std::back_inserter(line), " {}", network.weight(edge));
    out << (line += '\n');
  }
}

}  // namespace

void write_matrix_market(const Network& network, GraphOutput& out, Diagnostics& faults) {
  const Numbering numbering = network.two_mode() ? number_sides(network, faults) : number_all(network);
  check_weights(network, faults);
  if (faults.errors() > 0) return;
  const bool general = network.directed() || network.two_mode();
  out << "%%MatrixMarket matrix coordinate " << (network.has_weights() ? "real " : "pattern ")
      << (general ? "general\n" : "symmetric\n");
  if (network.two_mode()) out << "%%regionet two-mode\n";
  if (network.two_mode() && network.directed()) out << "%%regionet directed\n";
  write_ids(network, numbering, out);
  out << fmt::format("{} {} {}\n", numbering.rows, numbering.columns, network.agreement_count());
  write_entries(network, numbering, out);
}

}  // namespace regionet

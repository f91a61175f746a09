// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "graphs/ascii.hpp"
#include "graphs/io/csv.hpp"
#include "graphs/io/edge_list.hpp"

namespace regionet {
namespace {

constexpr std::array<std::string_view, 5> own_columns{"source", "target", "weight", "date", "type"};

/// A further column cannot be called as one of the edge list itself, or as another one.
void check_columns(const Network& network, Diagnostics& faults) {
  std::vector<std::string> taken(own_columns.begin(), own_columns.end());
  for (const Attribute& attribute : network.attributes()) {
    const std::string key = lower_ascii(attribute.name);
    if (std::ranges::find(taken, key) != taken.end()) {
      faults.add({.what = fmt::format("the column '{}' would stand twice in the header", printable(attribute.name)),
                  .mend = "choose a format that keeps columns apart, such as graphml"});
    }
    taken.push_back(key);
  }
}

void write_separated(const Network& network, GraphOutput& out, Diagnostics& faults, char separator) {
  check_columns(network, faults);
  if (faults.errors() > 0) return;
  const bool types = network.has_types();
  std::string row = fmt::format("source{0}target", separator);
  const auto head = [&](std::string_view cell) {
    row += separator;
    append_csv_heading(row, cell);
  };
  if (network.has_weights()) head("weight");
  if (network.has_dates()) head("date");
  if (types) head("type");
  for (const Attribute& attribute : network.attributes()) head(attribute.name);
  out << row << "\n";
  const auto next = [&](std::string_view cell) {
    row += separator;
    append_csv_cell(row, cell, separator);
  };
  for (AgreementId edge = 0; edge < network.agreement_count(); ++edge) {
    const auto ends = network.participants(edge);
    row.clear();
    append_csv_cell(row, network.id(ends[0]), separator);
    next(network.id(ends[1]));
    if (network.has_weights()) next(fmt::format("{}", network.weight(edge)));
    if (network.has_dates()) next(network.date_cell(edge));
    if (types) next(network.types()[network.type(edge)].id);
    for (std::size_t i = 0; i < network.attributes().size(); ++i) next(network.attribute(edge, i));
    out << row << "\n";
  }
}

}  // namespace

void write_csv(const Network& network, GraphOutput& out, Diagnostics& faults) {
  write_separated(network, out, faults, ',');
}

void write_tsv(const Network& network, GraphOutput& out, Diagnostics& faults) {
  write_separated(network, out, faults, '\t');
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
// Edge lists that stand in a text, and what was read of them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graphs/io/edge_list.hpp"
#include "tests/support/catch.hpp"

namespace regionet::test::edge_list_text {

using Texts = std::vector<std::string>;
using Lines = std::vector<std::uint64_t>;

struct Read {
  Network network;
  Diagnostics faults;
  std::vector<std::string> notes;
};

inline Read read(std::string_view text, const ReadOptions& options = {}, char separator = '\0') {
  Read out;
  const std::string file = "e.csv";
  PlainBuilder graph;
  GraphInput input{text, file, options, graph, out.faults, out.notes};
  separator == '\t' ? read_tsv(input) : read_csv(input);
  out.network = graph.freeze(out.faults);
  return out;
}

/// The network of a text without faults.
inline Network good(std::string_view text, const ReadOptions& options = {}) {
  Read out = read(text, options);
  for (const Diagnostic& fault : out.faults.shown()) UNSCOPED_INFO(to_string(fault));
  REQUIRE(out.faults.shown().empty());
  return std::move(out.network);
}

/// The one fault of a text.
inline Diagnostic fault_of(std::string_view text, const ReadOptions& options = {}) {
  const Read out = read(text, options);
  for (const Diagnostic& fault : out.faults.shown()) UNSCOPED_INFO(to_string(fault));
  REQUIRE(out.faults.shown().size() == 1);
  CHECK(out.faults.shown()[0].file == "e.csv");
  return out.faults.shown()[0];
}

inline ReadOptions dates(const std::string& format) {
  ReadOptions options;
  options.date_format = format;
  return options;
}

/// Names by their bytes.
inline Texts actors(const Network& network) {
  Texts names;
  for (ActorId id = 0; id < network.actor_count(); ++id) names.emplace_back(network.id(id));
  std::ranges::sort(names);
  return names;
}

/// Distinct unordered pairs.
inline std::size_t ties(const Network& network) {
  std::set<std::pair<ActorId, ActorId>> pairs;
  for (AgreementId at = 0; at < network.agreement_count(); ++at) {
    const auto members = network.participants(at);
    pairs.insert(std::minmax(members[0], members[1]));
  }
  return pairs.size();
}

inline Texts date_cells(const Network& network) {
  Texts cells;
  for (AgreementId at = 0; at < network.agreement_count(); ++at) cells.emplace_back(network.date_cell(at));
  return cells;
}

inline Lines lines_of(const Diagnostics& faults) {
  Lines lines;
  for (const Diagnostic& fault : faults.shown()) lines.push_back(fault.line);
  return lines;
}

}  // namespace regionet::test::edge_list_text

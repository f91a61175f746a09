// SPDX-License-Identifier: Apache-2.0
// GraphML texts for tests, and what was read from them.
#pragma once

#include <fmt/format.h>
#include <algorithm>
#include <locale>
#include <string>
#include <vector>

#include "graphs/io/graphml.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/comma_locale.hpp"
#include "tests/support/plain_networks.hpp"

namespace regionet::test::graphml_files {

using Texts = std::vector<std::string>;

inline test::GraphRead read(std::string_view text, const ReadOptions& options = {}) {
  return test::read_graph(read_graphml, text, options);
}
inline Network good(std::string_view text, const ReadOptions& options = {}) {
  return test::good_graph(read_graphml, text, options);
}
inline Diagnostic fault_of(std::string_view text, const ReadOptions& options = {}) {
  return test::graph_fault(read_graphml, text, options);
}
inline std::string written(const Network& network) { return test::good_bytes(write_graphml, network); }

inline std::string graph(std::string_view keys, std::string_view inside, std::string_view direction = "undirected") {
  return fmt::format("<graphml>\n{}<graph edgedefault=\"{}\">\n{}</graph></graphml>\n", keys, direction, inside);
}

/// `source-target`, in the order of the network.
inline Texts edges(const Network& network) {
  Texts out;
  for (AgreementId edge = 0; edge < network.agreement_count(); ++edge) {
    const auto ends = network.participants(edge);
    out.push_back(fmt::format("{}-{}", network.id(ends[0]), network.id(ends[1])));
  }
  return out;
}

inline std::string cell(const Network& network, std::string_view actor, std::string_view column) {
  const auto columns = network.actor_attributes();
  const auto found = std::ranges::find(columns, column, &Attribute::name);
  REQUIRE(found != columns.end());
  return std::string(
      network.actor_attribute(*network.find_actor(actor), static_cast<std::size_t>(found - columns.begin())));
}

inline std::string edge_cell(const Network& network, AgreementId edge, std::string_view column) {
  const auto columns = network.attributes();
  const auto found = std::ranges::find(columns, column, &Attribute::name);
  REQUIRE(found != columns.end());
  return std::string(network.attribute(edge, static_cast<std::size_t>(found - columns.begin())));
}

inline const std::string two_nodes = "<node id=\"a\"/><node id=\"b\"/>\n";

}  // namespace regionet::test::graphml_files

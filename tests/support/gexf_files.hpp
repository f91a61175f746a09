// SPDX-License-Identifier: Apache-2.0
// GEXF texts for tests, and what was read from them.
#pragma once

#include <fmt/format.h>
#include <algorithm>
#include <string>
#include <vector>

#include "graphs/io/gexf.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/plain_networks.hpp"

namespace regionet::test::gexf_files {

using Texts = std::vector<std::string>;

inline test::GraphRead read(std::string_view text, const ReadOptions& options = {}) {
  return test::read_graph(read_gexf, text, options);
}
inline Network good(std::string_view text, const ReadOptions& options = {}) {
  return test::good_graph(read_gexf, text, options);
}
inline Diagnostic fault_of(std::string_view text, const ReadOptions& options = {}) {
  return test::graph_fault(read_gexf, text, options);
}
inline std::string written(const Network& network, Diagnostics& faults) {
  return test::write_graph(write_gexf, network, faults);
}
/// Without errors; what GEXF cannot hold is a warning.
inline std::string written(const Network& network) {
  Diagnostics faults;
  std::string text = written(network, faults);
  for (const Diagnostic& fault : faults.shown()) UNSCOPED_INFO(to_string(fault));
  REQUIRE(faults.errors() == 0);
  return text;
}

/// A graph of the nodes a and b, and these edges.
inline std::string graph(std::string_view edges, std::string_view says = "", std::string_view attributes = "") {
  return fmt::format(
      "<gexf version='1.3'><graph {}>{}\n<nodes><node id='a'/><node id='b'/></nodes>\n<edges>\n{}</edges>"
      "</graph></gexf>\n",
      says, attributes, edges);
}

inline std::string edge(std::string_view says, std::string_view inside = "") {
  return fmt::format("<edge source='a' target='b' {}>{}</edge>\n", says, inside);
}

inline std::string nodes(std::string_view inside, std::string_view says = "", std::string_view attributes = "") {
  return fmt::format("<gexf><graph {}>{}\n<nodes>\n{}</nodes></graph></gexf>\n", says, attributes, inside);
}

inline const std::string dated = "timeformat='date' mode='dynamic'";

inline Texts ends(const Network& network) {
  Texts out;
  for (AgreementId id = 0; id < network.agreement_count(); ++id) {
    out.push_back(
        fmt::format("{}-{}", network.id(network.participants(id)[0]), network.id(network.participants(id)[1])));
  }
  return out;
}

/// `date/until` of each edge.
inline Texts dates(const Network& network) {
  Texts out;
  for (AgreementId id = 0; id < network.agreement_count(); ++id) {
    out.push_back(fmt::format("{}/{}", network.date_cell(id), network.agreement(id).until));
  }
  return out;
}

inline std::size_t column(std::span<const Attribute> columns, std::string_view name) {
  const auto found = std::ranges::find(columns, name, &Attribute::name);
  REQUIRE(found != columns.end());
  return static_cast<std::size_t>(found - columns.begin());
}

inline std::string cell(const Network& network, std::string_view actor, std::string_view name) {
  return std::string(network.actor_attribute(*network.find_actor(actor), column(network.actor_attributes(), name)));
}

inline std::string edge_cell(const Network& network, AgreementId id, std::string_view name) {
  return std::string(network.attribute(id, column(network.attributes(), name)));
}

}  // namespace regionet::test::gexf_files

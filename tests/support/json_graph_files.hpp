// SPDX-License-Identifier: Apache-2.0
// Node-link JSON for tests, and what was read from it.
#pragma once

#include <limits>
#include <locale>
#include <string>
#include <vector>

#include "graphs/io/json_graph.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/comma_locale.hpp"
#include "tests/support/plain_networks.hpp"

namespace regionet::test::json_graph_files {

using Texts = std::vector<std::string>;

inline Network good(std::string_view text, const ReadOptions& options = {}) {
  return test::good_graph(read_json_graph, text, options);
}
inline Diagnostic fault_of(std::string_view text, const ReadOptions& options = {}) {
  return test::graph_fault(read_json_graph, text, options);
}
inline test::GraphRead read(std::string_view text, const ReadOptions& options = {}) {
  return test::read_graph(read_json_graph, text, options);
}
inline std::string bytes(const Network& network) { return test::good_bytes(write_json_graph, network); }

/// A directed file with these nodes and links.
inline std::string file(const std::string& nodes, const std::string& links) {
  return R"({"directed": true, "nodes": [)" + nodes + R"(], "links": [)" + links + "]}";
}
/// One whose link from a to b has these members.
inline std::string link(const std::string& members) {
  return file(R"({"id": "a"}, {"id": "b"})", R"({"source": "a", "target": "b", )" + members + "}");
}
/// One whose only node has these members.
inline std::string node(const std::string& members) { return file("{" + members + "}", ""); }

inline Texts ids(const Network& network) {
  Texts out;
  for (ActorId id = 0; id < network.actor_count(); ++id) out.emplace_back(network.id(id));
  return out;
}

inline constexpr auto text = AttributeType::text;
inline constexpr auto integer = AttributeType::integer;
inline constexpr auto number = AttributeType::number;
inline constexpr auto boolean = AttributeType::boolean;

}  // namespace regionet::test::json_graph_files

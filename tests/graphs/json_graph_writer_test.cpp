// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/json_graph.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/json_graph_files.hpp"

namespace regionet::test::json_graph_writer_test {

using namespace json_graph_files;  // NOLINT(google-build-using-namespace): the helpers of this format's tests

TEST_CASE("node-link JSON: a node or link a line, ids as texts, typed cells as values", "[json_graph]") {
  const Network network = good(R"({"directed":true,"graph":{"name":"T"},"nodes":[{"id":2,"lat":53.9,"ok":true},
      {"id":1,"label":"\"one\"\n"}],"links":[{"source":2,"target":1,"weight":0.1,"date":"2016","key":3,"note":"7"}]})");
  CHECK(bytes(network) == R"({"directed":true,"multigraph":true,"graph":{"name":"T","regionet":{)"
                          R"("actor_columns":{"lat":"number","ok":"boolean"},)"
                          R"("edge_columns":{"key":"integer","note":"text"}}},
"nodes":[
{"id":"1","label":"\"one\"\u000a"},
{"id":"2","lat":53.9,"ok":true}
],
"links":[
{"source":"2","target":"1","weight":0.1,"date":"2016","key":3,"note":"7"}
]}
)");
  CHECK(bytes(good(R"({"directed":false,"nodes":[],"links":[]})")) ==
        "{\"directed\":false,\"multigraph\":true,\"graph\":{},\n\"nodes\":[\n],\n\"links\":[\n]}\n");
}

TEST_CASE("node-link JSON: a cell that is no JSON value of its type is written as text and comes back",
          "[json_graph]") {
  PlainBuilder graph;
  const Texts cells{"007", "+1", "1.",  ".5", "0x10", "1e999", "nan", "True",
                    "-",   "1 ", "--1", "1e", "1.e5", "00",    "-01"};
  for (const auto& [name, type] : {std::pair("i", integer), std::pair("n", number), std::pair("b", boolean)}) {
    const std::size_t column = graph.actor_column(name, type);
    for (const std::string& cell : cells) graph.set_actor_cell(graph.actor(cell), column, cell);
  }
  Diagnostics faults;
  const Network network = graph.freeze(faults);
  const std::string written = bytes(network);
  CHECK_THAT(written, ContainsSubstring(R"("i":"007","n":"007","b":"007")"));
  test::check_equal(network, good(written));
}

TEST_CASE("node-link JSON: columns that would stand twice in an object are refused", "[json_graph]") {
  PlainBuilder graph;
  static_cast<void>(graph.actor_column("label", text));
  static_cast<void>(graph.edge_column("weight", text));
  Diagnostics faults;
  static_cast<void>(test::write_graph(write_json_graph, graph.freeze(faults), faults));
  REQUIRE(faults.errors() == 2);
  CHECK_THAT(faults.shown()[0].what, ContainsSubstring("'label' would stand twice"));
  CHECK_THAT(faults.shown()[1].what, ContainsSubstring("'weight' would stand twice"));
}

TEST_CASE("node-link JSON: each text that is no UTF-8 is refused", "[json_graph]") {
  PlainBuilder graph;
  static_cast<void>(graph.actor("a\xFF"));
  graph.set_label(graph.actor("b"), "\xC3");
  Diagnostics faults;
  static_cast<void>(test::write_graph(write_json_graph, graph.freeze(faults), faults));
  REQUIRE(faults.errors() == 2);
  CHECK_THAT(to_string(faults.shown()[0]), ContainsSubstring("a\\xff") && ContainsSubstring("UTF-8"));
}

TEST_CASE("node-link JSON: what is written is read back as it was", "[json_graph]") {
  for (const bool directed : {false, true}) {
    const Network full = test::weird_network({.directed = directed, .controls = true});
    const std::string written = bytes(full);
    test::check_equal(full, good(written));
    CHECK(bytes(good(written)) == written);
    const Network bare = test::weird_network({.directed = directed,
                                              .labels = false,
                                              .weights = false,
                                              .dates = false,
                                              .ends = false,
                                              .types = false,
                                              .actor_columns = false,
                                              .edge_columns = false});
    test::check_equal(bare, good(bytes(bare)));
  }
  test::check_equal(Network(PlainBuilder().freeze(*std::make_unique<Diagnostics>())),
                    good(bytes(PlainBuilder().freeze(*std::make_unique<Diagnostics>()))));
}

TEST_CASE("node-link JSON: sides, a column called name and columns without a cell come back", "[json_graph]") {
  PlainBuilder graph;
  graph.two_mode = true;
  graph.title = "\"sides\"";
  graph.set_actor_cell(graph.actor("b"), graph.actor_column("name", text), "x");
  static_cast<void>(graph.actor_column("", boolean));
  static_cast<void>(graph.edge_column("", number));
  const AgreementId edge = graph.add(graph.actor("b"), graph.actor("a"), 1);
  graph.set_edge_cell(edge, graph.edge_column("value", number), "1");  // alone it would be an integer
  Diagnostics faults;
  const Network network = graph.freeze(faults);
  test::check_equal(network, good(bytes(network)));
}

TEST_CASE("node-link JSON: what regionet did not write in its own member is refused", "[json_graph]") {
  const auto own = [](const std::string& members) {
    return fault_of(R"({"directed":true,"graph":{"regionet":{)" + members + R"(}},"nodes":[],"links":[]})").what;
  };
  CHECK_THAT(own(R"("actor_columns":{"x":"complex"})"), ContainsSubstring("'x' of regionet is not known"));
  CHECK_THAT(own(R"("two_mode":3)"), ContainsSubstring("'two_mode' of regionet is not known"));
  CHECK_THAT(own(R"("nodes":{"x":"text"})"), ContainsSubstring("'x' of regionet is not known"));
}

}  // namespace regionet::test::json_graph_writer_test

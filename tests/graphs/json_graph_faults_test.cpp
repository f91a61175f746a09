// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/json_graph.hpp"

#include <limits>
#include <locale>

#include "tests/support/catch.hpp"
#include "tests/support/json_graph_files.hpp"

namespace regionet::test::json_graph_faults_test {

using namespace json_graph_files;  // NOLINT(google-build-using-namespace): the helpers of this format's tests

TEST_CASE("node-link JSON: exactly one list of nodes and one of links", "[json_graph]") {
  CHECK(good(R"({"directed":true,"nodes":[{"id":"a"}],"edges":[{"source":"a","target":"a"}]})").agreement_count() == 1);
  CHECK_THAT(fault_of("{\"nodes\":[],\"links\":[],\n\"edges\":[]}").what,
             ContainsSubstring("both 'links' and 'edges'"));
  CHECK(fault_of("{\"nodes\":[],\"links\":[],\n\"edges\":[]}").line == 2);
  CHECK_THAT(fault_of(R"({"nodes":[],"nodes":[],"links":[]})").what, ContainsSubstring("'nodes' stands twice"));
  CHECK_THAT(fault_of(R"({"nodes":[],"links":[],"links":[]})").what, ContainsSubstring("'links' stands twice"));
  CHECK_THAT(fault_of(R"({"nodes":[]})").what, ContainsSubstring("no 'links'"));
  CHECK_THAT(fault_of(R"({"elements":{"nodes":[],"edges":[]}})").what, ContainsSubstring("no 'nodes'"));
}

TEST_CASE("node-link JSON: what has the wrong shape is refused", "[json_graph]") {
  CHECK_THAT(fault_of("[1]").what, ContainsSubstring("no JSON object"));
  CHECK_THAT(fault_of("3").what, ContainsSubstring("no JSON object"));
  CHECK_THAT(fault_of(R"({"nodes":{"a":1},"links":[]})").what, ContainsSubstring("'nodes' is no array"));
  CHECK_THAT(fault_of(R"({"nodes":[],"links":7})").what, ContainsSubstring("'links' is no array"));
  CHECK_THAT(fault_of(R"({"directed":1,"nodes":[],"links":[]})").what, ContainsSubstring("'directed' is no boolean"));
  CHECK_THAT(fault_of(R"({"multigraph":[],"directed":true,"nodes":[],"links":[]})").what,
             ContainsSubstring("'multigraph' is no boolean"));
  const test::GraphRead out = read("{\"directed\":true,\"nodes\":[\"a\",\n[1,{\"id\":2}]],\"links\":[\n3]}");
  REQUIRE(out.faults.errors() == 3);
  CHECK_THAT(out.faults.shown()[1].what, ContainsSubstring("among the nodes is no object"));
  CHECK(out.faults.shown()[2].line == 3);
}

TEST_CASE("node-link JSON: a key twice in any object is refused where it stands again", "[json_graph]") {
  for (const std::string again : {R"("x":1,
"x":2)",
                                  R"("y":{"x":1,"z":0,
"x":null})",
                                  R"("y":[[{"x":[],
"x":[]}]])"}) {
    const Diagnostic fault = fault_of(link(again));
    CHECK(fault.line == 2);
    CHECK_THAT(fault.what, ContainsSubstring("the key 'x' stands twice"));
  }
  CHECK_THAT(fault_of(R"({"directed":true,"a":1,"a":1,"nodes":[],"links":[]})").what, ContainsSubstring("'a'"));
  CHECK(good(link(R"("x":1,"y":{"x":1},"source2":{"y":{"x":1}})")).attributes().size() == 3);
}

TEST_CASE("case 055, node-link JSON: numbers that are not finite are no JSON, and the line is told",
          "[json_graph][case]") {
  for (const std::string word : {"NaN", "Infinity", "-Infinity", "nan"}) {
    const Diagnostic fault = fault_of(link("\n\"weight\": " + word));
    CHECK(fault.line == 2);
    CHECK_THAT(fault.what, ContainsSubstring(word + " is no value of JSON"));
    CHECK_THAT(fault.mend, ContainsSubstring("null"));
  }
  CHECK_THAT(fault_of(link("\n\"weight\": 1e400")).what, ContainsSubstring("too large"));
  Diagnostics faults;
  PlainBuilder graph;
  graph.set_weight(graph.add(graph.actor("a"), graph.actor("b"), 1), std::numeric_limits<double>::infinity());
  static_cast<void>(test::write_graph(write_json_graph, graph.freeze(faults), faults));
  REQUIRE(faults.errors() == 1);
  CHECK_THAT(faults.shown()[0].what, ContainsSubstring("weight inf"));
}

TEST_CASE("node-link JSON: broken JSON is refused with line and column", "[json_graph]") {
  const auto broken = [](const std::string& json) { return fault_of(json).what; };
  CHECK_THAT(broken(""), ContainsSubstring("unexpected end of input"));
  CHECK_THAT(broken("{"), ContainsSubstring("unexpected end of input"));
  CHECK_THAT(broken(R"({"nodes":[{"id":"a"},]})"), ContainsSubstring("unexpected ']'"));
  CHECK_THAT(broken(R"({"nodes":[{"id":'a'}]})"), ContainsSubstring("invalid literal"));
  CHECK_THAT(broken(R"({"nodes":[],"links":[]} x)"), ContainsSubstring("expected end of input"));
  CHECK_THAT(broken(R"({"nodes":[{"id":"\ud800"}]})"), ContainsSubstring("surrogate"));
  CHECK_THAT(broken(R"({"nodes":[{"id":01}]})"), ContainsSubstring("unexpected number literal"));
  CHECK_THAT(broken("// x\n{}"), ContainsSubstring("invalid literal"));
  const Diagnostic fault = fault_of("{\"nodes\": [],\n \"links\" []}");
  CHECK(fault.line == 2);
  CHECK(fault.column == 10);
}

TEST_CASE("node-link JSON: a text with U+0000 is refused", "[json_graph]") {
  CHECK_THAT(fault_of(node(R"("id":"a\u0000b")")).what, ContainsSubstring("U+0000"));
  CHECK_THAT(fault_of(node(R"("id":"a","x\u0000":1)")).what, ContainsSubstring("U+0000"));
}

TEST_CASE("node-link JSON: weights are finite numbers, as numbers or as text", "[json_graph]") {
  CHECK(good(link(R"("weight":-1e-300)")).weight(0) == -1e-300);
  CHECK(good(link(R"("weight":0)")).weight(0) == 0);
  CHECK_FALSE(good(link(R"("weight":null)")).has_weights());
  const test::GraphRead out = read(link(R"("weight":"2.5")"));
  CHECK(out.network.weight(0) == 2.5);
  CHECK(out.notes == Texts{"weights written as texts, read as numbers: 1"});
  const Diagnostic comma = fault_of(link("\n\"weight\":\"1,5\""));
  CHECK(comma.line == 2);
  CHECK_THAT(comma.what, ContainsSubstring("weight '1,5' is no number"));
  CHECK_THAT(comma.mend, ContainsSubstring("a point"));
  CHECK_THAT(fault_of(link(R"("weight":true)")).what, ContainsSubstring("'true'"));
  CHECK_THAT(fault_of(link(R"("weight":[1])")).what, ContainsSubstring("'[1]'"));
}

TEST_CASE("node-link JSON: dates are EDTF or of the format that is said", "[json_graph]") {
  CHECK(good(link(R"("date":2016)")).date_cell(0) == "2016");
  CHECK(good(link(R"("date":"")")).date(0) == nullptr);
  CHECK_THAT(fault_of(link("\n\"date\":\"2019-02-30\"")).what, ContainsSubstring("2019-02 has no day 30"));
  CHECK(fault_of(link("\n\"until\":\"x\"")).line == 2);
  ReadOptions options;
  options.date_format = "unix";
  const test::GraphRead out = read(link(R"("date":1136073601,"until":1167609600)"), options);
  CHECK(out.network.date_cell(0) == "2006-01-01");
  CHECK(out.network.agreement(0).until == "2007-01-01");
  CHECK(out.notes == Texts{"the time of day of 1 dates was dropped"});
}

TEST_CASE("node-link JSON: 256 types are read, the next is refused where it stands", "[json_graph]") {
  std::string links;
  for (int i = 0; i < 257; ++i) links += fmt::format("{}\n{{\"source\":0,\"target\":0,\"type\":{}}}", i ? "," : "", i);
  const Diagnostic fault = fault_of(file(R"({"id":0})", links));
  CHECK(fault.line == 258);
  CHECK_THAT(fault.what, ContainsSubstring("256"));
}

TEST_CASE("node-link JSON: with sides an actor on both is refused", "[json_graph]") {
  ReadOptions options;
  options.two_mode = true;
  const std::string links = "{\"source\":0,\"target\":1},\n{\"source\":1,\"target\":2}";
  const Diagnostic fault = fault_of(file(R"({"id":0},{"id":1},{"id":2})", links), options);
  CHECK(fault.line == 2);
  CHECK_THAT(fault.what, ContainsSubstring("'1' stands on both sides"));
}

TEST_CASE("node-link JSON: 200,000 levels end at 1,000 with the line", "[json_graph]") {
  for (const std::string& open : {std::string("["), std::string("{\"a\":")}) {
    std::string deep = "{\"nodes\": [\n{\"id\": 1, \"x\": ";
    for (int i = 0; i < 200'000; ++i) deep += open;
    const Diagnostic fault = fault_of(deep);
    CHECK(fault.line == 2);
    CHECK_THAT(fault.what, ContainsSubstring("more than 1000"));
  }
  std::string good_depth(900, '[');
  good_depth += std::string(900, ']');
  CHECK(good(link("\"x\": " + good_depth)).attribute(0, 0) == good_depth);
}

TEST_CASE("node-link JSON: a file in which every node has keys of its own is refused before it fills the memory",
          "[json_graph]") {
  std::string nodes;
  for (int i = 0; i < 10'001; ++i) nodes += fmt::format("{}{{\"id\":{},\"k{}\":1}}", i ? "," : "", i, i);
  CHECK_THAT(fault_of(file(nodes, "")).what, ContainsSubstring("10001 nodes have 10001 different keys"));
  std::string members = "\"id\":1";
  for (int i = 0; i < 10'000; ++i) members += fmt::format(",\"k{}\":1", i);
  CHECK_THAT(fault_of(node(members)).what, ContainsSubstring("more than 10000 members in one object of the nodes"));
  std::string links;
  for (int i = 0; i < 9'000; ++i) links += fmt::format("{}{{\"source\":0,\"target\":0,\"k{}\":1}}", i ? "," : "", i);
  CHECK_THAT(fault_of(file(R"({"id":0})", links)).expected, ContainsSubstring("16 for each byte"));
}

TEST_CASE("node-link JSON: every truncation of a file is refused", "[json_graph]") {
  const std::string whole = bytes(test::weird_network({.directed = true}));
  for (std::size_t size = 0; size + 2 < whole.size(); size += 1 + whole.size() / 500) {
    CHECK(read(std::string_view(whole).substr(0, size)).faults.errors() > 0);
  }
}

TEST_CASE("node-link JSON: numbers are read with points in any locale", "[json_graph][case]") {
  const std::locale before = std::locale::global(std::locale(std::locale::classic(), new Commas));
  const Network network = good(link(R"("weight":1234.5,"x":1234567.5)"));
  const std::string written = bytes(network);
  std::locale::global(before);
  CHECK(network.weight(0) == 1234.5);
  CHECK(network.attribute(0, 0) == "1234567.5");
  CHECK_THAT(written, ContainsSubstring("\"weight\":1234.5") && ContainsSubstring("\"x\":1234567.5"));
}

}  // namespace regionet::test::json_graph_faults_test

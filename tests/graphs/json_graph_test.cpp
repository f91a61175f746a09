// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/json_graph.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/json_graph_files.hpp"

namespace regionet::test::json_graph_test {

using namespace json_graph_files;  // NOLINT(google-build-using-namespace): the helpers of this format's tests

TEST_CASE("node-link JSON: a file as NetworkX writes it is read with all it says", "[json_graph]") {
  const test::GraphRead out = read(R"({
  "directed": true, "multigraph": true, "graph": {"name": "Twins"},
  "nodes": [
    {"label": "Minsk city", "people": 1995471, "id": "Minsk"},
    {"id": "Gansu", "people": null}
  ],
  "links": [
    {"weight": 2.5, "date": "2016-05", "until": "2020", "type": "twin", "source": "Minsk", "target": "Gansu", "key": 0},

    {"source": "Gansu", "target": "Minsk", "key": 1}
  ]})");
  REQUIRE(out.faults.shown().empty());
  const Network& network = out.network;
  CHECK(network.directed());
  CHECK(network.info().title == "Twins");
  REQUIRE(ids(network) == Texts{"Gansu", "Minsk"});
  CHECK(network.name(1) == "Minsk city");
  CHECK(network.name(0) == "Gansu");
  CHECK(std::ranges::equal(network.actor_attributes(), std::vector<Attribute>{{"people", integer}}));
  CHECK(network.actor_attribute(1, 0) == "1995471");
  CHECK(network.actor_attribute(0, 0).empty());

  REQUIRE(network.agreement_count() == 2);
  CHECK(network.id(network.participants(0)[0]) == "Minsk");
  CHECK(network.weight(0) == 2.5);
  CHECK(network.weight(1) == 1.0);
  CHECK(network.date_cell(0) == "2016-05");
  CHECK(network.agreement(0).until == "2020");
  CHECK(network.types()[network.type(0)].id == "twin");
  CHECK(network.types()[network.type(1)].id == "tie");
  CHECK(std::ranges::equal(network.attributes(), std::vector<Attribute>{{"key", integer}}));
  CHECK(network.attribute(1, 0) == "1");
  CHECK(network.line(0) == 8);
  CHECK(network.line(1) == 10);
  CHECK(out.notes == Texts{"links without a weight, which count as 1: 1"});
}

TEST_CASE("node-link JSON: a file as D3 uses it: no direction, names, links before the nodes they need",
          "[json_graph]") {
  const std::string miserables =
      R"({"links":[{"source":"Napoleon","target":"Myriel","value":1}],"nodes":[{"id":"Myriel","name":"M.","group":1},)"
      R"({"id":"Napoleon","name":"N.","group":1}]})";
  const test::GraphRead out = read(miserables);
  REQUIRE(out.faults.shown().empty());
  CHECK_FALSE(out.network.directed());
  CHECK(out.network.name(0) == "M.");
  CHECK(std::ranges::equal(out.network.actor_attributes(), std::vector<Attribute>{{"group", integer}}));
  CHECK(out.network.id(out.network.participants(0)[0]) == "Napoleon");
  CHECK_FALSE(out.network.has_weights());
  CHECK(out.notes == Texts{"the file does not say 'directed': read as undirected",
                           "no node has a label: the names are read as labels"});

  ReadOptions options;
  options.directed = true;
  CHECK(read(miserables, options).network.directed());
  CHECK(read(miserables, options).notes[0] == "the file does not say 'directed': read as directed");
  CHECK_FALSE(good(R"({"directed":false,"nodes":[],"links":[]})", options).directed());
}

TEST_CASE("node-link JSON: where a node has a label, name is a column like others", "[json_graph]") {
  const Network network = good(file(R"({"id":"a","name":"x"},{"id":"b","label":"B","name":"y"})", ""));
  CHECK(network.name(0) == "a");
  CHECK(network.name(1) == "B");
  REQUIRE(std::ranges::equal(network.actor_attributes(), std::vector<Attribute>{{"name", text}}));
  CHECK(network.actor_attribute(0, 0) == "x");
}

TEST_CASE("node-link JSON: columns are typed by their values, which are kept as they stand", "[json_graph]") {
  const test::GraphRead out = read(file(R"(
      {"id":"a","i":-0,"n":1,"b":true,"t":"7","m":1,"z":null,"big":123456789012345678901234567890},
      {"id":"b","i":12,"n":1.50E+2,"b":false,"t":"\u00e9\n","m":"1","z":null,"big":null})",
                                        ""));
  REQUIRE(out.faults.shown().empty());
  CHECK(std::ranges::equal(
      out.network.actor_attributes(),
      std::vector<Attribute>{
          {"i", integer}, {"n", number}, {"b", boolean}, {"t", text}, {"m", text}, {"z", text}, {"big", integer}}));
  const auto row = [&](ActorId actor) {
    Texts cells;
    for (std::size_t i = 0; i < 7; ++i) cells.emplace_back(out.network.actor_attribute(actor, i));
    return cells;
  };
  CHECK(row(0) == Texts{"-0", "1", "true", "7", "1", "", "123456789012345678901234567890"});
  CHECK(row(1) == Texts{"12", "1.50E+2", "false", "\u00E9\n", "1", "", ""});
  CHECK(out.notes == Texts{"columns with values of several kinds, kept as text: 1"});
}

TEST_CASE("node-link JSON: objects and arrays are kept as JSON text without blanks", "[json_graph]") {
  const test::GraphRead out = read(link(R"("at": { "x" : [ 1, 2.50 , "a \" ]b" ],
      "y": {} }, "tags": [ ])"));
  REQUIRE(out.faults.shown().empty());
  CHECK(std::ranges::equal(out.network.attributes(), std::vector<Attribute>{{"at", text}, {"tags", text}}));
  CHECK(out.network.attribute(0, 0) == R"({"x":[1,2.50,"a \" ]b"],"y":{}})");
  CHECK(out.network.attribute(0, 1) == "[]");
  CHECK(out.notes == Texts{"objects and arrays in nodes and links, kept as JSON text: 2"});
}

TEST_CASE("node-link JSON: what stands beside nodes and links is counted where it is not kept", "[json_graph]") {
  const test::GraphRead out = read(R"({"directed":false,"multigraph":false,"graph":{"name":"G","year":1998,"by":["x"],
      "none":null},"nodes":[{"id":1}],"edges":[],"categories":[{"name":"c"}],"version":"2"})");
  REQUIRE(out.faults.shown().empty());
  CHECK(out.network.info().title == "G");
  CHECK(out.notes == Texts{"members of the graph itself that are not kept: 4, the first 'year'"});
  CHECK(read(R"({"directed":false,"graph":[["name","x"]],"nodes":[],"links":[]})").notes.size() == 1);
}

TEST_CASE("node-link JSON: ids are the text that stands in the file", "[json_graph]") {
  const Network network = good(file(R"({"id":1e5},{"id":"001"},{"id":1},{"id":""},{"id":-2.50},{"id":"\ud83d\ude00"})",
                                    R"({"source":1,"target":1e5},{"source":"","target":"001"})"));
  CHECK(ids(network) == Texts{"", "-2.50", "001", "1", "1e5", "\U0001F600"});
  CHECK(network.id(network.participants(0)[1]) == "1e5");
}

TEST_CASE("node-link JSON: nodes without a good id are refused", "[json_graph]") {
  const auto fault = [](const std::string& members) { return fault_of(file("{" + members + "}", "")); };
  CHECK_THAT(fault("\n\"label\": 1").what, ContainsSubstring("a node has no id"));
  CHECK_THAT(fault("\"id\": null").what, ContainsSubstring("no text and no number"));
  CHECK_THAT(fault("\"id\": true").what, ContainsSubstring("no text and no number"));
  CHECK_THAT(fault("\n\n\"id\": [1, 2]").what, ContainsSubstring("no text and no number"));
  CHECK(fault("\n\n\"id\": [1, 2]").line == 3);
}

TEST_CASE("node-link JSON: an id twice, and a number beside its text, are refused where they stand", "[json_graph]") {
  const Diagnostic twice = fault_of(file("{\"id\":\"a\"},\n{\"id\":\"a\"}", ""));
  CHECK(twice.line == 2);
  CHECK(twice.column == 5);
  CHECK_THAT(twice.what, ContainsSubstring("the node 'a' stands twice"));
  const Diagnostic clash = fault_of(file("{\"id\":1},\n{\"id\":\"1\"}", ""));
  CHECK(clash.line == 2);
  CHECK_THAT(clash.what, ContainsSubstring("the ids 1 and \"1\" stand in one file"));
}

TEST_CASE("node-link JSON: ends of links must be nodes, each with its line", "[json_graph]") {
  const test::GraphRead out = read(file(R"({"id":"a"},{"id":1})", R"(
    {"source":"a","target":"b"},
    {"target":"a"},
    {"source":"a","target":null},
    {"source":{"id":"a"},"target":"a"},
    {"source":"1","target":"a"},
    {"source":"a","target":1})"));
  REQUIRE(out.faults.errors() == 5);
  const auto& shown = out.faults.shown();
  const Texts what{"the target 'b' is no node", "a link has no source", "a link has no target",
                   "the source of a link is no text and no number", "the source is the text 1, the node's id is not"};
  for (std::size_t i = 0; i < what.size(); ++i) {
    CHECK(shown[i].what == what[i]);
    CHECK(shown[i].line == i + 2);
  }
}

}  // namespace regionet::test::json_graph_test

// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/json_graph.hpp"

#include <fmt/format.h>
#include <limits>
#include <locale>

#include "tests/support/plain_networks.hpp"

namespace regionet::test::json_graph_test {
namespace {

using Texts = std::vector<std::string>;

Network good(std::string_view text, const ReadOptions& options = {}) {
  return test::good_graph(read_json_graph, text, options);
}
Diagnostic fault_of(std::string_view text, const ReadOptions& options = {}) {
  return test::graph_fault(read_json_graph, text, options);
}
test::GraphRead read(std::string_view text, const ReadOptions& options = {}) {
  return test::read_graph(read_json_graph, text, options);
}
std::string bytes(const Network& network) { return test::good_bytes(write_json_graph, network); }

/// A directed file with these nodes and links.
std::string file(const std::string& nodes, const std::string& links) {
  return R"({"directed": true, "nodes": [)" + nodes + R"(], "links": [)" + links + "]}";
}
/// One whose link from a to b has these members.
std::string link(const std::string& members) {
  return file(R"({"id": "a"}, {"id": "b"})", R"({"source": "a", "target": "b", )" + members + "}");
}
/// One whose only node has these members.
std::string node(const std::string& members) { return file("{" + members + "}", ""); }

Texts ids(const Network& network) {
  Texts out;
  for (ActorId id = 0; id < network.actor_count(); ++id) out.emplace_back(network.id(id));
  return out;
}

/// A locale that writes decimal commas and groups thousands.
struct Commas : std::numpunct<char> {
  [[nodiscard]] char do_decimal_point() const override { return ','; }
  [[nodiscard]] char do_thousands_sep() const override { return ' '; }
  [[nodiscard]] std::string do_grouping() const override { return "\3"; }
};

constexpr auto text = AttributeType::text;
constexpr auto integer = AttributeType::integer;
constexpr auto number = AttributeType::number;
constexpr auto boolean = AttributeType::boolean;

}  // namespace

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

}  // namespace regionet::test::json_graph_test

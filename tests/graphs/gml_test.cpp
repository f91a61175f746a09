// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/gml.hpp"

#include <locale>

#include "tests/support/catch.hpp"
#include "tests/support/comma_locale.hpp"
#include "tests/support/plain_networks.hpp"

namespace regionet::test::gml_test {
namespace {

GraphRead read(std::string_view text, const ReadOptions& options = {}) { return read_graph(read_gml, text, options); }
Network good(std::string_view text, const ReadOptions& options = {}) { return good_graph(read_gml, text, options); }
Diagnostic fault_of(std::string_view text, const ReadOptions& options = {}) {
  return graph_fault(read_gml, text, options);
}
Network again(const Network& network) { return good(good_bytes(write_gml, network)); }

/// A node with these keys beside its id 1.
std::string node(const std::string& keys) { return "graph [ node [ id 1 " + keys + " ] ]"; }
/// An edge between 1 and 2 with these keys, in line 4.
std::string edge(const std::string& keys) {
  return "graph [\nnode [ id 1 ]\nnode [ id 2 ]\nedge [ source 1 target 2 " + keys + " ]\n]\n";
}

std::string column_of(const Network& network, ActorId actor, std::string_view name) {
  const auto columns = network.actor_attributes();
  const auto found = std::ranges::find(columns, name, &Attribute::name);
  REQUIRE(found != columns.end());
  return std::string(network.actor_attribute(actor, static_cast<std::size_t>(found - columns.begin())));
}

}  // namespace

TEST_CASE("case 003: a GML file gives every node it declares, isolates too", "[gml][case]") {
  const Network network = good(
      "graph [\n  directed 0\n  node [ id 0 label \"Anhui\" ]\n  node [ id 6 label \"Minsk\" ]\n"
      "  node [ id 7 label \"Mogilev\" ]\n  edge [ source 6 target 0 ]\n]\n");
  REQUIRE(network.actor_count() == 3);
  CHECK(network.id(0) == "0");
  CHECK(network.name(0) == "Anhui");
  CHECK(network.name(network.find_actor("7").value()) == "Mogilev");
  CHECK(network.agreement_count() == 1);
  CHECK(network.line(0) == 6);
  CHECK_FALSE(network.directed());
  CHECK_FALSE(network.has_weights());
}

TEST_CASE("GML: fields of edges reach the model, other keys are columns of their type", "[gml]") {
  const Network network = good(
      "Creator \"someone\"\nVersion 1\ngraph [\n  directed 1\n  label \"two cities\"\n"
      "  node [ id 1 label \"A\" people 5 height 1 note \"x\" ]\n  node [ id -2 people 7 height +2.5 ]\n"
      "  # a comment [ with \"brackets\n"
      "  edge [ source 1 target -2 weight +1.5 date \"2016-05\" until 2020 type \"twin\" km 12 ]\n]\n");
  CHECK(network.directed());
  CHECK(network.info().title == "two cities");
  CHECK(network.weight(0) == 1.5);
  CHECK(network.date_cell(0) == "2016-05");
  CHECK(network.agreement(0).until == "2020");
  CHECK(network.types()[network.type(0)].id == "twin");
  CHECK(network.line(0) == 9);
  const std::vector<Attribute> columns{
      {"people", AttributeType::integer}, {"height", AttributeType::number}, {"note", AttributeType::text}};
  CHECK(std::ranges::equal(network.actor_attributes(), columns));
  CHECK(column_of(network, network.find_actor("-2").value(), "height") == "+2.5");
  CHECK(column_of(network, network.find_actor("-2").value(), "note").empty());
  CHECK(network.attributes()[0] == Attribute{"km", AttributeType::integer});
}

TEST_CASE("GML: the type of a column is the widest of its cells", "[gml]") {
  const auto type = [](const std::string& a, const std::string& b) {
    return good("graph [ node [ id 1 c " + a + " ] node [ id 2 c " + b + " ] ]").actor_attributes()[0].type;
  };
  CHECK(type("1", "2") == AttributeType::integer);
  CHECK(type("1", "2.0") == AttributeType::number);
  CHECK(type("1", "NAN") == AttributeType::number);
  CHECK(type("1", "\"x\"") == AttributeType::text);
  CHECK(type("1", "\"7\"") == AttributeType::integer);  // a number in quotes is no word
  CHECK(type("1", "\"\"") == AttributeType::integer);
  CHECK(type("\"1\"", "\"2\"") == AttributeType::text);
}

TEST_CASE("GML: texts hold entities and line ends, and what is none stays", "[gml]") {
  const auto label = [](const std::string& raw) { return std::string(good(node("label \"" + raw + "\"")).name(0)); };
  CHECK(label("&quot;&amp;&lt;&gt;&apos;") == "\"&<>'");
  CHECK(label("caf&eacute; &#233;&#xE9; &Uuml;&yuml;&nbsp;") == "caf\u00E9 \u00E9\u00E9 \u00DC\u00FF\u00A0");
  CHECK(label("&#1052;&#30;&#x1F600;") == "\u041C\x1e\U0001F600");
  CHECK(label("AT&T &unknown; & &#0; &#55296; &#x110000; &#12") == "AT&T &unknown; & &#0; &#55296; &#x110000; &#12");
  CHECK(label("two\nlines # no comment ]") == "two\nlines # no comment ]");
  CHECK(label("\\ is plain\\") == "\\ is plain\\");
  CHECK_THAT(read(node("label \"AT&T\"")).notes.at(0), ContainsSubstring("1 times &"));
  CHECK(fault_of("graph [ node [ id 1 label \"a\nb\" ]\nnode [ x 1 ] ]").line == 3);  // lines in texts are counted
}

TEST_CASE("GML: 'value' is the weight where nothing says weight", "[gml]") {
  const GraphRead out = read(edge("value 3"));
  CHECK(out.network.weight(0) == 3);
  CHECK(out.network.attributes().empty());
  CHECK_THAT(out.notes.at(0), ContainsSubstring("'value'"));
  const Network both = good(edge("value 3 weight 2"));
  CHECK(both.weight(0) == 2);
  CHECK(both.attributes()[0].name == "value");
  for (const std::string value : {"\"strong\"", "\"3\"", "INF"}) {
    INFO(value);
    CHECK_FALSE(good(edge("value " + value)).has_weights());
    CHECK(good(edge("value " + value)).attributes()[0].name == "value");
  }
  ReadOptions options;
  options.columns = {{"weight", "km"}};
  const Network named = good(edge("value 3 km 7"), options);
  CHECK(named.weight(0) == 7);
  CHECK(named.attributes()[0].name == "value");
}

TEST_CASE("GML: ids are whole numbers, whatever their spelling; quoted ones are texts and said", "[gml]") {
  const Network network = good("graph [ node [ id 007 ] node [ id +8 ] edge [ source 7 target 08 ] ]");
  CHECK(network.id(0) == "7");
  CHECK(network.id(1) == "8");
  CHECK(network.agreement_count() == 1);
  CHECK(good("graph [ node [ id -0 ] ]").id(0) == "0");
  CHECK(good("graph [ node [ id 12345678901234567890123 ] ]").id(0) == "12345678901234567890123");
  const GraphRead quoted = read("graph [ node [ id \"a&amp;b\" ] edge [ source \"a&amp;b\" target \"a&amp;b\" ] ]");
  CHECK(quoted.faults.errors() == 0);
  CHECK(quoted.network.id(0) == "a&b");
  CHECK_THAT(quoted.notes.at(0), ContainsSubstring("quotes"));
}

TEST_CASE("GML: edges may stand before their nodes; direction is the option's where the file says none", "[gml]") {
  const std::string text = "graph [ edge [ source 2 target 1 ] node [ id 1 ] node [ id 2 ] ]";
  CHECK(good(text).agreement_count() == 1);
  CHECK_FALSE(good(text).directed());
  ReadOptions options;
  options.directed = true;
  CHECK(good(text, options).directed());
  options.two_mode = true;
  CHECK(good(text, options).two_mode());
  CHECK_THAT(fault_of("graph [ node [ id 1 ] edge [ source 1 target 1 ] ]", options).what,
             ContainsSubstring("both sides"));
}

TEST_CASE("GML: what is interpreted is a note", "[gml]") {
  const GraphRead out = read(
      "graph [ multigraph 1 version 2 graphics [ x 1 ] node [ id 1 label \"A\" graphics [ w [ h 2 ] ] tag \"x\" tag 2 "
      "tag 3 ]\nnode [ id 2 label \"A\" graphics [ ] ] ]");
  CHECK(out.faults.errors() == 0);
  REQUIRE(out.notes.size() == 4);
  CHECK(out.notes[0] == "1 labels stand more than once, the first is 'A': the ids tell these actors apart");
  CHECK(out.notes[1] == "lists were skipped: graphics (3)");
  CHECK(out.notes[2] == "keys of the graph are not kept: version (1)");
  CHECK(out.notes[3] == "1 keys stand more than once in their list: ';' is between the values");
  CHECK(column_of(out.network, 0, "tag") == "x;2;3");
}

TEST_CASE("GML: each fault is told where it stands, and the reader goes on where it can", "[gml]") {
  const auto check = [](const std::string& text, std::uint64_t line, const std::string& what) {
    INFO(text);
    const Diagnostic fault = fault_of(text);
    CHECK(fault.line == line);
    CHECK_THAT(fault.what, ContainsSubstring(what));
  };
  check("graph [\nnode [ label \"x\" ]\n]", 2, "a node without id");
  check("graph [\nnode [ id 1 ]\nnode [ id 01 ]\n]", 3, "'1' stands in line 2 already");
  check("graph [\nnode [ id 1.5 ] ]", 2, "id '1.5' is no whole number");
  check("graph [ node [ id 1\nid 2 ] ]", 2, "'id' stands twice");
  check(edge("weight 1\nweight 2"), 5, "'weight' stands twice");
  check("graph [ node [ id 1 ]\nedge [ source 1 ] ]", 2, "an edge without target");
  check("graph [ node [ id 1 ]\nedge [ source 1 target 3 ] ]", 2, "no node has the id '3'");
  check("graph [\ndirected 2 ]", 2, "directed is '2'");
  check("graph [ ]\ngraph [ ]", 2, "a second graph");
  check("\n\nCreator \"x\"", 0, "there is no graph");
  check("graph [\nnode [ id 1 ] ] ]", 2, "a ] that closes no list");
  check("graph [\nnode [ id 1 ]", 1, "not closed");
  check("graph [\n\nnode [ id 1", 3, "not closed");
  check("graph [\nnode [ id 1 label \"x ] ]", 2, "has no end");
  check("graph [ node [ id 1 x\n] ]", 1, "'x' has no value");
  check("graph [\n{ }", 2, "'{' is no key");
  check(edge("weight \"inf\""), 4, "weight 'inf' is no number");
  check(edge("weight 1e999"), 4, "'1e999', the value of 'weight', is no number");
  check(edge("weight NAN"), 4, "weight 'NAN' is no number");
  check(edge("weight +-1"), 4, "is no number");
  check(edge("date \"2019-02-30\""), 4, "2019-02 has no day 30");
  check(node("note true"), 1, "'true', the value of 'note'");
  CHECK_THAT(fault_of(node("note true")).mend, ContainsSubstring("quotes"));
  CHECK_THAT(fault_of(edge("weight 1,5")).mend, ContainsSubstring("a point, not a comma"));
  const GraphRead out =
      read("graph [\nnode [ ]\nnode [ id 1 ]\nedge [ source 1 target 1 weight 1,5 ]\nnode [ id 1 ]\n]");
  REQUIRE(out.faults.errors() == 3);
  CHECK(out.faults.shown()[2].line == 5);
}

TEST_CASE("GML: what is written is read back equal", "[gml]") {
  for (const bool directed : {false, true}) {
    const Network network = weird_network({.directed = directed, .controls = true});
    check_equal(again(network), network);
  }
  check_equal(again(weird_network({.types = false, .isolates = false})),
              weird_network({.types = false, .isolates = false}));
  const Network bare = weird_network({.labels = false,
                                      .weights = false,
                                      .dates = false,
                                      .ends = false,
                                      .types = false,
                                      .actor_columns = false,
                                      .edge_columns = false});
  check_equal(again(bare), bare);
  check_equal(again(good("graph [ ]")), good("graph [ ]"));
}

TEST_CASE("GML: columns keep names that are no keys, and numbers their text", "[gml]") {
  PlainBuilder graph;
  graph.two_mode = true;
  graph.title = "\u043C\u0430\u043F\u0430 \"1\"";
  const AgreementId only = graph.add(graph.actor("a"), graph.actor("b"), 1);
  graph.set_weight(only, 3e20);
  for (const char* name : {"id", "label", "name", "", " ", "1st", "a b", "a_b", "x_2", "\u0433\u043E\u0434", "x_"}) {
    graph.set_actor_cell(0, graph.actor_column(name, AttributeType::text), name);
    graph.set_edge_cell(only, graph.edge_column(name, AttributeType::boolean), "TRUE");
  }
  for (const char* name : {"source", "target", "weight", "value", "date", "until", "type", "key"}) {
    graph.set_edge_cell(only, graph.edge_column(name, AttributeType::integer), "-007");
  }
  for (const char* text : {"1e5", "1.0e5", "1E5", "0.5", ".5", "5.", "99999999999", "+1", "007", "x", "inf", "-1e-7"}) {
    graph.set_actor_cell(1, graph.actor_column(text, AttributeType::number), text);
  }
  Diagnostics faults;
  const Network network = graph.freeze(faults);
  check_equal(again(network), network);
}

TEST_CASE("GML: the bytes written are ASCII with points, whatever the locale", "[gml][case]") {
  const Network network = weird_network({.controls = true});
  const std::string bytes = good_bytes(write_gml, network);
  CHECK(std::ranges::all_of(bytes, [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
  const std::locale before = std::locale::global(std::locale(std::locale::classic(), new Commas));
  const std::string with_commas = good_bytes(write_gml, network);
  const Network read_back = good(bytes);
  std::locale::global(before);
  CHECK(with_commas == bytes);
  check_equal(read_back, network);
}

TEST_CASE("GML: a small network is written as people expect it", "[gml]") {
  PlainBuilder graph;
  graph.set_label(graph.actor("BY-HM"), "Minsk \"city\" & more");
  graph.set_weight(graph.add(0, graph.actor("x"), 1), 0.5);
  graph.set_actor_cell(1, graph.actor_column("a b", AttributeType::integer), "5");
  Diagnostics faults;
  CHECK(good_bytes(write_gml, graph.freeze(faults)) ==
        "Creator \"regionet\"\ngraph [\n  directed 0\n  multigraph 0\n  regionet [\n    two_mode 0\n"
        "    actor [ key \"a_b\" type \"integer\" name \"a b\" ]\n  ]\n"
        "  node [\n    id 0\n    label \"BY-HM\"\n    name \"Minsk &quot;city&quot; &amp; more\"\n  ]\n"
        "  node [\n    id 1\n    label \"x\"\n    a_b 5\n  ]\n"
        "  edge [\n    source 0\n    target 1\n    weight 0.5\n  ]\n]\n");
}

TEST_CASE("GML: a text that is not UTF-8 is refused, each one", "[gml]") {
  PlainBuilder graph;
  graph.set_label(graph.actor("a"), "\xFF");
  graph.actor("\xC3");
  Diagnostics none;
  const Network network = graph.freeze(none);
  Diagnostics faults;
  static_cast<void>(write_graph(write_gml, network, faults));
  REQUIRE(faults.errors() == 2);
  CHECK_THAT(faults.shown()[0].what, ContainsSubstring("actor 1: '\\xff' is not UTF-8"));
}

TEST_CASE("GML: files of ours are refused where they contradict themselves", "[gml]") {
  const std::string own = "graph [ regionet [ two_mode 0 ]\n";
  CHECK_THAT(fault_of(own + "node [ id 0 ] ]").what, ContainsSubstring("node 0 has no label"));
  CHECK_THAT(fault_of(own + "node [ id 0 label \"a\" ] node [ id 1 label \"a\" ] ]").what,
             ContainsSubstring("'a' stands in line 2 already"));
  CHECK_THAT(fault_of(own + "node [ id 0 label \"a\" ] node [ id 0 label \"b\" ] ]").what,
             ContainsSubstring("the node id 0 stands twice"));
  CHECK_THAT(fault_of(own + "node [ id 0 label \"a\" ]\nedge [ source 0 target 1 ] ]").what,
             ContainsSubstring("no node before this edge"));
  CHECK_THAT(fault_of("graph [ node [ id 0 label \"a\" ] regionet [ ] ]").what, ContainsSubstring("after the first"));
}

TEST_CASE("GML: hostile files end in an error, soon and small", "[gml]") {
  const auto times = [](std::size_t n, const std::string& piece) {
    std::string out;
    for (std::size_t i = 0; i < n; ++i) out += piece;
    return out;
  };
  CHECK_THAT(fault_of(times(200'000, "a [ ")).what, ContainsSubstring("more than 100 lists"));
  CHECK_THAT(fault_of("graph [ node [ " + times(200'000, "a [ ")).what, ContainsSubstring("more than 100 lists"));
  std::string widening = "graph [\n";
  for (int i = 0; i < 20'000; ++i) widening += fmt::format("node [ id {0} k{0} 1 ]\n", i);
  CHECK_THAT(fault_of(widening + "]").what, ContainsSubstring("more attributes than the size of the file allows"));
  CHECK(column_of(good(node(times(100'000, "tag 1 "))), 0, "tag").size() == 199'999);
  CHECK(read("graph [ " + times(100'000, "edge [ source 1 target 2 ] ") + "]").faults.errors() == 200'000);
  CHECK(good(node("label \"" + times(200'000, "&") + "\"")).name(0).size() == 200'000);
  CHECK(read("graph [ node [ id 1 " + times(50'000, "a 1 b 1 weight 1 ") + "] ]").faults.errors() == 0);
}

}  // namespace regionet::test::gml_test

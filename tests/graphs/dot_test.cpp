// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/dot.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/plain_networks.hpp"

namespace regionet::test::dot_test {
namespace {

GraphRead read(std::string_view text, const ReadOptions& options = {}) { return read_graph(read_dot, text, options); }
Network good(std::string_view text, const ReadOptions& options = {}) { return good_graph(read_dot, text, options); }
Diagnostic fault_of(std::string_view text, const ReadOptions& options = {}) {
  return graph_fault(read_dot, text, options);
}

using Texts = std::vector<std::string>;

Texts ids(const Network& network) {
  Texts out;
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) out.emplace_back(network.id(actor));
  return out;
}

/// `from>to`, edge by edge.
Texts edges(const Network& network) {
  Texts out;
  for (AgreementId edge = 0; edge < network.agreement_count(); ++edge) {
    const auto ends = network.participants(edge);
    out.push_back(fmt::format("{}>{}", network.id(ends[0]), network.id(ends[1])));
  }
  return out;
}

/// The cells of a column, `-` where there is no such column.
Texts column(const Network& network, std::string_view name) {
  const auto columns = network.actor_attributes();
  const auto found = std::ranges::find(columns, name, &Attribute::name);
  if (found == columns.end()) return {"-"};
  Texts out;
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) {
    out.emplace_back(network.actor_attribute(actor, static_cast<std::size_t>(found - columns.begin())));
  }
  return out;
}

Texts edge_column(const Network& network, std::string_view name) {
  const auto columns = network.attributes();
  const auto found = std::ranges::find(columns, name, &Attribute::name);
  if (found == columns.end()) return {"-"};
  Texts out;
  for (AgreementId edge = 0; edge < network.agreement_count(); ++edge) {
    out.emplace_back(network.attribute(edge, static_cast<std::size_t>(found - columns.begin())));
  }
  return out;
}

std::string times(std::size_t n, const std::string& piece) {
  std::string out;
  for (std::size_t i = 0; i < n; ++i) out += piece;
  return out;
}

}  // namespace

TEST_CASE("DOT: fields of edges reach the model, other attributes are columns", "[dot]") {
  const Network network = good(
      "digraph \"two cities\" {\n  a [label=\"A b\", people=5]; b [people=\"7\" x=y]\n"
      "  a -> b [weight=1.5 date=\"2016-05\"; until=2020, type=twin, label=\"tie\"]\n  [km=12];\n\n  b -> a\n}\n");
  CHECK(network.directed());
  CHECK(network.info().title == "two cities");
  CHECK(ids(network) == Texts{"a", "b"});
  CHECK(network.name(0) == "A b");
  CHECK(column(network, "people") == Texts{"5", "7"});
  CHECK(column(network, "x") == Texts{"", "y"});
  CHECK(network.weight(0) == 1.5);
  CHECK(network.weight(1) == 1);
  CHECK(network.date_cell(0) == "2016-05");
  CHECK(network.agreement(0).until == "2020");
  CHECK(network.types()[network.type(0)].id == "twin");
  CHECK(network.types()[network.type(1)].id == "tie");
  CHECK(edge_column(network, "label") == Texts{"tie", ""});
  CHECK(edge_column(network, "km") == Texts{"12", ""});
  CHECK(network.line(0) == 3);
  CHECK(network.line(1) == 6);
  CHECK_FALSE(good("GRAPH { a -- b }").directed());
  ReadOptions options;
  options.columns = {{"weight", "km"}};
  CHECK(good("graph { a -- b [km=3 weight=2] }", options).weight(0) == 3);
}

TEST_CASE("DOT: ids are names, numbers, texts in quotes and HTML", "[dot]") {
  CHECK(ids(good("graph { a; -1.50 .5 007 _x \u043C\u0456\u043D\u0441\u043A \"\" }")) ==
        Texts{"", "-1.50", ".5", "007", "_x", "a", "\u043C\u0456\u043D\u0441\u043A"});
  CHECK(ids(good(R"(graph { "a\"b"; "a\\"; "\N\n\l"; "a\\\"b" })")) ==
        Texts{R"(\N\n\l)", R"(a"b)", R"(a\\)", R"(a\\"b)"});
  CHECK(ids(good("graph { \"a\\\nb\"; \"c\\\r\nd\"; \"e\nf\" }")) == Texts{"ab", "cd", "e\nf"});
  CHECK(ids(good("graph { \"a\" + /* c */ \"b\" + <\\> }")) == Texts{"ab\\"});
  const GraphRead html = read("graph { <a<b>c</b>>; b [note=<<i>x</i>>]; <b> }");
  CHECK(ids(html.network) == Texts{"a<b>c</b>", "b"});
  CHECK(column(html.network, "note") == Texts{"", "<i>x</i>"});
  CHECK(html.notes ==
        Texts{"1 ids stand as text and as HTML: each is one actor", "1 texts of HTML are kept as their source"});
}

TEST_CASE("DOT: comments of every kind, and none inside texts", "[dot]") {
  CHECK(ids(good("# pre { \n// x {\n/* { \n \" */ graph { a # b\n \"# /* // \" <# //> }\n// end\n/**/")) ==
        Texts{"# /* // ", "# //", "a"});
}

TEST_CASE("DOT: edges between groups, chains and lists, in the order of the file", "[dot]") {
  CHECK(edges(good("graph { a -- {b c} }")) == Texts{"a>b", "a>c"});
  CHECK(edges(good("digraph { {a b} -> {c; d} -> e }")) == Texts{"a>c", "a>d", "b>c", "b>d", "c>e", "d>e"});
  CHECK(edges(good("digraph { a, b -> c:p, d:q:ne }")) == Texts{"a>c", "a>d", "b>c", "b>d"});
  CHECK(edges(good("graph { c; {c b a b} -- x }")) == Texts{"c>x", "b>x", "a>x"});
  CHECK(edges(good("graph { {a {b {c}} a} -- subgraph s { d } s -- e }")) == Texts{"a>d", "b>d", "c>d", "s>e"});
  CHECK(edges(good("graph { subgraph s {a} subgraph s {b} x -- subgraph s {} }")) == Texts{"x>a", "x>b"});
  CHECK(edges(good("graph { a -- {b -- c} }")) == Texts{"b>c", "a>b", "a>c"});  // a group is read before its edges
  CHECK(edges(good("graph { a -- {} {} -- {} }")).empty());
  const Network lines = good("graph {\na -- b\n  -- {\nc\n--\nd } [x=1\n]\n}");
  CHECK(edges(lines) == Texts{"c>d", "a>b", "b>c", "b>d"});
  CHECK(lines.line(0) == 5);
  CHECK(lines.line(1) == 2);
  CHECK(lines.line(2) == 3);
}

TEST_CASE("DOT: ports are columns, not parts of ids", "[dot]") {
  const Network network = good("digraph { a:p -> b:\"q r\":sw; b -> c }");
  CHECK(ids(network) == Texts{"a", "b", "c"});
  CHECK(edge_column(network, "tailport") == Texts{"p", ""});
  CHECK(edge_column(network, "headport") == Texts{"q r:sw", ""});
}

TEST_CASE("DOT: defaults belong to what comes after them, in their subgraph", "[dot]") {
  const Network network = good(
      "graph { before; node [c=red, d=1]; a; subgraph s { node [c=blue]; b; a; { node [c=\"\"]; in } }\n"
      "after; z [c=green]; subgraph s { again } node [c=black d=\"\"] late; subgraph s { third } z [d=9] }");
  CHECK(ids(network) == Texts{"a", "after", "again", "b", "before", "in", "late", "third", "z"});
  CHECK(column(network, "c") == Texts{"red", "red", "blue", "blue", "", "", "black", "blue", "green"});
  CHECK(column(network, "d") == Texts{"1", "1", "1", "1", "", "1", "", "", "9"});
  const Network edges =
      good("graph { a -- b; edge [weight=2 c=x] a -- b; { edge [c=y] a -- b; a -- b [c=\"\" weight=3] } a -- b; }");
  CHECK(edge_column(edges, "c") == Texts{"", "x", "y", "", "x"});
  CHECK(edges.weight(0) == 1);
  CHECK(edges.weight(2) == 2);
  CHECK(edges.weight(3) == 3);
  CHECK(good("graph { node [label=\"\\N\"] a; node [label=N] b; c [label=\"\"] }").name(0) == "a");
  CHECK(good("graph { node [label=\"\\N\"] a; node [label=N] b; c [label=\"\"] }").name(1) == "N");
  CHECK(good("graph { node [label=\"\\N\"] a; node [label=N] b; c [label=\"\"] }").name(2) == "c");
  CHECK(good("graph { node [never=\"\"] edge [at=\"\" key=\"\" weight=\"\"] }").actor_attributes()[0].name == "never");
}

TEST_CASE("DOT: strict graphs and keys merge edges, and it is told how many", "[dot]") {
  const GraphRead strict = read("strict graph { a:p -- b:q [x=1]; b:r -- a [y=2 weight=3]; a -- c; a -- a; a -- a }");
  CHECK(edges(strict.network) == Texts{"a>b", "a>c", "a>a"});
  CHECK(edge_column(strict.network, "x") == Texts{"1", "", ""});
  CHECK(edge_column(strict.network, "y") == Texts{"2", "", ""});
  CHECK(edge_column(strict.network, "tailport") == Texts{"p", "", ""});
  CHECK(edge_column(strict.network, "headport") == Texts{"r", "", ""});
  CHECK(strict.network.weight(0) == 3);
  CHECK(strict.notes == Texts{"the graph is strict: 2 edges that stand again are one with the first"});
  CHECK(edges(good("strict digraph { a -> b; b -> a; a -> b }")) == Texts{"a>b", "b>a"});
  const GraphRead keys = read("digraph { a->b [key=1]; a->b [key=2]; a->b [key=1 x=y]; a->b; a->b; b->a [key=1] }");
  CHECK(edges(keys.network) == Texts{"a>b", "a>b", "a>b", "a>b", "b>a"});
  CHECK(edge_column(keys.network, "key") == Texts{"1", "2", "", "", "1"});
  CHECK(edge_column(keys.network, "x") == Texts{"y", "", "", "", ""});
  CHECK_THAT(keys.notes.at(0), ContainsSubstring("1 edges that have the key of another"));
}

TEST_CASE("DOT: subgraphs are read flat, the cluster of a node is a column", "[dot]") {
  const GraphRead out = read(
      "graph { rankdir=LR; graph [size=\"1,1\"]; subgraph cluster_by { label=Belarus; Minsk; { Brest } both }\n"
      "subgraph cluster_cn { Gansu; both; subgraph cluster_in { Hubei } } subgraph s { Minsk } {x y} [color=red] z }");
  CHECK(ids(out.network) == Texts{"Brest", "Gansu", "Hubei", "Minsk", "both", "x", "y", "z"});
  CHECK(column(out.network, "cluster") ==
        Texts{"cluster_by", "cluster_cn", "cluster_in", "cluster_by", "", "", "", ""});
  CHECK(out.notes ==
        Texts{"4 named subgraphs are read flat", "the column 'cluster' names the cluster of a node",
              "1 nodes stand in several clusters: 'cluster' is empty there",
              "attributes of graphs and groups are not kept: color (1), label (1), rankdir (1), size (1)"});
  const GraphRead own = read("graph { subgraph cluster_a { a [cluster=mine] } }");
  CHECK(column(own.network, "cluster") == Texts{"mine"});
  CHECK_THAT(own.notes.at(1), ContainsSubstring("the clusters are not kept"));
}

TEST_CASE("DOT: two sides, declared by the file or by the option", "[dot]") {
  CHECK(good("graph { graph [two_mode=\"true\"]; a -- b }").two_mode());
  CHECK_THAT(fault_of("graph { two_mode=true; a -- b;\nb -- c }").what, ContainsSubstring("both sides"));
  ReadOptions options;
  options.two_mode = true;
  CHECK(good("digraph { a -> b }", options).two_mode());
}

TEST_CASE("DOT: what the grammar does not know is refused where it stands", "[dot]") {
  const auto check = [](const std::string& text, std::uint64_t line, std::uint64_t column, const std::string& what) {
    INFO(text);
    const Diagnostic fault = fault_of(text);
    CHECK(fault.line == line);
    CHECK(fault.column == column);
    CHECK_THAT(fault.what, ContainsSubstring(what));
  };
  check("", 1, 1, "the file ends too soon");
  check("hello", 1, 1, "'hello' cannot stand here");
  check("graph a b {}", 1, 9, "'b' cannot stand here");
  check("graph {\n a -> b }", 2, 4, "-> in an undirected graph");
  check("digraph {\n a -- b }", 2, 4, "-- in a directed graph");
  check("graph { a --", 1, 13, "the file ends too soon");
  check("graph { a -- ; }", 1, 14, "';' cannot stand here");
  check("graph { a -- node }", 1, 14, "'node' cannot stand here");
  check("graph { a\n[x] }", 2, 3, "']' cannot stand here");
  check("graph { a [x=] }", 1, 14, "']' cannot stand here");
  check("graph { a [x=1 }", 1, 16, "'}' cannot stand here");
  check("graph { node a }", 1, 14, "'a' cannot stand here");
  check("graph { subgraph s; }", 1, 19, "';' cannot stand here");
  check("graph { a, }", 1, 12, "'}' cannot stand here");
  check("graph { a: }", 1, 12, "'}' cannot stand here");
  check("graph { {a}, b }", 1, 12, "',' cannot stand here");
  check("graph { a }\n}", 2, 1, "something stands behind the graph");
  check("graph { a }\ngraph { b }", 2, 1, "something stands behind the graph");
  check("graph {\n\"a }", 2, 1, "has no end");
  check("graph {\n<a }", 2, 1, "is not closed");
  check("graph {\n/* a }", 2, 1, "the comment that begins here");
  check("graph { a @ b }", 1, 11, "'@' has no meaning");
  check("graph { a - b }", 1, 11, "'-' has no meaning");
  check("graph { \"a\" + b }", 1, 15, "no text behind +");
  for (const std::string bare : {"1e5", "1.2.3", "a.b", "12ab", "a-1", "a\"b\"", "1.5.", "a<b>"}) {
    check("graph { " + bare + " }", 1, 9, "'" + bare.substr(0, 2));
  }
  check("graph { \"a\"b }", 1, 12, "goes on behind its end");
  check("graph { a [l=\"say \"hi\"\"] }", 1, 20, "goes on behind its end");
  check("graph {\na -- b [\nweight=\"1,5\"] }", 3, 1, "weight '1,5' is no number");
  check("graph {\na -- b [date=\"2019-02-30\"] }", 2, 9, "2019-02 has no day 30");
  CHECK_THAT(fault_of("graph { 1e5 }").mend, ContainsSubstring("quotes"));
  const Diagnostic once = fault_of("graph { edge [\nweight=x]; {a b} -- {c d} }");  // not at each of the four
  CHECK(once.line == 2);
  CHECK(read("graph {\na -- b [weight=x]\na -- b [weight=inf date=y] }").faults.errors() == 3);
}

TEST_CASE("DOT: hostile files end in an error, soon and small", "[dot]") {
  CHECK_THAT(fault_of("graph " + times(200'000, "{")).what, ContainsSubstring("more than 100 subgraphs"));
  CHECK_THAT(fault_of("graph { a [x=" + std::string(200'000, '<')).what, ContainsSubstring("is not closed"));
  CHECK_THAT(fault_of("graph { " + times(100'000, "\"\\\"") + " }").what, ContainsSubstring("'\\' has no meaning"));
  CHECK(good("graph { a [x=\"" + times(100'000, "y\"+\"") + "\"] }").actor_attribute(0, 0).size() == 100'000);
  std::string group = "{";
  for (int i = 0; i < 3000; ++i) group += fmt::format("n{} ", i);
  const std::string pairs = "groups and defaults make more than";
  CHECK_THAT(fault_of("graph { subgraph a " + group + "} subgraph a {} -- subgraph a {} }").what,
             ContainsSubstring(pairs));
  CHECK_THAT(
      fault_of("graph { subgraph a {" + times(5000, "{x}") + "}" + times(5000, "subgraph a {} -- y;") + "}").what,
      ContainsSubstring(pairs));
  std::string defaults = "graph { node [";
  for (int i = 0; i < 3000; ++i) defaults += fmt::format("a{}=1 ", i);
  CHECK_THAT(fault_of(defaults + "] " + times(3000, "{ node [a=1] }") + " }").what, ContainsSubstring(pairs));
  CHECK_THAT(fault_of(defaults + "] " + group + "} }").what, ContainsSubstring(pairs));
  std::string widening = "graph {\n";
  for (int i = 0; i < 20'000; ++i) widening += fmt::format("n{0} [k{0}=1]\n", i);
  CHECK_THAT(fault_of(widening + "}").what, ContainsSubstring("more attributes than the size of the file allows"));
  CHECK(good("graph {" + times(100'000, "{}") + "}").actor_count() == 0);
}

}  // namespace regionet::test::dot_test

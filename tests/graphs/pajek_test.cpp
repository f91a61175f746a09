// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/pajek.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/plain_networks.hpp"

namespace regionet::test::pajek_test {
namespace {

GraphRead read(std::string_view text, const ReadOptions& options = {}) { return read_graph(read_pajek, text, options); }
Network good(std::string_view text, const ReadOptions& options = {}) { return good_graph(read_pajek, text, options); }
Diagnostic fault_of(std::string_view text, const ReadOptions& options = {}) {
  return graph_fault(read_pajek, text, options);
}
Network again(const Network& network) { return good(good_bytes(write_pajek, network)); }

/// `from>to=weight:type`, edge by edge.
std::vector<std::string> edges(const Network& network) {
  std::vector<std::string> out;
  for (AgreementId edge = 0; edge < network.agreement_count(); ++edge) {
    const auto ends = network.participants(edge);
    out.push_back(fmt::format("{}>{}={}", network.id(ends[0]), network.id(ends[1]), network.weight(edge)));
    if (network.has_types()) out.back() += ":" + network.types()[network.type(edge)].id;
  }
  return out;
}

using Texts = std::vector<std::string>;

Texts ids(const Network& network) {
  Texts out;
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) out.emplace_back(network.id(actor));
  return out;
}

std::string cell(const Network& network, std::string_view id, std::string_view column) {
  const auto columns = network.actor_attributes();
  const auto found = std::ranges::find(columns, column, &Attribute::name);
  REQUIRE(found != columns.end());
  return std::string(
      network.actor_attribute(network.find_actor(id).value(), static_cast<std::size_t>(found - columns.begin())));
}

const std::string three = "*Vertices 3\n";

}  // namespace

TEST_CASE("case 035: labels with blanks, relations, arcs and edges in one file", "[pajek][case]") {
  const GraphRead out = read(
      "% invented\n*NETWORK two relations\n*vertices 5\n1 \"Minsk, Minsk region\" 0.1 0.2 ellipse\n"
      "2 \"Gansu Province, PRC\"\n\n3 Hubei\n5 \"Jilin\"\n*Arcs :1 \"memorandum\"\n1 2 2\n2 3\n"
      "*ARCS :2 \"twinning\"\n3 1 1\n*Edges :2 \"twinning\"\n1 5 4\n2 5\n");
  CHECK(out.faults.errors() == 0);
  const Network& network = out.network;
  CHECK(ids(network) == Texts{"4", "Gansu Province, PRC", "Hubei", "Jilin", "Minsk, Minsk region"});
  CHECK(network.info().title == "two relations");
  CHECK(network.directed());
  CHECK(edges(network) == Texts{"Minsk, Minsk region>Gansu Province, PRC=2:memorandum",
                                "Gansu Province, PRC>Hubei=1:memorandum", "Hubei>Minsk, Minsk region=1:twinning",
                                "Minsk, Minsk region>Jilin=4:twinning", "Gansu Province, PRC>Jilin=1:twinning",
                                // the edges, the other way round
                                "Jilin>Minsk, Minsk region=4:twinning", "Jilin>Gansu Province, PRC=1:twinning"});
  CHECK(network.line(0) == 10);
  CHECK(network.line(4) == 16);
  CHECK(cell(network, "Minsk, Minsk region", "y") == "0.2");
  CHECK(cell(network, "Minsk, Minsk region", "shape") == "ellipse");
}

TEST_CASE("case 035: a vertex listed twice, and numbers that are no vertices", "[pajek][case]") {
  const Diagnostic twice = fault_of("*Vertices 3\n1 \"Minsk\"\n2 \"Gansu\"\n2 \"Hubei\"\n*Edges\n1 2\n");
  CHECK(twice.line == 4);
  CHECK(twice.what == "vertex 2 is listed twice");
  const GraphRead bad = read("*Vertices 3\n1 \"Minsk\"\n2 \"Gansu\"\n3 \"Hubei\"\n*Arcslist\n1 -2 0\n");
  REQUIRE(bad.faults.errors() == 2);
  CHECK(bad.faults.shown()[0].line == 6);
  CHECK(bad.faults.shown()[0].column == 3);
  CHECK(bad.faults.shown()[0].what == "'-2' is no vertex");
  CHECK(bad.faults.shown()[1].what == "'0' is no vertex");
  CHECK(bad.faults.shown()[1].expected == "a number from 1 to 3");
}

TEST_CASE("case 035: cells of a matrix are arcs", "[pajek][case]") {
  const Network network = good("*Vertices 3\n1 \"Minsk\"\n2 \"Gansu\"\n3 \"Hubei\"\n*Matrix\n0 2 0\n1 0 3\n0 0 1\n");
  CHECK(network.directed());
  CHECK(edges(network) == Texts{"Minsk>Gansu=2", "Gansu>Minsk=1", "Gansu>Hubei=3", "Hubei>Hubei=1"});
  CHECK(network.line(2) == 7);
}

TEST_CASE("case 019: vertices without an edge are actors", "[pajek][case]") {
  const Network network = good("*Vertices 3\n1 \"Minsk\"\n2 \"Gansu\"\n3 \"Mogilev\"\n*Edges\n1 2\n");
  CHECK(network.actor_count() == 3);
  CHECK_FALSE(network.directed());
  CHECK_FALSE(network.has_weights());
  CHECK(edges(network) == Texts{"Minsk>Gansu=1"});
}

TEST_CASE("case 057: a count that the file cannot hold is refused before anything is made", "[pajek][case]") {
  const Diagnostic fault = fault_of("*Vertices 4000000000\n1 \"Minsk\"\n*Edges\n1 2\n");
  CHECK(fault.line == 1);
  CHECK_THAT(fault.what, ContainsSubstring("4000000000"));
  CHECK_THAT(fault.expected, ContainsSubstring("at most 100042, one for each byte"));
  CHECK_THAT(fault_of("*Vertices 99999999999999999999\n").what, ContainsSubstring("99999999999999999999"));
  CHECK_THAT(fault_of("*Vertices -1\n").what, ContainsSubstring("'-1'"));
  CHECK_THAT(fault_of("*Vertices 3 4\n").what, ContainsSubstring("'4'"));
  CHECK_THAT(fault_of("*Vertices\n").what, ContainsSubstring("without a number"));
  CHECK(good("*Vertices 1200\n").actor_count() == 1200);  // vertices need no line
}

TEST_CASE("Pajek: labels are the ids where no two are the same, otherwise the numbers are", "[pajek]") {
  CHECK(ids(good(three + "3 c\n1 \"\"\n2 \"a b\" 1 2\n")) == Texts{"", "a b", "c"});
  CHECK(ids(good(three)) == Texts{"1", "2", "3"});
  CHECK(ids(good(three + "1 2\n2 1\n")) == Texts{"1", "2", "3"});  // all distinct, though not their numbers
  const GraphRead same = read(three + "1 a\n3 a\n*Edges\n1 3\n");
  CHECK(ids(same.network) == Texts{"1", "2", "3"});
  CHECK(same.network.name(2) == "a");
  CHECK(same.network.name(1) == "2");
  CHECK_THAT(same.notes.at(0), ContainsSubstring("two vertices are called 'a'"));
  const GraphRead number = read(three + "1 2\n3 \n");  // vertex 2 has no label and is called 2 itself
  CHECK(ids(number.network) == Texts{"1", "2", "3"});
  CHECK(number.network.name(0) == "2");
}

TEST_CASE("Pajek: characters by their number are read, and only they", "[pajek]") {
  CHECK(ids(good("*Vertices 2\n1 \"&#1052;&#34;&#x41;\"\n2 &#32;\n")) == Texts{" ", "\u041C\"A"});
  CHECK(ids(good("*Vertices 2\n1 \"&amp;&#;&#0;&#\"\n2 \"a\\\"\n")) == Texts{"&amp;&#;&#0;&#", "a\\"});
}

TEST_CASE("Pajek: sections in any case, lists, relations by their number, comments", "[pajek]") {
  CHECK(edges(good(three + "*aRcSlIsT\n1 2 3\n%\n\n  3 1\n")) == Texts{"1>2=1", "1>3=1", "3>1=1"});
  CHECK(edges(good(three + "*Edgeslist\n1 2 1\n")) == Texts{"1>2=1", "1>1=1"});
  CHECK(edges(good(three + "*Arcs :1 \"a b\"\n*Arcs :2 c d \n*Arcs\n1 2 5\n2: 2 3\n7: 3 1\n*Arcs :1\n1 1\n")) ==
        Texts{"1>2=5:tie", "2>3=1:c d", "3>1=1:7", "1>1=1:a b"});
  CHECK(edges(good(three + "*Matrix :1 \"m\"\n0 0.5 0 0 0\n0 0 0 -1\r\n")) == Texts{"1>2=0.5:m", "3>3=-1:m"});
  CHECK(good("*vertices 0\n*ARCS\n").directed());
  CHECK_FALSE(good("*vertices 2\n*arcs\n*edges\n1 2\n").directed());
  ReadOptions directed;
  directed.directed = true;
  CHECK(good("*vertices 2\n", directed).directed());                     // the file does not say
  CHECK_FALSE(good("*vertices 2\n*edges\n1 2\n", directed).directed());  // it does
}

TEST_CASE("Pajek: coordinates and parameters are columns", "[pajek]") {
  const Network network = good(
      "*Vertices 4\n1 a 0.1 0.25 0.5 box ic Blue x_fact 2\n2 b 1 2 ic \"light blue\" [1-3,5]\n3 c diamond\n4 d [1-*]\n"
      "*Edges\n1 2 1.5 l \"an edge\" w 3\n2 3 c Red [2]\n");
  const std::vector<Attribute> columns{{"x", AttributeType::number}, {"y", AttributeType::number},
                                       {"z", AttributeType::number}, {"shape", AttributeType::text},
                                       {"ic", AttributeType::text},  {"x_fact", AttributeType::number},
                                       {"time", AttributeType::text}};
  CHECK(std::ranges::equal(network.actor_attributes(), columns));
  CHECK(cell(network, "a", "z") == "0.5");
  CHECK(cell(network, "b", "ic") == "light blue");
  CHECK(cell(network, "b", "shape").empty());
  CHECK(cell(network, "b", "time") == "[1-3,5]");
  CHECK(cell(network, "c", "shape") == "diamond");
  CHECK(edges(network) == Texts{"a>b=1.5", "b>c=1"});
  CHECK(network.attribute(0, 0) == "an edge");
  check_equal(again(network), network);
}

TEST_CASE("Pajek: two sides", "[pajek]") {
  const std::string sides = "*Vertices 4 2\n";
  const Network network = good(sides + "*Edges\n1 3\n4 2 7\n");
  CHECK(network.two_mode());
  CHECK(edges(network) == Texts{"1>3=1", "2>4=7"});
  CHECK(edges(good(sides + "*Arcs\n1 3\n")) == Texts{"1>3=1"});
  CHECK(edges(good(sides + "*Matrix\n1 0\n2 3\n")) == Texts{"1>3=1", "2>3=2", "2>4=3"});
  CHECK_FALSE(good(sides + "*Matrix\n1 0\n2 3\n").directed());
  CHECK_THAT(fault_of(sides + "*Edges\n1 2\n").what, ContainsSubstring("1 to 2 does not lead from the first side"));
  CHECK_THAT(fault_of(sides + "*Arcs\n3 1\n").what, ContainsSubstring("3 to 1"));
  ReadOptions options;
  options.two_mode = true;
  CHECK(good(three + "*Edges\n1 2\n1 3\n", options).two_mode());
  CHECK_THAT(fault_of(three + "*Edges\n1 2\n3 1\n", options).what, ContainsSubstring("both sides"));
}

TEST_CASE("Pajek: other sections are skipped and named", "[pajek]") {
  const GraphRead out =
      read(three + "*Edges\n1 2\n*Partition \"half\n*Vertices 3\n1\n2\n2\n*Vector\n*Vertices 3\n0.5\n");
  CHECK(out.faults.errors() == 0);
  CHECK(out.network.agreement_count() == 1);
  CHECK(out.notes.at(0) == "sections were skipped: *partition (1), *vector (1)");
}

TEST_CASE("Pajek: each fault is told where it stands", "[pajek]") {
  const auto check = [](const std::string& text, std::uint64_t line, std::uint64_t column, const std::string& what) {
    INFO(text);
    const Diagnostic fault = fault_of(text);
    CHECK(fault.line == line);
    CHECK(fault.column == column);
    CHECK_THAT(fault.what, ContainsSubstring(what));
  };
  check(three + "4 d\n", 2, 1, "'4' is no vertex");
  check(three + "one d\n", 2, 1, "'one' is no vertex");
  check(three + "1 \"d\n", 2, 3, "has no end");
  check(three + "1 \"d\"e\n", 2, 6, "goes on behind");
  check(three + "1 d 0.1 0,2\n", 2, 9, "y '0,2' is no number");
  check(three + "1 d 0.1 0.2 box ic\n", 2, 17, "'ic' has no value");
  check(three + "*Edges\n1\n", 3, 1, "one cell");
  check(three + "*Edges\n1 2 1,5\n", 3, 5, "weight '1,5' is no number");
  check(three + "*Edges\n1 2 inf\n", 3, 5, "weight 'inf' is no number");
  check(three + "*Edges\n1 2 -NaN\n", 3, 5, "weight '-NaN' is no number");
  check(three + "*Edges\n1 2 1 w\n", 3, 7, "'w' has no value");
  check(three + "*Edges\n 1 4\n", 3, 4, "'4' is no vertex");
  check(three + "*Edges\n1 1.5\n", 3, 3, "'1.5' is no vertex");
  check(three + "*Matrix\n1 0\n1 1\n", 4, 0, "the matrix ends after 4 cells");
  check("*Vertices 1\n*Matrix\n1 0\n", 3, 3, "the matrix goes on after its last cell");
  check("*Vertices 1\n*Matrix\nx\n", 3, 1, "'x' is no number");
  check("\n1 2\n", 2, 1, "a line before any section");
  check("*Edges\n1 2\n", 1, 1, "*edges before *Vertices");
  check(three + "*Vertices 3\n", 2, 1, "a second *Vertices");
  check(three + "*Network b\n", 2, 1, "a second network");
  check("", 0, 0, "there is no *Vertices");
  CHECK_THAT(fault_of(three + "*Edges\n1 2 1,5\n").mend, ContainsSubstring("a point, not a comma"));
}

TEST_CASE("Pajek: what is written is read back equal", "[pajek]") {
  for (const bool directed : {false, true}) {
    const Network network = weird_network({.directed = directed,
                                           .controls = true,
                                           .labels = false,
                                           .dates = false,
                                           .ends = false,
                                           .actor_columns = false,
                                           .edge_columns = false});
    check_equal(again(network), network);
  }
  const Network named = weird_network({.ids = false,
                                       .weights = false,
                                       .dates = false,
                                       .ends = false,
                                       .types = false,
                                       .actor_columns = false,
                                       .edge_columns = false});
  CHECK_THAT(good_bytes(write_pajek, named), ContainsSubstring("% regionet: the numbers are the ids"));
  check_equal(again(named), named);
  for (const std::string text : {"*Vertices 0\n*Arcs\n", "*Network  a  \"b\"\n*Vertices 3 2\n*Edges\n2 3\n",
                                 "*Network \" a&#10;\"\n*Vertices 4 2\n*Arcs\n1 4\n", "*Vertices 2\n1 a\n2 a\n"}) {
    check_equal(again(good(text)), good(text));
  }
}

TEST_CASE("Pajek: parameters that look like something else come back", "[pajek]") {
  PlainBuilder graph;
  const std::vector<std::string> texts{"box", "5", "-x", "inf", "[1]", "a b", "\"", "007", "+1", "#ff0000", "1,5"};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const ActorId actor = graph.actor(fmt::format("a{:02}", i));
    graph.set_actor_cell(actor, graph.actor_column("x", AttributeType::number), i % 3 == 2 ? "" : "1e5");
    graph.set_actor_cell(actor, graph.actor_column("y", AttributeType::number), i % 3 == 0 ? "-.5" : "");
    graph.set_actor_cell(actor, graph.actor_column("shape", AttributeType::text), i % 2 == 0 ? texts[i] : "");
    graph.set_actor_cell(actor, graph.actor_column("ic", AttributeType::text), texts[i]);
    graph.set_actor_cell(actor, graph.actor_column("phi", AttributeType::number), i % 2 == 0 ? "1e+20" : "");
    const AgreementId edge = graph.add(0, actor, i);
    graph.set_edge_cell(edge, graph.edge_column("l", AttributeType::text), texts[i]);
    graph.set_edge_cell(edge, graph.edge_column("time", AttributeType::text), i % 2 == 0 ? "[1-3]" : "");
  }
  Diagnostics none;
  const Network network = graph.freeze(none);
  check_equal(again(network), network);
}

TEST_CASE("Pajek: what has no place is told", "[pajek]") {
  PlainBuilder graph;
  graph.set_label(graph.actor("a"), "A");
  graph.set_actor_cell(0, graph.actor_column("people", AttributeType::integer), "5");
  graph.set_actor_cell(0, graph.actor_column("x", AttributeType::text), "left");
  graph.set_edge_cell(graph.add(0, 0, 1), graph.edge_column("time", AttributeType::text), "noon");
  Diagnostics none;
  const Network network = graph.freeze(none);
  Diagnostics faults;
  CHECK(write_graph(write_pajek, network, faults) == "*Vertices 1\n1 \"a\"\n*Edges\n1 1\n");
  CHECK(faults.errors() == 0);
  REQUIRE(faults.warnings() == 4);
  CHECK_THAT(faults.shown()[0].what, ContainsSubstring("1 names beside the ids are not written"));
  CHECK_THAT(faults.shown()[1].what, ContainsSubstring("'people'"));
  CHECK_THAT(faults.shown()[2].what, ContainsSubstring("'x'"));
  CHECK_THAT(faults.shown()[3].what, ContainsSubstring("'time'"));
}

TEST_CASE("Pajek: hostile files end in an error, soon and small", "[pajek]") {
  std::string widening = "*Vertices 20000\n";
  for (int i = 1; i <= 20'000; ++i) widening += fmt::format("{0} k{0} x{0} 1\n", i);
  CHECK_THAT(fault_of(widening).what, ContainsSubstring("more attributes than the size of the file allows"));
  CHECK(read(three + "*Edges\n" + std::string(400'000, '\n') + "1 4\n").faults.shown().at(0).line == 400'003);
  CHECK_THAT(fault_of("*Vertices 4000 1000\n*Matrix\n" + std::string(200'000, ' ') + "1\n").what,
             ContainsSubstring("the matrix ends after 1 cells"));
  CHECK_THAT(fault_of(three + "1 \"" + std::string(1'000'000, '&')).what, ContainsSubstring("has no end"));
  std::string types = three + "*Edges\n";
  for (int i = 0; i < 300; ++i) types += fmt::format("{}: 1 2\n", i);
  CHECK(read(types).faults.errors() == 1);  // said once, not for every edge after it
}

}  // namespace regionet::test::pajek_test

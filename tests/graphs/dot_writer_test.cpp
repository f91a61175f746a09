// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <locale>

#include "graphs/io/dot.hpp"
#include "graphs/io/dot_text.hpp"
#include "graphs/io/edge_list.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/comma_locale.hpp"
#include "tests/support/plain_networks.hpp"

namespace regionet::test::dot_writer_test {
namespace {

Network good(std::string_view text) { return good_graph(read_dot, text); }
Network again(const Network& network) { return good(good_bytes(write_dot, network)); }

}  // namespace

TEST_CASE("case 049: names that are words or signs of the language keep what they are", "[dot][case]") {
  const Network network = good_graph(
      read_csv,
      "source,target\ngraph,node\nnode,Edge\nEdge,STRICT\nSTRICT,digraph\ndigraph,subgraph\nsubgraph,BY:Minsk\n"
      "BY:Minsk,a:ne\na:ne,1.2.3\n1.2.3,-7\n-7,1e5\n1e5,two words\ntwo words,\n,na\u00EFve\nna\u00EFve,graph\n");
  const Network back = again(network);
  CHECK(back.actor_count() == 14);
  CHECK(back.agreement_count() == 14);
  check_equal(back, network);
}

TEST_CASE("DOT: every text has a quoted form that is read back exactly", "[dot]") {
  // All texts of up to five of the bytes that mean something in quotes.
  const std::string bytes = "\\\"\na<\r";
  for (std::size_t length = 0; length <= 5; ++length) {
    for (std::size_t number = 0; number < static_cast<std::size_t>(std::pow(bytes.size(), length)); ++number) {
      std::string text;
      for (std::size_t rest = number; text.size() < length; rest /= bytes.size()) text += bytes[rest % bytes.size()];
      std::string source = "graph{";
      append_dot_text(source, text);
      const GraphRead out = read_graph(read_dot, source + "}");
      if (out.network.actor_count() == 1 && out.network.id(0) == text) continue;
      FAIL(printable(source) << " for " << printable(text));
    }
  }
  std::string out;
  append_dot_text(out, "a\"b\\\\");
  CHECK(out == R"("a\"b\\")");
  out.clear();
  append_dot_text(out, "C:\\");
  CHECK(out == R"("C:" + <\>)");
  out.clear();
  append_dot_text(out, "\\\"x");
  CHECK(out == R"("" + <\> + "\"x")");
}

TEST_CASE("DOT: what is written is read back equal, columns as text", "[dot]") {
  const auto as_text = [](std::vector<std::string> lines) {
    for (std::string& line : lines) {
      if (line.starts_with("actor column") || line.starts_with("edge column")) {
        line = line.substr(0, line.rfind(' ')) + " text";
      }
    }
    return lines;
  };
  for (const bool directed : {false, true}) {
    const Network network = weird_network({.directed = directed, .controls = true});
    check_same_lines(described(again(network)), as_text(described(network)));
  }
  const Network bare = weird_network({.controls = true,
                                      .labels = false,
                                      .weights = false,
                                      .dates = false,
                                      .ends = false,
                                      .types = false,
                                      .actor_columns = false,
                                      .edge_columns = false});
  check_equal(again(bare), bare);
  for (const std::string text :
       {"digraph {}", "graph \"a\\\"\" { two_mode=1; a -- b [key=x tailport=n \"\"=y]; a -- b [key=z] }",
        "graph { graph [two_mode=true] a -- b }", "graph { a [label=\"\\N (5)\" cluster=c \"a=b\"=\"\\\\\"] }"}) {
    check_equal(again(good(text)), good(text));
  }
}

TEST_CASE("DOT: a small network is written as people expect it, whatever the locale", "[dot]") {
  PlainBuilder graph;
  graph.title = "graph";
  graph.set_label(graph.actor("BY:HM"), "Minsk \"city\"");
  graph.set_weight(graph.add(0, graph.actor("x"), 1), 1234.5);
  graph.set_actor_cell(1, graph.actor_column("a b", AttributeType::integer), "5");
  Diagnostics none;
  const Network network = graph.freeze(none);
  const std::locale before = std::locale::global(std::locale(std::locale::classic(), new Commas));
  const std::string bytes = good_bytes(write_dot, network);
  std::locale::global(before);
  CHECK(bytes ==
        "graph \"graph\" {\n  node [\"a b\"=\"\"];\n  \"BY:HM\" [\"label\"=\"Minsk \\\"city\\\"\"];\n"
        "  \"x\" [\"a b\"=\"5\"];\n  \"BY:HM\" -- \"x\" [\"weight\"=\"1234.5\"];\n}\n");
}

TEST_CASE("DOT: columns that would be read as something else are refused", "[dot]") {
  PlainBuilder graph;
  graph.set_actor_cell(graph.actor("a"), graph.actor_column("label", AttributeType::text), "x");
  for (int i = 0; i < 3; ++i) {
    const AgreementId edge = graph.add(i == 1 ? graph.actor("b") : 0, i == 1 ? 0 : graph.actor("b"), 1);
    graph.set_edge_cell(edge, graph.edge_column("type", AttributeType::text), "x");
    graph.set_edge_cell(edge, graph.edge_column("key", AttributeType::text), i == 2 ? "" : "k");
  }
  Diagnostics none;
  const Network network = graph.freeze(none);
  Diagnostics faults;
  static_cast<void>(write_graph(write_dot, network, faults));
  REQUIRE(faults.errors() == 3);
  CHECK_THAT(faults.shown()[0].what, ContainsSubstring("'label' of the actors"));
  CHECK_THAT(faults.shown()[1].what, ContainsSubstring("'type' of the edges"));
  CHECK_THAT(faults.shown()[2].what, ContainsSubstring("edge 2 has the key 'k'"));
}

}  // namespace regionet::test::dot_writer_test

// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/metis.hpp"

#include "tests/support/plain_networks.hpp"

namespace regionet::test::metis_test {
namespace {

using Texts = std::vector<std::string>;

Network good(std::string_view text) { return test::good_graph(read_metis, text); }
Diagnostic fault_of(std::string_view text, const ReadOptions& options = {}) {
  return test::graph_fault(read_metis, text, options);
}
test::GraphRead read(std::string_view text) { return test::read_graph(read_metis, text); }
std::string bytes(const Network& network) { return test::good_bytes(write_metis, network); }

/// `source-target weight line` of each edge.
Texts edges(const Network& network) {
  Texts out;
  for (AgreementId at = 0; at < network.agreement_count(); ++at) {
    out.push_back(fmt::format("{}-{} {} {}", network.id(network.participants(at)[0]),
                              network.id(network.participants(at)[1]), network.weight(at), network.line(at)));
  }
  return out;
}

Texts column(const Network& network, std::size_t at) {
  Texts out;
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) out.emplace_back(network.actor_attribute(actor, at));
  return out;
}

constexpr auto integer = AttributeType::integer;

}  // namespace

TEST_CASE("METIS: a graph without weights", "[metis]") {
  const Network network = good("% a comment\n5 4\n2 3\n1 3\n%\n 2 1\t4 \n3\n\n");
  CHECK_FALSE(network.directed());
  CHECK_FALSE(network.has_weights());
  CHECK(network.actor_count() == 5);
  CHECK(edges(network) == Texts{"1-2 1 3", "1-3 1 3", "2-3 1 4", "3-4 1 6"});
  CHECK(network.agreements_of(4).empty());
}

TEST_CASE("METIS: the graph of the METIS manual: 7 vertices with three weights, 11 edges with one", "[metis]") {
  // METIS 5 manual, figure 2: the weights of vertices of (d) with those of edges of (b).
  const Network network = good(
      "7 11 011 3\n1 2 0 5 1 3 2 2 1\n0 2 2 1 1 3 2 4 1\n4 1 1 5 3 4 2 2 2 1 2\n2 2 3 2 1 3 2 6 2 7 5\n1 1 1 1 1 3 3 6 "
      "2\n"
      "2 2 1 5 2 4 2 7 6\n1 2 1 6 6 4 5\n");
  CHECK(network.agreement_count() == 11);
  CHECK(std::ranges::equal(network.actor_attributes(),
                           std::vector<Attribute>{{"weight1", integer}, {"weight2", integer}, {"weight3", integer}}));
  CHECK(column(network, 0) == Texts{"1", "0", "4", "2", "1", "2", "1"});
  CHECK(edges(network)[0] == "1-5 1 2");
  CHECK(edges(network)[10] == "6-7 6 7");
}

TEST_CASE("METIS: sizes, weights and their order in a line", "[metis]") {
  const Network network = good("2 1 111\n7 8 2 9\n5 6 1 9\n");
  CHECK(
      std::ranges::equal(network.actor_attributes(), std::vector<Attribute>{{"size", integer}, {"weight1", integer}}));
  CHECK(column(network, 0) == Texts{"7", "5"});
  CHECK(column(network, 1) == Texts{"8", "6"});
  CHECK(edges(network) == Texts{"1-2 9 2"});
  CHECK(good("1 0 100\n3\n").actor_attributes().size() == 1);
  CHECK(good("1 0 10 1\n3\n").actor_attributes()[0].name == "weight1");
  CHECK(good("2 1 1 0\n2 3\n1 3\n").weight(0) == 3);
}

TEST_CASE("METIS: parallel edges stay where both ends tell of as many", "[metis]") {
  CHECK(edges(good("2 3 1\n2 5 2 4 2 5\n1 5 1 5 1 4\n")) == Texts{"1-2 5 2", "1-2 4 2", "1-2 5 2"});
  CHECK_THAT(fault_of("2 2\n2 2\n1\n").what, ContainsSubstring("vertex 1 lists 2, whose line does not list it"));
}

TEST_CASE("METIS: the header must be one", "[metis]") {
  const auto what = [](const std::string& header) { return fault_of(header).what; };
  CHECK_THAT(what(""), ContainsSubstring("no header"));
  CHECK_THAT(what("% only\n"), ContainsSubstring("no header"));
  CHECK_THAT(what("\n3 0\n"), ContainsSubstring("this is no header"));
  CHECK_THAT(what("3\n\n\n\n"), ContainsSubstring("this is no header"));
  CHECK_THAT(what("x 1\n"), ContainsSubstring("this is no header"));
  CHECK_THAT(what("-1 1\n"), ContainsSubstring("this is no header"));
  for (const std::string fmt : {"2", "20", "112", "1111", "x", "-1", "1.0"}) {
    CHECK_THAT(what("0 0 " + fmt + "\n"), ContainsSubstring("the fmt '" + fmt + "'"));
  }
  CHECK_THAT(what("0 0 1 1\n"), ContainsSubstring("ncon is 1"));
  CHECK_THAT(what("0 0 10 4000000000\n"), ContainsSubstring("ncon"));
  CHECK_THAT(what("0 0 10 1 1\n"), ContainsSubstring("ncon"));
}

TEST_CASE("METIS: an edge must stand at both its ends with one weight", "[metis]") {
  const Diagnostic missing = fault_of("3 2\n2 3\n1\n\n");
  CHECK(missing.line == 4);
  CHECK_THAT(missing.what, ContainsSubstring("vertex 1 lists 3, whose line does not list it"));
  const Diagnostic extra = fault_of("3 1\n2\n1\n1\n");
  CHECK(extra.line == 4);
  CHECK_THAT(extra.what, ContainsSubstring("vertex 3 lists 1, whose line does not list it"));
  CHECK_THAT(extra.mend, ContainsSubstring("add 3 to the line of 1"));
  CHECK_THAT(fault_of("2 1 1\n2 5\n1 6\n").what, ContainsSubstring("the edge of 1 and 2 weighs 5 there and 6 here"));
  CHECK(read("4 3\n3\n3 4\n4\n1\n").faults.errors() == 5);
}

TEST_CASE("METIS: neighbours that are none are refused where they stand", "[metis]") {
  for (const std::string cell : {"0", "4", "4000000000", "x", "-1", "2.0"}) {
    const Diagnostic fault = fault_of("3 1\n3 " + cell + "\n\n\n");
    CHECK(fault.line == 2);
    CHECK(fault.column == 3);
    CHECK_THAT(fault.what, ContainsSubstring("'" + cell + "' is no vertex"));
  }
  const Diagnostic loop = fault_of("2 1\n\n2\n");
  CHECK(loop.line == 3);
  CHECK_THAT(loop.what, ContainsSubstring("vertex 2 stands in its own line"));
}

TEST_CASE("METIS: weights are positive integers", "[metis]") {
  for (const std::string cell : {"0", "-1", "1.5", "x", "9007199254740993", "18446744073709551616"}) {
    CHECK_THAT(fault_of("2 1 1\n2 " + cell + "\n1 1\n").what,
               ContainsSubstring("'" + cell + "' is no positive integer"));
  }
  CHECK_THAT(fault_of("2 1 1\n2\n1 1\n").what, ContainsSubstring("'' is no positive integer"));
  CHECK(good("2 1 1\n2 9007199254740992\n1 9007199254740992\n").weight(0) == 9007199254740992.0);
  CHECK_THAT(fault_of("1 0 110\n7\n").what, ContainsSubstring("vertex 1 has too few sizes and weights"));
  CHECK_THAT(fault_of("1 0 10\n-7\n").what, ContainsSubstring("too few"));
}

TEST_CASE("METIS: the counts of the header are checked", "[metis]") {
  const Diagnostic count = fault_of("% x\n2 2\n2\n1\n");
  CHECK(count.line == 2);
  CHECK_THAT(count.what, ContainsSubstring("counts 2 edges, the file has 1"));
  CHECK_THAT(count.expected, ContainsSubstring("counted once"));
  CHECK_THAT(fault_of("2 1\n2\n1\n\n1\n").what, ContainsSubstring("behind that of the last vertex, 2"));
  CHECK(fault_of("2 1\n2\n1\n\n1\n").line == 5);
  CHECK(good("2 1\n2\n1\n\n% end\n \n").agreement_count() == 1);
  CHECK_THAT(fault_of("3 1\n2\n% x\n1\n").what, ContainsSubstring("ends before the line of vertex 3"));
}

TEST_CASE("case 057, METIS: a header that claims billions of vertices is refused before they are made",
          "[metis][case]") {
  for (const std::string n : {"4000000000", "18446744073709551615", "4"}) {
    const Diagnostic fault = fault_of(n + " 1\n2\n1\n\n");
    CHECK(fault.line == 1);
    CHECK_THAT(fault.what, ContainsSubstring("claims " + n + " vertices"));
    CHECK_THAT(fault.expected, ContainsSubstring("at most 3"));
  }
  CHECK_THAT(fault_of("1 18446744073709551615\n\n").what, ContainsSubstring("counts 18446744073709551615 edges"));
}

TEST_CASE("METIS: a hub and its neighbours in any order take no quadratic time", "[metis]") {
  constexpr int n = 200'000;
  std::string text = fmt::format("{} {}\n", n + 1, n);
  for (int i = n; i >= 1; --i) text += fmt::format("{} ", (i * std::int64_t{7919}) % n + 2);
  for (int i = 0; i < n; ++i) text += "\n1";
  CHECK(good(text).agreement_count() == n);
}

TEST_CASE("METIS: two sides cannot be asked for", "[metis]") {
  ReadOptions options;
  options.two_mode = true;
  CHECK_THAT(fault_of("1 0\n\n", options).what, ContainsSubstring("two sides"));
}

TEST_CASE("METIS: the bytes of a graph", "[metis]") {
  PlainBuilder graph;
  graph.set_weight(graph.add(graph.actor("b"), graph.actor("a"), 1), 3);
  graph.set_weight(graph.add(graph.actor("a"), graph.actor("c\n"), 2), 1);
  static_cast<void>(graph.actor("4"));
  Diagnostics faults;
  CHECK(bytes(graph.freeze(faults)) ==
        "%%regionet id 1 \"4\"\n%%regionet id 2 \"a\"\n%%regionet id 3 \"b\"\n%%regionet id 4 \"c\\u000a\"\n4 2 001\n"
        "\n3 3 4 1\n2 3\n2 1\n");
  CHECK(bytes(PlainBuilder().freeze(faults)) == "0 0\n");
}

TEST_CASE("METIS: what is written is read back as it was, edges by their lower vertex", "[metis]") {
  for (const bool weird : {false, true}) {
    const Network network = test::weird_network({.ids = weird,
                                                 .controls = weird,
                                                 .labels = false,
                                                 .weights = weird,
                                                 .whole_weights = true,
                                                 .dates = false,
                                                 .ends = false,
                                                 .types = false,
                                                 .actor_columns = false,
                                                 .edge_columns = false,
                                                 .loops = false});
    const Network back = good(bytes(network));
    test::check_equal_unordered(network, back);
    const std::string again = bytes(back);
    CHECK(bytes(good(again)) == again);
    for (AgreementId edge = 1; edge < back.agreement_count(); ++edge) {
      CHECK(back.participants(edge - 1)[0] <= back.participants(edge)[0]);
    }
  }
}

TEST_CASE("METIS: sizes and weights of vertices come back, other columns are named in a warning", "[metis]") {
  PlainBuilder graph;
  static_cast<void>(graph.actor("1"));
  graph.add(0, graph.actor("2"), 1);
  for (const std::string name : {"size", "weight1", "weight2", "weight4", "note"}) {
    const std::size_t at = graph.actor_column(name, integer);
    for (ActorId actor = 0; actor < 2; ++actor) graph.set_actor_cell(actor, at, std::to_string(7 * at + actor));
  }
  graph.set_actor_cell(0, graph.actor_column("weight3", integer), "1");  // and none for the other
  Diagnostics faults;
  const Network network = graph.freeze(faults);
  const std::string written = test::write_graph(write_metis, network, faults);
  CHECK(written == "2 1 110 2\n0 7 14 2\n1 8 15 1\n");
  CHECK(faults.errors() == 0);
  REQUIRE(faults.warnings() == 3);
  CHECK_THAT(faults.shown()[0].what, ContainsSubstring("the column 'weight4'"));
  CHECK(column(good(written), 2) == Texts{"14", "15"});
}

TEST_CASE("METIS: what METIS cannot hold is refused, each edge", "[metis]") {
  PlainBuilder graph;
  graph.directed = true;
  graph.add(graph.actor("a"), graph.actor("a"), 1);
  for (const double weight : {0.5, 0.0, -1.0, 1.8e19, 1e300}) {
    graph.set_weight(graph.add(graph.actor("a"), graph.actor("b"), 2), weight);
  }
  Diagnostics faults;
  static_cast<void>(test::write_graph(write_metis, graph.freeze(faults), faults));
  REQUIRE(faults.errors() == 7);
  CHECK_THAT(faults.shown()[0].what, ContainsSubstring("directed"));
  CHECK_THAT(faults.shown()[1].what, ContainsSubstring("from 'a' to itself"));
  CHECK_THAT(faults.shown()[2].what, ContainsSubstring("weight 0.5 of the edge of 'a' and 'b'"));
  CHECK_THAT(faults.shown()[2].mend, ContainsSubstring("round"));
}

}  // namespace regionet::test::metis_test

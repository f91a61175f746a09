// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/matrix_market.hpp"

#include <limits>
#include <locale>

#include "tests/support/plain_networks.hpp"

namespace regionet::test::matrix_market_test {
namespace {

using Texts = std::vector<std::string>;

Network good(std::string_view text, const ReadOptions& options = {}) {
  return test::good_graph(read_matrix_market, text, options);
}
Diagnostic fault_of(std::string_view text, const ReadOptions& options = {}) {
  return test::graph_fault(read_matrix_market, text, options);
}
test::GraphRead read(std::string_view text, const ReadOptions& options = {}) {
  return test::read_graph(read_matrix_market, text, options);
}
std::string bytes(const Network& network) { return test::good_bytes(write_matrix_market, network); }

std::string matrix(const std::string& kind, const std::string& rest) {
  return "%%MatrixMarket matrix coordinate " + kind + "\n" + rest;
}

Texts ids(const Network& network) {
  Texts out;
  for (ActorId id = 0; id < network.actor_count(); ++id) out.emplace_back(network.id(id));
  return out;
}

/// `source-target weight line` of each edge.
Texts edges(const Network& network) {
  Texts out;
  for (AgreementId at = 0; at < network.agreement_count(); ++at) {
    out.push_back(fmt::format("{}-{} {} {}", network.id(network.participants(at)[0]),
                              network.id(network.participants(at)[1]), network.weight(at), network.line(at)));
  }
  return out;
}

ReadOptions two_mode() {
  ReadOptions options;
  options.two_mode = true;
  return options;
}

/// A two-mode network with an actor that has no edge.
Network sides(bool directed, std::size_t left, std::size_t right, bool usual_ids) {
  PlainBuilder graph;
  graph.two_mode = true;
  graph.directed = directed;
  const auto actor = [&](char side, std::size_t i) {
    return graph.actor(usual_ids ? fmt::format("{}{}", side, i + 1) : fmt::format("{} \"{}\"", i, side));
  };
  for (std::size_t i = 0; i < left * right; ++i) graph.add(actor('r', i % left), actor('c', i / left), i + 1);
  if (!usual_ids) static_cast<void>(graph.actor("alone"));
  Diagnostics faults;
  return graph.freeze(faults);
}

struct Commas : std::numpunct<char> {
  [[nodiscard]] char do_decimal_point() const override { return ','; }
  [[nodiscard]] char do_thousands_sep() const override { return ' '; }
  [[nodiscard]] std::string do_grouping() const override { return "\3"; }
};

}  // namespace

TEST_CASE("Matrix Market: a general square matrix is a directed graph of all its numbers", "[matrix_market]") {
  const Network network = good(
      "%%MatrixMarket matrix coordinate real general\n% a comment\n%%another\n\n4 4 5\n1 2 1.5\n2 1 -1e-3\n\n"
      "1\t2  0.0 \n% late\n 3 3 +2\n2 1 7\n");
  CHECK(network.directed());
  CHECK_FALSE(network.two_mode());
  CHECK(ids(network) == Texts{"1", "2", "3", "4"});
  CHECK(edges(network) == Texts{"1-2 1.5 6", "2-1 -0.001 7", "1-2 0 9", "3-3 2 11", "2-1 7 12"});
}

TEST_CASE("Matrix Market: a symmetric one is undirected, each pair once", "[matrix_market]") {
  const Network network = good("%%matrixmarket MATRIX Coordinate Integer SYMMETRIC\r\n3 3 2\r\n2 1 4\r\n3 3 -1");
  CHECK_FALSE(network.directed());
  CHECK(edges(network) == Texts{"2-1 4 3", "3-3 -1 4"});
  const Diagnostic fault = fault_of(matrix("pattern symmetric", "3 3 2\n2 1\n1 3\n"));
  CHECK(fault.line == 4);
  CHECK_THAT(fault.what, ContainsSubstring("(1, 3) stands above the diagonal"));
}

TEST_CASE("Matrix Market: a pattern has no weights", "[matrix_market]") {
  const Network network = good(matrix("pattern general", "2 2 1\n2 1\n"));
  CHECK_FALSE(network.has_weights());
  CHECK(edges(network) == Texts{"2-1 1 3"});
  CHECK_THAT(fault_of(matrix("pattern general", "2 2 1\n2 1 5\n")).what, ContainsSubstring("too many numbers"));
}

TEST_CASE("Matrix Market: an entry of a skew-symmetric matrix is two edges, and it is said", "[matrix_market]") {
  const test::GraphRead out = read(matrix("real skew-symmetric", "3 3 2\n2 1 4\n3 1 -0.5\n"));
  REQUIRE(out.faults.errors() == 0);
  CHECK(out.network.directed());
  CHECK(edges(out.network) == Texts{"2-1 4 3", "1-2 -4 3", "3-1 -0.5 4", "1-3 0.5 4"});
  REQUIRE(out.notes.size() == 1);
  CHECK_THAT(out.notes[0], ContainsSubstring("each entry is two edges"));
  CHECK_THAT(fault_of(matrix("real skew-symmetric", "3 3 1\n2 2 4\n")).what, ContainsSubstring("on the diagonal"));
}

TEST_CASE("Matrix Market: a rectangular matrix has the two sides r and c", "[matrix_market]") {
  const std::string text = matrix("integer general", "2 3 2\n1 3 4\n2 1 1\n");
  const Network network = good(text);
  CHECK(network.two_mode());
  CHECK_FALSE(network.directed());
  CHECK(ids(network) == Texts{"c1", "c2", "c3", "r1", "r2"});
  CHECK(edges(network) == Texts{"r1-c3 4 3", "r2-c1 1 4"});
  ReadOptions options;
  options.directed = true;
  CHECK(good(text, options).directed());
  CHECK_THAT(fault_of(matrix("integer general", "2 3 1\n3 1 4\n")).what, ContainsSubstring("'3' is no row"));
}

TEST_CASE("Matrix Market: a square matrix has two sides where that is said, a symmetric one never", "[matrix_market]") {
  const Network network = good(matrix("pattern general", "2 2 1\n1 1\n"), two_mode());
  CHECK(ids(network) == Texts{"c1", "c2", "r1", "r2"});
  CHECK(edges(network) == Texts{"r1-c1 1 3"});
  CHECK_THAT(fault_of(matrix("pattern symmetric", "2 2 0\n"), two_mode()).what, ContainsSubstring("two sides"));
  CHECK_THAT(fault_of(matrix("pattern symmetric", "2 3 0\n")).what, ContainsSubstring("2 rows and 3 columns"));
}

TEST_CASE("Matrix Market: what is no graph is refused with the reason", "[matrix_market]") {
  const auto what = [](const std::string& text) { return fault_of(text + "\n1 1 0\n").what; };
  CHECK_THAT(what(""), ContainsSubstring("no Matrix Market file"));
  CHECK_THAT(fault_of("").what, ContainsSubstring("no Matrix Market file"));
  CHECK_THAT(what("1 1 1"), ContainsSubstring("no Matrix Market file"));
  CHECK_THAT(what("%%MatrixMarket matrix coordinate real"), ContainsSubstring("no Matrix Market file"));
  CHECK_THAT(what("%%MatrixMarket vector coordinate real general"), ContainsSubstring("only matrices"));
  CHECK_THAT(what("%%MatrixMarket matrix array real general"), ContainsSubstring("dense"));
  CHECK_THAT(what("%%MatrixMarket matrix coordinate complex general"), ContainsSubstring("one number"));
  CHECK_THAT(what("%%MatrixMarket matrix coordinate real hermitian"), ContainsSubstring("one number"));
  CHECK_THAT(what("%%MatrixMarket matrix coordinate pattern skew-symmetric"), ContainsSubstring("no sign"));
  CHECK_THAT(what("%%MatrixMarket matrix coordinate words general"), ContainsSubstring("'words' cannot be read"));
}

TEST_CASE("Matrix Market: the size line must be one", "[matrix_market]") {
  for (const std::string line : {"", "3", "3 3", "3 3 x", "3 3 -1", "3.0 3 1", "3 3 1 1", "99999999999999999999 1 1"}) {
    INFO(line);
    const Diagnostic fault = fault_of(matrix("real general", "%\n" + line));
    CHECK_THAT(fault.what, ContainsSubstring("size line"));
    CHECK(fault.line == (line.empty() ? 2 : 3));
  }
}

TEST_CASE("Matrix Market: positions outside the matrix are refused where they stand", "[matrix_market]") {
  const test::GraphRead out = read(matrix("real general", "3 3 5\n0 1 1\n1 4 1\n1 x 1\n-1 1 1\n1\n"));
  const Texts what{"'0' is no row", "'4' is no column", "'x' is no column", "'-1' is no row", "'' is no column"};
  REQUIRE(out.faults.errors() == what.size());
  for (std::size_t i = 0; i < what.size(); ++i) {
    CHECK(out.faults.shown()[i].what == what[i]);
    CHECK(out.faults.shown()[i].line == i + 3);
  }
  CHECK(out.faults.shown()[1].column == 3);
}

TEST_CASE("Matrix Market: values that are no finite numbers are refused", "[matrix_market]") {
  for (const std::string value : {"inf", "nan", "1,5", "0x10", "1e999", "3abc", "++1", ""}) {
    const Diagnostic fault = fault_of(matrix("real general", "1 1 1\n1 1 " + value + "\n"));
    CHECK(fault.line == 3);
    CHECK_THAT(fault.what, ContainsSubstring("is no number"));
  }
  CHECK_THAT(fault_of(matrix("real general", "1 1 1\n1 1 1,5\n")).mend, ContainsSubstring("a point"));
  CHECK_THAT(fault_of(matrix("integer general", "1 1 1\n1 1 1.5\n")).what, ContainsSubstring("'1.5' is no integer"));
  const test::GraphRead large = read(matrix("integer general", "1 1 1\n1 1 9007199254740993\n"));
  CHECK(large.faults.errors() == 0);
  REQUIRE(large.notes.size() == 1);
  CHECK_THAT(large.notes[0], ContainsSubstring("rounded"));
}

TEST_CASE("Matrix Market: the count of entries is checked", "[matrix_market]") {
  const Diagnostic few = fault_of(matrix("pattern general", "%\n3 3 2\n1 2\n"));
  CHECK(few.line == 3);
  CHECK_THAT(few.what, ContainsSubstring("counts 2 entries, the file has 1"));
  CHECK_THAT(few.mend, ContainsSubstring("cut off"));
  CHECK_THAT(fault_of(matrix("pattern general", "3 3 1\n1 2\n1 2\n")).what, ContainsSubstring("the file has 2"));
  CHECK_THAT(fault_of(matrix("pattern general", "3 3 18446744073709551615\n1 2\n")).what,
             ContainsSubstring("18446744073709551615"));
}

TEST_CASE("case 057, Matrix Market: a header that claims billions of vertices is refused before they are made",
          "[matrix_market][case]") {
  const Diagnostic fault = fault_of(matrix("pattern general", "4000000000 4000000000 1\n1 4000000000\n"));
  CHECK(fault.line == 2);
  CHECK_THAT(fault.what, ContainsSubstring("claims 4000000000 vertices"));
  CHECK_THAT(fault.expected, ContainsSubstring("one for each byte"));
  for (const std::string sizes : {"18446744073709551615 18446744073709551615 0", "1 18446744073709551615 0",
                                  "18446744073709551615 1 0", "200000 200000 0"}) {
    CHECK_THAT(fault_of(matrix("pattern general", sizes), two_mode()).what, ContainsSubstring("claims"));
  }
  CHECK(good(matrix("pattern general", "1500 1500 1\n1 1500\n")).actor_count() == 1500);
}

TEST_CASE("Matrix Market: ids stand in comments", "[matrix_market]") {
  const Network network = good(matrix("pattern general",
                                      "%%regionet id 3 \"Brest \\\"region\\\"\\n\"\n%%regionet id 1 \"2\"\n"
                                      "%%regionet id 2 \"\"\n3 3 2\n1 2\n3 1\n"));
  CHECK(ids(network) == Texts{"", "2", "Brest \"region\"\n"});
  CHECK(edges(network) == Texts{"2- 1 6", "Brest \"region\"\n-2 1 7"});
}

TEST_CASE("Matrix Market: broken comments of ids are refused where they stand", "[matrix_market]") {
  const auto fault = [](const std::string& comment) {
    const Diagnostic out = fault_of(matrix("pattern general", comment + "\n3 3 0\n"));
    CHECK(out.line == 2);
    return out.what;
  };
  for (const std::string comment : {"%%regionet", "%%regionet id", "%%regionet id 1", "%%regionet id x \"a\"",
                                    "%%regionet id 1 a", "%%regionet two-mode yes"}) {
    CHECK_THAT(fault(comment), ContainsSubstring("broken"));
  }
  CHECK_THAT(fault("%%regionet id 1 \"a"), ContainsSubstring("no JSON string"));
  CHECK_THAT(fault("%%regionet id 1 \"\\u0000\""), ContainsSubstring("U+0000"));
  CHECK_THAT(fault("%%regionet id 4 \"a\""), ContainsSubstring("past the last"));
  CHECK_THAT(fault("%%regionet id 3 \"1\""), ContainsSubstring("'1' stands twice"));
  CHECK_THAT(fault("%%regionet row 3 \"a\""), ContainsSubstring("of no vertex"));
  CHECK_THAT(fault_of(matrix("pattern general", "%%regionet id 1 \"a\"\n%%regionet id 1 \"b\"\n3 3 0\n")).what,
             ContainsSubstring("second time"));
  CHECK_THAT(fault_of(matrix("pattern general", "3 3 0\n%%regionet id 1 \"a\"\n")).what, ContainsSubstring("too late"));
}

TEST_CASE("Matrix Market: the bytes of a matrix", "[matrix_market]") {
  PlainBuilder graph;
  graph.set_weight(graph.add(graph.actor("a"), graph.actor("2"), 1), 0.1);
  graph.set_weight(graph.add(graph.actor("a"), graph.actor("a"), 2), 3);
  Diagnostics faults;
  CHECK(bytes(graph.freeze(faults)) ==
        "%%MatrixMarket matrix coordinate real symmetric\n%%regionet id 1 \"2\"\n%%regionet id 2 \"a\"\n2 2 2\n"
        "2 1 0.1\n2 2 3\n");
}

TEST_CASE("Matrix Market: what is written is read back as it was", "[matrix_market]") {
  for (const bool directed : {false, true}) {
    for (const bool weird : {false, true}) {
      const Network network = test::weird_network({.directed = directed,
                                                   .ids = weird,
                                                   .controls = weird,
                                                   .labels = false,
                                                   .weights = weird,
                                                   .dates = false,
                                                   .ends = false,
                                                   .types = false,
                                                   .actor_columns = false,
                                                   .edge_columns = false});
      const std::string written = bytes(network);
      CHECK((written.find("%%regionet") != std::string::npos) == weird);
      test::check_equal(network, good(written));
      CHECK(bytes(good(written)) == written);
    }
  }
  Diagnostics faults;
  test::check_equal(PlainBuilder().freeze(faults), good(bytes(PlainBuilder().freeze(faults))));
}

TEST_CASE("Matrix Market: two sides are written as rows and columns and come back", "[matrix_market]") {
  for (const bool directed : {false, true}) {
    for (const auto& [left, right] : {std::pair<std::size_t, std::size_t>{2, 3}, {3, 3}, {4, 1}}) {
      for (const bool usual : {false, true}) {
        const Network network = sides(directed, left, right, usual);
        test::check_equal(network, good(bytes(network)));
      }
    }
  }
  CHECK_THAT(bytes(sides(true, 2, 2, true)),
             ContainsSubstring("general\n%%regionet two-mode\n%%regionet directed\n2 2 4\n1 1\n"));
}

TEST_CASE("Matrix Market: so many actors without an edge that a reader would doubt the count come back",
          "[matrix_market]") {
  PlainBuilder graph;
  for (int i = 1; i <= 5000; ++i) static_cast<void>(graph.actor(std::to_string(i)));
  Diagnostics faults;
  const Network network = graph.freeze(faults);
  test::check_equal(network, good(bytes(network)));
}

TEST_CASE("Matrix Market: what a matrix cannot hold is refused", "[matrix_market]") {
  PlainBuilder graph;
  graph.two_mode = true;
  graph.set_weight(graph.add(graph.actor("a"), graph.actor("b"), 1), std::numeric_limits<double>::quiet_NaN());
  graph.add(graph.actor("b"), graph.actor("c"), 2);
  Diagnostics faults;
  static_cast<void>(test::write_graph(write_matrix_market, graph.freeze(faults), faults));
  REQUIRE(faults.errors() == 2);
  CHECK_THAT(faults.shown()[0].what, ContainsSubstring("'b' stands on both sides"));
  CHECK_THAT(faults.shown()[1].what, ContainsSubstring("weight nan of edge 1"));
}

TEST_CASE("Matrix Market: numbers have points in any locale", "[matrix_market][case]") {
  const std::locale before = std::locale::global(std::locale(std::locale::classic(), new Commas));
  const Network network = good(matrix("real general", "1000 1000 1\n1000 1 1234.5\n"));
  const std::string written = bytes(network);
  std::locale::global(before);
  CHECK(network.weight(0) == 1234.5);
  CHECK_THAT(written, ContainsSubstring("1000 1000 1\n1000 1 1234.5\n"));
}

}  // namespace regionet::test::matrix_market_test

// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <limits>
#include <map>
#include <type_traits>

#include "graphs/csr/build.hpp"
#include "graphs/csr/transpose.hpp"
#include "graphs/csr/weights.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/small_graphs.hpp"

namespace regionet::test::csr_test {
namespace {

using Ends = std::pair<Vertex, Vertex>;

/// The slow second method: weights of arcs in a map.
std::map<Ends, double> arcs_by_hand(const Pairs& pairs, bool directed) {
  std::map<Ends, double> arcs;
  for (const auto& [from, to, weight] : pairs) {
    arcs[{from, to}] += weight;
    if (!directed && from != to) arcs[{to, from}] += weight;
  }
  return arcs;
}

void check_against_map(std::size_t vertices, const Pairs& pairs, bool directed) {
  const MergedGraph merged = build_merged(vertices, pairs, directed);
  const GraphView graph = merged.graph.view();
  REQUIRE(check(graph) == "");
  REQUIRE(graph.vertex_count() == vertices);
  std::map<Ends, double> found;
  std::size_t loop_arcs = 0;
  for (Vertex v = 0; v < vertices; ++v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      found[{v, graph.target(arc)}] = merged.weights[arc];
      loop_arcs += v == graph.target(arc) ? 1U : 0U;
    }
  }
  const auto wanted = arcs_by_hand(pairs, directed);
  REQUIRE(found == wanted);
  const std::size_t doubled = directed ? 0 : loop_arcs / 2;
  REQUIRE(graph.arc_count() == wanted.size() + doubled);
}

}  // namespace

TEST_CASE("a merged graph holds exactly its pairs, on every small graph", "[csr]") {
  for (std::size_t n = 0; n <= 5; ++n)
    for_each_graph(n, false, n <= 3,
                   [](std::size_t size, const Pairs& pairs) { check_against_map(size, pairs, false); });
  for (std::size_t n = 0; n <= 4; ++n)
    for_each_graph(n, true, n <= 3, [](std::size_t size, const Pairs& pairs) { check_against_map(size, pairs, true); });
}

TEST_CASE("a merged graph holds exactly its pairs, on random multigraphs with loops", "[csr]") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    check_against_map(17, random_pairs(17, 120, seed), seed % 2 == 0);
  }
}

TEST_CASE("parallel pairs are summed in their order and counted", "[csr]") {
  const Pairs pairs{{0, 1, 0.1}, {1, 0, 0.2}, {0, 1, 0.3}};
  const MergedGraph merged = build_merged(2, pairs, false);
  CHECK(merged.graph.view().edge_count() == 1);
  CHECK(merged.weights[0] == (0.1 + 0.2) + 0.3);
  CHECK(merged.counts[0] == 3);
}

TEST_CASE("an undirected loop is two arcs and no parallel ones, a directed loop is one", "[csr]") {
  const Pairs loop{{0, 0, 5}};
  const MergedGraph both = build_merged(1, loop, false);
  CHECK(both.graph.view().arc_count() == 2);
  CHECK(both.graph.view().edge_count() == 1);
  CHECK(both.graph.view().facts().has_loops);
  CHECK_FALSE(both.graph.view().facts().has_parallel_arcs);
  CHECK(both.weights == std::vector<double>{5, 5});
  const MergedGraph one = build_merged(1, loop, true);
  CHECK(one.graph.view().arc_count() == 1);
}

TEST_CASE("a pair that names no vertex is refused", "[csr]") {
  CHECK_THROWS_AS(build_merged(2, Pairs{{0, 2, 1}}, false), std::invalid_argument);
  CHECK_THROWS_AS(build_merged(0, Pairs{{0, 0, 1}}, true), std::invalid_argument);
}

TEST_CASE("transposing twice gives the graph back, and arcs keep their weights", "[csr]") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const MergedGraph merged = build_merged(11, random_pairs(11, 60, seed), true);
    std::vector<Arc> arcs;
    const Graph once = transpose(merged.graph.view(), {}, &arcs);
    const Graph twice = transpose(once.view());
    CHECK(check(once.view()) == "");
    const auto a = merged.graph.view().targets();
    const auto b = twice.view().targets();
    CHECK(std::equal(a.begin(), a.end(), b.begin(), b.end()));
    for (Vertex v = 0; v < 11; ++v) {
      for (Arc arc = once.view().begin(v); arc < once.view().end(v); ++arc)
        CHECK(merged.graph.view().target(arcs[arc]) == v);
    }
  }
}

TEST_CASE("check finds every broken invariant", "[csr]") {
  const auto fault = [](std::vector<Arc> offsets, std::vector<Vertex> targets, Facts facts = {}) {
    return check(GraphView(offsets, targets, facts));
  };
  CHECK(fault({0, 1, 2}, {1, 0}) == "");
  CHECK(fault({}, {0}) == "a graph without offsets has arcs");
  CHECK(fault({1, 1, 2}, {1, 0}) == "the first offset is not 0");
  CHECK(fault({0, 2, 1}, {1, 0}) == "the offsets do not rise");
  CHECK(fault({0, 1, 1}, {1, 0}) == "the last offset is not the number of arcs");
  CHECK(fault({0, 2, 3}, {1, 0, 0}) == "the row of vertex 0 is not sorted");
  CHECK(fault({0, 1, 2}, {2, 0}) == "vertex 0 has an arc to nowhere");
  CHECK(fault({0, 1, 2}, {1, 0}, {.has_loops = true}) == "the facts are not those of the rows");
  CHECK(fault({0, 1, 1}, {1}, {.symmetric = false}) == "an undirected graph is not symmetric");
  CHECK(fault({0, 1}, {0}, {.has_loops = true}) == "the loop of vertex 0 has no second arc");
  CHECK(fault({0, 1, 1}, {1}, {.directed = true, .symmetric = false}) == "");
  CHECK(fault({0, 2, 4}, {1, 1, 0, 0}, {.has_parallel_arcs = true}) == "");
}

TEST_CASE("lengths come out of strengths by a named transform only", "[csr]") {
  const MergedGraph merged = build_merged(3, Pairs{{0, 1, 4}, {1, 2, 0.5}}, false);
  const GraphView graph = merged.graph.view();
  const Strengths strengths(merged.weights);
  CHECK(lengths(graph, strengths, LengthTransform::unit).is_unit());
  CHECK(lengths(graph, strengths, LengthTransform::inverse)[0] == 0.25);
  CHECK(lengths(graph, strengths, LengthTransform::weight)[0] == 4);
  CHECK(lengths(graph, Strengths::unit, LengthTransform::inverse).is_unit());
  STATIC_REQUIRE_FALSE((std::is_convertible_v<Strengths, Lengths> || std::is_constructible_v<Lengths, Strengths>));
}

TEST_CASE("a length that is no positive number is refused", "[csr]") {
  for (const double weight : {0.0, -1.0, std::numeric_limits<double>::infinity(), std::nan("")}) {
    const MergedGraph merged = build_merged(2, Pairs{{0, 1, weight}}, false);
    CHECK_THROWS_AS(lengths(merged.graph.view(), Strengths(merged.weights), LengthTransform::inverse),
                    std::invalid_argument);
    CHECK_THROWS_AS(lengths(merged.graph.view(), Strengths(merged.weights), LengthTransform::weight),
                    std::invalid_argument);
  }
}

namespace {

template <typename Source>
concept gives_a_view = requires(Source source) {
  static_cast<Source&&>(source).view();
};

}  // namespace

TEST_CASE("a view of a graph that is about to die does not compile", "[csr]") {
  STATIC_REQUIRE(gives_a_view<Graph&>);
  STATIC_REQUIRE_FALSE(gives_a_view<Graph>);
}

}  // namespace regionet::test::csr_test

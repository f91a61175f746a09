// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/degree.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <numeric>
#include <set>

#include "graphs/csr/build.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/small_graphs.hpp"

namespace regionet::test::degree_test {
namespace {

/// The slow second method, from the pairs themselves.
void check_against_pairs(std::size_t n, const Pairs& pairs, bool directed) {
  const MergedGraph merged = build_merged(n, pairs, directed);
  const auto found_degree = degree(merged.graph.view()).score;
  const auto found_strength = strength(merged.graph.view(), Strengths(merged.weights)).score;
  for (Vertex v = 0; v < n; ++v) {
    std::set<Vertex> partners;
    double total = 0;
    for (const auto& [from, to, weight] : pairs) {
      if (from == v) total += weight;
      if (to == v) total += weight;
      if (from == v && to != v) partners.insert(to);
      if (to == v && from != v) partners.insert(from);
    }
    REQUIRE(found_degree[v] == partners.size());
    REQUIRE(found_strength[v] == Approx(total).margin(1e-12));
  }
}

}  // namespace

TEST_CASE("degree and strength agree with counting pairs on every small graph", "[degree]") {
  for (std::size_t n = 0; n <= 5; ++n)
    for_each_graph(n, false, n <= 3,
                   [](std::size_t size, const Pairs& pairs) { check_against_pairs(size, pairs, false); });
  for (std::size_t n = 0; n <= 4; ++n)
    for_each_graph(n, true, n <= 3,
                   [](std::size_t size, const Pairs& pairs) { check_against_pairs(size, pairs, true); });
}

TEST_CASE("degree and strength agree with counting pairs on random multigraphs", "[degree]") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) check_against_pairs(23, random_pairs(23, 150, seed), seed % 2 == 0);
}

TEST_CASE("unit strength is the degree of a Boost adjacency list", "[degree]") {
  using List = boost::adjacency_list<boost::setS, boost::vecS, boost::undirectedS>;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    Pairs pairs = random_pairs(30, 80, seed);
    std::erase_if(pairs, [](const WeightedPair& pair) { return pair.from == pair.to; });
    List list(30);
    for (const WeightedPair& pair : pairs) boost::add_edge(pair.from, pair.to, list);
    const MergedGraph merged = build_merged(30, pairs, false);
    const auto unit = strength(merged.graph.view(), Strengths::unit).score;
    const auto partners = degree(merged.graph.view()).score;
    for (Vertex v = 0; v < 30; ++v) {
      CHECK(unit[v] == static_cast<double>(boost::degree(v, list)));
      CHECK(partners[v] == boost::degree(v, list));
    }
  }
}

TEST_CASE("strengths sum to twice the total weight, a loop counting twice", "[degree]") {
  const Pairs pairs{{0, 1, 2}, {1, 1, 3}, {2, 0, 5}};
  const MergedGraph merged = build_merged(3, pairs, false);
  const auto score = strength(merged.graph.view(), Strengths(merged.weights)).score;
  CHECK(score == std::vector<double>{7, 8, 5});
  CHECK(std::accumulate(score.begin(), score.end(), 0.0) == 2 * (2 + 3 + 5));
}

TEST_CASE("scores move with their vertices when vertices are renumbered", "[degree]") {
  const Pairs pairs = random_pairs(40, 200, 3);
  Pairs moved = pairs;
  const auto renumber = [](Vertex v) { return (v * 7 + 3) % 40; };  // 7 and 40 share no factor
  for (WeightedPair& pair : moved) pair = {renumber(pair.from), renumber(pair.to), pair.weight};
  const MergedGraph a = build_merged(40, pairs, false);
  const MergedGraph b = build_merged(40, moved, false);
  const auto degree_a = degree(a.graph.view()).score;
  const auto degree_b = degree(b.graph.view()).score;
  for (Vertex v = 0; v < 40; ++v) CHECK(degree_a[v] == degree_b[renumber(v)]);
}

TEST_CASE("degree and strength have the same bits for any number of threads", "[degree]") {
  const MergedGraph merged = build_merged(50'000, random_pairs(50'000, 300'000, 9), true);
  const auto degrees = degree(merged.graph.view()).score;
  const auto strengths = strength(merged.graph.view(), Strengths(merged.weights)).score;
  for (const unsigned threads : {2U, 3U, 8U}) {
    const RunContext run{.threads = threads};
    CHECK(degree(merged.graph.view(), run).score == degrees);
    CHECK(strength(merged.graph.view(), Strengths(merged.weights), run).score == strengths);
  }
}

TEST_CASE("a stop asked before the start counts", "[degree]") {
  std::stop_source source;
  source.request_stop();
  const MergedGraph merged = build_merged(2, Pairs{{0, 1, 1}}, false);
  const RunContext run{.stop = source.get_token()};
  CHECK(degree(merged.graph.view(), run).outcome == Outcome::stopped);
  CHECK(strength(merged.graph.view(), Strengths::unit, run).outcome == Outcome::stopped);
  CHECK(degree(merged.graph.view()).outcome == Outcome::complete);
}

}  // namespace regionet::test::degree_test

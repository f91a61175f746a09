// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/betweenness.hpp"

#include <numeric>

#include "engine/centrality/edge_betweenness.hpp"
#include "engine/structure/distances.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/dense.hpp"

namespace regionet::test::betweenness_test {
namespace {

Lengths lengths_from(const MergedGraph& merged, bool unit) {
  return unit ? Lengths::unit : lengths(merged.graph.view(), Strengths(merged.weights), LengthTransform::weight);
}

/// The definition, word by word.
std::vector<double> by_definition(std::size_t n, const Pairs& pairs, bool directed, bool unit) {
  Eigen::MatrixXd matrix = dense(n, pairs, directed);
  for (std::size_t v = 0; v < n; ++v) matrix(Eigen::Index(v), Eigen::Index(v)) = 0;
  const AllPaths all = all_paths(lengths_of(matrix, unit));
  std::vector<double> out(n, 0);
  const auto size = static_cast<Eigen::Index>(n);
  for (Eigen::Index s = 0; s < size; ++s) {
    for (Eigen::Index t = 0; t < size; ++t) {
      if (s == t || all.distance(s, t) == infinite) continue;
      for (Eigen::Index v = 0; v < size; ++v) {
        if (v == s || v == t || all.distance(s, v) + all.distance(v, t) != all.distance(s, t)) continue;
        out[std::size_t(v)] += all.paths(s, v) * all.paths(v, t) / all.paths(s, t) / (directed ? 1 : 2);
      }
    }
  }
  return out;
}

void check_definition(std::size_t n, const Pairs& pairs, bool directed, bool unit) {
  const MergedGraph merged = build_merged(n, pairs, directed);
  const std::vector<double> found = betweenness(merged.graph.view(), lengths_from(merged, unit)).score;
  const std::vector<double> wanted = by_definition(n, pairs, directed, unit);
  for (std::size_t v = 0; v < n; ++v) REQUIRE(found[v] == Approx(wanted[v]).margin(1e-12));
}

Pairs coarse(Pairs pairs) {
  for (WeightedPair& pair : pairs) pair.weight = std::ceil(pair.weight * 4) / 4;
  return pairs;
}

}  // namespace

TEST_CASE("betweenness of every small graph is its definition", "[betweenness]") {
  for (std::size_t n = 0; n <= 5; ++n) {
    for_each_graph(n, false, n <= 3,
                   [](std::size_t size, const Pairs& pairs) { check_definition(size, pairs, false, true); });
  }
  for (std::size_t n = 0; n <= 4; ++n) {
    for_each_graph(n, true, n <= 3,
                   [](std::size_t size, const Pairs& pairs) { check_definition(size, pairs, true, true); });
  }
}

TEST_CASE("betweenness of random graphs, in steps and in lengths with many equal paths", "[betweenness]") {
  const bool directed = GENERATE(false, true);
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    check_definition(45, random_pairs(45, 15 * seed, seed), directed, true);
    check_definition(30, coarse(random_pairs(30, 12 * seed, seed)), directed, false);
  }
}

TEST_CASE("paths whose lengths differ by round-off alone are equal", "[betweenness]") {
  // 0.1 + 0.2 and 0.3 + 0: two ways from 0 to 3, as long as each other.
  const MergedGraph merged = build_merged(4, Pairs{{0, 1, 0.1}, {1, 3, 0.2}, {0, 2, 0.15}, {2, 3, 0.15}}, false);
  const std::vector<double> found = betweenness(merged.graph.view(), lengths_from(merged, false)).score;
  CHECK(found[1] == Approx(0.5));
  CHECK(found[2] == Approx(0.5));
}

TEST_CASE("unweighted betweenness sums to the steps between pairs, less one each", "[betweenness]") {
  const bool directed = GENERATE(false, true);
  const MergedGraph merged = build_merged(700, random_pairs(700, 2500, 11), directed);
  const std::vector<double> found = betweenness(merged.graph.view(), Lengths::unit).score;
  const DistancesResult all = distances(merged.graph.view(), Lengths::unit);
  double wanted = 0;
  for (std::size_t v = 0; v < 700; ++v) wanted += all.total[v] - all.reach[v];
  CHECK(std::accumulate(found.begin(), found.end(), 0.0) == Approx(wanted / (directed ? 1 : 2)));
}

TEST_CASE("betweenness has the same bits for any number of threads", "[betweenness]") {
  const bool unit = GENERATE(true, false);
  const MergedGraph merged = build_merged(600, random_pairs(600, 2500, 12), false);
  const std::vector<double> alone = betweenness(merged.graph.view(), lengths_from(merged, unit)).score;
  for (const unsigned threads : {2U, 3U, 8U}) {
    for (const Backend backend : {Backend::tbb, Backend::threads}) {
      CHECK(betweenness(merged.graph.view(), lengths_from(merged, unit), {}, {.threads = threads, .backend = backend})
                .score == alone);
    }
  }
}

TEST_CASE("betweenness: shares of pairs, refusals and limits", "[betweenness]") {
  const MergedGraph star = build_merged(5, Pairs{{0, 1}, {0, 2}, {0, 3}, {0, 4}}, false);
  CHECK(betweenness(star.graph.view(), Lengths::unit).score == std::vector<double>{6, 0, 0, 0, 0});
  CHECK(betweenness(star.graph.view(), Lengths::unit, {.normalised = true}).score[0] == 1);
  const MergedGraph pair = build_merged(2, Pairs{{0, 1}}, false);
  CHECK(betweenness(pair.graph.view(), Lengths::unit, {.normalised = true}).score == std::vector<double>{0, 0});
  const MergedGraph multi = build_merged(3, Pairs{{0, 1}, {0, 1}, {1, 2}}, false, {}, Merge::none);
  CHECK_THROWS_AS(betweenness(multi.graph.view(), Lengths::unit), std::invalid_argument);

  Pairs diamonds;  // 2^1100 shortest paths from one end to the other
  for (Vertex i = 0; i < 1100; ++i) {
    const Vertex from = 3 * i;
    diamonds.insert(diamonds.end(), {{from, from + 1}, {from, from + 2}, {from + 1, from + 3}, {from + 2, from + 3}});
  }
  const MergedGraph many = build_merged(3301, diamonds, false);
  CHECK_THROWS_AS(betweenness(many.graph.view(), Lengths::unit), std::overflow_error);

  std::stop_source stop;
  stop.request_stop();
  CHECK(betweenness(star.graph.view(), Lengths::unit, {}, {.stop = stop.get_token()}).outcome == Outcome::stopped);
}

namespace {

/// The definition of edge betweenness, word by word.
void check_edges(std::size_t n, const Pairs& pairs, bool directed, bool unit) {
  const MergedGraph merged = build_merged(n, pairs, directed);
  const GraphView graph = merged.graph.view();
  Eigen::MatrixXd matrix = dense(n, pairs, directed);
  for (std::size_t v = 0; v < n; ++v) matrix(Eigen::Index(v), Eigen::Index(v)) = 0;
  const Eigen::MatrixXd length = lengths_of(matrix, unit);
  const AllPaths all = all_paths(length);
  const auto run_along = [&](Eigen::Index u, Eigen::Index v) {
    double sum = 0;
    for (Eigen::Index s = 0; s < length.rows(); ++s) {
      for (Eigen::Index t = 0; t < length.rows(); ++t) {
        if (s == t || all.distance(s, t) == infinite) continue;
        if (all.distance(s, u) + length(u, v) + all.distance(v, t) != all.distance(s, t)) continue;
        sum += all.paths(s, u) * all.paths(v, t) / all.paths(s, t);
      }
    }
    return sum;
  };
  const std::vector<double> found = edge_betweenness(graph, lengths_from(merged, unit)).score;
  for (Vertex u = 0; u < n; ++u) {
    for (Arc arc = graph.begin(u); arc < graph.end(u); ++arc) {
      const Vertex v = graph.target(arc);
      const double wanted = u == v ? 0 : directed ? run_along(u, v) : (run_along(u, v) + run_along(v, u)) / 2;
      REQUIRE(found[arc] == Approx(wanted).margin(1e-12));
    }
  }
}

}  // namespace

TEST_CASE("edge betweenness of small and of random graphs is its definition", "[betweenness]") {
  for (const bool directed : {false, true}) {
    for (std::size_t n = 0; n <= (directed ? 3U : 4U); ++n) {
      for_each_graph(n, directed, n <= 3,
                     [&](std::size_t size, const Pairs& pairs) { check_edges(size, pairs, directed, true); });
    }
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      check_edges(30, random_pairs(30, 12 * seed, seed), directed, true);
      check_edges(25, coarse(random_pairs(25, 10 * seed, seed)), directed, false);
    }
  }
}

TEST_CASE("edge betweenness of the bridge of two triangles, and its bits on several threads", "[betweenness]") {
  // Nine pairs of the one triangle with the other cross the bridge; a tie beside it carries its own pair and 3 of the
  // nine.
  const Pairs pairs{{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 5}, {5, 3}};
  const MergedGraph merged = build_merged(6, pairs, false);
  const GraphView graph = merged.graph.view();
  const std::vector<double> found = edge_betweenness(graph, Lengths::unit).score;
  const auto of = [&](Vertex u, Vertex v) {
    return found[graph.begin(u) +
                 static_cast<Arc>(std::ranges::find(graph.neighbours(u), v) - graph.neighbours(u).begin())];
  };
  CHECK(of(2, 3) == 9);
  CHECK(of(3, 2) == 9);
  CHECK(of(0, 2) == 4);
  CHECK(of(0, 1) == 1);
  CHECK(edge_betweenness(graph, Lengths::unit, {.normalised = true}).score[0] == Approx(1.0 / 15));

  const MergedGraph large = build_merged(600, random_pairs(600, 2400, 3), false);
  const std::vector<double> alone = edge_betweenness(large.graph.view(), Lengths::unit).score;
  for (const unsigned threads : {2U, 3U, 8U}) {
    CHECK(edge_betweenness(large.graph.view(), Lengths::unit, {}, {.threads = threads}).score == alone);
  }
}

}  // namespace regionet::test::betweenness_test

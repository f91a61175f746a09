// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/distances.hpp"

#include "engine/centrality/closeness.hpp"
#include "engine/structure/bfs.hpp"
#include "engine/structure/diameter.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/dense.hpp"

namespace regionet::test::distances_test {
namespace {

Lengths lengths_from(const MergedGraph& merged, bool unit) {
  return unit ? Lengths::unit : lengths(merged.graph.view(), Strengths(merged.weights), LengthTransform::weight);
}

void check_all(std::size_t n, const Pairs& pairs, bool directed, bool unit) {
  const MergedGraph merged = build_merged(n, pairs, directed);
  const DistancesResult found = distances(merged.graph.view(), lengths_from(merged, unit));
  Eigen::MatrixXd matrix = dense(n, pairs, directed);
  for (std::size_t v = 0; v < n; ++v) matrix(Eigen::Index(v), Eigen::Index(v)) = 0;
  const AllPaths wanted = all_paths(lengths_of(matrix, unit));
  for (std::size_t v = 0; v < n; ++v) {
    double harmonic = 0;
    double total = 0;
    double farthest = 0;
    std::uint32_t reach = 0;
    for (std::size_t u = 0; u < n; ++u) {
      const double distance = wanted.distance(Eigen::Index(v), Eigen::Index(u));
      if (u == v || distance == infinite) continue;
      harmonic += 1 / distance;
      total += distance;
      ++reach;
      farthest = std::max(farthest, distance);
    }
    REQUIRE(found.harmonic[v] == Approx(harmonic).epsilon(1e-12));
    REQUIRE(found.total[v] == Approx(total).epsilon(1e-12));
    REQUIRE(found.reach[v] == reach);
    REQUIRE(found.farthest[v] == farthest);
  }
}

/// Weights of sixteenths, so that lengths add up exactly.
Pairs coarse(Pairs pairs) {
  for (WeightedPair& pair : pairs) pair.weight = std::ceil(pair.weight * 16) / 16;
  return pairs;
}

Pairs path(Vertex n) {
  Pairs pairs;
  for (Vertex v = 0; v + 1 < n; ++v) pairs.push_back({v, v + 1, 1});
  return pairs;
}

}  // namespace

TEST_CASE("distances of every small graph are those of Floyd and Warshall", "[distances]") {
  for (std::size_t n = 0; n <= 5; ++n) {
    for_each_graph(n, false, n <= 3, [](std::size_t size, const Pairs& pairs) { check_all(size, pairs, false, true); });
  }
  for (std::size_t n = 0; n <= 4; ++n) {
    for_each_graph(n, true, n <= 3, [](std::size_t size, const Pairs& pairs) { check_all(size, pairs, true, true); });
  }
}

TEST_CASE("distances of random graphs, sparse and dense, in steps and in lengths", "[distances]") {
  const bool directed = GENERATE(false, true);
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const std::size_t arcs = 20 * seed;
    check_all(70, random_pairs(70, arcs, seed), directed, true);
    check_all(40, coarse(random_pairs(40, arcs, seed)), directed, false);
  }
}

TEST_CASE("distances of more vertices than a batch holds, near and far", "[distances]") {
  const MergedGraph line = build_merged(1500, path(1500), false);
  const DistancesResult found = distances(line.graph.view(), Lengths::unit);
  for (std::size_t v = 0; v < 1500; ++v) {
    const auto left = static_cast<double>(v);
    const double right = 1499 - left;
    REQUIRE(found.total[v] == left * (left + 1) / 2 + right * (right + 1) / 2);
    REQUIRE(found.farthest[v] == std::max(left, right));
  }
  CHECK(found.pairs_at[1] == 2 * 1499);
  CHECK(found.pairs_at[1499] == 2);
}

TEST_CASE("distances have the same bits for any number of threads", "[distances]") {
  const bool unit = GENERATE(true, false);
  const MergedGraph merged = build_merged(1300, random_pairs(1300, 4000, 3), true);
  const DistancesResult alone = distances(merged.graph.view(), lengths_from(merged, unit));
  for (const unsigned threads : {2U, 3U, 8U}) {
    for (const Backend backend : {Backend::tbb, Backend::threads}) {
      const DistancesResult other =
          distances(merged.graph.view(), lengths_from(merged, unit), {.threads = threads, .backend = backend});
      CHECK(other.harmonic == alone.harmonic);
      CHECK(other.total == alone.total);
      CHECK(other.pairs_at == alone.pairs_at);
    }
  }
}

TEST_CASE("distances tell their progress and stop when asked", "[distances]") {
  const MergedGraph merged = build_merged(1300, random_pairs(1300, 4000, 3), false);
  std::vector<double> told;
  RunContext run{.progress = [&](double share) { told.push_back(share); }};
  CHECK(distances(merged.graph.view(), Lengths::unit, run).outcome == Outcome::complete);
  CHECK(std::ranges::is_sorted(told));
  CHECK(told.front() == 0);
  CHECK(told.back() == 1);
  std::stop_source stop;
  stop.request_stop();
  run.stop = stop.get_token();
  CHECK(distances(merged.graph.view(), Lengths::unit, run).outcome == Outcome::stopped);
}

TEST_CASE("a search passes its certificate, and the certificate fails what is wrong", "[bfs]") {
  const bool directed = GENERATE(false, true);
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const MergedGraph merged = build_merged(400, random_pairs(400, 100 * seed, seed), directed);
    for (const unsigned threads : {1U, 3U}) {
      const BfsResult found = bfs(merged.graph.view(), 7, {.threads = threads, .backend = Backend::threads});
      REQUIRE(check_distances(merged.graph.view(), 7, found.distance) == "");
      REQUIRE(found.reached == found.distance.size() - std::size_t(std::ranges::count(found.distance, unreached)));
      std::vector<std::uint32_t> wrong = found.distance;
      if (found.reached < 2) continue;
      const auto other = std::ranges::find(wrong, found.farthest);
      ++*other;
      CHECK(check_distances(merged.graph.view(), 7, wrong) != "");
    }
  }
  CHECK_THROWS_AS(bfs(GraphView(), 0), std::invalid_argument);
}

TEST_CASE("a search agrees with distances over every small graph", "[bfs]") {
  const bool directed = GENERATE(false, true);
  for_each_graph(4, directed, false, [&](std::size_t n, const Pairs& pairs) {
    const MergedGraph merged = build_merged(n, pairs, directed);
    const DistancesResult wanted = distances(merged.graph.view(), Lengths::unit);
    for (Vertex v = 0; v < n; ++v) {
      const BfsResult found = bfs(merged.graph.view(), v);
      REQUIRE(found.farthest == wanted.farthest[v]);
      REQUIRE(found.reached == wanted.reach[v] + 1);
    }
  });
}

TEST_CASE("the diameter is the largest distance of the component", "[diameter]") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const MergedGraph merged = build_merged(120, random_pairs(120, 60 + 8 * seed, seed), false);
    const ComponentsResult parts = components(merged.graph.view());
    const DistancesResult all = distances(merged.graph.view(), Lengths::unit);
    for (std::uint32_t c = 0; c < parts.size.size(); ++c) {
      double wanted = 0;
      for (Vertex v = 0; v < 120; ++v) {
        if (parts.component[v] == c) wanted = std::max(wanted, all.farthest[v]);
      }
      REQUIRE(diameter(merged.graph.view(), parts, c).diameter == wanted);
    }
  }
  const MergedGraph line = build_merged(1000, path(1000), true);
  const DiameterResult found = diameter(line.graph.view(), components(line.graph.view()), 0);
  CHECK(found.diameter == 999);
  CHECK(found.searches < 5);
  CHECK_THROWS_AS(diameter(line.graph.view(), components(line.graph.view()), 1), std::invalid_argument);
}

TEST_CASE("closeness and harmonic centrality of a star, a path and what is apart", "[closeness]") {
  const MergedGraph merged = build_merged(6, Pairs{{0, 1}, {0, 2}, {0, 3}}, false);
  const DistancesResult found = distances(merged.graph.view(), Lengths::unit);
  const std::vector<double> near = harmonic(found);
  const std::vector<double> close = closeness(found);
  CHECK(near[0] == Approx(3.0 / 5));
  CHECK(near[1] == Approx((1 + 2 * 0.5) / 5));
  CHECK(near[4] == 0);
  CHECK(close[0] == Approx(3.0 / 5 * 3 / 3));
  CHECK(close[1] == Approx(3.0 / 5 * 3 / 5));
  CHECK(close[5] == 0);
}

}  // namespace regionet::test::distances_test

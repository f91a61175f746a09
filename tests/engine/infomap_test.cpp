// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <functional>

#include "engine/community/infomap.hpp"
#include "engine/community/map_equation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/dense.hpp"

namespace regionet::test::infomap_test {
namespace {

using Labels = std::vector<std::uint32_t>;

Strengths strengths_of(const MergedGraph& merged) { return Strengths(std::span<const double>(merged.weights)); }

double entropy_bits(const std::vector<double>& parts) {
  double sum = 0;
  for (const double part : parts) sum += part;
  double bits = 0;
  for (const double part : parts) bits -= part > 0 ? part / sum * std::log2(part / sum) : 0;
  return bits;
}

/// Steps of the walker as a matrix: row u to column v, and how often one is at each vertex.
struct DenseWalk {
  Eigen::MatrixXd step;
  Eigen::VectorXd visit;
};

DenseWalk walk_of(std::size_t n, const Pairs& pairs, bool directed) {
  constexpr double teleportation = 0.15;
  const Eigen::MatrixXd a = dense(n, pairs, directed);
  const auto size = static_cast<Eigen::Index>(n);
  DenseWalk walk{Eigen::MatrixXd::Zero(size, size), Eigen::VectorXd::Constant(size, 1 / static_cast<double>(n))};
  for (Eigen::Index u = 0; u < size; ++u) {
    const double out = a.row(u).sum();
    const double jump = !directed ? 0 : out == 0 ? 1 : teleportation;
    for (Eigen::Index v = 0; v < size; ++v) {
      walk.step(u, v) = jump / static_cast<double>(n) + (out == 0 ? 0 : (1 - jump) * a(u, v) / out);
    }
  }
  if (!directed) {
    walk.visit = a.rowwise().sum() / a.sum();
    return walk;
  }
  for (int i = 0; i < 2000; ++i) walk.visit = walk.step.transpose() * walk.visit;
  return walk;
}

/// The code as it is read: how often the book of modules is used times what a word of it takes, and the same for the
/// book of each module, which has a word for leaving. A teleport within the module is no exit.
double dense_codelength(const DenseWalk& walk, const Labels& labels) {
  const auto n = static_cast<std::size_t>(walk.visit.size());
  std::vector<double> exits(n, 0);
  std::vector<std::vector<double>> books(n);
  for (std::size_t u = 0; u < n; ++u) {
    const auto row = static_cast<Eigen::Index>(u);
    books[labels[u]].push_back(walk.visit(row));
    for (std::size_t v = 0; v < n; ++v) {
      if (labels[u] != labels[v]) exits[labels[u]] += walk.visit(row) * walk.step(row, static_cast<Eigen::Index>(v));
    }
  }
  double used = 0;
  for (const double exit : exits) used += exit;
  double bits = used > 0 ? used * entropy_bits(exits) : 0;
  for (std::size_t m = 0; m < n; ++m) {
    if (books[m].empty()) continue;
    books[m].push_back(exits[m]);
    double sum = 0;
    for (const double part : books[m]) sum += part;
    bits += sum > 0 ? sum * entropy_bits(books[m]) : 0;
  }
  return bits;
}

/// Over all partitions whose modules are connected: what untied vertices gain by lying together, teleports alone, is
/// not looked for.
double shortest_codelength(GraphView graph, const DenseWalk& walk) {
  const auto n = static_cast<std::size_t>(walk.visit.size());
  Labels labels(n, 0);
  double best = infinite;
  const std::function<void(std::size_t, std::uint32_t)> place = [&](std::size_t v, std::uint32_t groups) {
    if (v == n) {
      if (count_disconnected(graph, partition_of(labels)) == 0) best = std::min(best, dense_codelength(walk, labels));
      return;
    }
    for (std::uint32_t g = 0; g <= groups; ++g) {
      labels[v] = g;
      place(v + 1, std::max(groups, g + 1));
    }
  };
  place(0, 0);
  return best;
}

double codelength_of(const MergedGraph& merged, const Labels& labels) {
  return codelength(*WalkerFlows::of(merged.graph.view(), strengths_of(merged), 0.15), labels);
}

}  // namespace

TEST_CASE("the map equation by hand: two triangles and a tie", "[infomap][map-equation]") {
  const MergedGraph merged = build_merged(6, Pairs{{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 5}, {5, 3}}, false);
  // Seven ties, visits 2/14 and at the tie between 3/14; each triangle is left by 1 step in 14, so the book of the two
  // modules is used 2 times in 14, one bit each, and the book of a triangle 8 times in 14: 2 2 3 visits and 1 exit.
  const double within = entropy_bits({2, 2, 3, 1});
  CHECK(codelength_of(merged, {0, 0, 0, 1, 1, 1}) == Approx(2.0 / 14 + 2 * 8.0 / 14 * within));
  CHECK(codelength_of(merged, {0, 0, 0, 0, 0, 0}) == Approx(entropy_bits({2, 2, 2, 2, 3, 3})));
  const InfomapResult found = infomap(merged.graph.view(), Strengths::unit, {.runs = 5});
  CHECK(found.partition == Partition{{0, 0, 0, 1, 1, 1}, {3, 3}});
  CHECK(*found.codelength == Approx(2.0 / 14 + 2 * 8.0 / 14 * within));
}

TEST_CASE("the map equation by hand: a directed ring, and an arc that ends", "[infomap][map-equation]") {
  const MergedGraph ring = build_merged(4, Pairs{{0, 1}, {1, 2}, {2, 3}, {3, 0}}, true);
  // A pair is left by half of the teleports and by half of the rest: 0.15 / 4 + 0.85 / 4 = 1/4 of all steps.
  CHECK(codelength_of(ring, {0, 0, 1, 1}) == Approx(0.5 * 1 + 2 * 0.75 * std::log2(3.0)));
  CHECK(codelength_of(ring, {0, 0, 0, 0}) == Approx(2));
  // 0 -> 1, and from 1 anywhere: v0 = (0.15 v0 + v1) / 2, so v0 = 1 / 2.85.
  const MergedGraph arc = build_merged(2, Pairs{{0, 1}}, true);
  const double v0 = 1 / 2.85;
  const double exit = 0.15 * v0 / 2 + 0.85 * v0;
  CHECK(exit == Approx((1 - v0) / 2));
  const double wanted =
      2 * exit + (v0 + exit) * entropy_bits({v0, exit}) + (1 - v0 + exit) * entropy_bits({1 - v0, exit});
  CHECK(codelength_of(arc, {0, 1}) == Approx(wanted));
}

TEST_CASE("the codelength is what the code books say, and hardly any is shorter than what is found", "[infomap]") {
  int shortest = 0;  // a search by single moves may end at another partition; one that is far off is a fault
  for (std::uint64_t seed = 1; seed <= 16; ++seed) {
    const bool directed = seed % 2 == 0;
    const std::size_t n = 5 + seed % 3;
    const Pairs pairs = random_pairs(n, 2 * n, seed);
    const MergedGraph merged = build_merged(n, pairs, directed);
    const DenseWalk walk = walk_of(n, pairs, directed);
    for (std::uint64_t draw = 1; draw <= 10; ++draw) {
      Labels labels(n);
      for (std::size_t v = 0; v < n; ++v) labels[v] = static_cast<std::uint32_t>(random_bits(seed, v, draw) % 3);
      REQUIRE(codelength_of(merged, labels) == Approx(dense_codelength(walk, labels)).epsilon(1e-9));
    }
    const InfomapResult found = infomap(merged.graph.view(), strengths_of(merged), {.runs = 20}, {.seed = seed});
    REQUIRE(*found.codelength == Approx(dense_codelength(walk, found.partition.community)).epsilon(1e-9));
    const double wanted = shortest_codelength(merged.graph.view(), walk);
    REQUIRE(*found.codelength >= wanted - 1e-9);
    REQUIRE(*found.codelength <= wanted * 1.01);
    shortest += *found.codelength < wanted + 1e-9 ? 1 : 0;
  }
  CHECK(shortest >= 13);
}

TEST_CASE("infomap is the same for any number of threads, and stops when asked", "[infomap]") {
  const MergedGraph merged = build_merged(300, random_pairs(300, 900, 5), true);
  const InfomapResult alone = infomap(merged.graph.view(), strengths_of(merged), {.runs = 7}, {.seed = 3});
  for (const unsigned threads : {2U, 3U, 8U}) {
    const InfomapResult other =
        infomap(merged.graph.view(), strengths_of(merged), {.runs = 7}, {.threads = threads, .seed = 3});
    CHECK(other.partition == alone.partition);
    CHECK(other.run_codelength == alone.run_codelength);
  }
  std::stop_source stop;
  stop.request_stop();
  const RunContext stopped{.stop = stop.get_token()};
  CHECK(infomap(merged.graph.view(), Strengths::unit, {.runs = 7}, stopped).outcome == Outcome::stopped);
}

TEST_CASE("infomap of what is hardly a graph, and of what is refused", "[infomap]") {
  CHECK(infomap(GraphView(), Strengths::unit).partition == Partition{});
  const MergedGraph bare = build_merged(3, Pairs{}, true);
  CHECK_FALSE(infomap(bare.graph.view(), Strengths::unit).codelength.has_value());
  CHECK(infomap(bare.graph.view(), Strengths::unit).partition == Partition{{0, 1, 2}, {1, 1, 1}});
  CHECK_THROWS_AS(infomap(bare.graph.view(), Strengths::unit, {.runs = 0}), std::invalid_argument);
  CHECK_THROWS_AS(infomap(bare.graph.view(), Strengths::unit, {.teleportation = 1}), std::invalid_argument);
  const MergedGraph negative = build_merged(2, Pairs{{0, 1, -1}}, false);
  CHECK_THROWS_AS(infomap(negative.graph.view(), strengths_of(negative)), std::invalid_argument);
}

}  // namespace regionet::test::infomap_test

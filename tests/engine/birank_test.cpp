// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/birank.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/dense.hpp"

namespace regionet::test::birank_test {
namespace {

/// Ties between the vertices 0 .. first - 1 and the others.
Pairs pairs_across(std::size_t n, std::size_t first, std::size_t count, std::uint64_t seed) {
  Pairs pairs;
  for (std::uint64_t i = 0; i < count; ++i) {
    pairs.push_back({static_cast<Vertex>(random_bits(seed, i, 0) % first),
                     static_cast<Vertex>(first + random_bits(seed, i, 1) % (n - first)), 1 - random_unit(seed, i, 2)});
  }
  return pairs;
}

std::vector<bool> sides(std::size_t n, std::size_t first) {
  std::vector<bool> out(n, false);
  for (std::size_t v = 0; v < first; ++v) out[v] = true;
  return out;
}

/// The linear system that defines it, solved at once.
Eigen::VectorXd solve(std::size_t n, std::size_t first, const Pairs& pairs, const BirankOptions& options) {
  const Eigen::MatrixXd a = dense(n, pairs, false);
  const auto size = static_cast<Eigen::Index>(n);
  Eigen::MatrixXd system = Eigen::MatrixXd::Identity(size, size);
  Eigen::VectorXd right(size);
  for (Eigen::Index v = 0; v < size; ++v) {
    const bool on_first = v < Eigen::Index(first);
    const double share = on_first ? options.alpha : options.beta;
    right[v] = (1 - share) / double(on_first ? first : n - first);
    for (Eigen::Index u = 0; u < size; ++u) {
      if (a(v, u) > 0) system(v, u) -= share * a(v, u) / std::sqrt(a.row(v).sum() * a.row(u).sum());
    }
  }
  return system.fullPivLu().solve(right);
}

}  // namespace

TEST_CASE("BiRank of a star, worked out by hand", "[birank]") {
  // One place with two partners: s = 2, 1, 1. x = a / sqrt(2) (y + y) + (1 - a), y = a / sqrt(2) x + (1 - a) / 2.
  // With a = 1/2: y = x / (2 sqrt 2) + 1/4 and x = y / sqrt 2 + 1/2 = x / 4 + 1 / (4 sqrt 2) + 1/2.
  const MergedGraph star = build_merged(3, Pairs{{0, 1}, {0, 2}}, false);
  const auto found = birank(star.graph.view(), Strengths::unit, {true, false, false}, {.alpha = 0.5, .beta = 0.5});
  const double x = (1 / (4 * std::sqrt(2.0)) + 0.5) * 4 / 3;
  CHECK(found.score[0] == Approx(x));
  CHECK(found.score[1] == Approx(x / (2 * std::sqrt(2.0)) + 0.25));
  CHECK(found.outcome == Outcome::complete);
}

TEST_CASE("BiRank of random networks solves its equation, on any number of threads", "[birank]") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const Pairs pairs = pairs_across(40, 12, 20 * seed, seed);
    const MergedGraph merged = build_merged(40, pairs, false);
    const BirankOptions options{.alpha = 0.7, .beta = 0.9, .tolerance = 1e-14};
    const auto found = birank(merged.graph.view(), Strengths(merged.weights), sides(40, 12), options);
    const Eigen::VectorXd wanted = solve(40, 12, pairs, options);
    for (std::size_t v = 0; v < 40; ++v) REQUIRE(found.score[v] == Approx(wanted[Eigen::Index(v)]).epsilon(1e-9));
    for (const unsigned threads : {2U, 3U, 8U}) {
      const RunContext run{.threads = threads};
      CHECK(birank(merged.graph.view(), Strengths(merged.weights), sides(40, 12), options, run).score == found.score);
    }
  }
}

TEST_CASE("BiRank refuses what has no meaning, and says when it gave up", "[birank]") {
  const MergedGraph merged = build_merged(3, Pairs{{0, 1}, {0, 2}}, false);
  const std::vector<bool> first{true, false, false};
  CHECK_THROWS_AS(birank(merged.graph.view(), Strengths::unit, first, {.alpha = 1}), std::invalid_argument);
  CHECK_THROWS_AS(birank(merged.graph.view(), Strengths::unit, first, {.tolerance = 0}), std::invalid_argument);
  CHECK_THROWS_AS(birank(merged.graph.view(), Strengths::unit, {true, true, false}), std::invalid_argument);
  CHECK_THROWS_AS(birank(merged.graph.view(), Strengths::unit, {true, false}), std::invalid_argument);
  const MergedGraph arcs = build_merged(2, Pairs{{0, 1}}, true);
  CHECK_THROWS_AS(birank(arcs.graph.view(), Strengths::unit, {true, false}), std::invalid_argument);
  CHECK(birank(merged.graph.view(), Strengths::unit, first, {.max_iterations = 1}).outcome == Outcome::not_converged);
  CHECK(birank(GraphView(), Strengths::unit, {}).score.empty());
}

}  // namespace regionet::test::birank_test

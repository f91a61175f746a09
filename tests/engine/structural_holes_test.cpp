// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/structural_holes.hpp"

#include <cmath>

#include "engine/structure/weighted_clustering.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/dense.hpp"

namespace regionet::test::structural_holes_test {
namespace {

/// w(u, v), both ways together, without loops.
Eigen::MatrixXd mutual(std::size_t n, const Pairs& pairs, bool directed) {
  Eigen::MatrixXd w = dense(n, pairs, directed);
  if (directed) w += Eigen::MatrixXd(w.transpose());
  w.diagonal().setZero();
  return w;
}

void check_value(const std::optional<double>& found, bool defined, double wanted) {
  REQUIRE(found.has_value() == defined);
  if (defined) REQUIRE(*found == Approx(wanted).margin(1e-12));
}

/// Burt's sums as products of matrices: there is no diagonal, so places need not be told apart.
void check_holes(std::size_t n, const Pairs& pairs, bool directed) {
  const MergedGraph merged = build_merged(n, pairs, directed);
  const StructuralHolesResult found = structural_holes(merged.graph.view(), Strengths(merged.weights));
  const Eigen::MatrixXd w = mutual(n, pairs, directed);
  Eigen::MatrixXd p = w;
  Eigen::MatrixXd m = w;
  for (Eigen::Index v = 0; v < w.rows(); ++v) {
    if (w.row(v).sum() == 0) continue;
    p.row(v) /= w.row(v).sum();
    m.row(v) /= w.row(v).maxCoeff();
  }
  const Eigen::MatrixXd invested = p + p * p;
  const Eigen::MatrixXd redundant = p * m.transpose();
  for (std::size_t v = 0; v < n; ++v) {
    double constraint = 0;
    double size = 0;
    const auto at = Eigen::Index(v);
    for (Eigen::Index u = 0; u < w.cols(); ++u) {
      if (w(at, u) == 0) continue;
      constraint += invested(at, u) * invested(at, u);
      size += 1 - redundant(at, u);
    }
    check_value(found.constraint[v], w.row(at).sum() > 0, constraint);
    check_value(found.effective_size[v], w.row(at).sum() > 0, size);
  }
}

void check_clustering(std::size_t n, const Pairs& pairs, bool directed) {
  const MergedGraph merged = build_merged(n, pairs, directed);
  const WeightedClusteringResult found = weighted_clustering(merged.graph.view(), Strengths(merged.weights));
  const Eigen::MatrixXd w = mutual(n, pairs, directed);
  const double largest = n == 0 ? 0 : w.maxCoeff();
  for (std::size_t v = 0; v < n; ++v) {
    const auto at = Eigen::Index(v);
    const auto degree = static_cast<double>((w.row(at).array() > 0).count());
    double barrat = 0;
    double onnela = 0;
    for (Eigen::Index j = 0; j < w.cols(); ++j) {
      for (Eigen::Index h = 0; h < w.cols(); ++h) {  // ordered pairs, as both papers write them
        if (w(at, j) == 0 || w(at, h) == 0 || w(j, h) == 0) continue;
        barrat += (w(at, j) + w(at, h)) / 2;
        onnela += std::pow(w(at, j) / largest * (w(at, h) / largest) * (w(j, h) / largest), 1.0 / 3);
      }
    }
    check_value(found.barrat[v], degree >= 2, barrat / (w.row(at).sum() * (degree - 1)));
    check_value(found.onnela[v], degree >= 2, onnela / (degree * (degree - 1)));
  }
}

void check_both(std::size_t n, const Pairs& pairs, bool directed) {
  check_holes(n, pairs, directed);
  check_clustering(n, pairs, directed);
}

}  // namespace

TEST_CASE("structural holes and weighted clustering of every small graph", "[holes][clustering]") {
  for (std::size_t n = 0; n <= 5; ++n) {
    for_each_graph(n, false, n <= 3, [](std::size_t size, const Pairs& pairs) { check_both(size, pairs, false); });
  }
  for (std::size_t n = 0; n <= 4; ++n) {
    for_each_graph(n, true, n <= 3, [](std::size_t size, const Pairs& pairs) { check_both(size, pairs, true); });
  }
}

TEST_CASE("structural holes and weighted clustering of random multigraphs", "[holes][clustering]") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) check_both(24, random_pairs(24, 12 * seed, seed), seed % 2 == 0);
}

TEST_CASE("structural holes of a triangle, a star and a chain, by hand", "[holes]") {
  // Each of three: p = 1/2 to both; (1/2 + 1/2 * 1/2)^2 twice = 9/8; two partners, of which each makes up for half: 1.
  const MergedGraph triangle = build_merged(3, Pairs{{0, 1}, {1, 2}, {2, 0}}, false);
  StructuralHolesResult found = structural_holes(triangle.graph.view(), Strengths::unit);
  CHECK(*found.constraint[0] == Approx(9.0 / 8));
  CHECK(*found.effective_size[0] == Approx(1));
  // The middle of a star has four partners that nothing ties: 4 * (1/4)^2; its partners depend on it alone.
  const MergedGraph star = build_merged(6, Pairs{{0, 1}, {0, 2}, {0, 3}, {0, 4}}, false);
  found = structural_holes(star.graph.view(), Strengths::unit);
  CHECK(*found.constraint[0] == Approx(0.25));
  CHECK(*found.effective_size[0] == Approx(4));
  CHECK(*found.constraint[1] == Approx(1));
  CHECK_FALSE(found.constraint[5]);
  CHECK_FALSE(found.effective_size[5]);
  // 0 - 1 with 3, 1 - 2 with 1: p(1, 0) = 3/4, so 9/16 + 1/16.
  const MergedGraph chain = build_merged(3, Pairs{{0, 1, 3}, {1, 2, 1}}, false);
  found = structural_holes(chain.graph.view(), Strengths(chain.weights));
  CHECK(*found.constraint[1] == Approx(10.0 / 16));
}

TEST_CASE("weighted clustering of a triangle with a tail, by hand", "[clustering]") {
  // 0 - 1 with 2, 0 - 2 with 4, 1 - 2 with 1, 0 - 3 with 2: 0 has strength 8 and degree 3.
  const MergedGraph merged = build_merged(4, Pairs{{0, 1, 2}, {0, 2, 4}, {1, 2, 1}, {0, 3, 2}}, false);
  const WeightedClusteringResult found = weighted_clustering(merged.graph.view(), Strengths(merged.weights));
  CHECK(*found.barrat[0] == Approx(6.0 / 16));           // (2 + 4) / (8 * 2)
  CHECK(*found.onnela[0] == Approx(2 * 2.0 / (4 * 6)));  // the cube root of 2 * 4 * 1 is 2; the largest weight 4
  CHECK(*found.barrat[1] == 1);
  CHECK(*found.onnela[1] == Approx(2 * 2.0 / (4 * 2)));
  CHECK_FALSE(found.barrat[3]);
  const std::vector<double> none(merged.weights.size(), 0);
  CHECK_FALSE(weighted_clustering(merged.graph.view(), Strengths(none)).barrat[0]);
  CHECK_FALSE(weighted_clustering(merged.graph.view(), Strengths(none)).onnela[0]);
}

TEST_CASE("weights of any size do not overflow on the way", "[clustering]") {
  const MergedGraph merged = build_merged(3, Pairs{{0, 1, 1e150}, {1, 2, 1e150}, {2, 0, 1e150}}, false);
  CHECK(*weighted_clustering(merged.graph.view(), Strengths(merged.weights)).onnela[0] == Approx(1));
}

TEST_CASE("structural holes and weighted clustering refuse negative weights and stop when asked", "[holes]") {
  const MergedGraph merged = build_merged(2, Pairs{{0, 1, -1}}, false);
  CHECK_THROWS_AS(structural_holes(merged.graph.view(), Strengths(merged.weights)), std::invalid_argument);
  CHECK_THROWS_AS(weighted_clustering(merged.graph.view(), Strengths(merged.weights)), std::invalid_argument);
  std::stop_source stop;
  stop.request_stop();
  const RunContext run{.stop = stop.get_token()};
  CHECK(structural_holes(merged.graph.view(), Strengths::unit, run).outcome == Outcome::stopped);
  CHECK(weighted_clustering(merged.graph.view(), Strengths::unit, run).outcome == Outcome::stopped);
}

TEST_CASE("structural holes and weighted clustering have the same bits for any number of threads", "[holes]") {
  const MergedGraph merged = build_merged(3000, random_pairs(3000, 40'000, 5), true);
  const Strengths strengths(merged.weights);
  const StructuralHolesResult holes = structural_holes(merged.graph.view(), strengths);
  const WeightedClusteringResult near = weighted_clustering(merged.graph.view(), strengths);
  for (const unsigned threads : {2U, 3U, 8U}) {
    for (const Backend backend : {Backend::tbb, Backend::threads}) {
      const RunContext run{.threads = threads, .backend = backend};
      CHECK(structural_holes(merged.graph.view(), strengths, run).constraint == holes.constraint);
      CHECK(structural_holes(merged.graph.view(), strengths, run).effective_size == holes.effective_size);
      CHECK(weighted_clustering(merged.graph.view(), strengths, run).barrat == near.barrat);
      CHECK(weighted_clustering(merged.graph.view(), strengths, run).onnela == near.onnela);
    }
  }
}

}  // namespace regionet::test::structural_holes_test

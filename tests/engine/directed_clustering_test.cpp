// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/directed_clustering.hpp"

#include "engine/structure/triangles.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/dense.hpp"

namespace regionet::test::directed_clustering_test {
namespace {

void check_value(const std::optional<double>& found, bool defined, double wanted) {
  REQUIRE(found.has_value() == defined);
  if (defined) REQUIRE(*found == Approx(wanted).margin(1e-12));
}

/// Fagiolo's formula by powers of A + A', and LDBC's by counting arcs between partners.
void check_all(std::size_t n, const Pairs& pairs, bool directed) {
  const MergedGraph merged = build_merged(n, pairs, directed);
  const DirectedClusteringResult found = directed_clustering(merged.graph.view());
  Eigen::MatrixXd a = dense(n, pairs, directed).unaryExpr([](double w) { return w > 0 ? 1.0 : 0.0; });
  a.diagonal().setZero();
  const Eigen::MatrixXd both = a + a.transpose();
  const Eigen::MatrixXd cube = both * both * both;
  const Eigen::MatrixXd square = a * a;
  for (std::size_t v = 0; v < n; ++v) {
    const auto at = Eigen::Index(v);
    const double d = both.row(at).sum();
    const double possible = 2 * (d * (d - 1) - 2 * square(at, at));
    check_value(found.fagiolo[v], possible > 0, cube(at, at) / possible);
    double arcs = 0;
    double k = 0;
    for (Eigen::Index u = 0; u < a.rows(); ++u) {
      if (both(at, u) == 0) continue;
      ++k;
      for (Eigen::Index w = 0; w < a.cols(); ++w) arcs += both(at, w) > 0 ? a(u, w) : 0;
    }
    check_value(found.ldbc[v], k >= 2, arcs / (k * (k - 1)));
  }
}

}  // namespace

TEST_CASE("directed clustering of every small graph", "[clustering]") {
  for (std::size_t n = 0; n <= 5; ++n) {
    for_each_graph(n, false, n <= 3, [](std::size_t size, const Pairs& pairs) { check_all(size, pairs, false); });
  }
  for (std::size_t n = 0; n <= 4; ++n) {
    for_each_graph(n, true, n <= 3, [](std::size_t size, const Pairs& pairs) { check_all(size, pairs, true); });
  }
}

TEST_CASE("directed clustering of random multigraphs", "[clustering]") {
  for (std::uint64_t seed = 1; seed <= 24; ++seed) check_all(30, random_pairs(30, 14 * seed, seed), seed % 2 == 0);
}

TEST_CASE("directed clustering of a ring of three, by hand", "[clustering]") {
  // A directed ring: one directed triangle of the two that arcs both ways could make; one arc of two between partners.
  const MergedGraph ring = build_merged(3, Pairs{{0, 1}, {1, 2}, {2, 0}}, true);
  const DirectedClusteringResult found = directed_clustering(ring.graph.view());
  CHECK(*found.fagiolo[0] == 0.5);
  CHECK(*found.ldbc[0] == 0.5);
  // One partner both ways is one partner; with a third place there are triangles that could be.
  const MergedGraph pair = build_merged(2, Pairs{{0, 1}, {1, 0}}, true);
  CHECK_FALSE(directed_clustering(pair.graph.view()).fagiolo[0]);
  CHECK_FALSE(directed_clustering(pair.graph.view()).ldbc[0]);
}

TEST_CASE("without directions all definitions of clustering agree", "[clustering]") {
  const MergedGraph merged = build_merged(60, random_pairs(60, 300, 5), false);
  const DirectedClusteringResult found = directed_clustering(merged.graph.view());
  const auto plain = local_clustering(triangles(merged.graph.view()));
  for (std::size_t v = 0; v < 60; ++v) {
    REQUIRE(found.ldbc[v].value() == Approx(plain[v].value()));
    REQUIRE(found.fagiolo[v].value() == Approx(plain[v].value()));
  }
}

TEST_CASE("directed clustering has the same bits for any number of threads, and stops when asked", "[clustering]") {
  const MergedGraph merged = build_merged(5000, random_pairs(5000, 40'000, 5), true);
  const DirectedClusteringResult alone = directed_clustering(merged.graph.view());
  for (const unsigned threads : {2U, 3U, 8U}) {
    const RunContext run{.threads = threads};
    CHECK(directed_clustering(merged.graph.view(), run).fagiolo == alone.fagiolo);
    CHECK(directed_clustering(merged.graph.view(), run).ldbc == alone.ldbc);
  }
  std::stop_source stop;
  stop.request_stop();
  CHECK(directed_clustering(merged.graph.view(), {.stop = stop.get_token()}).outcome == Outcome::stopped);
}

}  // namespace regionet::test::directed_clustering_test

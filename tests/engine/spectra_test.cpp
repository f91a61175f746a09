// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/eigenvector.hpp"
#include "engine/centrality/hits.hpp"
#include "engine/centrality/katz.hpp"
#include "engine/centrality/pagerank.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/dense.hpp"

namespace regionet::test::spectra_test {
namespace {

void require_near(const std::vector<double>& found, const Eigen::VectorXd& wanted, double margin) {
  REQUIRE(found.size() == std::size_t(wanted.size()));
  for (std::size_t v = 0; v < found.size(); ++v) REQUIRE(found[v] == Approx(wanted[Eigen::Index(v)]).margin(margin));
}

/// The linear system that defines it, solved at once.
Eigen::VectorXd solve_pagerank(const Eigen::MatrixXd& a, double damping, const Eigen::VectorXd& start) {
  const Eigen::Index n = a.rows();
  Eigen::MatrixXd step = Eigen::MatrixXd::Zero(n, n);
  for (Eigen::Index u = 0; u < n; ++u) {
    const double out = a.row(u).sum();
    step.col(u) = out > 0 ? Eigen::VectorXd(a.row(u).transpose() / out) : start;
  }
  return (Eigen::MatrixXd::Identity(n, n) - damping * step).fullPivLu().solve((1 - damping) * start);
}

void check_pagerank(std::size_t n, const Pairs& pairs, bool directed) {
  const MergedGraph merged = build_merged(n, pairs, directed);
  const PagerankResult found = pagerank(merged.graph.view(), Strengths(merged.weights), {.tolerance = 1e-13});
  REQUIRE(found.outcome == Outcome::complete);
  const auto size = static_cast<Eigen::Index>(n);
  const Eigen::VectorXd start = Eigen::VectorXd::Constant(size, 1.0 / double(n));
  require_near(found.score, solve_pagerank(dense(n, pairs, directed), 0.85, start), 1e-11);
}

}  // namespace

TEST_CASE("PageRank of every small graph solves its equation", "[pagerank]") {
  for (std::size_t n = 1; n <= 4; ++n) {
    for_each_graph(n, false, n <= 3, [](std::size_t size, const Pairs& pairs) { check_pagerank(size, pairs, false); });
    for_each_graph(n, true, n <= 3, [](std::size_t size, const Pairs& pairs) { check_pagerank(size, pairs, true); });
  }
  for (std::uint64_t seed = 1; seed <= 10; ++seed) check_pagerank(50, random_pairs(50, 30 * seed, seed), seed % 2 == 0);
}

TEST_CASE("PageRank starts anew where the personalisation says, dangling mass too", "[pagerank]") {
  const Pairs pairs = random_pairs(20, 30, 5);
  const MergedGraph merged = build_merged(20, pairs, true);
  PagerankOptions options{.damping = 0.6, .tolerance = 1e-14, .personalisation = std::vector<double>(20, 0)};
  options.personalisation[3] = 2;
  options.personalisation[11] = 6;
  Eigen::VectorXd start = Eigen::VectorXd::Zero(20);
  start[3] = 0.25;
  start[11] = 0.75;
  const PagerankResult found = pagerank(merged.graph.view(), Strengths(merged.weights), options);
  require_near(found.score, solve_pagerank(dense(20, pairs, true), 0.6, start), 1e-12);
}

TEST_CASE("PageRank refuses what has no meaning, and says when it gave up", "[pagerank]") {
  const MergedGraph merged = build_merged(3, Pairs{{0, 1, 1}, {1, 2, 2}}, true);
  const GraphView graph = merged.graph.view();
  CHECK_THROWS_AS(pagerank(graph, Strengths::unit, {.damping = 1}), std::invalid_argument);
  CHECK_THROWS_AS(pagerank(graph, Strengths::unit, {.damping = -0.1}), std::invalid_argument);
  CHECK_THROWS_AS(pagerank(graph, Strengths::unit, {.tolerance = 0}), std::invalid_argument);
  CHECK_THROWS_AS(pagerank(graph, Strengths::unit, {.personalisation = {1, 1}}), std::invalid_argument);
  CHECK_THROWS_AS(pagerank(graph, Strengths::unit, {.personalisation = {0, 0, 0}}), std::invalid_argument);
  CHECK_THROWS_AS(pagerank(graph, Strengths::unit, {.personalisation = {1, -1, 1}}), std::invalid_argument);
  const std::vector<double> negative{1, -2};
  CHECK_THROWS_AS(pagerank(graph, Strengths(negative)), std::invalid_argument);
  CHECK(pagerank(graph, Strengths::unit, {.max_iterations = 1}).outcome == Outcome::not_converged);
  CHECK(pagerank(GraphView(), Strengths::unit).score.empty());
  std::stop_source stop;
  stop.request_stop();
  CHECK(pagerank(graph, Strengths::unit, {}, {.stop = stop.get_token()}).outcome == Outcome::stopped);
}

TEST_CASE("the eigenvector of random undirected graphs is that of a dense solver", "[eigenvector]") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const Pairs pairs = random_pairs(40, 25 + 10 * seed, seed);
    const MergedGraph merged = build_merged(40, pairs, false);
    const EigenvectorResult found = eigenvector(merged.graph.view(), Strengths(merged.weights));
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(dense(40, pairs, false));
    REQUIRE(found.outcome == Outcome::complete);
    REQUIRE(found.eigenvalue == Approx(solver.eigenvalues()[39]).epsilon(1e-12));
    require_near(found.score, solver.eigenvectors().col(39).cwiseAbs(), 1e-7);
  }
}

TEST_CASE("case 001: a two-mode network has its eigenvector, whatever the number of products", "[eigenvector][case]") {
  const MergedGraph star = build_merged(5, Pairs{{0, 1}, {0, 2}, {0, 3}, {0, 4}}, false);
  for (const int products : {50, 51}) {
    const EigenvectorResult found = eigenvector(star.graph.view(), Strengths::unit, {.max_products = products});
    CHECK(found.outcome == Outcome::complete);
    CHECK(found.eigenvalue == Approx(2));
    CHECK(found.score[0] == Approx(std::sqrt(0.5)));
    CHECK(found.score[4] == Approx(std::sqrt(0.125)));
  }
}

TEST_CASE("components with the same eigenvalue share the vector, smaller ones are 0", "[eigenvector]") {
  // Two triangles, a tie and an isolate: eigenvalues 2, 2, 1.
  const MergedGraph merged = build_merged(9, Pairs{{0, 1}, {1, 2}, {2, 0}, {3, 4}, {4, 5}, {5, 3}, {6, 7}}, false);
  const EigenvectorResult found = eigenvector(merged.graph.view(), Strengths::unit);
  for (Vertex v = 0; v < 6; ++v) CHECK(found.score[v] == Approx(std::sqrt(1.0 / 6)));
  for (Vertex v = 6; v < 9; ++v) CHECK(found.score[v] == 0);
  CHECK(found.components_at_zero == 1);
}

TEST_CASE("directed eigenvectors sum over arcs in, and are not defined without a cycle", "[eigenvector]") {
  const MergedGraph ring = build_merged(4, Pairs{{0, 1}, {1, 2}, {2, 0}, {2, 3}}, true);
  const EigenvectorResult found = eigenvector(ring.graph.view(), Strengths::unit);
  REQUIRE(found.outcome == Outcome::complete);
  CHECK(found.eigenvalue == Approx(1));
  for (Vertex v = 0; v < 4; ++v) CHECK(found.score[v] == Approx(0.5).margin(1e-8));
  const MergedGraph line = build_merged(3, Pairs{{0, 1}, {1, 2}}, true);
  CHECK(eigenvector(line.graph.view(), Strengths::unit).score.empty());
  const MergedGraph apart = build_merged(3, Pairs{}, false);
  CHECK(eigenvector(apart.graph.view(), Strengths::unit).score.empty());
  const std::vector<double> negative{-1, -1};
  const MergedGraph pair = build_merged(2, Pairs{{0, 1}}, false);
  CHECK_THROWS_AS(eigenvector(pair.graph.view(), Strengths(negative)), std::invalid_argument);
  CHECK_THROWS_AS(eigenvector(pair.graph.view(), Strengths::unit, {.tolerance = -1}), std::invalid_argument);
}

TEST_CASE("Katz centrality solves its equation, below the limit of alpha", "[katz]") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const bool directed = seed % 2 == 0;
    const Pairs pairs = random_pairs(30, 20 * seed, seed);
    const MergedGraph merged = build_merged(30, pairs, directed);
    const KatzResult found = katz(merged.graph.view(), Strengths(merged.weights));
    REQUIRE(found.outcome == Outcome::complete);
    const Eigen::MatrixXd a = dense(30, pairs, directed);
    const Eigen::VectorXd wanted =
        (Eigen::MatrixXd::Identity(30, 30) - found.alpha * a.transpose()).fullPivLu().solve(Eigen::VectorXd::Ones(30));
    require_near(found.score, wanted, 1e-8);
  }
  const MergedGraph triangle = build_merged(3, Pairs{{0, 1}, {1, 2}, {2, 0}}, false);
  CHECK(katz(triangle.graph.view(), Strengths::unit, {.alpha = 0.25}).score[0] == Approx(2));
  CHECK_THROWS_WITH(katz(triangle.graph.view(), Strengths::unit, {.alpha = 0.5}), ContainsSubstring("limit 0.5"));
  CHECK_THROWS_AS(katz(triangle.graph.view(), Strengths::unit, {.alpha = -1}), std::invalid_argument);
}

TEST_CASE("hubs and authorities are the first singular vectors", "[hits]") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const Pairs pairs = random_pairs(30, 60 + 10 * seed, seed);
    const MergedGraph merged = build_merged(30, pairs, true);
    const HitsResult found = hits(merged.graph.view(), Strengths(merged.weights));
    REQUIRE(found.outcome == Outcome::complete);
    const Eigen::JacobiSVD<Eigen::MatrixXd> svd(dense(30, pairs, true), Eigen::ComputeFullU | Eigen::ComputeFullV);
    CHECK(found.singular_value == Approx(svd.singularValues()[0]));
    require_near(found.hub, svd.matrixU().col(0).cwiseAbs(), 1e-6);
    require_near(found.authority, svd.matrixV().col(0).cwiseAbs(), 1e-6);
  }
  const MergedGraph apart = build_merged(3, Pairs{}, true);
  CHECK(hits(apart.graph.view(), Strengths::unit).hub.empty());
}

TEST_CASE("walks and spectra have the same bits for any number of threads", "[pagerank][eigenvector][katz][hits]") {
  const bool directed = GENERATE(false, true);
  const MergedGraph merged = build_merged(9000, random_pairs(9000, 40'000, 21), directed);
  const GraphView graph = merged.graph.view();
  const Strengths strengths(merged.weights);
  for (const unsigned threads : {2U, 3U, 8U}) {
    const RunContext run{.threads = threads, .backend = threads == 3 ? Backend::threads : Backend::tbb};
    CHECK(pagerank(graph, strengths, {}, run).score == pagerank(graph, strengths).score);
    CHECK(eigenvector(graph, strengths, {}, run).score == eigenvector(graph, strengths).score);
    CHECK(katz(graph, strengths, {}, run).score == katz(graph, strengths).score);
    CHECK(hits(graph, strengths, {}, run).hub == hits(graph, strengths).hub);
  }
}

}  // namespace regionet::test::spectra_test

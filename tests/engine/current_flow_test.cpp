// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/current_flow.hpp"

#include <Eigen/Eigenvalues>

#include "engine/centrality/fiedler.hpp"
#include "engine/structure/components.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/dense.hpp"

namespace regionet::test::current_flow_test {
namespace {

/// The Laplacian of the members, from the list of pairs.
Eigen::MatrixXd laplacian_of(std::size_t n, const Pairs& pairs, std::span<const Vertex> members) {
  Eigen::MatrixXd a = dense(n, pairs, false);
  for (Eigen::Index v = 0; v < a.rows(); ++v) a(v, v) = 0;
  const auto size = static_cast<Eigen::Index>(members.size());
  Eigen::MatrixXd out(size, size);
  for (Eigen::Index i = 0; i < size; ++i) {
    for (Eigen::Index j = 0; j < size; ++j) out(i, j) = -a(members[std::size_t(i)], members[std::size_t(j)]);
    out(i, i) = a.row(members[std::size_t(i)]).sum();
  }
  return out;
}

Eigen::MatrixXd pseudoinverse(const Eigen::MatrixXd& laplacian) {
  const auto n = static_cast<double>(laplacian.rows());
  const Eigen::MatrixXd ones = Eigen::MatrixXd::Constant(laplacian.rows(), laplacian.rows(), 1 / n);
  return (laplacian + ones).inverse() - ones;
}

/// The definitions, pair by pair, from the potentials.
void check_flow(std::size_t n, const Pairs& pairs) {
  const MergedGraph merged = build_merged(n, pairs, false);
  const GraphView graph = merged.graph.view();
  const Strengths strengths(merged.weights);
  if (!GroundedLaplacian::missing(graph, strengths).empty()) return;
  const GroundedLaplacian laplacian(graph, strengths, {});
  const Eigen::MatrixXd matrix = laplacian_of(n, pairs, laplacian.members());
  const Eigen::MatrixXd potential = pseudoinverse(matrix);
  const Eigen::Index size = matrix.rows();

  const std::vector<double> near = current_flow_closeness(laplacian).score;
  for (Eigen::Index v = 0; v < size; ++v) {
    double resistance = 0;
    for (Eigen::Index u = 0; u < size; ++u) resistance += potential(u, u) + potential(v, v) - 2 * potential(u, v);
    REQUIRE(near[std::size_t(v)] == Approx(double(size - 1) / resistance));
  }

  const std::vector<double> between = current_flow_betweenness(laplacian, graph, strengths, false).score;
  Eigen::VectorXd wanted = Eigen::VectorXd::Zero(size);
  for (Eigen::Index s = 0; s < size; ++s) {
    for (Eigen::Index t = 0; t < s; ++t) {
      const Eigen::VectorXd at = potential.col(s) - potential.col(t);
      for (Eigen::Index v = 0; v < size; ++v) {
        if (v == s || v == t) continue;
        for (Eigen::Index u = 0; u < size; ++u) {
          if (u != v) wanted[v] += std::abs(matrix(v, u) * (at[v] - at[u])) / 2;
        }
      }
    }
  }
  for (Eigen::Index v = 0; v < size; ++v) REQUIRE(between[std::size_t(v)] == Approx(wanted[v]).margin(1e-9));
}

void check_fiedler(std::size_t n, const Pairs& pairs) {
  const MergedGraph merged = build_merged(n, pairs, false);
  const Strengths strengths(merged.weights);
  if (!GroundedLaplacian::missing(merged.graph.view(), strengths).empty()) return;
  const GroundedLaplacian laplacian(merged.graph.view(), strengths, {});
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(laplacian_of(n, pairs, laplacian.members()));
  const Eigen::VectorXd values = solver.eigenvalues();
  const FiedlerResult found = fiedler(laplacian);
  REQUIRE(found.outcome == Outcome::complete);
  REQUIRE(found.connectivity == Approx(values[1]).epsilon(1e-8));
  const bool multiple = values.size() > 2 && values[2] < values[1] * (1 + 1e-9);
  const bool single = values.size() == 2 || values[2] > values[1] * (1 + 1e-6);
  if (multiple) REQUIRE(found.vector.empty());
  if (!single) return;
  const Eigen::VectorXd wanted = solver.eigenvectors().col(1);
  REQUIRE(found.vector.size() == std::size_t(wanted.size()));
  const Eigen::Map<const Eigen::VectorXd> vector(found.vector.data(), wanted.size());
  REQUIRE(std::abs(vector.dot(wanted)) == Approx(1).epsilon(1e-6));
  REQUIRE(vector.norm() == Approx(1));
  REQUIRE(vector.maxCoeff() >= -vector.minCoeff() * (1 - 1e-6));
}

}  // namespace

TEST_CASE("current flow of a path and of a triangle, worked out by hand", "[current_flow]") {
  // Path 0 - 1 - 2, conductances 1 and 2: resistances 1, 1/2, 3/2. Mean from 0: 1.25, from 1: .75, from 2: 1.
  const MergedGraph path = build_merged(3, Pairs{{0, 1, 1}, {1, 2, 2}}, false);
  const GroundedLaplacian laplacian(path.graph.view(), Strengths(path.weights), {});
  const std::vector<double> near = current_flow_closeness(laplacian).score;
  CHECK(near[0] == Approx(1 / 1.25));
  CHECK(near[1] == Approx(1 / 0.75));
  CHECK(near[2] == Approx(1));
  // All of the one pair's current flows through the middle; none through an end.
  const std::vector<double> between =
      current_flow_betweenness(laplacian, path.graph.view(), Strengths(path.weights), false).score;
  CHECK(between[0] == Approx(0).margin(1e-12));
  CHECK(between[1] == Approx(1));
  // A triangle: a third of each pair's current goes round by the third vertex.
  const MergedGraph ring = build_merged(3, Pairs{{0, 1}, {1, 2}, {2, 0}}, false);
  const GroundedLaplacian round(ring.graph.view(), Strengths::unit, {});
  for (const double value : current_flow_betweenness(round, ring.graph.view(), Strengths::unit, true).score)
    CHECK(value == Approx(1.0 / 3));
}

TEST_CASE("current flow of small and of random graphs is its definition", "[current_flow]") {
  for (std::size_t n = 2; n <= 5; ++n) for_each_graph(n, false, n <= 3, check_flow);
  for (std::uint64_t seed = 1; seed <= 8; ++seed) check_flow(30, random_pairs(30, 15 * seed, seed));
}

TEST_CASE("current flow has the same bits on several threads, and stops when asked to", "[current_flow]") {
  const MergedGraph merged = build_merged(300, random_pairs(300, 900, 2), false);
  const GroundedLaplacian laplacian(merged.graph.view(), Strengths(merged.weights), {});
  const auto closeness = current_flow_closeness(laplacian).score;
  const auto between = current_flow_betweenness(laplacian, merged.graph.view(), Strengths(merged.weights), false).score;
  for (const unsigned threads : {2U, 3U, 8U}) {
    const RunContext run{.threads = threads};
    CHECK(current_flow_closeness(laplacian, run).score == closeness);
    CHECK(current_flow_betweenness(laplacian, merged.graph.view(), Strengths(merged.weights), false, run).score ==
          between);
  }
  std::stop_source source;
  source.request_stop();
  CHECK(current_flow_closeness(laplacian, {.stop = source.get_token()}).outcome == Outcome::stopped);
}

TEST_CASE("what has no current: directed graphs, no ties, weights that are not positive", "[current_flow]") {
  const MergedGraph arcs = build_merged(3, Pairs{{0, 1}, {1, 2}}, true);
  CHECK(!GroundedLaplacian::missing(arcs.graph.view(), Strengths::unit).empty());
  const MergedGraph loop = build_merged(2, Pairs{{0, 0}}, false);
  CHECK(!GroundedLaplacian::missing(loop.graph.view(), Strengths::unit).empty());
  const MergedGraph zero = build_merged(3, Pairs{{0, 1, 1}, {1, 2, 0}}, false);
  CHECK(!GroundedLaplacian::missing(zero.graph.view(), Strengths(zero.weights)).empty());
}

TEST_CASE("the Fiedler vector of small and of random graphs is the second eigenvector", "[fiedler]") {
  for (std::size_t n = 2; n <= 5; ++n) for_each_graph(n, false, n <= 3, check_fiedler);
  for (std::uint64_t seed = 1; seed <= 8; ++seed) check_fiedler(40, random_pairs(40, 20 * seed, seed));
}

TEST_CASE("the Fiedler vector parts two cliques at their bridge", "[fiedler]") {
  Pairs pairs{{3, 4}};
  for (Vertex u = 0; u < 4; ++u) {
    for (Vertex v = 0; v < u; ++v) pairs.insert(pairs.end(), {{u, v}, {u + 4, v + 4}});
  }
  const MergedGraph merged = build_merged(8, pairs, false);
  const FiedlerResult found = fiedler(GroundedLaplacian(merged.graph.view(), Strengths::unit, {}));
  for (std::size_t v = 0; v < 4; ++v) CHECK(found.vector[v] * found.vector[v + 4] < 0);
}

}  // namespace regionet::test::current_flow_test

// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/max_flow.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/dense.hpp"

namespace regionet::test::max_flow_test {
namespace {

/// What leads out of a set of vertices.
double cut_of(const Eigen::MatrixXd& strengths, const std::vector<bool>& inside) {
  double sum = 0;
  for (Eigen::Index u = 0; u < strengths.rows(); ++u) {
    for (Eigen::Index v = 0; v < strengths.cols(); ++v) {
      if (inside[std::size_t(u)] && !inside[std::size_t(v)]) sum += strengths(u, v);
    }
  }
  return sum;
}

/// The least that must be cut, over every set with the source and without the target.
double least_cut(const Eigen::MatrixXd& strengths, Vertex source, Vertex target) {
  const auto n = std::size_t(strengths.rows());
  double least = infinite;
  for (std::uint64_t set = 0; set < (std::uint64_t{1} << n); ++set) {
    if ((set >> source & 1U) == 0 || (set >> target & 1U) != 0) continue;
    std::vector<bool> inside(n);
    for (std::size_t v = 0; v < n; ++v) inside[v] = (set >> v & 1U) != 0;
    least = std::min(least, cut_of(strengths, inside));
  }
  return least;
}

/// The certificate: no flow is above any cut, so a flow as large as the cut found is the largest.
void check_certificate(const MaxFlowResult& found, const Eigen::MatrixXd& strengths, Vertex source, Vertex target) {
  REQUIRE(found.near_source[source]);
  REQUIRE_FALSE(found.near_source[target]);
  REQUIRE(cut_of(strengths, found.near_source) == Approx(found.value).margin(1e-12));
}

void check_flows(std::size_t n, const Pairs& pairs, bool directed) {
  const MergedGraph merged = build_merged(n, pairs, directed);
  const Eigen::MatrixXd strengths = dense(n, pairs, directed);
  for (Vertex s = 0; s < n; ++s) {
    for (Vertex t = 0; t < n; ++t) {
      if (s == t || (!directed && t < s && n > 3)) continue;
      const MaxFlowResult found = max_flow(merged.graph.view(), Strengths(merged.weights), s, t);
      check_certificate(found, strengths, s, t);
      REQUIRE(found.value == Approx(least_cut(strengths, s, t)).margin(1e-12));
    }
  }
}

}  // namespace

TEST_CASE("the largest flow of every small graph is the least cut", "[max_flow]") {
  for (std::size_t n = 2; n <= 5; ++n) {
    for_each_graph(n, false, n <= 3, [](std::size_t size, const Pairs& pairs) { check_flows(size, pairs, false); });
  }
  for (std::size_t n = 2; n <= 4; ++n) {
    for_each_graph(n, true, n <= 3, [](std::size_t size, const Pairs& pairs) { check_flows(size, pairs, true); });
  }
}

TEST_CASE("the largest flow of random weighted multigraphs is the least cut", "[max_flow]") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) check_flows(8, random_pairs(8, 3 * seed, seed), seed % 2 == 0);
}

TEST_CASE("flows of larger random graphs pass the certificate", "[max_flow]") {
  const bool directed = GENERATE(false, true);
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const Pairs pairs = random_pairs(200, 200 * seed, seed);
    const MergedGraph merged = build_merged(200, pairs, directed);
    const Eigen::MatrixXd strengths = dense(200, pairs, directed);
    for (Vertex t = 1; t < 200; t += 40) {
      check_certificate(max_flow(merged.graph.view(), Strengths(merged.weights), 0, t), strengths, 0, t);
    }
  }
}

TEST_CASE("flows by hand", "[max_flow]") {
  // Two ways of 3 and 2; a tie of 1 between them lets nothing more through.
  const Pairs pairs{{0, 1, 3}, {1, 3, 4}, {0, 2, 5}, {2, 3, 2}, {1, 2, 1}};
  const MergedGraph merged = build_merged(5, pairs, false);
  const Strengths strengths(merged.weights);
  CHECK(max_flow(merged.graph.view(), strengths, 0, 3).value == 6);  // 4 + 2 come to 3; 1 of them by way of 2 and 1
  CHECK(max_flow(merged.graph.view(), Strengths::unit, 0, 3).value == 2);
  CHECK(max_flow(merged.graph.view(), strengths, 0, 4).value == 0);
  const MergedGraph one_way = build_merged(2, Pairs{{0, 1, 3}}, true);
  CHECK(max_flow(one_way.graph.view(), Strengths(one_way.weights), 0, 1).value == 3);
  CHECK(max_flow(one_way.graph.view(), Strengths(one_way.weights), 1, 0).value == 0);
}

TEST_CASE("flows refuse what they cannot do", "[max_flow]") {
  const MergedGraph merged = build_merged(2, Pairs{{0, 1, 1}}, false);
  const GraphView graph = merged.graph.view();
  CHECK_THROWS_AS(max_flow(graph, Strengths::unit, 0, 0), std::invalid_argument);
  CHECK_THROWS_AS(max_flow(graph, Strengths::unit, 0, 2), std::invalid_argument);
  CHECK_THROWS_AS(max_flow(graph, Strengths::unit, 2, 0), std::invalid_argument);
  for (const double wrong : {-1.0, infinite, std::numeric_limits<double>::quiet_NaN()}) {
    const std::vector<double> weights(2, wrong);
    CHECK_THROWS_AS(max_flow(graph, Strengths(weights), 0, 1), std::invalid_argument);
  }
}

}  // namespace regionet::test::max_flow_test

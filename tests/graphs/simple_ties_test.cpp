// SPDX-License-Identifier: Apache-2.0
#include "graphs/csr/simple_ties.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/dense.hpp"

namespace regionet::test::simple_ties_test {
namespace {

/// Every tie weighs what the matrix of strengths says, and every pair that is tied either way is there.
void check_ties(const MergedGraph& merged, const Eigen::MatrixXd& strengths, TieSum sum) {
  const SimpleTies ties(merged.graph.view(), Strengths(merged.weights), {}, sum);
  const GraphView simple = ties.view();
  REQUIRE(check(simple) == "");
  REQUIRE(simple.facts() == Facts{});
  Eigen::MatrixXd wanted = strengths;
  if (merged.graph.view().facts().directed && sum == TieSum::both_ways)
    wanted += Eigen::MatrixXd(strengths.transpose());
  for (Eigen::Index u = 0; u < strengths.rows(); ++u) {
    for (Eigen::Index v = 0; v < strengths.cols(); ++v) {
      const auto row = simple.neighbours(Vertex(u));
      const auto found = std::ranges::find(row, Vertex(v));
      REQUIRE((found != row.end()) == (u != v && (strengths(u, v) > 0 || strengths(v, u) > 0)));
      if (found == row.end()) continue;
      const Arc arc = simple.begin(Vertex(u)) + Arc(found - row.begin());
      REQUIRE(ties.strengths()[arc] == Approx(wanted(u, v)).margin(1e-14));
    }
  }
}

void check_sums(std::size_t n, const Pairs& pairs, bool directed) {
  for (const Merge merge : {Merge::sum, Merge::none}) {
    const MergedGraph merged = build_merged(n, pairs, directed, {}, merge);
    const Eigen::MatrixXd strengths = dense(n, pairs, directed);
    for (const TieSum sum : {TieSum::both_ways, TieSum::outward}) check_ties(merged, strengths, sum);
  }
}

}  // namespace

TEST_CASE("the ties of every small graph weigh what its arcs do together", "[simple_ties]") {
  for (std::size_t n = 0; n <= 4; ++n) {
    for_each_graph(n, false, n <= 3, [](std::size_t size, const Pairs& pairs) { check_sums(size, pairs, false); });
  }
  for_each_graph(3, true, true, [](std::size_t size, const Pairs& pairs) { check_sums(size, pairs, true); });
}

TEST_CASE("the ties of random multigraphs weigh what their arcs do together", "[simple_ties]") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) check_sums(15, random_pairs(15, 9 * seed, seed), seed % 2 == 0);
}

TEST_CASE("a tie has the same bits from both of its ends", "[simple_ties]") {
  const MergedGraph merged = build_merged(50, random_pairs(50, 2000, 3), true, {}, Merge::none);
  const SimpleTies ties(merged.graph.view(), Strengths(merged.weights));
  const GraphView simple = ties.view();
  for (Vertex v = 0; v < 50; ++v) {
    for (Arc arc = simple.begin(v); arc < simple.end(v); ++arc) {
      const auto row = simple.neighbours(simple.target(arc));
      const Arc back = simple.begin(simple.target(arc)) + Arc(std::ranges::find(row, v) - row.begin());
      REQUIRE(ties.strengths()[arc] == ties.strengths()[back]);
    }
  }
}

TEST_CASE("a simple graph is looked at, not copied", "[simple_ties]") {
  const MergedGraph merged = build_merged(3, Pairs{{0, 1, 2}, {1, 2, 3}}, false);
  const SimpleTies ties(merged.graph.view(), Strengths(merged.weights));
  CHECK(ties.view().targets().data() == merged.graph.view().targets().data());
  CHECK(ties.strengths()[0] == 2);
}

}  // namespace regionet::test::simple_ties_test

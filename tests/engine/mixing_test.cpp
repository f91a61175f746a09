// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/mixing.hpp"

#include "engine/structure/assortativity.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/dense.hpp"

namespace regionet::test::mixing_test {
namespace {

/// 1 where u and v are tied either way, without loops.
Eigen::MatrixXd tied(std::size_t n, const Pairs& pairs) {
  Eigen::MatrixXd out = Eigen::MatrixXd::Zero(Eigen::Index(n), Eigen::Index(n));
  for (const auto& [from, to, weight] : pairs) {
    if (from != to) out(from, to) = out(to, from) = 1;
  }
  return out;
}

/// Newman's r from the mixing matrix e; its rows and columns sum to a.
std::optional<double> from_mixing_matrix(const Eigen::MatrixXd& ties, const std::vector<std::uint32_t>& category) {
  Eigen::MatrixXd e = Eigen::MatrixXd::Zero(4, 4);
  for (Eigen::Index u = 0; u < ties.rows(); ++u) {
    for (Eigen::Index v = 0; v < ties.cols(); ++v) {
      const std::uint32_t a = category[std::size_t(u)];
      const std::uint32_t b = category[std::size_t(v)];
      if (a != no_category && b != no_category) e(a, b) += ties(u, v);
    }
  }
  if (e.sum() == 0) return std::nullopt;
  e /= e.sum();
  const double by_chance = e.rowwise().sum().squaredNorm();
  if (by_chance > 1 - 1e-12) return std::nullopt;
  return (e.trace() - by_chance) / (1 - by_chance);
}

void check_same(const std::optional<double>& found, const std::optional<double>& wanted) {
  REQUIRE(found.has_value() == wanted.has_value());
  if (found) REQUIRE(*found == Approx(*wanted).margin(1e-12));
}

void check_reciprocity(const MergedGraph& merged, std::size_t n, const Pairs& pairs, bool directed) {
  const Eigen::MatrixXd arcs = dense(n, pairs, directed);
  double count = 0;
  double answered = 0;
  for (Eigen::Index u = 0; u < arcs.rows(); ++u) {
    for (Eigen::Index v = 0; v < arcs.cols(); ++v) {
      if (u == v || arcs(u, v) == 0) continue;
      ++count;
      if (arcs(v, u) > 0) ++answered;
    }
  }
  check_same(reciprocity(merged.graph.view()), directed && count > 0 ? std::optional(answered / count) : std::nullopt);
}

void check_rich_club(const MergedGraph& merged, const Eigen::MatrixXd& ties) {
  const std::vector<std::optional<double>> found = rich_club(merged.graph.view());
  const Eigen::VectorXd degrees = ties.rowwise().sum();
  REQUIRE(found.size() == (degrees.size() == 0 ? 0 : std::size_t(degrees.maxCoeff()) + 1));
  for (std::size_t k = 0; k < found.size(); ++k) {
    double pairs = 0;
    double among = 0;
    for (Eigen::Index u = 0; u < ties.rows(); ++u) {
      for (Eigen::Index v = 0; v < u; ++v) {
        if (degrees(u) <= double(k) || degrees(v) <= double(k)) continue;
        ++pairs;
        among += ties(u, v);
      }
    }
    check_same(found[k], pairs > 0 ? std::optional(among / pairs) : std::nullopt);
  }
}

void check_mixing(std::size_t n, const Pairs& pairs, bool directed) {
  const MergedGraph merged = build_merged(n, pairs, directed);
  const Eigen::MatrixXd ties = tied(n, pairs);
  for (std::uint64_t draw = 0; draw < 3; ++draw) {
    std::vector<std::uint32_t> category;
    for (std::size_t v = 0; v < n; ++v) {
      const auto drawn = static_cast<std::uint32_t>(random_bits(pairs.size(), v, draw) % 4);
      category.push_back(draw == 2 && drawn == 3 ? no_category : drawn);
    }
    check_same(category_assortativity(merged.graph.view(), category), from_mixing_matrix(ties, category));
  }
  check_reciprocity(merged, n, pairs, directed);
  check_rich_club(merged, ties);
}

}  // namespace

TEST_CASE("mixing by category, reciprocity and rich club of every small graph", "[mixing]") {
  for (std::size_t n = 0; n <= 5; ++n) {
    for_each_graph(n, false, n <= 3, [](std::size_t size, const Pairs& pairs) { check_mixing(size, pairs, false); });
  }
  for (std::size_t n = 0; n <= 4; ++n) {
    for_each_graph(n, true, n <= 3, [](std::size_t size, const Pairs& pairs) { check_mixing(size, pairs, true); });
  }
}

TEST_CASE("mixing by category, reciprocity and rich club of random multigraphs", "[mixing]") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) check_mixing(24, random_pairs(24, 8 * seed, seed), seed % 2 == 0);
}

TEST_CASE("mixing by category, by hand", "[mixing]") {
  // Two ties within a, one within b, one across: e = (4 1; 1 2) / 8, a = 5/8 and 3/8.
  // r = (6/8 - 34/64) / (1 - 34/64) = 14/30.
  const MergedGraph merged = build_merged(6, Pairs{{0, 1}, {1, 2}, {2, 3}, {3, 4}}, false);
  const std::vector<std::uint32_t> category{0, 0, 0, 1, 1, no_category};
  CHECK(*category_assortativity(merged.graph.view(), category) == Approx(14.0 / 30));
  // Two sides: every tie runs across.
  const std::vector<std::uint32_t> sides{0, 1, 0, 1, 0, 1};
  CHECK(*category_assortativity(merged.graph.view(), sides) == Approx(-1));
  const std::vector<std::uint32_t> one(6, 7);
  CHECK_FALSE(category_assortativity(merged.graph.view(), one));
  CHECK_THROWS_AS(category_assortativity(merged.graph.view(), std::vector<std::uint32_t>(5)), std::invalid_argument);
}

TEST_CASE("mixing by number leaves out ties with an end that has none", "[mixing]") {
  // Of the chain 0 - 1 - 2 - 3 - 4 the ties 0 - 1 and 1 - 2 are left, with the numbers 1 2 4.
  const MergedGraph merged = build_merged(5, Pairs{{0, 1}, {1, 2}, {2, 3}, {3, 4}}, false);
  const std::vector<std::optional<double>> number{1, 2, 4, std::nullopt, 9};
  const MergedGraph left = build_merged(3, Pairs{{0, 1}, {1, 2}}, false);
  const std::vector<double> values{1, 2, 4};
  CHECK(number_assortativity(merged.graph.view(), number) == assortativity(left.graph.view(), values));
  // Ends 1 2 2 1 and 2 4 4 2 each way: mean 9/4, spread 19/4, product 2 (5/16) - 2 (7/16).
  CHECK(*number_assortativity(merged.graph.view(), number) == Approx(-1.0 / 19));
  CHECK_FALSE(number_assortativity(merged.graph.view(), std::vector<std::optional<double>>(5, 3)));
  CHECK_FALSE(number_assortativity(merged.graph.view(), std::vector<std::optional<double>>(5)));
  CHECK_THROWS_AS(number_assortativity(merged.graph.view(), std::vector<std::optional<double>>(4)),
                  std::invalid_argument);
}

TEST_CASE("reciprocity and rich club by hand", "[mixing]") {
  // Arcs 0 to 1 and back, 1 to 2, a loop: 2 of 3 are answered.
  const MergedGraph arcs = build_merged(3, Pairs{{0, 1}, {1, 0}, {1, 2}, {2, 2}}, true);
  CHECK(*reciprocity(arcs.graph.view()) == Approx(2.0 / 3));
  const MergedGraph loops = build_merged(1, Pairs{{0, 0}}, true);
  CHECK_FALSE(reciprocity(loops.graph.view()));
  // A triangle 0 1 2 with tails 3 at 0 and 4 at 1; degrees 3 3 2 1 1: of more than 1 the triangle, of more than 2 a
  // tie.
  const MergedGraph tails = build_merged(5, Pairs{{0, 1}, {1, 2}, {2, 0}, {0, 3}, {1, 4}}, false);
  const auto club = rich_club(tails.graph.view());
  REQUIRE(club.size() == 4);
  CHECK(*club[0] == Approx(0.5));
  CHECK(*club[1] == 1);
  CHECK(*club[2] == 1);
  CHECK_FALSE(club[3]);
}

}  // namespace regionet::test::mixing_test

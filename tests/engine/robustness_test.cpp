// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/robustness.hpp"

#include <numeric>

#include "engine/structure/components.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/small_graphs.hpp"

namespace regionet::test::robustness_test {
namespace {

using Ties = std::vector<std::vector<bool>>;

Ties ties_between(std::size_t n, const Pairs& pairs) {
  Ties ties(n, std::vector<bool>(n, false));
  for (const auto& [from, to, weight] : pairs) {
    if (from != to) ties[from][to] = ties[to][from] = true;
  }
  return ties;
}

/// The largest part of the places that are left, found anew.
std::size_t largest_part(const Ties& ties, std::vector<bool> left) {
  std::size_t largest = 0;
  for (std::size_t start = 0; start < ties.size(); ++start) {
    if (!left[start]) continue;
    std::vector<std::size_t> part{start};
    left[start] = false;
    for (std::size_t i = 0; i < part.size(); ++i) {
      for (std::size_t u = 0; u < ties.size(); ++u) {
        if (left[u] && ties[part[i]][u]) {
          left[u] = false;
          part.push_back(u);
        }
      }
    }
    largest = std::max(largest, part.size());
  }
  return largest;
}

std::size_t partners_left(const Ties& ties, const std::vector<bool>& left, std::size_t v) {
  std::size_t count = 0;
  for (std::size_t u = 0; u < ties.size(); ++u) count += left[u] && ties[v][u] ? 1U : 0U;
  return count;
}

/// The next place to go by the rule, the slow way.
std::size_t next_to_go(const Ties& ties, const std::vector<bool>& left, Removal removal) {
  const std::vector<bool> all(ties.size(), true);
  std::size_t best = ties.size();
  std::size_t most = 0;
  for (std::size_t v = 0; v < ties.size(); ++v) {
    const std::size_t partners = partners_left(ties, removal == Removal::degree ? all : left, v);
    if (!left[v] || (best < ties.size() && partners <= most)) continue;
    best = v;
    most = partners;
  }
  return best;
}

void check_curve(std::size_t n, const Pairs& pairs, bool directed) {
  const MergedGraph merged = build_merged(n, pairs, directed);
  const Ties ties = ties_between(n, pairs);
  for (const Removal removal : {Removal::degree, Removal::remaining_degree, Removal::random}) {
    const RobustnessResult found = robustness(merged.graph.view(), {.removal = removal});
    REQUIRE(found.largest.size() == n + 1);
    REQUIRE(found.removed.size() == n);
    std::vector<bool> left(n, true);
    double total = 0;
    for (std::size_t q = 0; q <= n; ++q) {
      REQUIRE(found.largest[q] == largest_part(ties, left));
      if (q > 0) total += found.largest[q];
      if (q == n) break;
      REQUIRE(left[found.removed[q]]);
      if (removal != Removal::random) REQUIRE(found.removed[q] == next_to_go(ties, left, removal));
      left[found.removed[q]] = false;
    }
    REQUIRE(found.index == Approx(n == 0 ? 0 : total / double(n * n)));
  }
}

}  // namespace

TEST_CASE("the robustness curve of every small graph", "[robustness]") {
  for (std::size_t n = 0; n <= 5; ++n) {
    for_each_graph(n, false, n <= 3, [](std::size_t size, const Pairs& pairs) { check_curve(size, pairs, false); });
  }
  for_each_graph(3, true, true, [](std::size_t size, const Pairs& pairs) { check_curve(size, pairs, true); });
}

TEST_CASE("the robustness curve of random multigraphs", "[robustness]") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) check_curve(40, random_pairs(40, 6 * seed, seed), seed % 2 == 0);
}

TEST_CASE("the robustness index of a star and of a complete network, by hand", "[robustness]") {
  // Without its middle nothing of a star of 5 holds together: 1 + 1 + 1 + 1 + 0 of 25.
  const MergedGraph star = build_merged(5, Pairs{{0, 1}, {0, 2}, {0, 3}, {0, 4}}, false);
  const RobustnessResult found = robustness(star.graph.view());
  CHECK(found.largest == std::vector<std::uint32_t>{5, 1, 1, 1, 1, 0});
  CHECK(found.index == Approx(4.0 / 25));
  // Of 4 that are all tied: 3 + 2 + 1 + 0 of 16 = (n - 1)/(2n).
  const MergedGraph whole = build_merged(4, Pairs{{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}}, false);
  CHECK(robustness(whole.graph.view()).index == Approx(3.0 / 8));
  // Of a chain 0 to 4 without 1, only 3 has two partners left.
  const MergedGraph chain = build_merged(5, Pairs{{0, 1}, {1, 2}, {2, 3}, {3, 4}}, false);
  CHECK(robustness(chain.graph.view()).removed == std::vector<Vertex>{1, 2, 3, 0, 4});
  CHECK(robustness(chain.graph.view(), {.removal = Removal::remaining_degree}).removed ==
        std::vector<Vertex>{1, 3, 0, 2, 4});
}

TEST_CASE("random removal follows the seed and the order, and is uniform", "[robustness]") {
  const MergedGraph merged = build_merged(4, Pairs{}, false);
  const auto first_of = [&](std::uint64_t seed, std::uint64_t order) {
    const RunContext run{.seed = seed};
    return robustness(merged.graph.view(), {.removal = Removal::random, .order = order}, run).removed;
  };
  CHECK(first_of(1, 0) == first_of(1, 0));
  std::vector<double> first(4, 0);
  constexpr double orders = 4000;
  for (std::uint64_t order = 0; order < std::uint64_t(orders); ++order) ++first[first_of(7, order).front()];
  double chi_squared = 0;
  for (const double count : first) chi_squared += (count - orders / 4) * (count - orders / 4) / (orders / 4);
  CHECK(chi_squared < 16.27);  // 3 degrees of freedom, p = 0.001; the seed is fixed
  CHECK(first_of(1, 0) != first_of(2, 0));
}

}  // namespace regionet::test::robustness_test

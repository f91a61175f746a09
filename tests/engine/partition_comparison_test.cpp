// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "engine/statistics/partition_comparison.hpp"
#include "graphs/runtime/random.hpp"
#include "tests/support/catch.hpp"

namespace regionet::test::partition_comparison_test {
namespace {

using Labels = std::vector<std::uint32_t>;

double information(const Labels& a, const Labels& b) {
  const auto n = static_cast<double>(a.size());
  double sum = 0;
  for (std::uint32_t x = 0; x < 8; ++x) {
    for (std::uint32_t y = 0; y < 8; ++y) {
      double both = 0;
      for (std::size_t i = 0; i < a.size(); ++i) both += a[i] == x && b[i] == y;
      const auto left = static_cast<double>(std::ranges::count(a, x));
      const auto right = static_cast<double>(std::ranges::count(b, y));
      if (both > 0) sum += both / n * std::log(n * both / (left * right));
    }
  }
  return sum;
}

double pairs_in_both(const Labels& a, const Labels& b) {
  double count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) count += a[i] == a[j] && b[i] == b[j];
  }
  return count;
}

}  // namespace

TEST_CASE("partitions compared by hand and by igraph", "[partition-comparison]") {
  // Four things, {0 1}{2 3} against {0 2}{1 3}: independent. I = 0, H = log 2 each; no pair is together in both, by
  // chance 2 * 2 / 6 are: ari = (0 - 2/3) / (2 - 2/3) = -1/2; all tables have I = 0 or log 2, of 3 one: E(I) =
  // log(2)/3.
  const PartitionComparison cross = compare_partitions(Labels{0, 0, 1, 1}, Labels{5, 9, 5, 9});
  CHECK(cross.nmi == Approx(0).margin(1e-15));
  CHECK(cross.vi == Approx(2 * std::log(2.0)));
  CHECK(cross.ari == Approx(-0.5));
  CHECK(cross.ami == Approx(-0.5));

  // python-igraph 0.10.2: igraph.compare_communities(a, b, method=m) for m in "nmi", "vi", "adjusted_rand".
  const Labels a{0, 0, 0, 1, 1, 1, 2, 2, 2, 2};
  const Labels b{0, 0, 1, 1, 1, 2, 2, 2, 2, 0};
  const PartitionComparison found = compare_partitions(a, b);
  CHECK(found.nmi == Approx(0.44270128334604997));
  CHECK(found.vi == Approx(1.2136851176488221));
  CHECK(found.ari == Approx(0.2045454545454547));
  CHECK(variation_of_information(a, b) == Approx(1.2136851176488221));
}

TEST_CASE("what chance would give is the mean over all orders", "[partition-comparison]") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    Labels a(7);
    Labels b(7);
    for (std::size_t i = 0; i < 7; ++i) {
      a[i] = static_cast<std::uint32_t>(random_bits(seed, i, 1) % 3);
      b[i] = static_cast<std::uint32_t>(random_bits(seed, i, 2) % 4);
    }
    Labels order = b;
    std::ranges::sort(order);
    double mean_information = 0;
    double mean_pairs = 0;
    double orders = 0;
    do {
      mean_information += information(a, order);
      mean_pairs += pairs_in_both(a, order);
      ++orders;
    } while (std::ranges::next_permutation(order).found);
    mean_information /= orders;
    mean_pairs /= orders;
    const PartitionComparison found = compare_partitions(a, b);
    const double entropies = (information(a, a) + information(b, b)) / 2;
    CHECK(found.ami == Approx((information(a, b) - mean_information) / (entropies - mean_information)));
    const double pairs = (pairs_in_both(a, a) + pairs_in_both(b, b)) / 2;
    CHECK(found.ari == Approx((pairs_in_both(a, b) - mean_pairs) / (pairs - mean_pairs)));
  }
}

TEST_CASE("partitions at the edges", "[partition-comparison]") {
  const auto check = [](const PartitionComparison& found, double like, double apart) {
    CHECK(found.nmi == like);
    CHECK(found.ami == like);
    CHECK(found.ari == like);
    CHECK(found.vi == Approx(apart));
  };
  check(compare_partitions(Labels{4, 4, 7}, Labels{1, 1, 0}), 1, 0);
  check(compare_partitions(Labels{0, 0, 0}, Labels{3, 3, 3}), 1, 0);
  check(compare_partitions(Labels{0, 1, 2}, Labels{2, 0, 1}), 1, 0);
  check(compare_partitions(Labels{0}, Labels{1}), 1, 0);
  check(compare_partitions(Labels{0, 0, 0}, Labels{0, 1, 2}), 0, std::log(3.0));
  CHECK_THROWS_AS(compare_partitions(Labels{0}, Labels{0, 1}), std::invalid_argument);
  CHECK_THROWS_AS(compare_partitions(Labels{}, Labels{}), std::invalid_argument);
}

TEST_CASE("a group keeps the number of the one that it has most in common with", "[partition-comparison]") {
  // Of the second partition {0 1 2} overlaps 0 by 2 and 1 by 1, {3 4} overlaps 1 by 2, {5} is what is left of 1.
  CHECK(match_labels(Labels{0, 0, 1, 1, 1, 1}, Labels{9, 9, 9, 2, 2, 5}) == Labels{0, 0, 0, 1, 1, 2});
  CHECK(match_labels(Labels{0, 1, 1}, Labels{1, 0, 0}) == Labels{0, 1, 1});
  CHECK(match_labels(Labels{}, Labels{}).empty());
}

}  // namespace regionet::test::partition_comparison_test

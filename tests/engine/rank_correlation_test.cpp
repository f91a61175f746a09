// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/statistics/borda.hpp"
#include "engine/statistics/kendall.hpp"
#include "graphs/runtime/random.hpp"
#include "tests/support/catch.hpp"

namespace regionet::test::rank_correlation_test {
namespace {

using Values = std::vector<double>;

double sign(double value) { return value > 0 ? 1 : (value < 0 ? -1 : 0); }

/// The definition, pair by pair: sum of the products of signs over the root of the sums of their squares.
double tau_by_pairs(const Values& a, const Values& b) {
  double both = 0;
  double in_a = 0;
  double in_b = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      both += sign(a[i] - a[j]) * sign(b[i] - b[j]);
      in_a += std::abs(sign(a[i] - a[j]));
      in_b += std::abs(sign(b[i] - b[j]));
    }
  }
  return both / std::sqrt(in_a * in_b);
}

}  // namespace

TEST_CASE("tau-b of rankings worked out by hand", "[kendall]") {
  CHECK(*kendall_tau_b(Values{1, 2, 3}, Values{10, 20, 30}) == 1);
  CHECK(*kendall_tau_b(Values{1, 2, 3}, Values{3, 2, 1}) == -1);
  // Of six pairs four agree and one does not; one is tied in b: (4 - 1) / sqrt(6 * 5).
  CHECK(*kendall_tau_b(Values{1, 2, 3, 4}, Values{1, 3, 2, 3}) == Approx(3 / std::sqrt(30.0)));
}

TEST_CASE("tau-b agrees with its definition on rankings with many ties", "[kendall]") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Values a;
    Values b;
    for (std::uint64_t i = 0; i < 2 + seed % 40; ++i) {
      a.push_back(std::floor(random_unit(seed, 2 * i) * 7));
      b.push_back(std::floor(random_unit(seed, 2 * i + 1) * 5));
    }
    const auto one_value = [](const Values& values) {
      return std::ranges::count(values, values[0]) == std::ssize(values);
    };
    const auto tau = kendall_tau_b(a, b);
    REQUIRE(tau.has_value() == !(one_value(a) || one_value(b)));
    if (tau) REQUIRE(*tau == Approx(tau_by_pairs(a, b)).margin(1e-12));
  }
}

TEST_CASE("tau-b is undefined where a ranking tells nothing apart, and refuses what cannot be ranked", "[kendall]") {
  CHECK(!kendall_tau_b(Values{1, 1, 1}, Values{1, 2, 3}));
  CHECK(!kendall_tau_b(Values{}, Values{}));
  CHECK(!kendall_tau_b(Values{1}, Values{2}));
  CHECK_THROWS_AS(kendall_tau_b(Values{1}, Values{1, 2}), std::invalid_argument);
  CHECK_THROWS_AS(kendall_tau_b(Values{1, std::nan("")}, Values{1, 2}), std::invalid_argument);
}

TEST_CASE("Borda's count is the mean share of those behind, ties by half", "[borda]") {
  // Four items. First ranking 1 2 3 4: shares 3/3 2/3 1/3 0. Second 2 1 3 3 (the last two tied): 2/3 1 1/6 1/6.
  const std::vector<Values> positions{{1, 2, 3, 4}, {2, 1, 3, 3}};
  const Values counts = borda(positions);
  CHECK(counts[0] == Approx(5.0 / 6));
  CHECK(counts[1] == Approx(5.0 / 6));
  CHECK(counts[2] == Approx(1.0 / 4));
  CHECK(counts[3] == Approx(1.0 / 12));
  CHECK(borda(std::vector<Values>{{1}}).empty());
  CHECK_THROWS_AS(borda(std::vector<Values>{{1, 2}, {1}}), std::invalid_argument);
}

}  // namespace regionet::test::rank_correlation_test

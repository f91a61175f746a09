// SPDX-License-Identifier: Apache-2.0
#include <bit>
#include <cmath>

#include "engine/community/roles.hpp"
#include "engine/statistics/hypergeometric.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/small_graphs.hpp"

namespace regionet::test::explanation_test {

TEST_CASE("the hypergeometric tail by hand and over every draw", "[hypergeometric]") {
  // Two of five are red; of three drawn, at least one: 1 - C(3,3)/C(5,3) = 9/10; both: C(3,1)/C(5,3) = 3/10.
  CHECK(hypergeometric_tail(5, 2, 3, 0) == 1);
  CHECK(hypergeometric_tail(5, 2, 3, 1) == Approx(0.9));
  CHECK(hypergeometric_tail(5, 2, 3, 2) == Approx(0.3));
  CHECK(hypergeometric_tail(5, 2, 3, 3) == 0);
  CHECK(hypergeometric_tail(5, 4, 3, 2) == 1);  // only one is not red
  CHECK(hypergeometric_tail(0, 0, 0, 0) == 1);
  // Fisher's tea: all four cups of eight by chance, 1/70.
  CHECK(hypergeometric_tail(8, 4, 4, 4) == Approx(1.0 / 70));
  CHECK_THROWS_AS(hypergeometric_tail(5, 6, 3, 1), std::invalid_argument);
  for (unsigned all = 1; all <= 9; ++all) {
    for (unsigned marked = 0; marked <= all; ++marked) {
      for (unsigned drawn = 0; drawn <= all; ++drawn) {
        std::vector<double> with(drawn + 1, 0);  // draws by how many of the first `marked` things they hold
        double draws = 0;
        for (unsigned mask = 0; mask < 1U << all; ++mask) {
          if (static_cast<unsigned>(std::popcount(mask)) != drawn) continue;
          ++with[static_cast<std::size_t>(std::popcount(mask & ((1U << marked) - 1)))];
          ++draws;
        }
        double tail = 0;
        for (unsigned k = drawn + 1; k > 0; --k) {
          tail += with[k - 1];
          REQUIRE(hypergeometric_tail(all, marked, drawn, k - 1) == Approx(tail / draws).margin(1e-12));
        }
      }
    }
  }
}

TEST_CASE("false-discovery rates by hand", "[hypergeometric]") {
  // Four tests, p 0.01 0.04 0.03 0.5: 0.01*4/1, 0.03*4/2 = 0.06 and 0.04*4/3 = 0.0533..., the smaller counts for both.
  const std::vector<double> rates = false_discovery_rates(std::vector<double>{0.01, 0.04, 0.03, 0.5});
  CHECK(rates[0] == Approx(0.04));
  CHECK(rates[1] == Approx(0.16 / 3));
  CHECK(rates[2] == Approx(0.16 / 3));
  CHECK(rates[3] == Approx(0.5));
  CHECK(false_discovery_rates(std::vector<double>{}).empty());
}

TEST_CASE("roles by hand", "[roles]") {
  // A star 0 with 1 2 3, and 3 tied to 4 by 2 and to 5 by 1 in the other community; 6 alone. A loop does not count.
  const MergedGraph merged =
      build_merged(7, Pairs{{0, 1}, {0, 2}, {0, 3}, {3, 4, 2}, {3, 5}, {4, 5}, {1, 1, 5}}, false);
  const Partition partition = partition_of(std::vector<std::uint32_t>{0, 0, 0, 0, 1, 1, 2});
  const RolesResult found =
      community_roles(merged.graph.view(), Strengths(std::span<const double>(merged.weights)), partition);
  // Within the first: 3 1 1 1, mean 1.5, variance (2.25 + 3 * 0.25) / 4 = 0.75.
  CHECK(*found.within_z[0] == Approx(1.5 / std::sqrt(0.75)));
  CHECK(*found.within_z[3] == Approx(-0.5 / std::sqrt(0.75)));
  CHECK_FALSE(found.within_z[4].has_value());  // 1 and 1
  CHECK_FALSE(found.within_z[6].has_value());
  CHECK(*found.participation[0] == Approx(0).margin(1e-15));
  CHECK(*found.participation[3] == Approx(1 - (1.0 / 16 + 9.0 / 16)));
  CHECK(*found.participation[4] == Approx(1 - (1.0 / 9 + 4.0 / 9)));
  CHECK_FALSE(found.participation[6].has_value());
  CHECK_THROWS_AS(community_roles(merged.graph.view(), Strengths::unit, Partition{}), std::invalid_argument);
}

}  // namespace regionet::test::explanation_test

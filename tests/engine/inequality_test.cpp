// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/inequality.hpp"

#include <cmath>
#include <stdexcept>
#include <vector>

#include "graphs/runtime/random.hpp"
#include "tests/support/catch.hpp"

namespace regionet::test::inequality_test {

TEST_CASE("Gini of values worked out by hand", "[inequality]") {
  CHECK(*gini(std::vector<double>{1, 1, 1, 1}) == Approx(0).margin(1e-15));
  CHECK(*gini(std::vector<double>{0, 0, 0, 1}) == Approx(0.75));  // 1 - 1/n
  // 1, 2, 3: sum of |x_i - x_j| over ordered pairs is 8; 8 / (2 n^2 mean) = 8 / (2 * 9 * 2)
  CHECK(*gini(std::vector<double>{3, 1, 2}) == Approx(8.0 / 36));
}

TEST_CASE("Gini agrees with the mean difference on random values", "[inequality]") {
  std::vector<double> values;
  for (std::uint64_t i = 0; i < 60; ++i) values.push_back(std::pow(random_unit(5, i), 3));
  double differences = 0;
  double total = 0;
  for (const double a : values) {
    total += a;
    for (const double b : values) differences += std::abs(a - b);
  }
  CHECK(*gini(values) == Approx(differences / (2 * 60 * total)));
}

TEST_CASE("Herfindahl and the share of the largest by hand", "[inequality]") {
  const std::vector<double> values{6, 3, 1, 0};
  CHECK(*herfindahl(values) == Approx(0.36 + 0.09 + 0.01));
  CHECK(*top_share(values, 2) == Approx(0.9));
  CHECK(*top_share(values, 9) == Approx(1));
}

TEST_CASE("shares of nothing are undefined, of negative values refused", "[inequality]") {
  CHECK_FALSE(gini({}).has_value());
  CHECK_FALSE(herfindahl(std::vector<double>{0, 0}).has_value());
  CHECK_FALSE(top_share({}, 3).has_value());
  CHECK_THROWS_AS(gini(std::vector<double>{1, -1}), std::invalid_argument);
}

}  // namespace regionet::test::inequality_test

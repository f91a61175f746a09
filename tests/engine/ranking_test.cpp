// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/ranking.hpp"

#include "tests/support/catch.hpp"

namespace regionet::test::ranking_test {
namespace {

std::vector<std::uint32_t> ranks_of(const std::vector<std::optional<double>>& values, double error = 0) {
  std::vector<std::uint32_t> ranks(values.size());
  for (const RankedItem& item : competition_ranks(values, std::less<>(), error)) ranks[item.item] = item.rank;
  return ranks;
}

}  // namespace

TEST_CASE("competition ranks leave room after a tie", "[ranking]") {
  CHECK(ranks_of({9, 4, 4, 1}) == std::vector<std::uint32_t>{1, 2, 2, 4});
  CHECK(ranks_of({1, 4, 4, 9}) == std::vector<std::uint32_t>{4, 2, 2, 1});
  CHECK(ranks_of({}).empty());
}

TEST_CASE("values that differ only in their round-off are tied", "[ranking]") {
  double tenths = 0;
  for (int i = 0; i < 10; ++i) tenths += 0.1;
  REQUIRE(tenths != 1.0);
  CHECK(ranks_of({tenths, 1.0, 0.3 + 0.7, 2.0}) == std::vector<std::uint32_t>{2, 2, 2, 1});
}

TEST_CASE("a coarser stated error widens the ties", "[ranking]") {
  CHECK(ranks_of({1.0001, 1.0002}) == std::vector<std::uint32_t>{2, 1});
  CHECK(ranks_of({1.0001, 1.0002}, 1e-3) == std::vector<std::uint32_t>{1, 1});
}

TEST_CASE("items without a value come last, unranked", "[ranking]") {
  const std::vector<std::optional<double>> values{std::nullopt, 0.0, -1.0};
  const auto items = competition_ranks(values, std::less<>());
  CHECK(items.back().item == 0);
  CHECK(items.back().rank == 0);
  CHECK(ranks_of(values) == std::vector<std::uint32_t>{0, 1, 2});
}

}  // namespace regionet::test::ranking_test

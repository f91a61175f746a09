// SPDX-License-Identifier: Apache-2.0
#include "engine/report/column_order.hpp"

#include <algorithm>

#include "graphs/runtime/random.hpp"
#include "tests/support/catch.hpp"

namespace regionet::test::column_order_test {
namespace {

using Partners = std::vector<std::vector<Vertex>>;

/// Two columns of `size` vertices with random ties across, and a few inside a column that must not count.
Partners random_partners(std::uint64_t size, std::uint64_t seed) {
  Partners partners(2 * size);
  const auto tie = [&](Vertex a, Vertex b) {
    if (a == b || std::ranges::find(partners[a], b) != partners[a].end()) return;
    partners[a].push_back(b);
    partners[b].push_back(a);
  };
  for (std::uint64_t i = 0; i < 2 * size; ++i) {
    tie(static_cast<Vertex>(random_bits(seed, i, 0) % size),
        static_cast<Vertex>(size + random_bits(seed, i, 1) % size));
    if (i % 5 == 0) tie(0, static_cast<Vertex>(random_bits(seed, i, 2) % size));
  }
  return partners;
}

Columns in_order(Vertex size) {
  Columns columns;
  for (Vertex v = 0; v < 2 * size; ++v) columns[v < size ? 0 : 1].push_back(v);
  return columns;
}

/// The slow second method: every pair of ties.
std::size_t crossings_by_pairs(const Partners& partners, const Columns& columns) {
  std::vector<std::pair<std::size_t, std::size_t>> ends;
  for (std::size_t i = 0; i < columns[0].size(); ++i) {
    for (std::size_t j = 0; j < columns[1].size(); ++j) {
      if (std::ranges::find(partners[columns[0][i]], columns[1][j]) != partners[columns[0][i]].end())
        ends.emplace_back(i, j);
    }
  }
  std::size_t count = 0;
  for (const auto& a : ends) {
    for (const auto& b : ends) count += a.first < b.first && a.second > b.second ? 1U : 0U;
  }
  return count;
}

}  // namespace

TEST_CASE("crossings agree with looking at every pair of ties", "[drawing]") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const Partners partners = random_partners(9, seed);
    CHECK(count_crossings(partners, in_order(9)) == crossings_by_pairs(partners, in_order(9)));
  }
}

TEST_CASE("ordering keeps every vertex in its column and never adds crossings", "[drawing]") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const Partners partners = random_partners(12, seed);
    const Columns before = in_order(12);
    Columns after = order_columns(partners, before);
    CHECK(count_crossings(partners, after) <= count_crossings(partners, before));
    for (auto& column : after) std::ranges::sort(column);
    CHECK(after == before);
  }
}

TEST_CASE("a ladder turned upside down is untangled", "[drawing]") {
  Partners partners(20);
  for (Vertex i = 0; i < 10; ++i) {
    partners[i].push_back(19 - i);
    partners[19 - i].push_back(i);
  }
  REQUIRE(count_crossings(partners, in_order(10)) == 45);
  CHECK(count_crossings(partners, order_columns(partners, in_order(10))) == 0);
}

}  // namespace regionet::test::column_order_test

// SPDX-License-Identifier: Apache-2.0
#include "graphs/runtime/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <numeric>

#include "graphs/runtime/random.hpp"
#include "tests/support/catch.hpp"

namespace regionet::test::parallel_test {
namespace {

const std::vector<RunContext> runs{
    {.threads = 1},
    {.threads = 2, .backend = Backend::threads},
    {.threads = 3, .backend = Backend::threads},
    {.threads = 8, .backend = Backend::threads},
#ifndef __SANITIZE_THREAD__
    {.threads = 2, .backend = Backend::tbb},
    {.threads = 3, .backend = Backend::tbb},
    {.threads = 8, .backend = Backend::tbb},
#endif
};

double sum(const RunContext& run, const std::vector<double>& values, std::size_t grain) {
  return reduce_ranges(
      run, values.size(), grain, 0.0,
      [&](std::size_t begin, std::size_t end) {
        return std::accumulate(values.begin() + std::ptrdiff_t(begin), values.begin() + std::ptrdiff_t(end), 0.0);
      },
      [](double a, double b) { return a + b; });
}

}  // namespace

TEST_CASE("every block runs once, whatever the threads and the backend", "[runtime]") {
  for (const RunContext& run : runs) {
    std::vector<std::atomic<int>> calls(1000);
    for_each_block(run, calls.size(), [&](std::size_t block) { ++calls[block]; });
    CHECK(std::all_of(calls.begin(), calls.end(), [](const auto& count) { return count == 1; }));
  }
}

TEST_CASE("ranges cover all items without a gap", "[runtime]") {
  for (const std::size_t items : {0U, 1U, 6U, 7U, 8U, 100U}) {
    std::vector<int> seen(items, 0);
    for_each_range({.threads = 3, .backend = Backend::threads}, items, 7, [&](std::size_t begin, std::size_t end) {
      REQUIRE(end - begin <= 7);
      for (std::size_t i = begin; i < end; ++i) ++seen[i];
    });
    CHECK(std::all_of(seen.begin(), seen.end(), [](int count) { return count == 1; }));
  }
}

TEST_CASE("a sum has the same bits for any number of threads and both backends", "[runtime]") {
  // Numbers of very different size, so that another order of adding gives other bits.
  std::vector<double> values;
  for (std::uint64_t i = 0; i < 100'000; ++i)
    values.push_back((random_unit(1, i) - 0.5) * std::pow(10.0, double(random_bits(2, i) % 17)));
  const double alone = sum(runs.front(), values, 1000);
  REQUIRE(alone != std::accumulate(values.begin(), values.end(), 0.0));  // the input can reveal the fault
  for (const RunContext& run : runs) {
    const double together = sum(run, values, 1000);
    CHECK(std::bit_cast<std::uint64_t>(alone) == std::bit_cast<std::uint64_t>(together));
  }
}

TEST_CASE("reducing nothing gives the identity", "[runtime]") { CHECK(sum({}, {}, 10) == 0.0); }

TEST_CASE("the first exception by block number reaches the caller", "[runtime]") {
  for (const RunContext& run : runs) {
    const auto fail = [](std::size_t block) {
      if (block >= 5) throw std::runtime_error(std::to_string(block));
    };
    CHECK_THROWS_WITH(for_each_block(run, 40, fail), "5");
  }
}

TEST_CASE("counter-based random numbers are a function of seed, item and draw", "[runtime]") {
  CHECK(random_bits(1, 2, 3) == random_bits(1, 2, 3));
  CHECK(random_bits(1, 2, 3) != random_bits(1, 3, 2));
  double mean = 0;
  for (std::uint64_t i = 0; i < 10'000; ++i) {
    const double unit = random_unit(7, i);
    REQUIRE(unit >= 0);
    REQUIRE(unit < 1);
    mean += unit / 10'000;
  }
  CHECK(std::abs(mean - 0.5) < 5 * 0.2887 / 100);  // five standard errors
}

}  // namespace regionet::test::parallel_test

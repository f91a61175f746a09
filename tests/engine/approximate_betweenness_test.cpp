// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/approximate_betweenness.hpp"

#include <cmath>
#include <map>

#include "engine/centrality/betweenness.hpp"
#include "engine/centrality/path_sampler.hpp"
#include "engine/statistics/ranking.hpp"
#include "engine/statistics/share_bounds.hpp"
#include "graphs/csr/transpose.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/small_graphs.hpp"

namespace regionet::test::approximate_betweenness_test {
namespace {

/// A network in which few vertices lie between many: pairs favour small numbers.
Pairs skewed_pairs(std::size_t vertices, std::size_t count, std::uint64_t seed) {
  Pairs pairs;
  for (std::uint64_t i = 0; i < count; ++i) {
    const double skewed = std::pow(random_unit(seed, i, 0), 4) * static_cast<double>(vertices);
    pairs.push_back({static_cast<Vertex>(skewed), static_cast<Vertex>(random_bits(seed, i, 1) % vertices), 1});
  }
  return pairs;
}

/// Chance of at least `hits` in `draws` tosses of a coin that falls so with `chance`.
double tail(int draws, int hits, double chance) {
  double sum = 0;
  for (int i = hits; i <= draws; ++i) {
    sum += std::exp(std::lgamma(draws + 1) - std::lgamma(i + 1) - std::lgamma(draws - i + 1) + i * std::log(chance) +
                    (draws - i) * std::log(1 - chance));
  }
  return sum;
}

}  // namespace

TEST_CASE("every shortest path between two vertices is drawn as often as any other", "[path_sampler]") {
  // From 0 to 5 there are three paths of three arcs: 0 1 3 5, 0 2 3 5, 0 2 4 5; a longer way by 6, 7, 8 is none.
  const Pairs pairs{{0, 1}, {0, 2}, {1, 3}, {2, 3}, {2, 4}, {3, 5}, {4, 5}, {0, 6}, {6, 7}, {7, 8}, {8, 5}};
  const bool directed = GENERATE(false, true);
  const MergedGraph merged = build_merged(9, pairs, directed);
  const Graph turned = transpose(merged.graph.view());
  PathSampler sampler(merged.graph.view(), directed ? turned.view() : merged.graph.view());
  std::map<std::vector<Vertex>, int> seen;
  constexpr int draws = 3000;
  for (std::uint64_t key = 0; key < draws; ++key) {
    const auto between = sampler.draw(0, 5, random_bits(7, key));
    std::vector<Vertex> path(between.begin(), between.end());
    std::ranges::sort(path);
    ++seen[path];
  }
  const std::vector<std::vector<Vertex>> paths{{1, 3}, {2, 3}, {2, 4}};
  REQUIRE(seen.size() == paths.size());
  double chi = 0;
  for (const auto& path : paths) chi += std::pow(seen[path] - draws / 3.0, 2) / (draws / 3.0);
  CHECK(chi < 13.8);  // 0.1 % of chi-square with two degrees of freedom
}

TEST_CASE("no path, a single arc and the other end of a directed arc have nothing between", "[path_sampler]") {
  const MergedGraph merged = build_merged(4, Pairs{{0, 1}, {1, 2}}, true);
  const Graph turned = transpose(merged.graph.view());
  PathSampler sampler(merged.graph.view(), turned.view());
  CHECK(sampler.draw(0, 1, 1).empty());
  CHECK(sampler.draw(2, 0, 1).empty());
  CHECK(sampler.draw(0, 3, 1).empty());
  REQUIRE(sampler.draw(0, 2, 1).size() == 1);
  CHECK(sampler.draw(0, 2, 1)[0] == 1);
}

TEST_CASE("bounds of a share are where the relative entropy says", "[share_bounds]") {
  // No hit in d draws: (1 - q)^d = exp(-L), so q = 1 - exp(-L / d).
  CHECK(share_bounds(0, 100, 3).upper == Approx(1 - std::exp(-0.03)));
  CHECK(share_bounds(0, 100, 3).lower == 0);
  CHECK(share_bounds(100, 100, 3).lower == Approx(std::exp(-0.03)));
  CHECK(share_bounds(100, 100, 3).upper == 1);
  const auto [lower, upper] = share_bounds(30, 200, 5);
  for (const double q : {lower, upper}) {
    CHECK(200 * (0.15 * std::log(0.15 / q) + 0.85 * std::log(0.85 / (1 - q))) == Approx(5));
  }
  CHECK(lower < 0.15);
  CHECK(upper > 0.15);
  CHECK_THROWS_AS(share_bounds(0, 0, 1), std::invalid_argument);
  CHECK_THROWS_AS(share_bounds(2, 1, 1), std::invalid_argument);
  CHECK_THROWS_AS(share_bounds(1, 2, 0), std::invalid_argument);
}

TEST_CASE("the estimate keeps its promise on many seeds", "[approximate_betweenness]") {
  const bool directed = GENERATE(false, true);
  const MergedGraph merged = build_merged(200, skewed_pairs(200, 500, 3), directed);
  const std::vector<double> exact = betweenness(merged.graph.view(), Lengths::unit, {.normalised = true}).score;
  int broken = 0;
  constexpr int seeds = 40;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const auto found = approximate_betweenness(merged.graph.view(), {.epsilon = 0.03, .delta = 0.2}, {.seed = seed});
    REQUIRE(found.outcome == Outcome::complete);
    REQUIRE(found.widest <= 0.03);
    bool holds = true;
    for (std::size_t v = 0; v < exact.size(); ++v) {
      REQUIRE(found.lower[v] <= found.score[v]);
      REQUIRE(found.score[v] <= found.upper[v]);
      holds = holds && found.lower[v] <= exact[v] && exact[v] <= found.upper[v];
    }
    broken += holds ? 0 : 1;
  }
  CHECK(tail(seeds, broken, 0.2) > 0.01);
}

TEST_CASE("the order of the first k that is called proven is right", "[approximate_betweenness]") {
  const MergedGraph merged = build_merged(300, skewed_pairs(300, 700, 5), false);
  const std::vector<double> exact = betweenness(merged.graph.view(), Lengths::unit, {.normalised = true}).score;
  int broken = 0;
  int proven = 0;
  constexpr int seeds = 30;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const auto found =
        approximate_betweenness(merged.graph.view(), {.epsilon = 0.01, .delta = 0.2, .top = 3}, {.seed = seed});
    bool holds = true;
    for (const RankedItem& item : proven_ranks(found.lower, found.upper, std::less<>())) {
      proven += item.rank <= 3 && !item.tied ? 1 : 0;
      std::uint32_t above = 0;
      for (const double other : exact) above += other > exact[item.item] ? 1U : 0U;
      holds = holds && above + 1 >= item.rank;  // as many as are proven to be above are above
    }
    broken += holds ? 0 : 1;
  }
  CHECK(tail(seeds, broken, 0.2) > 0.01);
  CHECK(proven > 0);
}

TEST_CASE("the estimate has the same bits on several threads", "[approximate_betweenness]") {
  const MergedGraph merged = build_merged(400, skewed_pairs(400, 1500, 8), false);
  const auto alone = approximate_betweenness(merged.graph.view());
  for (const unsigned threads : {2U, 3U, 8U}) {
    const auto found = approximate_betweenness(merged.graph.view(), {}, {.threads = threads});
    CHECK(found.score == alone.score);
    CHECK(found.lower == alone.lower);
    CHECK(found.draws == alone.draws);
  }
}

TEST_CASE("the estimate of what needs no draw, and of what it refuses", "[approximate_betweenness]") {
  const MergedGraph star = build_merged(5, Pairs{{0, 1}, {2, 3}}, false);
  const auto none = approximate_betweenness(star.graph.view());
  CHECK(none.draws == 0);
  CHECK(none.widest == 0);
  CHECK(none.upper == std::vector<double>(5, 0));
  CHECK(approximate_betweenness(GraphView()).score.empty());
  CHECK_THROWS_AS(approximate_betweenness(star.graph.view(), {.epsilon = 0}), std::invalid_argument);
  CHECK_THROWS_AS(approximate_betweenness(star.graph.view(), {.delta = 1}), std::invalid_argument);
  std::stop_source source;
  source.request_stop();
  const MergedGraph path = build_merged(3, Pairs{{0, 1}, {1, 2}}, false);
  const auto stopped = approximate_betweenness(path.graph.view(), {}, {.stop = source.get_token()});
  CHECK(stopped.outcome == Outcome::stopped);
  CHECK(stopped.upper[1] == 1);
}

TEST_CASE("ranks by bounds are only what the bounds prove", "[ranking]") {
  // a .5-.6, b .45-.55, c .3-.4, d .1-.3: c is below a and b; d touches c, so nothing is proven between them.
  const std::vector<double> lower{0.5, 0.45, 0.3, 0.1};
  const std::vector<double> upper{0.6, 0.55, 0.4, 0.3};
  const auto ranked = proven_ranks(lower, upper, std::less<>());
  std::vector<std::uint32_t> ranks;
  for (const RankedItem& item : ranked) ranks.push_back(item.rank);
  CHECK(ranks == std::vector<std::uint32_t>{1, 1, 3, 3});
  CHECK(std::ranges::all_of(ranked, &RankedItem::tied));
  // An interval that spans two that are apart: three share no proven order with it.
  const auto spanning =
      proven_ranks(std::vector<double>{0.1, 0.8, 0.2}, std::vector<double>{0.9, 0.85, 0.3}, std::less<>());
  CHECK(spanning[0].rank == 1);
  CHECK(spanning[2].item == 2);
  CHECK(spanning[2].rank == 2);
  CHECK(spanning[2].tied);
}

}  // namespace regionet::test::approximate_betweenness_test

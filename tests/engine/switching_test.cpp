// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/switching.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "engine/statistics/null_comparison.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/small_graphs.hpp"

namespace regionet::test::switching_test {
namespace {

/// The ties of a graph with their strengths, sorted: what two equal networks have in common.
using Ties = std::vector<std::array<double, 3>>;

Ties ties_of(GraphView graph, Strengths strengths) {
  Ties out;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      if (graph.facts().directed || v <= graph.target(arc)) {
        out.push_back({double(v), double(graph.target(arc)), strengths[arc]});
      }
    }
  }
  return out;
}

/// Arcs out of and into each vertex.
std::vector<std::size_t> degrees_of(GraphView graph) {
  std::vector<std::size_t> out(2 * graph.vertex_count(), 0);
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (const Vertex u : graph.neighbours(v)) {
      ++out[2 * v];
      ++out[2 * u + 1];
    }
  }
  return out;
}

Strengths strengths_of(const MergedGraph& merged) { return Strengths(std::span<const double>(merged.weights)); }

/// Every network with the degrees and the parts of the given one, by trying all graphs; weights are dealt in all ways.
std::set<Ties> all_alike(std::size_t n, const Pairs& pairs, bool directed, const SwitchingParts& parts) {
  const MergedGraph given = build_merged(n, pairs, directed);
  std::vector<double> weights;
  for (const WeightedPair& pair : pairs) weights.push_back(pair.weight);
  std::ranges::sort(weights);
  std::set<Ties> out;
  for_each_graph(n, directed, false, [&](std::size_t, const Pairs& others) {
    if (others.size() != pairs.size()) return;
    const bool forbidden = std::ranges::any_of(others, [&](const WeightedPair& pair) {
      return !parts.part.empty() && (parts.part[pair.from] == parts.part[pair.to]) != parts.within;
    });
    if (forbidden) return;
    Pairs dealt = others;
    do {
      for (std::size_t i = 0; i < dealt.size(); ++i) dealt[i].weight = weights[i];
      const MergedGraph other = build_merged(n, dealt, directed);
      if (degrees_of(other.graph.view()) != degrees_of(given.graph.view())) return;
      out.insert(ties_of(other.graph.view(), strengths_of(other)));
    } while (std::ranges::next_permutation(weights).found);
  });
  return out;
}

struct Enumerable {
  const char* name;
  std::size_t networks;  // that there are, counted by hand
  std::size_t n;
  Pairs pairs;
  bool directed = false;
  SwitchingParts parts = {};
};

/// The point beyond which one in a thousand of chi-square lies, by Wilson and Hilferty's approximation.
double chi_limit(std::size_t cells) {
  const auto freedom = static_cast<double>(cells - 1);
  const double root = 1 - 2 / (9 * freedom) + 3.0902 * std::sqrt(2 / (9 * freedom));
  return freedom * root * root * root;
}

/// The strength of the ties among the first five vertices.
double strength_of_five(GraphView graph, Strengths strengths, std::uint64_t) {
  double sum = 0;
  for (Vertex v = 0; v < 5; ++v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) sum += graph.target(arc) < 5 ? strengths[arc] : 0;
  }
  return sum / 2;
}

}  // namespace

TEST_CASE("every network with the same degrees is drawn equally often", "[switching]") {
  const Enumerable cases[] = {
      // The one of degree 2 has two of the four leaves: C(4, 2).
      {"a path and a tie", 6, 5, {{0, 1}, {1, 2}, {3, 4}}},
      // The leaf at the 3: three rings of the other four; at one of the three 2s: one network each.
      {"degrees 3 2 2 2 1", 6, 5, {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {3, 4}}},
      // Three matchings, and the strengths either way.
      {"two ties with strengths", 6, 4, {{0, 1, 2}, {2, 3, 5}}},
      // Rows of 2 2 1 ties, columns of 1 2 2: where the row of 1 has the column of 1, the others have both 2s; else it
      // has a column of 2 (two ways), whose other tie and the tie of the column of 1 belong to different rows (two).
      {"two sides", 5, 6, {{0, 3}, {0, 4}, {1, 4}, {1, 5}, {2, 5}}, false, {.part = {0, 0, 0, 1, 1, 1}}},
      // Every try that is not refused changes the network, so an even number would always lead back.
      {"two sides, two ties", 2, 4, {{0, 2}, {1, 3}}, false, {.part = {0, 0, 1, 1}}},
      {"within parts", 3, 6, {{0, 1}, {2, 3}, {4, 5}}, false, {.part = {0, 0, 0, 0, 1, 1}, .within = true}},
      // Without the rotation of three heads there would be no way.
      {"a ring of three arcs turns round", 2, 3, {{0, 1}, {1, 2}, {2, 0}}, true},
      // Permutations of four without a fixed point.
      {"one arc out and one in", 9, 4, {{0, 1}, {1, 0}, {2, 3}, {3, 2}}, true},
  };
  for (const Enumerable& one : cases) {
    INFO(one.name);
    const std::set<Ties> alike = all_alike(one.n, one.pairs, one.directed, one.parts);
    REQUIRE(alike.size() == one.networks);
    const MergedGraph given = build_merged(one.n, one.pairs, one.directed);
    const Switching switching(given.graph.view(), strengths_of(given), one.parts);
    std::map<Ties, double> seen;
    for (std::uint64_t draw = 1; draw <= 400 * alike.size(); ++draw) {
      const SwitchedNetwork network = switching.draw(30, draw);
      ++seen[ties_of(network.graph.view(), network.strengths())];
    }
    double chi = 0;
    for (const Ties& ties : alike) chi += std::pow(seen[ties] - 400, 2) / 400;
    REQUIRE(seen.size() == alike.size());
    CHECK(chi < chi_limit(alike.size()));
  }
}

TEST_CASE("switched networks keep degrees, loops, strengths and parts, and share few ties", "[switching]") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const bool directed = seed % 2 == 0;
    const bool in_parts = seed % 3 == 0;
    Pairs pairs = random_pairs(60, 150, seed);
    if (in_parts) std::erase_if(pairs, [](const WeightedPair& pair) { return (pair.from + pair.to) % 2 == 0; });
    const MergedGraph given = build_merged(60, pairs, directed);
    SwitchingParts parts;
    for (Vertex v = 0; in_parts && v < 60; ++v) parts.part.push_back(v % 2);
    const SwitchedNetwork drawn = Switching(given.graph.view(), strengths_of(given), parts).draw(20, seed);
    REQUIRE(check(drawn.graph.view()).empty());
    REQUIRE_FALSE(drawn.graph.view().facts().has_parallel_arcs);
    REQUIRE(degrees_of(drawn.graph.view()) == degrees_of(given.graph.view()));
    const Ties before = ties_of(given.graph.view(), strengths_of(given));
    const Ties after = ties_of(drawn.graph.view(), drawn.strengths());
    const auto loops_of = [](Ties ties) {
      std::erase_if(ties, [](const auto& tie) { return tie[0] != tie[1]; });
      return ties;
    };
    REQUIRE(loops_of(before) == loops_of(after));
    const auto strengths = [](const Ties& ties) {
      std::vector<double> out;
      for (const auto& tie : ties) out.push_back(tie[2]);
      std::ranges::sort(out);
      return out;
    };
    REQUIRE(strengths(before) == strengths(after));
    for (const auto& tie : after) REQUIRE((!in_parts || static_cast<int>(tie[0] + tie[1]) % 2 == 1));
    CHECK(drawn.kept < 0.4);
  }
}

TEST_CASE("pairs are found as in a set of the standard library", "[switching]") {
  PairSet pairs(64);
  std::set<std::pair<Vertex, Vertex>> wanted;
  for (std::uint64_t step = 1; step <= 20'000; ++step) {
    const auto a = static_cast<Vertex>(random_bits(1, step, 0) % 12);
    const auto b = static_cast<Vertex>(random_bits(1, step, 1) % 12);
    REQUIRE(pairs.contains(a, b) == wanted.contains({a, b}));
    if (wanted.contains({a, b})) {
      pairs.erase(a, b);
      wanted.erase({a, b});
    } else if (wanted.size() < 64) {
      pairs.insert(a, b);
      wanted.insert({a, b});
    }
  }
}

TEST_CASE("z and p against all networks with the same degrees, by hand", "[switching][null]") {
  // A five of ties 0-1-2-3-4-0 and one 5-6-7-8-9-5; among the first five vertices lie 5 ties, the most there can be.
  Pairs pairs;
  for (Vertex v = 0; v < 5; ++v) pairs.insert(pairs.end(), {{v, (v + 1) % 5}, {v + 5, (v + 1) % 5 + 5}});
  const MergedGraph two = build_merged(10, pairs, false);
  const NullComparison found =
      compare_with_switched(two.graph.view(), Strengths::unit, strength_of_five, {.networks = 999});
  CHECK(found.observed == 5);
  CHECK(found.networks == 999);
  CHECK(found.outcome == Outcome::complete);
  // Each of the ten ties there could be stands in 2/9 of the graphs where all have two partners: 20/9 of them. Five lie
  // there only where both fives are rings: 12 * 12 of the 286,884 two-regular graphs of ten (OEIS A001205).
  CHECK(found.mean == Approx(20.0 / 9).margin(4 * found.deviation / std::sqrt(999.0)));
  CHECK(*found.z == Approx((5 - found.mean) / found.deviation));
  CHECK(found.p <= 4.0 / 1000);
  CHECK(found.p >= 1.0 / 1000);
  CHECK(found.kept == Approx(2.0 / 9).margin(0.03));

  // A star has no other network with its degrees.
  const MergedGraph star = build_merged(5, Pairs{{0, 1}, {0, 2}, {0, 3}, {0, 4}}, false);
  const NullComparison only =
      compare_with_switched(star.graph.view(), Strengths::unit, strength_of_five, {.networks = 9});
  CHECK_FALSE(only.z.has_value());
  CHECK(only.p == 1);
  CHECK(only.kept == 1);
}

TEST_CASE("a comparison is the same for any number of threads, and stops when asked", "[switching][null]") {
  const MergedGraph merged = build_merged(60, random_pairs(60, 150, 4), false);
  const auto with = [&](unsigned threads) {
    return compare_with_switched(merged.graph.view(), strengths_of(merged), strength_of_five, {.networks = 25},
                                 {.threads = threads, .seed = 7});
  };
  const NullComparison alone = with(1);
  for (const unsigned threads : {2U, 3U, 8U}) {
    CHECK(with(threads).mean == alone.mean);
    CHECK(with(threads).z == alone.z);
    CHECK(with(threads).sweeps == alone.sweeps);
  }
  std::stop_source stop;
  stop.request_stop();
  const RunContext stopped{.stop = stop.get_token()};
  CHECK(compare_with_switched(merged.graph.view(), Strengths::unit, strength_of_five, {}, stopped).outcome ==
        Outcome::stopped);
}

TEST_CASE("what cannot be switched is refused", "[switching]") {
  const MergedGraph one = build_merged(2, Pairs{{0, 1}}, false);
  const MergedGraph twice = build_merged(2, Pairs{{0, 1}, {0, 1}}, false, {}, Merge::none);
  CHECK_THROWS_AS(Switching(twice.graph.view(), Strengths::unit), std::invalid_argument);
  CHECK_THROWS_AS(Switching(one.graph.view(), Strengths::unit, {.part = {0}}), std::invalid_argument);
  CHECK_THROWS_AS(Switching(one.graph.view(), Strengths::unit, {.part = {0, 0}}), std::invalid_argument);
  CHECK_THROWS_AS(compare_with_switched(one.graph.view(), Strengths::unit, strength_of_five, {.networks = 1}),
                  std::invalid_argument);
}

}  // namespace regionet::test::switching_test

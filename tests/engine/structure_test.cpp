// SPDX-License-Identifier: Apache-2.0
#include <numeric>
#include <set>

#include "engine/structure/assortativity.hpp"
#include "engine/structure/components.hpp"
#include "engine/structure/core.hpp"
#include "engine/structure/cuts.hpp"
#include "engine/structure/triangles.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/dense.hpp"

namespace regionet::test::structure_test {
namespace {

using Ties = std::vector<std::vector<bool>>;

Ties ties_of(std::size_t n, const Pairs& pairs) {
  Ties ties(n, std::vector<bool>(n, false));
  for (const auto& [from, to, weight] : pairs) {
    if (from != to) ties[from][to] = ties[to][from] = true;
  }
  return ties;
}

/// Who reaches whom, by squaring until nothing changes.
std::vector<std::vector<bool>> reach_of(std::size_t n, const Pairs& pairs, bool directed) {
  std::vector<std::vector<bool>> reach(n, std::vector<bool>(n, false));
  for (std::size_t v = 0; v < n; ++v) reach[v][v] = true;
  for (const auto& [from, to, weight] : pairs) {
    reach[from][to] = true;
    if (!directed) reach[to][from] = true;
  }
  for (std::size_t w = 0; w < n; ++w) {
    for (std::size_t u = 0; u < n; ++u) {
      for (std::size_t v = 0; v < n; ++v) reach[u][v] = reach[u][v] || (reach[u][w] && reach[w][v]);
    }
  }
  return reach;
}

std::size_t count_components(std::size_t n, const Pairs& pairs) {
  const auto reach = reach_of(n, pairs, false);
  std::size_t count = 0;
  for (std::size_t v = 0; v < n; ++v)
    count += std::ranges::find(reach[v], true) - reach[v].begin() == std::ptrdiff_t(v);
  return count;
}

void check_groups(const ComponentsResult& found, const std::vector<std::vector<bool>>& together) {
  std::vector<std::uint32_t> sizes(found.size.size(), 0);
  std::uint32_t next = 0;
  for (std::size_t u = 0; u < together.size(); ++u) {
    for (std::size_t v = 0; v < together.size(); ++v) {
      REQUIRE((found.component[u] == found.component[v]) == (together[u][v] && together[v][u]));
    }
    ++sizes[found.component[u]];
    if (found.component[u] == next) ++next;
    REQUIRE(found.component[u] < next);  // numbered by the smallest vertex
  }
  REQUIRE(sizes == found.size);
}

std::vector<std::uint32_t> cores_by_hand(const Ties& ties) {
  std::vector<std::uint32_t> core(ties.size(), 0);
  for (std::uint32_t k = 1; k <= ties.size(); ++k) {
    std::vector<bool> in(ties.size(), true);
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t v = 0; v < ties.size(); ++v) {
        std::uint32_t left = 0;
        for (std::size_t u = 0; u < ties.size(); ++u) left += in[u] && ties[v][u];
        if (in[v] && left < k) changed = true, in[v] = false;
      }
    }
    for (std::size_t v = 0; v < ties.size(); ++v) {
      if (in[v]) core[v] = k;
    }
  }
  return core;
}

void check_cuts(std::size_t n, const Pairs& pairs) {
  const MergedGraph merged = build_merged(n, pairs, false);
  const CutsResult found = cuts(merged.graph.view());
  const std::size_t whole = count_components(n, pairs);
  std::vector<std::pair<Vertex, Vertex>> bridges;
  std::set<std::pair<Vertex, Vertex>> distinct;
  for (const WeightedPair& pair : pairs) {
    if (pair.from != pair.to) distinct.emplace(std::min(pair.from, pair.to), std::max(pair.from, pair.to));
  }
  for (const auto& tie : distinct) {
    Pairs without = pairs;
    std::erase_if(without, [&](const WeightedPair& pair) {
      return std::pair(std::min(pair.from, pair.to), std::max(pair.from, pair.to)) == tie;
    });
    if (count_components(n, without) > whole) bridges.push_back(tie);
  }
  std::vector<Vertex> points;
  for (Vertex v = 0; v < n; ++v) {
    Pairs without = pairs;
    std::erase_if(without, [&](const WeightedPair& pair) { return pair.from == v || pair.to == v; });
    if (count_components(n, without) > whole + 1) points.push_back(v);  // v itself stands apart now
  }
  REQUIRE(found.bridges == bridges);
  REQUIRE(found.articulation_points == points);
}

void check_structure(std::size_t n, const Pairs& pairs, bool directed) {
  const MergedGraph merged = build_merged(n, pairs, directed);
  const GraphView graph = merged.graph.view();
  check_groups(components(graph), reach_of(n, pairs, false));
  check_groups(strong_components(graph), reach_of(n, pairs, directed));
  const Ties ties = ties_of(n, pairs);
  REQUIRE(core_numbers(graph) == cores_by_hand(ties));
  const TrianglesResult found = triangles(graph);
  std::uint64_t total = 0;
  for (std::size_t a = 0; a < n; ++a) {
    std::uint64_t here = 0;
    for (std::size_t b = 0; b < n; ++b) {
      for (std::size_t c = 0; c < b; ++c) here += ties[a][b] && ties[b][c] && ties[c][a];
    }
    REQUIRE(found.at[a] == here);
    total += here;
  }
  REQUIRE(found.total * 3 == total);
}

}  // namespace

TEST_CASE("components, cores and triangles of every small graph", "[components][core][triangles]") {
  for (std::size_t n = 0; n <= 5; ++n) {
    for_each_graph(n, false, n <= 3, [](std::size_t size, const Pairs& pairs) { check_structure(size, pairs, false); });
  }
  for (std::size_t n = 0; n <= 4; ++n) {
    for_each_graph(n, true, n <= 3, [](std::size_t size, const Pairs& pairs) { check_structure(size, pairs, true); });
  }
}

TEST_CASE("components, cores and triangles of random multigraphs", "[components][core][triangles]") {
  for (std::uint64_t seed = 1; seed <= 24; ++seed)
    check_structure(40, random_pairs(40, 10 * seed, seed), seed % 2 == 0);
}

TEST_CASE("bridges and articulation points are what keeps components together", "[cuts]") {
  for (std::size_t n = 0; n <= 5; ++n) for_each_graph(n, false, n <= 3, check_cuts);
  for (std::uint64_t seed = 1; seed <= 20; ++seed) check_cuts(25, random_pairs(25, 10 + 2 * seed, seed));
  const MergedGraph bow = build_merged(5, Pairs{{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 2}}, false);
  CHECK(cuts(bow.graph.view()).biconnected_components == 2);
}

TEST_CASE("case 058: a long path needs no deep stack", "[components][cuts][case]") {
  constexpr Vertex n = 1'000'000;
  Pairs pairs;
  for (Vertex v = 0; v + 1 < n; ++v) pairs.push_back({v, v + 1, 1});
  const MergedGraph merged = build_merged(n, pairs, false);
  CHECK(components(merged.graph.view()).size == std::vector<std::uint32_t>{n});
  const CutsResult found = cuts(merged.graph.view());
  CHECK(found.bridges.size() == n - 1);
  CHECK(found.articulation_points.size() == n - 2);
  pairs.push_back({n - 1, 0, 1});
  const MergedGraph ring = build_merged(n, pairs, true);
  CHECK(strong_components(ring.graph.view()).size == std::vector<std::uint32_t>{n});
}

TEST_CASE("components are the same for any number of threads", "[components]") {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const MergedGraph merged = build_merged(30'000, random_pairs(30'000, 6000 * seed, seed), seed % 2 == 0);
    const ComponentsResult alone = components(merged.graph.view());
    for (const unsigned threads : {2U, 3U, 8U}) {
      for (const Backend backend : {Backend::tbb, Backend::threads}) {
        const RunContext run{.threads = threads, .backend = backend};
        REQUIRE(components(merged.graph.view(), run).component == alone.component);
        REQUIRE(triangles(merged.graph.view(), run).at == triangles(merged.graph.view()).at);
      }
    }
  }
}

TEST_CASE("clustering and assortativity by hand", "[triangles][assortativity]") {
  // A triangle 0 1 2 with a tail 2 - 3, and an isolate.
  const MergedGraph merged = build_merged(5, Pairs{{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 2}, {1, 1}}, false);
  const TrianglesResult found = triangles(merged.graph.view());
  const auto local = local_clustering(found);
  CHECK(local[0] == 1.0);
  CHECK(local[2] == Approx(1.0 / 3));
  CHECK_FALSE(local[3].has_value());
  CHECK(found.wedges == 5);
  CHECK(transitivity(found) == Approx(3.0 / 5));
  CHECK(average_clustering(found, false) == Approx((1 + 1 + 1.0 / 3) / 3));
  CHECK(average_clustering(found, true) == Approx((1 + 1 + 1.0 / 3) / 5));
  // Degrees 2 2 3 1; over the eight ends: mean 18/8, covariance and variance times eight -2.5 and 3.5.
  CHECK(degree_assortativity(merged.graph.view()) == Approx(-5.0 / 7));
  const MergedGraph ring = build_merged(3, Pairs{{0, 1}, {1, 2}, {2, 0}}, false);
  CHECK_FALSE(degree_assortativity(ring.graph.view()).has_value());
  const MergedGraph pair = build_merged(2, Pairs{{0, 1}}, false);
  CHECK_FALSE(transitivity(triangles(pair.graph.view())).has_value());
  const std::vector<double> values{1};
  CHECK_THROWS_AS(assortativity(ring.graph.view(), values), std::invalid_argument);
}

}  // namespace regionet::test::structure_test

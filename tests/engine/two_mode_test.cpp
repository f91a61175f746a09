// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/two_mode_centrality.hpp"

#include <set>

#include "engine/structure/two_mode.hpp"
#include "engine/structure/two_mode_clustering.hpp"
#include "graphs/view/view.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/dense.hpp"
#include "tests/support/hand_network.hpp"

namespace regionet::test::two_mode_test {
namespace {

using Sets = std::vector<std::set<Vertex>>;

std::vector<bool> sides_of(std::size_t a, std::size_t b) {
  std::vector<bool> first(a + b, false);
  std::fill_n(first.begin(), a, true);
  return first;
}

/// Calls `body(a, b, pairs)` for every graph of a places on the first side and b on the second.
template <typename Body>
void for_each_two_mode_graph(std::size_t a, std::size_t b, Body body) {
  for (std::uint64_t mask = 0; mask < (std::uint64_t{1} << (a * b)); ++mask) {
    Pairs pairs;
    for (std::size_t i = 0; i < a * b; ++i) {
      if ((mask >> i & 1U) != 0) pairs.push_back({static_cast<Vertex>(i / b), static_cast<Vertex>(a + i % b), 1});
    }
    body(a, b, pairs);
  }
}

template <typename Body>
void for_each_small_one(Body body) {
  for (std::size_t a = 0; a <= 3; ++a) {
    for (std::size_t b = 0; b <= 3; ++b) for_each_two_mode_graph(a, b, body);
  }
  for_each_two_mode_graph(4, 2, body);
  for_each_two_mode_graph(2, 4, body);
  for_each_two_mode_graph(1, 5, body);
}

Pairs random_two_mode(std::size_t a, std::size_t b, std::size_t count, std::uint64_t seed) {
  Pairs pairs;
  for (std::size_t i = 0; i < count; ++i) {
    pairs.push_back(
        {static_cast<Vertex>(random_bits(seed, i, 0) % a), static_cast<Vertex>(a + random_bits(seed, i, 1) % b), 1});
  }
  return pairs;
}

Sets partners_of(std::size_t n, const Pairs& pairs) {
  Sets out(n);
  for (const auto& [from, to, weight] : pairs) {
    out[from].insert(to);
    out[to].insert(from);
  }
  return out;
}

std::set<Vertex> common(const std::set<Vertex>& a, const std::set<Vertex>& b) {
  std::set<Vertex> out;
  std::ranges::set_intersection(a, b, std::inserter(out, out.end()));
  return out;
}

void check_value(const std::optional<double>& found, const std::optional<double>& wanted) {
  REQUIRE(found.has_value() == wanted.has_value());
  if (found) REQUIRE(*found == Approx(*wanted).margin(1e-12));
}

/// Borgatti and Everett's three from all distances and numbers of shortest paths.
void check_centrality(std::size_t a, std::size_t b, const Pairs& pairs) {
  const std::size_t n = a + b;
  const std::vector<bool> first = sides_of(a, b);
  const MergedGraph merged = build_merged(n, pairs, false);
  const AllPaths all = all_paths(lengths_of(dense(n, pairs, false), true));
  const auto degree = two_mode_degree(merged.graph.view(), first).score;
  const auto closeness = two_mode_closeness(merged.graph.view(), first).score;
  const auto betweenness = two_mode_betweenness(merged.graph.view(), first).score;
  const Sets partners = partners_of(n, pairs);
  for (std::size_t v = 0; v < n; ++v) {
    const auto at = Eigen::Index(v);
    const double other = first[v] ? double(b) : double(a);
    check_value(degree[v], other > 0 ? std::optional(double(partners[v].size()) / other) : std::nullopt);

    double total = 0;
    double least = 0;
    double reach = 0;
    double between = 0;
    for (Eigen::Index s = 0; s < Eigen::Index(n); ++s) {
      if (s == at || all.distance(at, s) == infinite) continue;
      total += all.distance(at, s);
      least += first[std::size_t(s)] == first[v] ? 2 : 1;
      ++reach;
      for (Eigen::Index t = 0; t < s; ++t) {
        if (t == at || all.distance(s, t) == infinite) continue;
        if (all.distance(s, at) + all.distance(at, t) != all.distance(s, t)) continue;
        between += all.paths(s, at) * all.paths(at, t) / all.paths(s, t);
      }
    }
    check_value(closeness[v], reach == 0 ? 0 : least / total * reach / double(n - 1));
    REQUIRE(*closeness[v] <= 1 + 1e-12);
    if (betweenness[v]) REQUIRE(*betweenness[v] <= 1 + 1e-12);
    if (!betweenness[v]) REQUIRE(between == 0);
    if (between > 0) REQUIRE(betweenness[v].value() > 0);
  }
}

double share_of(SharedOf base, const std::set<Vertex>& a, const std::set<Vertex>& b) {
  const auto both = double(common(a, b).size());
  const auto more = double(std::max(a.size(), b.size()));
  const auto fewer = double(std::min(a.size(), b.size()));
  return both / (base == SharedOf::all ? more + fewer - both : base == SharedOf::fewer ? fewer : more);
}

void check_latapy(const Sets& partners, GraphView graph, const std::vector<bool>& first) {
  for (const SharedOf base : {SharedOf::all, SharedOf::fewer, SharedOf::more}) {
    const auto found = latapy_clustering(graph, first, base).score;
    for (std::size_t v = 0; v < partners.size(); ++v) {
      double sum = 0;
      double count = 0;
      for (std::size_t u = 0; u < partners.size(); ++u) {
        if (u == v || common(partners[u], partners[v]).empty()) continue;
        sum += share_of(base, partners[u], partners[v]);
        ++count;
      }
      check_value(found[v], count > 0 ? std::optional(sum / count) : std::nullopt);
    }
  }
}

void check_redundancy(const Sets& partners, GraphView graph, const std::vector<bool>& first) {
  const auto found = redundancy(graph, first).score;
  for (Vertex v = 0; v < partners.size(); ++v) {
    double pairs = 0;
    double redundant = 0;
    for (const Vertex p : partners[v]) {
      for (const Vertex q : partners[v]) {
        if (p >= q) continue;
        ++pairs;
        std::set<Vertex> others = common(partners[p], partners[q]);
        others.erase(v);
        if (!others.empty()) ++redundant;
      }
    }
    check_value(found[v], pairs > 0 ? std::optional(redundant / pairs) : std::nullopt);
  }
}

/// Every path of four ties, walked one by one.
void check_opsahl(const Sets& partners, GraphView graph, const std::vector<bool>& first) {
  const OpsahlResult found = opsahl_clustering(graph, first);
  std::array<double, 2> side_paths{};
  std::array<double, 2> side_closed{};
  for (Vertex j = 0; j < partners.size(); ++j) {
    std::uint64_t paths = 0;
    std::uint64_t closed = 0;
    for (const Vertex p : partners[j]) {
      for (const Vertex q : partners[j]) {
        for (const Vertex i : partners[p]) {
          for (const Vertex k : partners[q]) {
            if (p == q || i == k || i == j || k == j) continue;
            ++paths;
            std::set<Vertex> meet = common(partners[i], partners[k]);
            meet.erase(p);
            meet.erase(q);
            closed += meet.empty() ? 0U : 1U;
          }
        }
      }
    }
    REQUIRE(found.paths[j] == paths / 2);
    REQUIRE(found.closed[j] == closed / 2);
    check_value(found.score[j], paths > 0 ? std::optional(double(closed) / double(paths)) : std::nullopt);
    side_paths[first[j]] += double(paths);
    side_closed[first[j]] += double(closed);
  }
  for (const bool side : {false, true}) {
    check_value(opsahl_global(found, first, side),
                side_paths[side] > 0 ? std::optional(side_closed[side] / side_paths[side]) : std::nullopt);
  }
}

/// Paths of three ties and rings of four, walked one by one.
void check_robins_alexander(const Sets& partners, GraphView graph, const std::vector<bool>& first) {
  double paths = 0;
  double rings = 0;
  for (Vertex a = 0; a < partners.size(); ++a) {
    for (const Vertex b : partners[a]) {
      for (const Vertex c : partners[b]) {
        for (const Vertex d : partners[c]) {
          if (c == a || d == b) continue;
          ++paths;                               // twice each, from either end
          if (partners[a].contains(d)) ++rings;  // eight times each, from any corner either way
        }
      }
    }
  }
  check_value(robins_alexander_clustering(graph, first),
              paths > 0 ? std::optional(4 * (rings / 8) / (paths / 2)) : std::nullopt);
}

void check_clustering(std::size_t a, std::size_t b, const Pairs& pairs) {
  const MergedGraph merged = build_merged(a + b, pairs, pairs.size() % 2 == 0);
  const std::vector<bool> first = sides_of(a, b);
  const Sets partners = partners_of(a + b, pairs);
  check_latapy(partners, merged.graph.view(), first);
  check_redundancy(partners, merged.graph.view(), first);
  check_opsahl(partners, merged.graph.view(), first);
  check_robins_alexander(partners, merged.graph.view(), first);
}

}  // namespace

TEST_CASE("two-mode centrality of every small two-mode graph", "[two_mode]") { for_each_small_one(check_centrality); }

TEST_CASE("two-mode clustering and redundancy of every small two-mode graph", "[two_mode]") {
  for_each_small_one(check_clustering);
}

TEST_CASE("two-mode measures of random graphs", "[two_mode]") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Pairs pairs = random_two_mode(9, 14, 4 * seed, seed);
    check_centrality(9, 14, pairs);
    check_clustering(9, 14, pairs);
  }
}

TEST_CASE("some place reaches the most betweenness that its side can have", "[two_mode]") {
  // Borgatti and Everett's formula is a bound that is attained: over all graphs of a side the largest score is 1.
  for (std::size_t a = 1; a <= 4; ++a) {
    for (std::size_t b = 1; b * a <= 9; ++b) {
      double largest = 0;
      for_each_two_mode_graph(a, b, [&](std::size_t, std::size_t, const Pairs& pairs) {
        const MergedGraph merged = build_merged(a + b, pairs, false);
        const auto score = two_mode_betweenness(merged.graph.view(), sides_of(a, b)).score;
        for (std::size_t v = 0; v < a; ++v) largest = std::max(largest, score[v].value_or(1));
      });
      CAPTURE(a, b);
      CHECK(largest == Approx(1));
    }
  }
}

TEST_CASE("two-mode centrality by hand", "[two_mode]") {
  // A chain 0 - 3 - 1 - 4 - 2 of three places and two. 3 lies between 0 and each of 1, 4, 2: 3 of the most, which is 5
  // (own 2, other 3: s = 0, t = 1; (9 + 3 * 1 - 1 * 2) / 2).
  const MergedGraph merged = build_merged(5, Pairs{{0, 3}, {3, 1}, {1, 4}, {4, 2}}, false);
  const std::vector<bool> first = sides_of(3, 2);
  CHECK(*two_mode_degree(merged.graph.view(), first).score[0] == 0.5);
  CHECK(*two_mode_degree(merged.graph.view(), first).score[3] == Approx(2.0 / 3));
  // 0: distances 1 2 3 4, the least 1 + 1 + 2 + 2. 3: distances 1 1 2 3, the least 1 + 1 + 1 + 2.
  CHECK(*two_mode_closeness(merged.graph.view(), first).score[0] == Approx(6.0 / 10));
  CHECK(*two_mode_closeness(merged.graph.view(), first).score[3] == Approx(5.0 / 7));
  CHECK(*two_mode_betweenness(merged.graph.view(), first).score[3] == Approx(3.0 / 5));
  // 1: the pairs of {0, 3} and {4, 2}; own 3, other 2: s = 1, t = 0; (4 * 4 + 2 * 2 * -2) / 2 = 4.
  CHECK(*two_mode_betweenness(merged.graph.view(), first).score[1] == Approx(4.0 / 4));
}

TEST_CASE("two-mode clustering by hand", "[two_mode]") {
  // Places 0 1 2 and partners 3 4 5: 0 - 3 4, 1 - 3 4 5, 2 - 5.
  const MergedGraph merged = build_merged(6, Pairs{{0, 3}, {0, 4}, {1, 3}, {1, 4}, {1, 5}, {2, 5}}, false);
  const GraphView graph = merged.graph.view();
  const std::vector<bool> first = sides_of(3, 3);
  CHECK(*latapy_clustering(graph, first).score[1] == Approx((2.0 / 3 + 1.0 / 3) / 2));
  CHECK(*latapy_clustering(graph, first, SharedOf::fewer).score[1] == 1);
  CHECK(*redundancy(graph, first).score[0] == 1);                // 3 and 4 meet at 1 too
  CHECK(*redundancy(graph, first).score[1] == Approx(1.0 / 3));  // only 3 and 4 do
  // One ring 0 3 1 4; by the tie in the middle 1*1 (03), 1*1 (04), 2*1 (13), 2*1 (14), 2*1 (15), 0 (25) paths: 8.
  CHECK(*robins_alexander_clustering(graph, first) == Approx(4.0 / 8));
  // A ring of six is the smallest closed path of four, and leaves none open.
  const MergedGraph six = build_merged(6, Pairs{{0, 3}, {3, 1}, {1, 4}, {4, 2}, {2, 5}, {5, 0}}, false);
  const OpsahlResult found = opsahl_clustering(six.graph.view(), first);
  CHECK(found.paths == std::vector<std::uint64_t>(6, 1));
  CHECK(*opsahl_global(found, first, true) == 1);
  CHECK(*opsahl_clustering(graph, first).score[1] == 0);  // 0 - 3 - 1 - 5 - 2 and 0 - 4 - 1 - 5 - 2 stay open
}

TEST_CASE("hand: the sides of a view of two countries", "[two_mode]") {
  const View view(hand(), {});
  const std::vector<bool> first = first_sides(view);
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    CHECK(first[v] == (hand().id(view.country(v)) == hand().id(view.country(0))));
  }
  CHECK(side_sizes(first) == std::array<std::size_t, 2>{5, 5});
  // NUMBERS.md: HM is tied to SH, GS and GD, of five.
  const auto degree = two_mode_degree(view.graph(), first).score;
  CHECK(*degree[*view.vertex(*hand().find_actor("BY-HM"))] == Approx(3.0 / 5));
}

TEST_CASE("two-mode measures refuse what has not two sides", "[two_mode]") {
  const MergedGraph merged = build_merged(2, Pairs{{0, 1}}, false);
  const std::vector<bool> same{true, true};
  const std::vector<bool> few{true};
  for (const std::vector<bool>& wrong : {same, few}) {
    CHECK_THROWS_AS(two_mode_degree(merged.graph.view(), wrong), std::invalid_argument);
    CHECK_THROWS_AS(two_mode_closeness(merged.graph.view(), wrong), std::invalid_argument);
    CHECK_THROWS_AS(two_mode_betweenness(merged.graph.view(), wrong), std::invalid_argument);
    CHECK_THROWS_AS(latapy_clustering(merged.graph.view(), wrong), std::invalid_argument);
    CHECK_THROWS_AS(redundancy(merged.graph.view(), wrong), std::invalid_argument);
    CHECK_THROWS_AS(opsahl_clustering(merged.graph.view(), wrong), std::invalid_argument);
    CHECK_THROWS_AS(robins_alexander_clustering(merged.graph.view(), wrong), std::invalid_argument);
  }
  const MergedGraph directed = build_merged(2, Pairs{{0, 1}}, true);
  CHECK_THROWS_AS(two_mode_degree(directed.graph.view(), {true, false}), std::invalid_argument);
}

TEST_CASE("two-mode measures have the same bits for any number of threads, and stop when asked", "[two_mode]") {
  const MergedGraph merged = build_merged(1100, random_two_mode(400, 700, 3000, 4), false);
  const GraphView graph = merged.graph.view();
  const std::vector<bool> first = sides_of(400, 700);
  const auto near = latapy_clustering(graph, first).score;
  const auto closed = opsahl_clustering(graph, first).score;
  const auto close = two_mode_closeness(graph, first).score;
  for (const unsigned threads : {2U, 3U, 8U}) {
    const RunContext run{.threads = threads};
    CHECK(latapy_clustering(graph, first, SharedOf::all, run).score == near);
    CHECK(opsahl_clustering(graph, first, run).score == closed);
    CHECK(two_mode_closeness(graph, first, run).score == close);
  }
  std::stop_source stop;
  stop.request_stop();
  const RunContext run{.stop = stop.get_token()};
  CHECK(latapy_clustering(graph, first, SharedOf::all, run).outcome == Outcome::stopped);
  CHECK(redundancy(graph, first, run).outcome == Outcome::stopped);
  CHECK(opsahl_clustering(graph, first, run).outcome == Outcome::stopped);
  CHECK(two_mode_betweenness(graph, first, run).outcome == Outcome::stopped);
}

}  // namespace regionet::test::two_mode_test

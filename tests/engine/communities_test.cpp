// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "engine/community/label_propagation.hpp"
#include "engine/community/leiden.hpp"
#include "engine/measures/view_communities.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/data.hpp"
#include "tests/support/dense_quality.hpp"
#include "tests/support/edge_list_text.hpp"

namespace regionet::test::communities_test {
namespace {

using Labels = std::vector<std::uint32_t>;

Strengths strengths_of(const MergedGraph& merged) { return Strengths(std::span<const double>(merged.weights)); }

/// One objective of each kind; the sides of barber alternate by the number of a vertex.
std::vector<ObjectiveOptions> objectives(std::size_t n) {
  std::vector<bool> sides(n);
  for (std::size_t v = 0; v < n; ++v) sides[v] = v % 2 == 0;
  return {{.objective = Objective::modularity},
          {.objective = Objective::modularity, .resolution = 1.7},
          {.objective = Objective::cpm, .resolution = 0.3},
          {.objective = Objective::barber, .first_side = sides}};
}

Pairs across_sides(Pairs pairs) {
  for (WeightedPair& pair : pairs) {
    if (pair.from % 2 == pair.to % 2) pair.to = pair.to == 0 ? 1 : pair.to - 1;
  }
  return pairs;
}

/// Random pairs that suit an objective.
Pairs pairs_for(const ObjectiveOptions& options, std::size_t n, std::size_t count, std::uint64_t seed) {
  const Pairs pairs = random_pairs(n, count, seed);
  return options.objective == Objective::barber ? across_sides(pairs) : pairs;
}

void check_partition(const Partition& partition, std::size_t n) {
  REQUIRE(partition.community.size() == n);
  REQUIRE(partition == partition_of(partition.community));
  REQUIRE(std::accumulate(partition.size.begin(), partition.size.end(), std::size_t{0}) == n);
}

View view_of(const Network& network) { return View(network, {}); }

/// Members by id, communities in order.
std::vector<std::vector<std::string>> named(const View& view, const Partition& partition) {
  std::vector<std::vector<std::string>> out;
  for (const auto& members : members_of(partition)) {
    auto& names = out.emplace_back();
    for (const Vertex v : members) names.emplace_back(view.network().name(view.actor(v)));
  }
  return out;
}

}  // namespace

TEST_CASE("communities are numbered by size, then by their smallest member", "[communities][partition]") {
  CHECK(partition_of(Labels{7, 3, 3, 9, 7, 3}) == Partition{{1, 0, 0, 2, 1, 0}, {3, 2, 1}});
  CHECK(partition_of(Labels{4'000'000'000, 1, 4'000'000'000, 1}) == Partition{{0, 1, 0, 1}, {2, 2}});
  CHECK(partition_of(Labels{}) == Partition{});
  CHECK(members_of(partition_of(Labels{7, 3, 3, 9, 7, 3})) == std::vector<std::vector<Vertex>>{{1, 2, 5}, {0, 4}, {3}});
}

TEST_CASE("a label in parts that are not connected falls apart", "[communities][partition]") {
  // 0 - 1   2 - 3, and 4 alone, tied to 1 with another label.
  const MergedGraph merged = build_merged(5, Pairs{{0, 1}, {2, 3}, {4, 1}}, true);
  CHECK(connected_parts(merged.graph.view(), Labels{5, 5, 5, 5, 6}) == Labels{0, 0, 1, 1, 2});
  CHECK(count_disconnected(merged.graph.view(), partition_of(Labels{5, 5, 5, 5, 6})) == 1);
  CHECK(count_disconnected(merged.graph.view(), partition_of(Labels{5, 5, 4, 4, 6})) == 0);
  CHECK_THROWS_AS(connected_parts(merged.graph.view(), Labels{1}), std::invalid_argument);
}

TEST_CASE("case 015: a loop counts once in the ties and twice in the degree", "[communities][objective][case]") {
  const OpenedNetwork opened = open_data("cases/015-modularity-loop/input.csv");
  const View view = view_of(opened.network);
  Labels labels(view.vertex_count());
  for (Vertex v = 0; v < labels.size(); ++v) {
    const std::string_view id = opened.network.id(view.actor(v));
    labels[v] = id == "Brest" || id == "Jilin" ? 1 : 0;
  }
  // m = 13, degrees of the communities 16 and 10.
  const double wanted = (7.0 + 4) / 13 - (16.0 / 26) * (16.0 / 26) - (10.0 / 26) * (10.0 / 26);
  CHECK(wanted == Approx(0.319526627219));
  CHECK(*partition_quality(view.graph(), view.strengths(), labels) == Approx(wanted));
  CHECK(*partition_quality(view.graph(), view.strengths(), Labels(labels.size(), 3)) == Approx(0).margin(1e-15));
}

TEST_CASE("case 019: every vertex has a community, isolates one of their own", "[communities][case]") {
  const OpenedNetwork opened = open_data("cases/019-community-isolates/input.net");
  const View view = view_of(opened.network);
  const auto method = GENERATE(CommunityMethod::leiden, CommunityMethod::louvain, CommunityMethod::label_propagation,
                               CommunityMethod::infomap);
  const ViewCommunities found = view_communities(view, {.method = method}, {});
  CHECK(named(view, found.partition) ==
        std::vector<std::vector<std::string>>{{"Gansu", "Hubei", "Minsk"}, {"Brest", "Jilin"}, {"Anhui"}, {"Mogilev"}});
  // 3/4 - (6/8)^2 + 1/4 - (2/8)^2; in bits log2(3) in three quarters of all steps and 1 in the others.
  const bool bits = method == CommunityMethod::infomap;
  CHECK(*found.quality == Approx(bits ? 0.75 * std::log2(3.0) + 0.25 : 0.375));
  CHECK(*found.modularity == Approx(0.375));
  CHECK(found.isolates == 2);
}

TEST_CASE("quality is what its definition says, over a dense matrix", "[communities][objective]") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const bool directed = seed % 2 == 0;
    for (const ObjectiveOptions& options : objectives(12)) {
      const Pairs pairs = pairs_for(options, 12, 30, seed);
      const MergedGraph merged = build_merged(12, pairs, directed);
      const Eigen::MatrixXd b = quality_matrix(12, pairs, directed, options);
      Labels labels(12);
      for (std::size_t v = 0; v < 12; ++v) labels[v] = static_cast<std::uint32_t>(random_bits(seed, v, 9) % 4);
      REQUIRE(*partition_quality(merged.graph.view(), strengths_of(merged), labels, options) ==
              Approx(dense_quality(b, labels)).margin(1e-13));
    }
  }
}

TEST_CASE("the best known qualities of classical networks are reached", "[communities][leiden][classic]") {
  struct Known {
    const char* file;
    bool weighted;
    double quality;
    std::size_t communities;  // 0: several partitions are as good
  };
  // Modularities: Brandes et al. 2008 (karate, polbooks, football to the digits given there) and exact searches of
  // others; Davis: Barber 2007's quality.
  constexpr Known known[] = {
      {"karate", false, 0.419790, 4},   {"karate-weighted", true, 0.444904, 4}, {"dolphins", false, 0.528519, 5},
      {"polbooks", false, 0.527237, 0}, {"football", false, 0.604570, 10},      {"lesmis", false, 0.560008, 6},
      {"lesmis", true, 0.566688, 6},    {"florentine", false, 0.398750, 0},     {"davis", false, 0.345537, 4},
  };
  for (const Known& one : known) {
    const std::string file = std::string("classic/") + one.file + ".edges.tsv";
    const bool two_mode = std::string_view(one.file) == "davis";
    const OpenedNetwork opened = open_data(file, {.two_mode = two_mode});
    const View view(opened.network, {.weighting = one.weighted ? Weighting::count : Weighting::tie});
    INFO(one.file);
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      const ViewCommunities found = view_communities(view, {}, {.seed = seed});
      CHECK(found.objective == (two_mode ? Objective::barber : Objective::modularity));
      CHECK(*found.quality == Approx(one.quality).margin(5e-7).epsilon(0));
      if (one.communities != 0) CHECK(found.partition.size.size() == one.communities);
      CHECK(count_disconnected(view.graph(), found.partition) == 0);
      CHECK(found.run_quality.size() == 200);
      CHECK(found.run_quality[found.best_run - 1] == *found.quality);
    }
  }
}

TEST_CASE("no partition of a small graph is better than what Leiden finds", "[communities][leiden]") {
  for (std::uint64_t seed = 1; seed <= 24; ++seed) {
    const std::size_t n = seed <= 3 ? 10 : 4 + seed % 5;
    const bool directed = seed % 2 == 0;
    for (const ObjectiveOptions& options : objectives(n)) {
      const Pairs pairs = pairs_for(options, n, 2 * n, seed);
      const MergedGraph merged = build_merged(n, pairs, directed);
      const LeidenResult found = leiden(merged.graph.view(), strengths_of(merged),
                                        {.objective = options, .runs = automatic_runs(n)}, {.seed = seed});
      REQUIRE(*found.quality == Approx(best_quality(quality_matrix(n, pairs, directed, options))).margin(1e-12));
    }
  }
}

TEST_CASE("communities of a thousand random graphs are connected, and their quality is what was booked",
          "[communities][leiden]") {
  for (std::uint64_t seed = 1; seed <= 250; ++seed) {
    const std::size_t n = 20 + seed % 60;
    const bool directed = seed % 2 == 0;
    for (const ObjectiveOptions& options : objectives(n)) {
      const Pairs pairs = pairs_for(options, n, n / 2 + seed % (3 * n), seed);
      const MergedGraph merged = build_merged(n, pairs, directed);
      const LeidenResult found =
          leiden(merged.graph.view(), strengths_of(merged), {.objective = options, .runs = 2}, {.seed = seed});
      check_partition(found.partition, n);
      REQUIRE(count_disconnected(merged.graph.view(), found.partition) == 0);
      REQUIRE(*found.booked == Approx(*found.quality).margin(1e-11));
      const Eigen::MatrixXd b = quality_matrix(n, pairs, directed, options);
      REQUIRE(*found.quality == Approx(dense_quality(b, found.partition.community)).margin(1e-11));
      const LeidenResult without =
          louvain(merged.graph.view(), strengths_of(merged), {.objective = options, .runs = 2}, {.seed = seed});
      check_partition(without.partition, n);
      REQUIRE(*without.booked == Approx(*without.quality).margin(1e-11));
      REQUIRE(*without.quality == Approx(dense_quality(b, without.partition.community)).margin(1e-11));
    }
  }
}

TEST_CASE("communities are the same for any number of threads", "[communities][leiden]") {
  const MergedGraph merged = build_merged(600, random_pairs(600, 2000, 5), false);
  const LeidenResult alone = leiden(merged.graph.view(), strengths_of(merged), {.runs = 7}, {.seed = 3});
  CHECK(leiden(merged.graph.view(), strengths_of(merged), {.runs = 7}, {.seed = 4}).run_quality != alone.run_quality);
  for (const unsigned threads : {2U, 3U, 8U}) {
    for (const Backend backend : {Backend::tbb, Backend::threads}) {
      const LeidenResult other = leiden(merged.graph.view(), strengths_of(merged), {.runs = 7},
                                        {.threads = threads, .backend = backend, .seed = 3});
      CHECK(other.partition == alone.partition);
      CHECK(other.run_quality == alone.run_quality);
      CHECK(other.best_run == alone.best_run);
    }
  }
}

TEST_CASE("the order of rows does not matter", "[communities]") {
  const auto text_of = [](std::vector<std::string> rows, std::uint64_t seed) {
    for (std::size_t i = rows.size(); i > 1; --i) std::swap(rows[i - 1], rows[random_bits(seed, i) % i]);
    std::string text = "source,target,weight\n";
    for (const std::string& row : rows) text += row + "\n";
    return text;
  };
  std::vector<std::string> rows;
  for (const WeightedPair& pair : random_pairs(60, 150, 8)) {
    rows.push_back("p" + std::to_string(pair.from) + ",p" + std::to_string(pair.to) + "," +
                   std::to_string(1 + static_cast<int>(pair.weight * 4)));
  }
  const Network first = edge_list_text::good(text_of(rows, 1));
  const auto method = GENERATE(CommunityMethod::leiden, CommunityMethod::louvain, CommunityMethod::label_propagation);
  const Partition wanted = view_communities(view_of(first), {.method = method}, {}).partition;
  for (std::uint64_t seed = 2; seed <= 6; ++seed) {
    const Network other = edge_list_text::good(text_of(rows, seed));
    CHECK(named(view_of(other), view_communities(view_of(other), {.method = method}, {}).partition) ==
          named(view_of(first), wanted));
  }
}

TEST_CASE("graphs without ties, without vertices, with loops alone", "[communities]") {
  CHECK(leiden(GraphView(), Strengths::unit).partition == Partition{});
  const MergedGraph bare = build_merged(3, Pairs{}, false);
  const LeidenResult apart = leiden(bare.graph.view(), Strengths::unit);
  CHECK(apart.partition == Partition{{0, 1, 2}, {1, 1, 1}});
  CHECK_FALSE(apart.quality.has_value());
  CHECK(*leiden(bare.graph.view(), Strengths::unit, {.objective = {.objective = Objective::cpm}}).quality == 0);
  const MergedGraph loops = build_merged(3, Pairs{{0, 0}, {1, 1}, {2, 2}}, false);
  CHECK(leiden(loops.graph.view(), Strengths::unit).partition == Partition{{0, 1, 2}, {1, 1, 1}});
  // A tie of strength 0 connects nothing, wherever it leads.
  const MergedGraph weak = build_merged(4, Pairs{{0, 1, 2}, {1, 2, 0}, {2, 3, 1}}, false);
  CHECK(leiden(weak.graph.view(), strengths_of(weak)).partition == Partition{{0, 0, 1, 1}, {2, 2}});
}

TEST_CASE("what has no meaning is refused", "[communities]") {
  const MergedGraph merged = build_merged(3, Pairs{{0, 1, 1}, {1, 2, -1}}, false);
  const GraphView graph = merged.graph.view();
  CHECK_THROWS_AS(leiden(graph, strengths_of(merged)), std::invalid_argument);
  CHECK_THROWS_AS(label_propagation(graph, strengths_of(merged)), std::invalid_argument);
  CHECK_THROWS_AS(leiden(graph, Strengths::unit, {.objective = {.resolution = 0}}), std::invalid_argument);
  CHECK_THROWS_AS(leiden(graph, Strengths::unit, {.objective = {.resolution = infinite}}), std::invalid_argument);
  CHECK_THROWS_AS(leiden(graph, Strengths::unit, {.runs = 0}), std::invalid_argument);
  CHECK_THROWS_AS(leiden(graph, Strengths::unit, {.randomness = 0}), std::invalid_argument);
  CHECK_THROWS_AS(leiden(graph, Strengths::unit, {.objective = {.objective = Objective::barber}}),
                  std::invalid_argument);
  const ObjectiveOptions within{.objective = Objective::barber, .first_side = {true, true, false}};
  CHECK_THROWS_AS(leiden(graph, Strengths::unit, {.objective = within}), std::invalid_argument);
  CHECK_THROWS_AS(partition_quality(graph, Strengths::unit, Labels{0}), std::invalid_argument);
  CHECK_THROWS_AS(label_propagation(graph, Strengths::unit, {.first_side = {true}}), std::invalid_argument);
}

TEST_CASE("a stop ends the runs, with communities that are connected", "[communities]") {
  const MergedGraph merged = build_merged(600, random_pairs(600, 2000, 5), false);
  std::stop_source stop;
  stop.request_stop();
  const LeidenResult before = leiden(merged.graph.view(), Strengths::unit, {.runs = 7}, {.stop = stop.get_token()});
  CHECK(before.outcome == Outcome::stopped);
  CHECK(before.best_run == 0);
  check_partition(before.partition, 600);

  std::stop_source midway;
  std::vector<double> told;
  RunContext run{.stop = midway.get_token()};
  run.progress = [&](double share) {
    told.push_back(share);
    if (share > 0.2) midway.request_stop();
  };
  const LeidenResult some = leiden(merged.graph.view(), Strengths::unit, {.runs = 7}, run);
  CHECK(some.outcome == Outcome::stopped);
  CHECK(some.run_quality.size() == 2);
  CHECK(std::ranges::is_sorted(told));
  CHECK(count_disconnected(merged.graph.view(), some.partition) == 0);
}

TEST_CASE("labels spread over what is tied, and never beyond", "[communities][label-propagation]") {
  // Two complete graphs of five, joined by one tie: whatever the order, each has one label.
  Pairs pairs{{4, 5}};
  for (Vertex u = 0; u < 5; ++u) {
    for (Vertex v = 0; v < u; ++v) pairs.insert(pairs.end(), {{u, v}, {u + 5, v + 5}});
  }
  const MergedGraph two = build_merged(10, pairs, false);
  std::size_t good_runs = 0;
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    const LabelPropagationResult found = label_propagation(two.graph.view(), Strengths::unit, {}, {.seed = seed});
    CHECK(found.outcome == Outcome::complete);
    good_runs += found.partition == Partition{{0, 0, 0, 0, 0, 1, 1, 1, 1, 1}, {5, 5}} ? 1U : 0U;
  }
  CHECK(good_runs >= 40);
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const MergedGraph merged = build_merged(50, random_pairs(50, 60 + seed, seed), seed % 2 == 0);
    const Partition found = label_propagation(merged.graph.view(), strengths_of(merged), {}, {.seed = seed}).partition;
    check_partition(found, 50);
    REQUIRE(count_disconnected(merged.graph.view(), found) == 0);
  }
}

TEST_CASE("of a two-mode graph each side listens to the other", "[communities][label-propagation]") {
  // Places 0 1 sign with 4 5, places 2 3 with 6 7. First 4 and 5 take the label of 0 or of 1 each; where both take the
  // same, half of the times, the four end up with it, else in two pairs: a quarter of the runs finds the two fours.
  Pairs pairs;
  for (const Vertex u : {0U, 1U}) pairs.insert(pairs.end(), {{u, 4}, {u, 5}, {u + 2, 6}, {u + 2, 7}});
  const MergedGraph merged = build_merged(8, pairs, false);
  const LabelPropagationOptions sides{.first_side = {true, true, true, true, false, false, false, false}};
  std::size_t whole = 0;
  constexpr std::size_t seeds = 200;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const LabelPropagationResult found = label_propagation(merged.graph.view(), Strengths::unit, sides, {.seed = seed});
    REQUIRE(found.outcome == Outcome::complete);
    const Labels& label = found.partition.community;
    for (const WeightedPair& pair : pairs) {
      // Every vertex has one of the labels that weigh most around it: here any that a partner has.
      REQUIRE(
          (label[pair.from] == label[4 + 2 * (pair.from / 2)] || label[pair.from] == label[5 + 2 * (pair.from / 2)]));
    }
    for (const Vertex v : {0U, 1U, 4U, 5U}) REQUIRE(label[v] != label[2]);
    whole += found.partition == Partition{{0, 0, 1, 1, 0, 0, 1, 1}, {4, 4}} ? 1U : 0U;
  }
  CHECK(whole > seeds / 4 - 25);  // four standard deviations
  CHECK(whole < seeds / 4 + 25);
}

TEST_CASE("what runs agree on, by hand", "[communities][stability]") {
  const MergedGraph path = build_merged(5, Pairs{{0, 1}, {1, 2}, {2, 3}, {3, 4}}, false);
  const Partition reference = partition_of(Labels{0, 0, 0, 1, 1});
  const std::vector<Labels> runs{{7, 7, 7, 2, 2}, {0, 0, 1, 1, 1}};
  const StabilityResult found = stability(path.graph.view(), reference, runs);
  // 0 is with 1 in both and with 2 in one; 2 is with 0 and 1 in one; 3 with 4 in both.
  CHECK(found.certainty == std::vector<double>{0.75, 0.75, 0.5, 1, 1});
  // Ties in more than half of the two: 0 - 1 and 3 - 4.
  CHECK(found.consensus == Partition{{0, 0, 2, 1, 1}, {2, 2, 1}});
  // The second run: overlaps 2 1 2 of sizes 3 2 and 2 3; the first one is the reference.
  CHECK(found.mean_vi == Approx((0.8 * std::log(1.5) + 0.4 * std::log(3)) / 2 / std::log(5)));
  const std::vector<Labels> alone{{0, 1, 1, 2, 2}, {0, 0, 1, 2, 2}};
  CHECK(stability(path.graph.view(), partition_of(alone[0]), alone).certainty ==
        std::vector<double>{0.5, 0.5, 0.5, 1, 1});
  CHECK_THROWS_AS(stability(path.graph.view(), reference, std::vector<Labels>{}), std::invalid_argument);
  CHECK_THROWS_AS(stability(path.graph.view(), reference, std::vector<Labels>{{0, 1}}), std::invalid_argument);
}

TEST_CASE("two cliques and a tie are two communities over a plateau of resolutions", "[communities][scan]") {
  Pairs pairs{{4, 5}};
  for (Vertex u = 0; u < 5; ++u) {
    for (Vertex v = 0; v < u; ++v) pairs.insert(pairs.end(), {{u, v}, {u + 5, v + 5}});
  }
  const MergedGraph two = build_merged(10, pairs, false);
  const std::vector<double> resolutions = scanned_resolutions();
  CHECK(resolutions.size() == 31);
  CHECK(resolutions.front() == 0.1);
  CHECK(resolutions[15] == 1);
  CHECK(resolutions.back() == 10);
  // Of 42 ends each clique has 21: the two are one where 1 > g * 21 * 21 / 42, below g = 2/21 = 0.0952...; at g = 10
  // even two vertices of a clique are worth less together than apart: 1 < 10 * 4 * 4 / 42.
  const std::vector<ScanPoint> found =
      scan_resolutions(two.graph.view(), Strengths::unit, {0.05, 0.09, 0.1, 0.5, 1, 10}, {.runs = 5});
  const Partition cliques{{0, 0, 0, 0, 0, 1, 1, 1, 1, 1}, {5, 5}};
  for (const std::size_t i : {0U, 1U}) CHECK(found[i].partition.size == std::vector<std::uint32_t>{10});
  for (const std::size_t i : {2U, 3U, 4U}) CHECK(found[i].partition == cliques);
  CHECK(found[5].partition.size.size() == 10);
  std::vector<std::size_t> plateaus;
  for (const ScanPoint& point : found) plateaus.push_back(point.plateau);
  CHECK(plateaus == std::vector<std::size_t>{0, 0, 1, 1, 1, 0});  // two points alone are none
  CHECK_FALSE(found[0].change.has_value());
  CHECK(*found[1].change == 0);
  CHECK(*found[2].change == Approx(std::log(2) / std::log(10)));
  CHECK_THROWS_AS(scan_resolutions(two.graph.view(), Strengths::unit, {1, 1}, {}), std::invalid_argument);
}

TEST_CASE("runs become fewer as graphs grow", "[communities]") {
  CHECK(automatic_runs(10) == 200);
  CHECK(automatic_runs(1000) == 200);
  CHECK(automatic_runs(10'000) == 14);  // 200^(1/2)
  CHECK(automatic_runs(100'000) == 1);
  std::size_t last = 200;
  for (std::size_t n = 1000; n < 200'000; n += 997) {
    CHECK(automatic_runs(n) <= last);
    last = automatic_runs(n);
  }
}

}  // namespace regionet::test::communities_test

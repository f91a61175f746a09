// SPDX-License-Identifier: Apache-2.0
#include "graphs/csr/build.hpp"

#include <algorithm>
#include <map>

#include "tests/support/catch.hpp"
#include "tests/support/small_graphs.hpp"

namespace regionet::test::build_test {
namespace {

/// Few vertices far apart and a hub, so that rows are short, long (sorted by digits) and full of repeats.
Pairs hub_and_repeats(std::size_t vertices, std::size_t count, std::uint64_t seed) {
  Pairs pairs = random_pairs(vertices, count, seed);
  for (std::size_t i = 0; i < pairs.size(); i += 3) pairs[i].from = 0;
  for (std::size_t i = 1; i < pairs.size(); i += 7) pairs[i] = pairs[i - 1];
  return pairs;
}

/// The slow second method: the weights of each arc, in the order of the edges.
std::map<std::pair<Vertex, Vertex>, std::vector<double>> weights_by_hand(const Pairs& pairs, bool directed) {
  std::map<std::pair<Vertex, Vertex>, std::vector<double>> arcs;
  for (const auto& [from, to, weight] : pairs) {
    arcs[{from, to}].push_back(weight);
    if (!directed && from != to) arcs[{to, from}].push_back(weight);
  }
  return arcs;
}

double merged(const std::vector<double>& weights, Merge merge) {
  double out = weights.front();
  for (std::size_t i = 1; i < weights.size(); ++i) {
    if (merge == Merge::sum) out += weights[i];
    if (merge == Merge::min) out = std::min(out, weights[i]);
    if (merge == Merge::max) out = std::max(out, weights[i]);
  }
  return out;
}

bool same(const MergedGraph& a, const MergedGraph& b) {
  return std::ranges::equal(a.graph.view().offsets(), b.graph.view().offsets()) &&
         std::ranges::equal(a.graph.view().targets(), b.graph.view().targets()) && a.weights == b.weights &&
         a.counts == b.counts && a.graph.view().facts() == b.graph.view().facts();
}

std::vector<std::uint32_t> counts_of(const BuiltGraph& built) {
  std::vector<std::uint32_t> out;
  for (Arc arc = 0; arc < built.counts.size(); ++arc) out.push_back(built.counts[arc]);
  return out;
}

}  // namespace

TEST_CASE("parallel edges are merged by sum, least, most or first", "[build]") {
  const Merge merge = GENERATE(Merge::sum, Merge::min, Merge::max, Merge::first);
  const bool directed = GENERATE(false, true);
  const Pairs pairs = hub_and_repeats(40, 3000, 5);
  const MergedGraph built = build_merged(40, pairs, directed, {}, merge);
  const GraphView graph = built.graph.view();
  REQUIRE(check(graph) == "");
  CHECK_FALSE(graph.facts().has_parallel_arcs);
  const auto wanted = weights_by_hand(pairs, directed);
  std::size_t seen = 0;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      const std::vector<double>& weights = wanted.at({v, graph.target(arc)});
      REQUIRE(built.weights[arc] == merged(weights, merge));
      REQUIRE(built.counts[arc] == weights.size());
      if (arc == graph.begin(v) || graph.target(arc) != graph.target(arc - 1)) ++seen;
    }
  }
  CHECK(seen == wanted.size());
}

TEST_CASE("parallel edges are kept where asked for, in their order", "[build]") {
  const bool directed = GENERATE(false, true);
  const Pairs pairs = hub_and_repeats(40, 3000, 6);
  const MergedGraph built = build_merged(40, pairs, directed, {}, Merge::none);
  const GraphView graph = built.graph.view();
  REQUIRE(check(graph) == "");
  CHECK(graph.facts().has_parallel_arcs);
  for (const auto& [ends, weights] : weights_by_hand(pairs, directed)) {
    std::vector<double> found;
    for (Arc arc = graph.begin(ends.first); arc < graph.end(ends.first); ++arc) {
      if (graph.target(arc) == ends.second) found.push_back(built.weights[arc]);
    }
    if (!directed && ends.first == ends.second) {  // loops stand once, and then once more
      for (std::size_t i = 0; i < weights.size(); ++i) REQUIRE(found[weights.size() + i] == weights[i]);
      REQUIRE(found.size() == 2 * weights.size());
    } else {
      REQUIRE(found == weights);
    }
  }
}

TEST_CASE("a graph is built of the same bytes by any number of threads", "[build]") {
  const bool directed = GENERATE(false, true);
  const Merge merge = GENERATE(Merge::sum, Merge::none);
  const std::size_t n = 20'000;
  const Pairs pairs = hub_and_repeats(n, 60'000, 7);
  const MergedGraph alone = build_merged(n, pairs, directed, {}, merge);
  REQUIRE(check(alone.graph.view()) == "");
  for (const unsigned threads : {2U, 3U, 8U}) {
    for (const Backend backend : {Backend::tbb, Backend::threads}) {
      CHECK(same(alone, build_merged(n, pairs, directed, {.threads = threads, .backend = backend}, merge)));
    }
  }
}

TEST_CASE("edges without weights are counted, and give nothing where none is parallel", "[build]") {
  const std::vector<Vertex> ends{0, 1, 1, 0, 1, 2};
  const BuiltGraph summed = build_graph(3, {ends, {}});
  CHECK(summed.weights.empty());
  CHECK(counts_of(summed) == std::vector<std::uint32_t>{2, 2, 1, 1});
  const BuiltGraph first = build_graph(3, {ends, {}}, {.merge = Merge::first});
  CHECK(first.weights.empty());
  CHECK(counts_of(first) == counts_of(summed));
  const BuiltGraph simple = build_graph(3, {std::span(ends).subspan(2), {}});
  CHECK(simple.weights.empty());
  CHECK(simple.counts.empty());
}

TEST_CASE("what does not fit is refused before it is allocated", "[build]") {
  const std::vector<Vertex> ends{0, 1};
  const std::vector<double> weights{1, 2};
  CHECK_THROWS_AS(build_graph(0xFFFFFFFFU, {ends, {}}), std::invalid_argument);
  CHECK_THROWS_AS(build_graph(1, {ends, {}}), std::invalid_argument);
  CHECK_THROWS_AS(build_graph(2, {ends, weights}), std::invalid_argument);
  const RunContext little{.memory_limit = 1U << 20U};
  CHECK_THROWS_WITH(build_graph(4'000'000'000, {ends, {}}, {}, little),
                    ContainsSubstring("--memory-limit") && ContainsSubstring("more than the 1 MiB"));
  CHECK_NOTHROW(build_graph(2, {ends, {}}, {}, little));
}

}  // namespace regionet::test::build_test

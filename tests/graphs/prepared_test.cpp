// SPDX-License-Identifier: Apache-2.0
#include "graphs/csr/prepared.hpp"

#include <algorithm>
#include <set>

#include "graphs/csr/subgraph.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/small_graphs.hpp"

namespace regionet::test::prepared_test {
namespace {

using Arcs = std::multiset<std::tuple<Vertex, Vertex, double>>;

Arcs arcs_of(GraphView graph, std::span<const double> weights, auto name) {
  Arcs out;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      out.emplace(name(v), name(graph.target(arc)), weights[arc]);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a prepared graph is the same graph by falling degree", "[prepared]") {
  const bool directed = GENERATE(false, true);
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const MergedGraph merged = build_merged(60, random_pairs(60, 200, seed), directed);
    const GraphView graph = merged.graph.view();
    std::vector<Arc> arcs;
    const PreparedGraph prepared = prepare_by_degree(graph, {}, &arcs);
    const GraphView sorted = prepared.graph.view();
    REQUIRE(check(sorted) == "");
    for (Vertex v = 1; v < sorted.vertex_count(); ++v) {
      const std::size_t before = sorted.neighbours(v - 1).size();
      REQUIRE((before > sorted.neighbours(v).size() ||
               (before == sorted.neighbours(v).size() && prepared.order[v - 1] < prepared.order[v])));
    }
    std::vector<double> weights;
    for (const Arc arc : arcs) weights.push_back(merged.weights[arc]);
    const auto same = [](Vertex v) { return v; };
    REQUIRE(arcs_of(sorted, weights, [&](Vertex v) { return prepared.order[v]; }) ==
            arcs_of(graph, merged.weights, same));
    for (Vertex v = 0; v < graph.vertex_count(); ++v) REQUIRE(prepared.order[prepared.place[v]] == v);
    REQUIRE(prepared.restore(std::span<const Vertex>(prepared.order))[7] == 7);
    const PreparedGraph other = prepare_by_degree(graph, {.threads = 3, .backend = Backend::threads});
    REQUIRE(std::ranges::equal(other.graph.view().targets(), sorted.targets()));
  }
}

TEST_CASE("an induced subgraph holds the arcs between the chosen vertices", "[subgraph]") {
  const bool directed = GENERATE(false, true);
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const MergedGraph merged = build_merged(30, random_pairs(30, 120, seed), directed);
    const GraphView graph = merged.graph.view();
    std::vector<bool> chosen(30);
    for (Vertex v = 0; v < 30; ++v) chosen[v] = random_bits(seed, v, 9) % 3 != 0;
    const Subgraph sub = induced_subgraph(graph, chosen);
    REQUIRE(check(sub.graph.view()) == "");
    Arcs wanted;
    for (const auto& arc : arcs_of(graph, merged.weights, [](Vertex v) { return v; })) {
      if (chosen[std::get<0>(arc)] && chosen[std::get<1>(arc)]) wanted.insert(arc);
    }
    std::vector<double> weights;
    for (const Arc arc : sub.arcs) weights.push_back(merged.weights[arc]);
    REQUIRE(arcs_of(sub.graph.view(), weights, [&](Vertex v) { return sub.vertices[v]; }) == wanted);
  }
  CHECK_THROWS_AS(induced_subgraph({}, {true}), std::invalid_argument);
}

}  // namespace regionet::test::prepared_test

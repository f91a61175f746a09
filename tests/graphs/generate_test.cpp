// SPDX-License-Identifier: Apache-2.0
// Generators: exact where a model is exact, else by statistics whose chance of a false alarm is below one in a million.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "graphs/csr/build.hpp"
#include "graphs/generate/matching.hpp"
#include "graphs/generate/model.hpp"
#include "graphs/generate/permutation.hpp"
#include "tests/support/catch.hpp"

namespace regionet::test::generate_test {
namespace {

using Given = std::map<std::string, double>;
using Edges = std::vector<std::pair<Vertex, Vertex>>;

Edges edges(std::string_view name, const Given& given, const RunContext& run = {}) {
  const GraphModel& model = graph_model(name);
  Edges out;
  model.edges(ModelParameters(name, model.parameters, given), run, [&](std::span<const Vertex> piece) {
    for (std::size_t i = 0; i < piece.size(); i += 2) out.emplace_back(piece[i], piece[i + 1]);
  });
  return out;
}

GraphModel::Size size_of(std::string_view name, const Given& given) {
  const GraphModel& model = graph_model(name);
  return model.size(ModelParameters(name, model.parameters, given));
}

std::vector<std::uint64_t> degrees(const Edges& list, std::size_t n) {
  std::vector<std::uint64_t> out(n, 0);
  for (const auto& [u, v] : list) ++out[u], ++out[v];
  return out;
}

/// A count of independent yes-or-no draws lies within five standard deviations of its mean.
void check_count(double found, double draws, double p) {
  CAPTURE(found, draws, p);
  CHECK(std::abs(found - draws * p) <= 5 * std::sqrt(draws * p * (1 - p)) + 1);
}

bool simple(const Edges& list) {
  std::set<std::pair<Vertex, Vertex>> seen;
  return std::ranges::all_of(list, [&](auto edge) {
    return edge.first != edge.second && seen.insert(std::minmax(edge.first, edge.second)).second;
  });
}

}  // namespace

TEST_CASE("a permutation meets every number once", "[generate]") {
  for (const std::uint64_t size : {1U, 2U, 3U, 65U, 1000U, 65'537U, 300'000U}) {
    std::set<std::uint64_t> seen;
    const Permutation order(size, 5);
    for (std::uint64_t i = 0; i < size; ++i) seen.insert(order(i));
    REQUIRE(seen.size() == size);
    REQUIRE(*seen.rbegin() == size - 1);
  }
}

TEST_CASE("every model gives the same edges for any number of threads", "[generate]") {
  for (const GraphModel& model : graph_models()) {
    CAPTURE(model.name);
    const Edges alone = edges(model.name, {}, {.seed = 9});
    CHECK(!alone.empty());
    for (const unsigned threads : {2U, 3U, 8U}) {
      CHECK(edges(model.name, {}, {.threads = threads, .backend = Backend::threads, .seed = 9}) == alone);
    }
    if (model.name != "grid") CHECK(edges(model.name, {}, {.seed = 10}) != alone);
    const GraphModel::Size size = size_of(model.name, {});
    CHECK((size.edges == 0 || size.edges == alone.size()));
    CHECK(std::ranges::all_of(alone,
                              [&](auto edge) { return edge.first < size.vertices && edge.second < size.vertices; }));
  }
}

TEST_CASE("gnm draws every set of pairs equally often", "[generate]") {
  // 4 vertices, 2 of 6 pairs: 15 sets. Chi-square with 14 degrees of freedom is above 52 once in a million.
  constexpr int draws = 30'000;
  std::map<std::set<std::pair<Vertex, Vertex>>, int> counts;
  for (int seed = 0; seed < draws; ++seed) {
    const Edges list = edges("gnm", {{"vertices", 4}, {"edges", 2}}, {.seed = static_cast<std::uint64_t>(seed)});
    ++counts[{list.begin(), list.end()}];
  }
  REQUIRE(counts.size() == 15);
  double chi = 0;
  for (const auto& [set, count] : counts) chi += std::pow(count - draws / 15.0, 2) / (draws / 15.0);
  CHECK(chi < 52);
}

TEST_CASE("gnm has as many different pairs as asked for, all of them too", "[generate]") {
  CHECK(simple(edges("gnm", {{"vertices", 100}, {"edges", 4950}})));
  const Edges ordered = edges("gnm", {{"vertices", 30}, {"edges", 870}, {"directed", 1}});
  CHECK(std::set(ordered.begin(), ordered.end()).size() == 870);
  CHECK(std::ranges::none_of(ordered, [](auto edge) { return edge.first == edge.second; }));
  CHECK_THROWS_AS(size_of("gnm", {{"vertices", 30}, {"edges", 436}}), std::invalid_argument);
}

TEST_CASE("barabasi-albert: each vertex brings its edges, old vertices grow rich", "[generate]") {
  constexpr std::size_t n = 20'000;
  const Edges list = edges("barabasi-albert", {{"vertices", double(n)}, {"attach", 4}});
  REQUIRE(list.size() == 4 * n);
  for (std::size_t i = 0; i < list.size(); ++i) {
    REQUIRE(list[i].first == i / 4);
    REQUIRE(list[i].second <= i / 4);
  }
  // The share of vertices with degree 4 (their own edges alone) tends to 2 / (attach + 2) = 1/3; of degree above d it
  // falls as d^-2 (Bollobás, Riordan, Spencer, Tusnády 2001), so that degree 40 and more has about 20/1640.
  const auto degree = degrees(list, n);
  const auto share = [&](auto says) { return static_cast<double>(std::ranges::count_if(degree, says)) / n; };
  CHECK(share([](auto d) { return d == 4; }) == Approx(1.0 / 3).margin(0.02));
  CHECK(share([](auto d) { return d >= 40; }) == Approx(20.0 / 1640).margin(0.003));
}

TEST_CASE("rmat: edges fall into the quadrants by their shares", "[generate]") {
  const Given given{{"scale", 12}, {"edge-factor", 16}, {"permute", 0}};
  const Edges list = edges("rmat", given);
  REQUIRE(list.size() == 65'536);
  constexpr Vertex half = 1U << 11U;
  const auto count = [&](bool down, bool right) {
    return static_cast<double>(std::ranges::count_if(
        list, [&](auto edge) { return (edge.first >= half) == down && (edge.second >= half) == right; }));
  };
  check_count(count(false, false), 65'536, 0.57);
  check_count(count(false, true), 65'536, 0.19);
  check_count(count(true, false), 65'536, 0.19);
  check_count(count(true, true), 65'536, 0.05);
  // Permuted, the degrees are the same ones on other vertices.
  auto plain = degrees(list, 4096);
  auto moved = degrees(edges("rmat", {{"scale", 12}, {"edge-factor", 16}}), 4096);
  CHECK(plain != moved);
  std::ranges::sort(plain);
  std::ranges::sort(moved);
  CHECK(plain == moved);
}

TEST_CASE("sbm: densities inside and between blocks", "[generate]") {
  const Given given{{"vertices", 1000}, {"blocks", 3}, {"p-in", 0.05}, {"p-out", 0.01}};
  const GraphModel& model = graph_model("sbm");
  const auto block = model.groups(ModelParameters("sbm", model.parameters, given), {});
  const Edges list = edges("sbm", given);
  REQUIRE(simple(list));
  double pairs_in = 0;
  for (std::uint32_t b = 0; b < 3; ++b) {
    const auto size = static_cast<double>(std::ranges::count(block, b));
    CHECK(std::abs(size - 1000 / 3.0) < 1);
    pairs_in += size * (size - 1) / 2;
  }
  const auto in = static_cast<double>(
      std::ranges::count_if(list, [&](auto edge) { return block[edge.first] == block[edge.second]; }));
  check_count(in, pairs_in, 0.05);
  check_count(static_cast<double>(list.size()) - in, 499'500 - pairs_in, 0.01);
  CHECK(edges("sbm", {{"vertices", 20}, {"blocks", 1}, {"p-in", 1}}).size() == 190);
  CHECK(edges("sbm", {{"vertices", 20}, {"blocks", 2}, {"p-in", 0}, {"p-out", 0}}).empty());
}

TEST_CASE("lfr: simple, with the mixing and the sizes asked for", "[generate]") {
  const Given given{{"vertices", 5000}, {"mixing", 0.25}, {"least-size", 30}, {"most-size", 200}};
  const GraphModel& model = graph_model("lfr");
  const auto community = model.groups(ModelParameters("lfr", model.parameters, given), {});
  const Edges list = edges("lfr", given);
  REQUIRE(simple(list));
  std::map<std::uint32_t, int> sizes;
  for (const std::uint32_t c : community) ++sizes[c];
  for (const auto& [c, size] : sizes) CHECK((size >= 30 && size <= 231));  // the last one is shared out
  const auto out = static_cast<double>(
      std::ranges::count_if(list, [&](auto edge) { return community[edge.first] != community[edge.second]; }));
  CHECK(out / static_cast<double>(list.size()) == Approx(0.25).margin(0.01));
  const auto degree = degrees(list, 5000);
  CHECK(std::ranges::max(degree) <= 50);
  CHECK(std::ranges::count_if(degree, [](auto d) { return d < 5; }) < 50);  // half-edges left out are few
}

TEST_CASE("configuration: degrees fall as the power law", "[generate]") {
  constexpr std::size_t n = 100'000;
  const auto degree = degrees(
      edges("configuration", {{"vertices", double(n)}, {"exponent", 2.5}, {"least-degree", 2}, {"most-degree", 1000}}),
      n);
  // Continuous law on [2, 1001): P(degree >= k) = (k^-1.5 - 1001^-1.5) / (2^-1.5 - 1001^-1.5).
  const double floor = std::pow(1001, -1.5);
  for (const std::uint64_t k : {3U, 5U, 10U, 30U}) {
    const double p = (std::pow(double(k), -1.5) - floor) / (std::pow(2, -1.5) - floor);
    check_count(static_cast<double>(std::ranges::count_if(degree, [&](auto d) { return d >= k; })), double(n), p);
  }
}

TEST_CASE("grid: neighbours right and below", "[generate]") {
  CHECK(edges("grid", {{"rows", 2}, {"columns", 3}}) == Edges{{0, 1}, {0, 3}, {1, 2}, {1, 4}, {2, 5}, {3, 4}, {4, 5}});
  const Edges torus = edges("grid", {{"rows", 3}, {"columns", 4}, {"torus", 1}});
  CHECK(torus.size() == 24);
  CHECK(simple(torus));
  CHECK(std::ranges::all_of(degrees(torus, 12), [](auto d) { return d == 4; }));
  CHECK(edges("grid", {{"rows", 1}, {"columns", 1}, {"torus", 1}}).empty());
}

TEST_CASE("matched half-edges make a simple graph with their degrees", "[generate]") {
  std::vector<Vertex> halves;
  for (Vertex v = 0; v < 40; ++v) halves.insert(halves.end(), 1 + v % 9, v);
  const auto none = [](Vertex, Vertex) { return false; };
  const std::vector<Vertex> ends = match_half_edges(halves, 3, none);
  REQUIRE(ends.size() == halves.size() / 2 * 2);
  Edges list;
  for (std::size_t i = 0; i < ends.size(); i += 2) list.emplace_back(ends[i], ends[i + 1]);
  CHECK(simple(list));
  CHECK(match_half_edges({1, 1}, 3, none).empty());  // only a loop is possible
  CHECK(match_half_edges({1}, 3, none).empty());
}

TEST_CASE("parameters that a model does not have or allow are refused", "[generate]") {
  CHECK_THROWS_WITH(size_of("gnm", {{"scale", 3}}), ContainsSubstring("expected vertices, edges, directed"));
  CHECK_THROWS_WITH(size_of("rmat", {{"scale", 2.5}}), ContainsSubstring("whole number"));
  CHECK_THROWS_AS(size_of("rmat", {{"scale", 31}, {"edge-factor", 16}}), std::invalid_argument);
  CHECK_THROWS_AS(size_of("rmat", {{"a", 0.9}}), std::invalid_argument);
  CHECK_THROWS_AS(size_of("rmat", {{"a", std::nan("")}}), std::invalid_argument);
  CHECK_THROWS_AS(size_of("lfr", {{"least-degree", 60}}), std::invalid_argument);
  CHECK_THROWS_AS(size_of("sbm", {{"blocks", 2000}}), std::invalid_argument);
  CHECK_THROWS_WITH(graph_model("gnn"), ContainsSubstring("did you mean 'gnm'?"));
}

}  // namespace regionet::test::generate_test

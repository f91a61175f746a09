// SPDX-License-Identifier: Apache-2.0
#include "bench/our_kernels.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "bench/answers.hpp"
#include "engine/structure/core.hpp"

namespace regionet::bench {
namespace {

template <typename Value>
std::vector<std::int64_t> signed_values(const std::vector<Value>& values) {
  return {values.begin(), values.end()};
}

bool near(double a, double b) { return std::abs(a - b) <= 1e-6 * std::max(std::abs(a), std::abs(b)); }

}  // namespace

BfsResult run_bfs(const Input& input) { return bfs(input.graph.view(), busiest(input.graph.view()), input.run()); }

std::string judge_bfs(const Input& input, const BfsResult& found) {
  return check_distances(input.graph.view(), busiest(input.graph.view()), found.distance);
}

ComponentsResult run_components(const Input& input) { return components(input.graph.view(), input.run()); }

std::string judge_components(const Input& input, const ComponentsResult& found) {
  const GraphView graph = input.graph.view();
  std::vector<bool> met(found.size.size(), false);
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (const Vertex target : graph.neighbours(v)) {
      if (found.component[v] != found.component[target]) return "an arc leaves its component";
    }
    if (met[found.component[v]]) continue;
    met[found.component[v]] = true;
    const bool single = found.size[found.component[v]] == 1;
    if (!single && bfs(graph, v).reached != found.size[found.component[v]]) return "a component is not connected";
  }
  return "";
}

PagerankResult run_pagerank(const Input& input) {
  return pagerank(input.graph.view(), Strengths::unit, {.tolerance = 1e-6}, input.run());
}

std::string judge_pagerank(const Input&, const PagerankResult& found) {
  if (found.residual > 1e-6) return "the residual is above 1e-6";
  return near(std::accumulate(found.score.begin(), found.score.end(), 0.0), 1) ? "" : "the scores do not sum to 1";
}

EigenvectorResult run_eigenvector(const Input& input) {
  return eigenvector(input.graph.view(), Strengths::unit, {.tolerance = 1e-6}, input.run());
}

std::string judge_eigenvector(const Input& input, const EigenvectorResult& found) {
  const GraphView graph = input.graph.view();
  double off = 0;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    double sum = 0;
    for (const Vertex target : graph.neighbours(v)) sum += found.score[target];
    off += (sum - found.eigenvalue * found.score[v]) * (sum - found.eigenvalue * found.score[v]);
  }
  return std::sqrt(off) <= 2e-6 * found.eigenvalue ? "" : "the scores are no eigenvector";
}

std::vector<std::uint32_t> run_core(const Input& input) { return core_numbers(input.graph.view(), input.run()); }

std::string judge_core(const Input& input, const std::vector<std::uint32_t>& found) {
  const GraphView graph = input.graph.view();
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    std::uint32_t as_high = 0;
    std::uint32_t higher = 0;
    for (const Vertex target : graph.neighbours(v)) {
      as_high += found[target] >= found[v] ? 1U : 0U;
      higher += found[target] > found[v] ? 1U : 0U;
    }
    if (as_high < found[v]) return "a vertex has fewer partners in its core than the core number";
    if (higher > found[v]) return "a vertex belongs into a higher core";
  }
  return "";
}

TrianglesResult run_triangles(const Input& input) { return triangles(input.graph.view(), input.run()); }

std::string judge_triangles(const Input&, const TrianglesResult& found) {
  const std::uint64_t sum = std::accumulate(found.at.begin(), found.at.end(), std::uint64_t{0});
  for (std::size_t v = 0; v < found.at.size(); ++v) {
    const std::uint64_t degree = found.degree[v];
    if (found.at[v] > degree * (degree - (degree > 0 ? 1 : 0)) / 2) return "a vertex has more triangles than pairs";
  }
  return sum == 3 * found.total ? "" : "the vertices have not three times the triangles";
}

BetweennessResult run_betweenness(const Input& input) {
  return betweenness(input.graph.view(), Lengths::unit, {}, input.run());
}

std::string judge_betweenness(const Input& input, const BetweennessResult& found) {
  const DistancesResult all = distances(input.graph.view(), Lengths::unit, input.run());
  double wanted = 0;
  for (std::size_t v = 0; v < all.total.size(); ++v) wanted += (all.total[v] - all.reach[v]) / 2;
  return near(std::accumulate(found.score.begin(), found.score.end(), 0.0), wanted) ? "" : "the scores do not add up";
}

DistancesResult run_distances(const Input& input) { return distances(input.graph.view(), Lengths::unit, input.run()); }

std::string judge_distances(const Input& input, const DistancesResult& found) {
  constexpr std::size_t samples = 20;
  const std::size_t n = found.total.size();
  for (std::size_t i = 0; i < std::min(n, samples); ++i) {
    const auto v = static_cast<Vertex>(i * n / samples);
    double total = 0;
    for (const std::uint32_t distance : bfs(input.graph.view(), v).distance)
      total += distance == unreached ? 0 : distance;
    if (total != found.total[v]) return "a sum of distances is not that of a search";
  }
  return "";
}

std::string answer_of(const BfsResult& found) {
  std::vector<std::int64_t> levels;
  for (const std::uint32_t distance : found.distance)
    levels.push_back(distance == unreached ? -1 : std::int64_t{distance});
  return levels_answer(levels);
}
std::string answer_of(const ComponentsResult& found) { return groups_answer(signed_values(found.component)); }
std::string answer_of(const PagerankResult& found) { return shares_answer(found.score); }
std::string answer_of(const EigenvectorResult& found) { return shares_answer(found.score); }
std::string answer_of(const std::vector<std::uint32_t>& found) { return cores_answer(signed_values(found)); }

}  // namespace regionet::bench

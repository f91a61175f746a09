// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "graphs/generate/models.hpp"
#include "graphs/generate/permutation.hpp"
#include "graphs/generate/power_law.hpp"

namespace regionet {
namespace {

constexpr ModelParameter parameters[] = {
    {"vertices", 1000, 1, most_vertices, true, "number of vertices"},
    {"exponent", 2.5, 1, 10, false, "of the power law of the degrees"},
    {"least-degree", 2, 1, 1e9, true, "smallest degree"},
    {"most-degree", 100, 1, 1e9, true, "largest degree"},
};

/// Where the half-edges of each vertex begin. An odd sum is mended at the first vertex.
std::vector<std::uint64_t> half_edges(const ModelParameters& given, std::uint64_t seed) {
  if (given["least-degree"] > given["most-degree"]) throw std::invalid_argument("the least degree is above the most");
  const std::uint64_t n = given.whole("vertices");
  std::vector<std::uint64_t> starts(n + 1, 0);
  for (std::uint64_t v = 0; v < n; ++v) {
    starts[v + 1] = power_law(given["least-degree"], given["most-degree"], given["exponent"], seed, v, 0);
  }
  if (std::accumulate(starts.begin(), starts.end(), std::uint64_t{0}) % 2 != 0) ++starts[1];
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  if (static_cast<double>(starts.back()) > 2 * most_edges)
    throw std::invalid_argument("more edges than 32 bits number");
  return starts;
}

GraphModel::Size size(const ModelParameters& given) { return {given.whole("vertices"), 0, false}; }

void edges(const ModelParameters& given, const RunContext& run, const EdgeSink& sink) {
  const std::vector<std::uint64_t> starts = half_edges(given, run.seed);
  const Permutation order(starts.back(), run.seed + 1);
  const auto vertex_of = [&](std::uint64_t half) {
    const auto after = std::upper_bound(starts.begin(), starts.end(), order(half));
    return static_cast<Vertex>(after - starts.begin() - 1);
  };
  stream_edges(
      run, starts.back() / 2, 1U << 13U,
      [&](std::uint64_t begin, std::uint64_t end, std::vector<Vertex>& out) {
        for (std::uint64_t edge = begin; edge < end; ++edge) {
          out.push_back(vertex_of(2 * edge));
          out.push_back(vertex_of(2 * edge + 1));
        }
      },
      sink);
}

}  // namespace

GraphModel configuration_model() {
  return {.name = "configuration",
          .definition = "degrees from a power law, half-edges matched at random; loops and parallel edges are kept",
          .source = "Molloy, Reed 1995; Newman, Strogatz, Watts 2001",
          .parameters = parameters,
          .size = size,
          .edges = edges};
}

}  // namespace regionet

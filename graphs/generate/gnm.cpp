// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <stdexcept>

#include "graphs/generate/models.hpp"
#include "graphs/generate/permutation.hpp"

namespace regionet {
namespace {

constexpr ModelParameter parameters[] = {
    {"vertices", 1000, 0, most_vertices, true, "number of vertices"},
    {"edges", 5000, 0, most_edges, true, "number of edges"},
    {"directed", 0, 0, 1, true, "1: ordered pairs"},
};

std::uint64_t pairs_of(std::uint64_t n, bool directed) {
  if (n < 2) return 0;
  return directed ? n * (n - 1) : n % 2 == 0 ? n / 2 * (n - 1) : (n - 1) / 2 * n;
}

GraphModel::Size size(const ModelParameters& given) {
  const std::uint64_t n = given.whole("vertices");
  const std::uint64_t m = given.whole("edges");
  if (m > pairs_of(n, given.flag("directed")))
    throw std::invalid_argument("there are fewer pairs of vertices than edges");
  return {n, m, given.flag("directed")};
}

/// Pair number k of the unordered pairs (u < v), v rising: k = v (v - 1) / 2 + u.
void unordered_pair(std::uint64_t k, std::vector<Vertex>& out) {
  auto v = static_cast<std::uint64_t>((1 + std::sqrt(1 + 8 * static_cast<double>(k))) / 2);
  while (v * (v - 1) / 2 > k) --v;
  while (v * (v + 1) / 2 <= k) ++v;
  out.push_back(static_cast<Vertex>(k - v * (v - 1) / 2));
  out.push_back(static_cast<Vertex>(v));
}

void ordered_pair(std::uint64_t k, std::uint64_t n, std::vector<Vertex>& out) {
  const std::uint64_t u = k / (n - 1);
  const std::uint64_t v = k % (n - 1);
  out.push_back(static_cast<Vertex>(u));
  out.push_back(static_cast<Vertex>(v < u ? v : v + 1));
}

void edges(const ModelParameters& given, const RunContext& run, const EdgeSink& sink) {
  const auto [n, m, directed] = size(given);
  const Permutation order(pairs_of(n, directed), run.seed);
  stream_edges(
      run, m, 1U << 14U,
      [&, n = n, directed = directed](std::uint64_t begin, std::uint64_t end, std::vector<Vertex>& out) {
        for (std::uint64_t i = begin; i < end; ++i) {
          directed ? ordered_pair(order(i), n, out) : unordered_pair(order(i), out);
        }
      },
      sink);
}

}  // namespace

GraphModel gnm_model() {
  return {.name = "gnm",
          .definition = "G(n, m): m different pairs of n vertices, every set of pairs equally likely; no loops",
          .source = "Erdős, Rényi 1959",
          .parameters = parameters,
          .size = size,
          .edges = edges};
}

}  // namespace regionet

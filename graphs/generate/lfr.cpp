// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "graphs/generate/matching.hpp"
#include "graphs/generate/models.hpp"
#include "graphs/generate/power_law.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

constexpr ModelParameter parameters[] = {
    {"vertices", 1000, 2, most_vertices, true, "number of vertices"},
    {"exponent", 2.5, 1, 10, false, "of the power law of the degrees"},
    {"least-degree", 5, 1, 1e9, true, "smallest degree"},
    {"most-degree", 50, 1, 1e9, true, "largest degree"},
    {"size-exponent", 1.5, 1, 10, false, "of the power law of the community sizes"},
    {"least-size", 20, 2, 1e9, true, "smallest community"},
    {"most-size", 100, 2, 1e9, true, "largest community"},
    {"mixing", 0.3, 0, 1, false, "share of a vertex's ties that leave its community"},
};

/// Streams of random numbers, so that no two uses share one.
enum Stream : std::uint64_t { degrees, sizes, rounding, places, inside, outside };

std::uint64_t key(std::uint64_t seed, Stream stream) { return random_bits(seed, stream, 7); }

struct Plan {
  std::vector<std::uint64_t> degree, inner;  // by vertex
  std::vector<std::uint32_t> community;      // by vertex
  std::vector<std::uint64_t> sizes;          // by community, falling
};

GraphModel::Size size(const ModelParameters& given) {
  if (given["least-degree"] > given["most-degree"]) throw std::invalid_argument("the least degree is above the most");
  if (given["least-size"] > given["most-size"]) throw std::invalid_argument("the least size is above the most");
  if (given["least-size"] > given["vertices"])
    throw std::invalid_argument("the least size is above the number of vertices");
  if (given["most-degree"] >= given["vertices"])
    throw std::invalid_argument("the most degree is not below the number of vertices");
  if (given["vertices"] * given["most-degree"] / 2 > most_edges)
    throw std::invalid_argument("perhaps more edges than 32 bits number");
  return {given.whole("vertices"), 0, false};
}

/// Sizes that sum to n: the last one is filled up, or shared out where it would be too small.
std::vector<std::uint64_t> community_sizes(const ModelParameters& given, std::uint64_t seed) {
  const std::uint64_t n = given.whole("vertices");
  std::vector<std::uint64_t> out;
  std::uint64_t left = n;
  while (left > 0) {
    const std::uint64_t drawn = power_law(given["least-size"], std::min(given["most-size"], given["vertices"]),
                                          given["size-exponent"], key(seed, sizes), out.size(), 0);
    out.push_back(std::min(drawn, left));
    left -= out.back();
  }
  if (out.size() > 1 && out.back() < given.whole("least-size")) {
    const std::uint64_t rest = out.back();
    out.pop_back();
    for (std::uint64_t i = 0; i < rest; ++i) ++out[i % out.size()];
  }
  std::ranges::sort(out, std::greater{});
  return out;
}

/// Puts vertices into communities larger than their inner degree: the largest first, each into a free place of a
/// random one of those that are large enough. A vertex that fits nowhere has its inner degree cut.
void place_vertices(Plan& plan, std::uint64_t seed) {
  const std::size_t n = plan.degree.size();
  std::vector<Vertex> order(n);
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order,
                    [&](Vertex a, Vertex b) { return std::pair(plan.inner[b], a) < std::pair(plan.inner[a], b); });
  std::vector<std::uint32_t> free;  // the community of each free place
  std::size_t open = 0;
  plan.community.resize(n);
  for (const Vertex v : order) {
    while (open < plan.sizes.size() && (plan.sizes[open] > plan.inner[v] || free.empty())) {
      free.insert(free.end(), plan.sizes[open], static_cast<std::uint32_t>(open));
      ++open;
    }
    const std::uint64_t at = random_bits(key(seed, places), v) % free.size();
    plan.community[v] = free[at];
    plan.inner[v] = std::min(plan.inner[v], plan.sizes[free[at]] - 1);
    free[at] = free.back();
    free.pop_back();
  }
}

Plan make_plan(const ModelParameters& given, std::uint64_t seed) {
  const std::uint64_t n = size(given).vertices;
  Plan plan;
  for (std::uint64_t v = 0; v < n; ++v) {
    plan.degree.push_back(
        power_law(given["least-degree"], given["most-degree"], given["exponent"], key(seed, degrees), v, 0));
    const double inner = (1 - given["mixing"]) * static_cast<double>(plan.degree.back());
    const double up = random_unit(key(seed, rounding), v) < inner - std::floor(inner) ? 1 : 0;
    plan.inner.push_back(static_cast<std::uint64_t>(std::floor(inner) + up));
  }
  plan.sizes = community_sizes(given, seed);
  place_vertices(plan, seed);
  return plan;
}

void edges(const ModelParameters& given, const RunContext& run, const EdgeSink& sink) {
  const Plan plan = make_plan(given, run.seed);
  std::vector<std::vector<Vertex>> halves(plan.sizes.size());
  std::vector<Vertex> between;
  for (Vertex v = 0; v < plan.degree.size(); ++v) {
    halves[plan.community[v]].insert(halves[plan.community[v]].end(), plan.inner[v], v);
    between.insert(between.end(), plan.degree[v] - plan.inner[v], v);
  }
  const auto none = [](Vertex, Vertex) { return false; };
  for_each_block(run, halves.size(), [&](std::size_t c) {
    halves[c] = match_half_edges(std::move(halves[c]), random_bits(key(run.seed, inside), c), none);
  });
  for (const auto& half : halves) sink(half);
  sink(match_half_edges(std::move(between), key(run.seed, outside),
                        [&](Vertex u, Vertex v) { return plan.community[u] == plan.community[v]; }));
}

std::vector<std::uint32_t> groups(const ModelParameters& given, const RunContext& run) {
  return make_plan(given, run.seed).community;
}

}  // namespace

GraphModel lfr_model() {
  return {.name = "lfr",
          .definition =
              "communities with sizes from a power law, degrees from another, and a share `mixing` of each vertex's "
              "ties outside its own; simple: the few half-edges that find no partner are left out",
          .source = "Lancichinetti, Fortunato, Radicchi 2008",
          .parameters = parameters,
          .size = size,
          .edges = edges,
          .groups = groups};
}

}  // namespace regionet

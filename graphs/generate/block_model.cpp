// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <stdexcept>

#include "graphs/generate/models.hpp"
#include "graphs/runtime/random.hpp"

namespace regionet {
namespace {

constexpr ModelParameter parameters[] = {
    {"vertices", 1000, 1, most_vertices, true, "number of vertices"},
    {"blocks", 4, 1, 1e6, true, "number of blocks, of equal size as far as possible"},
    {"p-in", 0.02, 0, 1, false, "probability of a tie inside a block"},
    {"p-out", 0.002, 0, 1, false, "probability of a tie between blocks"},
};

/// First vertex of a block; blocks follow each other.
std::uint64_t block_begin(std::uint64_t block, std::uint64_t blocks, std::uint64_t n) { return block * n / blocks; }

GraphModel::Size size(const ModelParameters& given) {
  if (given["blocks"] > given["vertices"]) throw std::invalid_argument("there are more blocks than vertices");
  return {given.whole("vertices"), 0, false};
}

/// Ties of `u` with the vertices of [begin, end), each with probability p: the gaps between them are geometric, so
/// only the ties are drawn (Batagelj, Brandes 2005).
void tie(Vertex u, std::uint64_t begin, std::uint64_t end, double p, std::uint64_t seed, std::uint64_t& draw,
         std::vector<Vertex>& out) {
  if (p <= 0 || begin >= end) return;
  const double scale = std::log1p(-p);
  for (std::uint64_t v = begin; v < end; ++v) {
    if (p < 1) {
      const double gap = std::floor(std::log1p(-random_unit(seed, u, draw++)) / scale);
      if (gap >= static_cast<double>(end - v)) return;
      v += static_cast<std::uint64_t>(gap);
    }
    out.push_back(u);
    out.push_back(static_cast<Vertex>(v));
  }
}

void edges(const ModelParameters& given, const RunContext& run, const EdgeSink& sink) {
  const std::uint64_t n = size(given).vertices;
  const std::uint64_t blocks = given.whole("blocks");
  stream_edges(
      run, n, 256,
      [&](std::uint64_t begin, std::uint64_t end, std::vector<Vertex>& out) {
        for (std::uint64_t u = begin; u < end; ++u) {
          std::uint64_t block = u * blocks / n;
          while (block_begin(block + 1, blocks, n) <= u) ++block;
          const std::uint64_t own_end = block_begin(block + 1, blocks, n);
          std::uint64_t draw = 0;
          tie(static_cast<Vertex>(u), u + 1, own_end, given["p-in"], run.seed, draw, out);
          tie(static_cast<Vertex>(u), own_end, n, given["p-out"], run.seed, draw, out);
        }
      },
      sink);
}

std::vector<std::uint32_t> groups(const ModelParameters& given, const RunContext&) {
  const std::uint64_t n = size(given).vertices;
  const std::uint64_t blocks = given.whole("blocks");
  std::vector<std::uint32_t> out(n);
  for (std::uint64_t block = 0; block < blocks; ++block) {
    for (std::uint64_t v = block_begin(block, blocks, n); v < block_begin(block + 1, blocks, n); ++v) {
      out[v] = static_cast<std::uint32_t>(block);
    }
  }
  return out;
}

}  // namespace

GraphModel block_model() {
  return {.name = "sbm",
          .definition =
              "stochastic block model with equal blocks: each pair is tied with probability p-in inside a "
              "block, p-out between blocks; no loops",
          .source = "Holland, Laskey, Leinhardt 1983",
          .parameters = parameters,
          .size = size,
          .edges = edges,
          .groups = groups};
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "graphs/generate/models.hpp"
#include "graphs/runtime/random.hpp"

namespace regionet {
namespace {

constexpr ModelParameter parameters[] = {
    {"vertices", 1000, 1, most_vertices, true, "number of vertices"},
    {"attach", 5, 1, 1e6, true, "edges that each new vertex brings"},
};

GraphModel::Size size(const ModelParameters& given) {
  const std::uint64_t n = given.whole("vertices");
  const std::uint64_t k = given.whole("attach");
  if (static_cast<double>(n) * static_cast<double>(k) > most_edges)
    throw std::invalid_argument("more edges than 32 bits number");
  return {n, n * k, false};
}

/// The target of edge i: a random one of the 2 i + 1 ends before it. An odd end is the target of an earlier edge, so
/// the chain is followed back; its expected length is below 2 (Sanders, Schulz 2016).
std::uint64_t target_of(std::uint64_t edge, std::uint64_t attach, std::uint64_t seed) {
  for (;;) {
    const std::uint64_t end = random_bits(seed, edge) % (2 * edge + 1);
    if (end % 2 == 0) return end / 2 / attach;
    edge = end / 2;
  }
}

void edges(const ModelParameters& given, const RunContext& run, const EdgeSink& sink) {
  const std::uint64_t attach = given.whole("attach");
  stream_edges(
      run, size(given).edges, 1U << 14U,
      [&](std::uint64_t begin, std::uint64_t end, std::vector<Vertex>& out) {
        for (std::uint64_t edge = begin; edge < end; ++edge) {
          out.push_back(static_cast<Vertex>(edge / attach));
          out.push_back(static_cast<Vertex>(target_of(edge, attach, run.seed)));
        }
      },
      sink);
}

}  // namespace

GraphModel barabasi_albert_model() {
  return {.name = "barabasi-albert",
          .definition =
              "each new vertex ties to `attach` ends drawn in proportion to the degrees so far; loops and parallel "
              "edges are kept, as in the linear-time form",
          .source = "Barabási, Albert 1999; Batagelj, Brandes 2005; Sanders, Schulz 2016",
          .parameters = parameters,
          .size = size,
          .edges = edges};
}

}  // namespace regionet

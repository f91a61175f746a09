// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "graphs/generate/models.hpp"
#include "graphs/generate/permutation.hpp"

namespace regionet {
namespace {

constexpr ModelParameter parameters[] = {
    {"scale", 16, 0, 31, true, "2^scale vertices"},
    {"edge-factor", 16, 0, 1e6, false, "edges a vertex"},
    {"a", 0.57, 0, 1, false, "share of the first quadrant"},
    {"b", 0.19, 0, 1, false, "of the second"},
    {"c", 0.19, 0, 1, false, "of the third; the rest is the fourth's"},
    {"permute", 1, 0, 1, true, "1: vertices in random order, 0: as they come"},
    {"directed", 0, 0, 1, true, "1: edges run from row to column"},
};

GraphModel::Size size(const ModelParameters& given) {
  const std::uint64_t n = std::uint64_t{1} << given.whole("scale");
  const double m = static_cast<double>(n) * given["edge-factor"];
  if (m > most_edges) throw std::invalid_argument("more edges than 32 bits number; use a smaller scale or edge factor");
  if (given["a"] + given["b"] + given["c"] > 1) throw std::invalid_argument("a + b + c is above 1");
  return {n, static_cast<std::uint64_t>(m), given.flag("directed")};
}

void edges(const ModelParameters& given, const RunContext& run, const EdgeSink& sink) {
  const auto [n, m, directed] = size(given);
  const auto scale = static_cast<unsigned>(given.whole("scale"));
  const double a = given["a"];
  const double ab = a + given["b"];
  const double abc = ab + given["c"];
  const Permutation order(n, run.seed + 1);
  const bool permute = given.flag("permute");
  const auto name = [&](std::uint64_t v) { return static_cast<Vertex>(permute ? order(v) : v); };
  stream_edges(
      run, m, 1U << 13U,
      [&](std::uint64_t begin, std::uint64_t end, std::vector<Vertex>& out) {
        for (std::uint64_t edge = begin; edge < end; ++edge) {
          std::uint64_t row = 0;
          std::uint64_t column = 0;
          for (unsigned level = 0; level < scale; ++level) {
            const double u = random_unit(run.seed, edge, level);
            row = 2 * row + (u >= ab ? 1U : 0U);
            column = 2 * column + ((u >= a && u < ab) || u >= abc ? 1U : 0U);
          }
          out.push_back(name(row));
          out.push_back(name(column));
        }
      },
      sink);
}

}  // namespace

GraphModel rmat_model() {
  return {.name = "rmat",
          .definition =
              "R-MAT, as Graph500's Kronecker graphs: each edge falls into a quadrant of the matrix, `scale` "
              "times; loops and parallel edges are kept, vertices without an edge too",
          .source = "Chakrabarti, Zhan, Faloutsos 2004; Graph500",
          .parameters = parameters,
          .size = size,
          .edges = edges};
}

}  // namespace regionet

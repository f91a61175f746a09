// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/two_mode_clustering.hpp"

#include <algorithm>

#include "engine/structure/shared_partners.hpp"
#include "engine/structure/two_mode.hpp"
#include "engine/structure/vertex_loop.hpp"
#include "graphs/csr/simple.hpp"

namespace regionet {
namespace {

double base_of(SharedOf base, std::size_t shared, std::size_t a, std::size_t b) {
  switch (base) {
    case SharedOf::all:
      return static_cast<double>(a + b - shared);
    case SharedOf::fewer:
      return static_cast<double>(std::min(a, b));
    case SharedOf::more:
      return static_cast<double>(std::max(a, b));
  }
  return 0;
}

}  // namespace

TwoModeLocalResult latapy_clustering(GraphView graph, const std::vector<bool>& first, SharedOf base,
                                     const RunContext& run) {
  require_sides(graph, first);
  const SimpleGraph simple(graph, run);
  const GraphView ties = simple.view();
  TwoModeLocalResult out{.score = std::vector<std::optional<double>>(first.size())};
  out.outcome = for_each_vertex_with(
      run, first.size(), [&] { return SharedPartners(ties); },
      [&](Vertex v, SharedPartners& shared) {
        shared.look(v);
        double sum = 0;
        for (const Vertex u : shared.met()) {
          const std::uint32_t count = shared.with(u);
          sum += count / base_of(base, count, ties.neighbours(v).size(), ties.neighbours(u).size());
        }
        if (!shared.met().empty()) out.score[v] = sum / static_cast<double>(shared.met().size());
      });
  return out;
}

TwoModeLocalResult redundancy(GraphView graph, const std::vector<bool>& first, const RunContext& run) {
  require_sides(graph, first);
  const SimpleGraph simple(graph, run);
  const GraphView ties = simple.view();
  TwoModeLocalResult out{.score = std::vector<std::optional<double>>(first.size())};
  out.outcome = for_each_vertex_with(
      run, first.size(), [&] { return SharedPartners(ties); },
      [&](Vertex v, SharedPartners& shared) {
        const auto partners = ties.neighbours(v);
        if (partners.size() < 2) return;
        std::uint64_t redundant = 0;  // ordered pairs: each is met from both ends
        for (const Vertex p : partners) {
          shared.look(p);
          // One of the shared partners is v itself.
          for (const Vertex q : partners) redundant += q != p && shared.with(q) >= 2 ? 1U : 0U;
        }
        const auto k = static_cast<double>(partners.size());
        out.score[v] = static_cast<double>(redundant) / (k * (k - 1));
      });
  return out;
}

std::optional<double> robins_alexander_clustering(GraphView graph, const std::vector<bool>& first,
                                                  const RunContext& run) {
  require_sides(graph, first);
  const SimpleGraph simple(graph, run);
  const GraphView ties = simple.view();
  SharedPartners shared(ties);
  std::uint64_t rings = 0;  // each is met from both of its places on the first side
  std::uint64_t paths = 0;
  for (Vertex v = 0; v < first.size(); ++v) {
    if (!first[v]) continue;
    shared.look(v);
    for (const Vertex u : shared.met()) rings += std::uint64_t{shared.with(u)} * (shared.with(u) - 1U) / 2;
    for (const Vertex u : ties.neighbours(v))
      paths += (ties.neighbours(v).size() - 1) * (ties.neighbours(u).size() - 1);
  }
  if (paths == 0) return std::nullopt;
  return 4 * (static_cast<double>(rings) / 2) / static_cast<double>(paths);
}

}  // namespace regionet

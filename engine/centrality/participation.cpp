// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/participation.hpp"

#include <algorithm>

namespace regionet {
namespace {

/// Agreements by vertex and type: row v holds the counts of its types.
std::vector<std::uint32_t> count_types(const View& view, std::size_t types) {
  std::vector<std::uint32_t> counts(view.vertex_count() * types, 0);
  std::vector<std::pair<Vertex, Vertex>> pairs;
  std::vector<Vertex> touched;
  for (AgreementId id = 0; id < view.network().agreement_count(); ++id) {
    if (view.fate(id) != Fate::kept) continue;
    pairs.clear();
    touched.clear();
    view.pairs(id, pairs);
    for (const auto& [u, v] : pairs) touched.insert(touched.end(), {u, v});
    std::ranges::sort(touched);
    const auto rest = std::ranges::unique(touched);
    touched.erase(rest.begin(), rest.end());
    for (const Vertex v : touched) ++counts[v * types + view.network().type(id)];
  }
  return counts;
}

}  // namespace

std::vector<std::optional<double>> type_participation(const View& view) {
  const std::size_t types = view.network().types().size();
  const std::vector<std::uint32_t> counts = count_types(view, types);
  std::vector<std::optional<double>> out(view.vertex_count());
  for (Vertex v = 0; v < out.size(); ++v) {
    std::uint64_t total = 0;
    std::uint64_t together = 0;
    for (std::size_t t = 0; t < types; ++t) {
      const std::uint64_t count = counts[v * types + t];
      total += count;
      together += count * count;
    }
    const std::uint64_t pairs = total * total;
    if (total > 0) out[v] = static_cast<double>(pairs - together) / static_cast<double>(pairs);
  }
  return out;
}

}  // namespace regionet

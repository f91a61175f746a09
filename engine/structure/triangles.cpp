// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/triangles.hpp"

#include <algorithm>

#include "graphs/csr/prepared.hpp"
#include "graphs/csr/simple.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

/// Finds each triangle once, from its vertex with the fewest partners: in a graph ordered by falling degree the
/// partners with more stand at the front of a row.
class Finder {
 public:
  explicit Finder(GraphView prepared)
      : graph_(prepared), marked_(prepared.vertex_count(), false), found_(prepared.vertex_count(), 0) {}

  void find(Vertex begin, Vertex end) {
    for (Vertex v = begin; v < end; ++v) find_at(v);
  }
  [[nodiscard]] const std::vector<std::uint64_t>& found() const { return found_; }
  void clear() { std::ranges::fill(found_, 0); }

 private:
  [[nodiscard]] std::span<const Vertex> ahead(Vertex v) const {
    const auto row = graph_.neighbours(v);
    return row.first(static_cast<std::size_t>(std::ranges::lower_bound(row, v) - row.begin()));
  }

  void find_at(Vertex v) {
    const auto near = ahead(v);
    if (near.size() < 2) return;
    for (const Vertex u : near) marked_[u] = true;
    std::uint64_t at_v = 0;
    for (const Vertex u : near) {
      std::uint64_t at_u = 0;
      for (const Vertex w : graph_.neighbours(u)) {
        if (w >= u) break;
        found_[w] += marked_[w];
        at_u += marked_[w];
      }
      found_[u] += at_u;
      at_v += at_u;
    }
    found_[v] += at_v;
    for (const Vertex u : near) marked_[u] = false;
  }

  GraphView graph_;
  std::vector<std::uint8_t> marked_;
  std::vector<std::uint64_t> found_;
};

}  // namespace

TrianglesResult triangles(GraphView graph, const RunContext& run) {
  const SimpleGraph simple(graph, run);
  const PreparedGraph prepared = prepare_by_degree(simple.view(), run);
  const GraphView sorted = prepared.graph.view();
  const std::size_t n = sorted.vertex_count();
  std::vector<std::uint64_t> at(n, 0);
  TrianglesResult out;
  constexpr std::size_t blocks = 64;
  out.outcome = for_each_in_order(
      run, std::min(n, blocks), [&] { return Finder(sorted); },
      [&](std::size_t block, Finder& finder) {
        finder.clear();
        finder.find(static_cast<Vertex>(n * block / std::min(n, blocks)),
                    static_cast<Vertex>(n * (block + 1) / std::min(n, blocks)));
      },
      [&](const Finder& finder) {
        for (std::size_t v = 0; v < n; ++v) at[v] += finder.found()[v];
      });
  out.at = prepared.restore(std::span<const std::uint64_t>(at));
  out.degree.resize(n);
  for (Vertex v = 0; v < n; ++v) {
    const std::uint64_t degree = simple.view().end(v) - simple.view().begin(v);
    out.degree[v] = static_cast<std::uint32_t>(degree);
    out.wedges += degree < 2 ? 0 : degree * (degree - 1) / 2;
    out.total += out.at[v];
  }
  out.total /= 3;
  return out;
}

std::vector<std::optional<double>> local_clustering(const TrianglesResult& found) {
  std::vector<std::optional<double>> out(found.at.size());
  for (std::size_t v = 0; v < out.size(); ++v) {
    const double degree = found.degree[v];
    if (degree >= 2) out[v] = 2 * static_cast<double>(found.at[v]) / (degree * (degree - 1));
  }
  return out;
}

std::optional<double> transitivity(const TrianglesResult& found) {
  if (found.wedges == 0) return std::nullopt;
  return 3 * static_cast<double>(found.total) / static_cast<double>(found.wedges);
}

std::optional<double> average_clustering(const TrianglesResult& found, bool others_as_zero) {
  double sum = 0;
  std::size_t defined = 0;
  for (const std::optional<double>& value : local_clustering(found)) {
    sum += value.value_or(0);
    defined += value ? 1U : 0U;
  }
  const std::size_t count = others_as_zero ? found.at.size() : defined;
  if (count == 0) return std::nullopt;
  return sum / static_cast<double>(count);
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/weighted_clustering.hpp"

#include <algorithm>
#include <cmath>

#include "graphs/csr/simple_ties.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

/// Each tie once, from its end with the fewer partners: so that no row is longer than the root of twice the ties.
class UpwardTies {
 public:
  explicit UpwardTies(const SimpleTies& ties) : first_(ties.view().vertex_count() + 1, 0) {
    const GraphView graph = ties.view();
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
      for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
        if (rank(graph, v) < rank(graph, graph.target(arc))) add(graph.target(arc), ties.strengths()[arc]);
      }
      first_[v + std::size_t{1}] = rows_.size();
    }
  }

  struct Tie {
    Vertex target;
    double weight;
    double root;  ///< of the weight, the third
  };
  [[nodiscard]] std::span<const Tie> of(Vertex v) const {
    return std::span(rows_).subspan(first_[v], first_[v + std::size_t{1}] - first_[v]);
  }

 private:
  void add(Vertex target, double weight) { rows_.push_back({target, weight, std::cbrt(weight)}); }
  static std::pair<std::size_t, Vertex> rank(GraphView graph, Vertex v) { return {graph.neighbours(v).size(), v}; }

  std::vector<std::size_t> first_;
  std::vector<Tie> rows_;
};

/// What the triangles of each place add up to, by either definition.
struct TriangleSums {
  explicit TriangleSums(std::size_t n) : barrat(n, 0), onnela(n, 0), tie_to(n, nullptr) {}

  void clear() {
    std::ranges::fill(barrat, 0);
    std::ranges::fill(onnela, 0);
  }

  void add_from(const UpwardTies& ties, Vertex v) {
    if (ties.of(v).size() < 2) return;
    for (const UpwardTies::Tie& tie : ties.of(v)) tie_to[tie.target] = &tie;
    for (const UpwardTies::Tie& to_u : ties.of(v)) {
      for (const UpwardTies::Tie& across : ties.of(to_u.target)) {
        if (tie_to[across.target] != nullptr) add(v, to_u, *tie_to[across.target], across);
      }
    }
    for (const UpwardTies::Tie& tie : ties.of(v)) tie_to[tie.target] = nullptr;
  }

  void add(Vertex v, const UpwardTies::Tie& to_u, const UpwardTies::Tie& to_w, const UpwardTies::Tie& across) {
    const double mean = to_u.root * to_w.root * across.root;
    for (const Vertex end : {v, to_u.target, to_w.target}) onnela[end] += mean;
    barrat[v] += to_u.weight + to_w.weight;
    barrat[to_u.target] += to_u.weight + across.weight;
    barrat[to_w.target] += to_w.weight + across.weight;
  }

  std::vector<double> barrat, onnela;
  std::vector<const UpwardTies::Tie*> tie_to;
};

Outcome sum_triangles(const SimpleTies& ties, TriangleSums& sums, const RunContext& run) {
  const UpwardTies upward(ties);
  const std::size_t n = ties.view().vertex_count();
  const std::size_t blocks = std::min<std::size_t>(n, 64);
  return for_each_in_order(
      run, blocks, [&] { return TriangleSums(n); },
      [&](std::size_t block, TriangleSums& slot) {
        slot.clear();
        for (std::size_t v = n * block / blocks; v < n * (block + 1) / blocks; ++v)
          slot.add_from(upward, static_cast<Vertex>(v));
      },
      [&](const TriangleSums& slot) {
        for (std::size_t v = 0; v < n; ++v) {
          sums.barrat[v] += slot.barrat[v];
          sums.onnela[v] += slot.onnela[v];
        }
      });
}

}  // namespace

WeightedClusteringResult weighted_clustering(GraphView graph, Strengths strengths, const RunContext& run) {
  require_nonnegative(graph, strengths, "weighted clustering");
  const SimpleTies ties(graph, strengths, run);
  const GraphView simple = ties.view();
  const std::vector<std::optional<double>> none(simple.vertex_count());
  WeightedClusteringResult out{.barrat = none, .onnela = none};
  TriangleSums sums(simple.vertex_count());
  out.outcome = sum_triangles(ties, sums, run);

  double largest = 0;
  for (Arc arc = 0; arc < simple.arc_count(); ++arc) largest = std::max(largest, ties.strengths()[arc]);
  for (Vertex v = 0; v < simple.vertex_count(); ++v) {
    const auto degree = static_cast<double>(simple.neighbours(v).size());
    if (degree < 2) continue;
    double strength = 0;
    for (Arc arc = simple.begin(v); arc < simple.end(v); ++arc) strength += ties.strengths()[arc];
    if (strength > 0) out.barrat[v] = sums.barrat[v] / (strength * (degree - 1));
    if (largest > 0) out.onnela[v] = 2 * sums.onnela[v] / (largest * degree * (degree - 1));
  }
  return out;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/projection.hpp"

#include <algorithm>

#include "engine/structure/two_mode.hpp"
#include "engine/structure/vertex_loop.hpp"
#include "graphs/csr/simple.hpp"

namespace regionet {
namespace {

struct ProjectedArc {
  Vertex target;
  double weight;
};

/// The row of one place after another; the workspace is used again.
class ProjectedRow {
 public:
  ProjectedRow(GraphView ties, ProjectionWeight kind) : ties_(ties), kind_(kind), weight_(ties.vertex_count(), 0) {}

  std::vector<ProjectedArc> of(Vertex v) {
    met_.clear();
    for (const Vertex p : ties_.neighbours(v)) {
      const double weight = weight_over(v, p);
      for (const Vertex u : ties_.neighbours(p)) {
        if (u == v && kind_ != ProjectionWeight::resource) continue;
        if (weight_[u] == 0) met_.push_back(u);
        weight_[u] += weight;
      }
    }
    std::ranges::sort(met_);
    std::vector<ProjectedArc> row;
    for (const Vertex u : met_) {
      row.push_back({u, weight_[u]});
      weight_[u] = 0;
    }
    return row;
  }

 private:
  /// Above 0 wherever p has another partner, or itself counts.
  [[nodiscard]] double weight_over(Vertex v, Vertex p) const {
    const auto partners = static_cast<double>(ties_.neighbours(p).size());
    switch (kind_) {
      case ProjectionWeight::shared:
        return 1;
      case ProjectionWeight::newman:
        return 1 / (partners - 1);
      case ProjectionWeight::resource:
        return 1 / (static_cast<double>(ties_.neighbours(v).size()) * partners);
    }
    return 0;
  }

  GraphView ties_;
  ProjectionWeight kind_;
  std::vector<double> weight_;
  std::vector<Vertex> met_;
};

}  // namespace

Projection projection(GraphView graph, const std::vector<bool>& first, bool side, ProjectionWeight kind,
                      const RunContext& run) {
  require_sides(graph, first);
  const SimpleGraph simple(graph, run);
  std::vector<std::vector<ProjectedArc>> rows(first.size());
  Projection out;
  out.outcome = for_each_vertex_with(
      run, first.size(), [&] { return ProjectedRow(simple.view(), kind); },
      [&](Vertex v, ProjectedRow& row) {
        if (first[v] == side) rows[v] = row.of(v);
      });

  std::vector<Vertex> place(first.size(), 0);
  for (Vertex v = 0; v < first.size(); ++v) {
    if (first[v] != side) continue;
    place[v] = static_cast<Vertex>(out.vertices.size());
    out.vertices.push_back(v);
  }
  std::vector<Arc> offsets{0};
  std::vector<Vertex> targets;
  for (const Vertex v : out.vertices) {
    for (const auto& [target, weight] : rows[v]) {
      targets.push_back(place[target]);
      out.strengths.push_back(weight);
    }
    offsets.push_back(targets.size());
  }
  const Facts facts = compute_facts(GraphView(offsets, targets, {.directed = kind == ProjectionWeight::resource}));
  out.graph = Graph(std::move(offsets), std::move(targets), facts);
  return out;
}

}  // namespace regionet

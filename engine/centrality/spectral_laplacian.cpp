// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/spectral_laplacian.hpp"

#include <Eigen/SparseCholesky>
#include <algorithm>
#include <cmath>

#include "engine/structure/components.hpp"

namespace regionet {
namespace {

/// The lower half of the Laplacian without its first row and column.
Eigen::SparseMatrix<double> grounded_matrix(GraphView graph, Strengths strengths, std::span<const Vertex> members) {
  std::vector<std::size_t> place(graph.vertex_count(), 0);
  for (std::size_t i = 0; i < members.size(); ++i) place[members[i]] = i;
  std::vector<Eigen::Triplet<double>> entries;
  for (std::size_t i = 1; i < members.size(); ++i) {
    const auto row = static_cast<int>(i - 1);
    double sum = 0;
    for (Arc arc = graph.begin(members[i]); arc < graph.end(members[i]); ++arc) {
      const std::size_t j = place[graph.target(arc)];
      if (j == i) continue;
      sum += strengths[arc];
      if (j > 0 && j < i) entries.emplace_back(row, static_cast<int>(j - 1), -strengths[arc]);
    }
    entries.emplace_back(row, row, sum);
  }
  const auto size = static_cast<Eigen::Index>(members.size() - 1);
  Eigen::SparseMatrix<double> out(size, size);
  out.setFromTriplets(entries.begin(), entries.end());
  return out;
}

}  // namespace

struct GroundedLaplacian::Factor {
  Eigen::SimplicialLDLT<Eigen::SparseMatrix<double>, Eigen::Lower> solver;
};

std::string GroundedLaplacian::missing(GraphView graph, Strengths strengths) {
  if (graph.facts().directed) return "not defined for a directed network";
  bool any = false;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      if (graph.target(arc) == v) continue;
      any = true;
      if (!(strengths[arc] > 0)) return "a tie has no positive weight";
    }
  }
  return any ? "" : "the network has no ties";
}

GroundedLaplacian::GroundedLaplacian(GraphView graph, Strengths strengths, const RunContext& run)
    : factor_(std::make_unique<Factor>()) {
  const ComponentsResult parts = components(graph, run);
  const std::uint32_t chosen = largest(parts);
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    if (parts.component[v] == chosen) members_.push_back(v);
  }
  factor_->solver.compute(grounded_matrix(graph, strengths, members_));
}

GroundedLaplacian::~GroundedLaplacian() = default;

void GroundedLaplacian::solve(std::span<const double> current, std::span<double> potential) const {
  const auto size = static_cast<Eigen::Index>(members_.size() - 1);
  const Eigen::Map<const Eigen::VectorXd> right(current.data() + 1, size);
  Eigen::Map<Eigen::VectorXd>(potential.data() + 1, size) = factor_->solver.solve(right);
  potential[0] = 0;
}

}  // namespace regionet

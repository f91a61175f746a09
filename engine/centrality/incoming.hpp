// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// The arcs that lead into each vertex, with their strengths: what a step of a walk sums over. Of an undirected graph
/// they are the rows themselves; a directed one is transposed.
class Incoming {
 public:
  Incoming(GraphView, Strengths, const RunContext& = {});

  [[nodiscard]] std::size_t size() const { return rows_.vertex_count(); }

  /// The sum of strength * x[source] over the arcs into v, in the order of the sources.
  [[nodiscard]] double sum(Vertex v, std::span<const double> x) const {
    double total = 0;
    if (weights_.empty()) {
      for (const Vertex source : rows_.neighbours(v)) total += x[source];
    } else {
      for (Arc arc = rows_.begin(v); arc < rows_.end(v); ++arc) total += weights_[arc] * x[rows_.target(arc)];
    }
    return total;
  }

 private:
  Graph turned_;
  GraphView rows_;
  std::vector<double> weights_;  // of the arcs of rows_; empty: 1 each
};

/// The strengths of the arcs out of each vertex, summed up.
[[nodiscard]] std::vector<double> out_strengths(GraphView, Strengths, const RunContext& = {});

}  // namespace regionet

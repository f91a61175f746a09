// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/csr/simple.hpp"
#include "graphs/csr/weights.hpp"

namespace regionet {

/// Which arcs the strength of a tie is summed up from, of a directed graph.
enum class TieSum : std::uint8_t { both_ways, outward };

/// The simple undirected graph under a graph, and how strong each tie is: w(u, v) = the strengths of all arcs from u to
/// v, and of a directed graph those from v to u too (`outward`: without these, so that w(u, v) and w(v, u) may differ,
/// and a tie that runs the other way alone weighs 0). Loops are left out. It looks at graph and strengths themselves
/// where nothing has to be added up, and then must not outlive them.
class SimpleTies {
 public:
  /// O(n + m) time; memory only where the graph is not simple. Both ways w(u, v) and w(v, u) have the same bits.
  SimpleTies(GraphView, Strengths, const RunContext& = {}, TieSum = TieSum::both_ways);

  [[nodiscard]] GraphView view() const { return simple_.view(); }
  [[nodiscard]] Strengths strengths() const { return values_.empty() ? strengths_ : Strengths(values_); }

 private:
  SimpleGraph simple_;
  Strengths strengths_;
  std::vector<double> values_;
};

}  // namespace regionet

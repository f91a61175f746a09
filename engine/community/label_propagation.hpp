// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/community/partition.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Communities by label propagation: each place takes the label that weighs most among its partners, until all have it.
/// Definition   every vertex starts with a label of its own; in random order, and then whenever a partner's label has
///              changed, it takes the label with the largest strength among its neighbours: its own where that is one
///              of them, else one drawn at random. Two-mode: the second side listens to the first, then the first to
///              the second, each side at once, so that no order within a side matters. A label that ends up in parts
///              that are not connected is one community a part.
/// Counts       arcs in proportion to their strength, both ways; loops and arcs of strength 0 do not count.
/// Cost         some sweeps over the arcs, O(n + m) each.
/// Determinism  a function of (seed, run); sequential.
/// Stops        no label changes, `most_sweeps` times n visits (not_converged), or a stop request.
/// Throws       std::invalid_argument before any work: a negative strength; sides of another size than n.
/// Source       Raghavan, Albert, Kumara 2007; Barber, Clark 2009 on the two-mode form.
struct LabelPropagationOptions {
  std::vector<bool> first_side;  ///< of each vertex of a two-mode graph; empty: one mode
  std::size_t most_sweeps = 100;
};
struct LabelPropagationResult {
  Partition partition;
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] LabelPropagationResult label_propagation(GraphView, Strengths, const LabelPropagationOptions& = {},
                                                       const RunContext& = {});

}  // namespace regionet

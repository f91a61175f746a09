// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "engine/community/partition.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Communities by the flow of a random walk: modules in which a walker stays long, two levels.
/// Definition   the partition with the smallest `codelength` that is found: single vertices are moved to where it
/// shrinks,
///              modules drawn together into vertices, and again, until an iteration gains nothing. Of several runs, and
///              the connected components, the best is kept.
/// Counts       arcs in proportion to their strength, along their direction; loops are steps that stay.
/// Directed     teleportation as WalkerFlows says, recorded; undirected none.
/// Cost         each run some dozen sweeps over the arcs, with six logarithms for each module that a vertex looks at.
/// Determinism  runs are functions of (seed, run), kept in their order: the same for any number of threads.
/// Stops        a stop request between iterations: the best of the runs so far.
/// Throws       std::invalid_argument before any work: a negative strength, no run, teleportation outside (0, 1).
/// Source       Rosvall, Bergstrom 2008, Maps of random walks on complex networks reveal community structure.
struct InfomapOptions {
  std::size_t runs = 1;
  double teleportation = 0.15;
  bool keep_runs = false;  ///< the labels of every run too
};
struct InfomapResult {
  Partition partition;
  std::optional<double> codelength;    ///< in bits a step; none without ties
  std::size_t best_run = 0;            ///< counted from 1; 0: no run is as good as the connected components
  std::vector<double> run_codelength;  ///< of each run
  std::vector<std::vector<std::uint32_t>> run_labels;  ///< of each run, where they are kept
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] InfomapResult infomap(GraphView, Strengths, const InfomapOptions& = {}, const RunContext& = {});

}  // namespace regionet

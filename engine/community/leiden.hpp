// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/community/objective.hpp"
#include "engine/community/partition.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Communities by Leiden: groups of places that are tied to each other more than the objective expects.
/// Definition   vertices are moved to where the quality grows, the groups parted into well-connected parts, the parts
///              drawn together into vertices, and again, until nothing moves; all of it again from the partition found,
///              until an iteration gains nothing. Of several runs from single vertices the best is kept, the first of
///              equal ones. Every community is connected; a vertex without a tie is its own.
/// Counts       arcs in proportion to their strength, loops in the degrees; arcs of strength 0 connect nothing.
/// Cost         each run some dozen sweeps over the arcs, O(n + m) each; beside the graph at most 12 bytes an arc and
///              about 100 a vertex for each thread.
/// Determinism  runs are functions of (seed, run), kept in their order: the same for any number of threads. One run is
///              sequential.
/// Stops        a stop request: the runs so far; a run that was not complete gives its connected parts so far.
/// Throws       std::invalid_argument before any work: see `partition_quality`; no run, randomness not positive,
///              or a start that is not a number below n for each vertex.
/// Source       Traag, Waltman, van Eck 2019, From Louvain to Leiden: guaranteeing well-connected communities.
struct LeidenOptions {
  ObjectiveOptions objective;
  std::size_t runs = 1;
  bool keep_runs = false;    ///< the labels of every run too
  double randomness = 0.01;  ///< of the refinement, in mean strengths of a tie
  /// Of each vertex, the group that the first run starts from; empty: single vertices, as all the others.
  std::vector<std::uint32_t> start;
};
struct LeidenResult {
  Partition partition;
  std::optional<double> quality;                       ///< of the objective, recomputed from the members
  std::optional<double> booked;                        ///< the same as the sum of all gains on the way
  std::size_t best_run = 0;                            ///< counted from 1; 0: no run
  std::vector<double> run_quality;                     ///< of each run
  std::vector<std::vector<std::uint32_t>> run_labels;  ///< of each run, where they are kept
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] LeidenResult leiden(GraphView, Strengths, const LeidenOptions& = {}, const RunContext& = {});

/// The same without parting groups: faster a run, less good, and a community may fall apart.
/// Source       Blondel, Guillaume, Lambiotte, Lefebvre 2008.
[[nodiscard]] LeidenResult louvain(GraphView, Strengths, const LeidenOptions& = {}, const RunContext& = {});

/// Better by more than round-off: so that of runs with equal partitions the first one counts.
[[nodiscard]] bool better_quality(double quality, double than);

/// How many runs suit n vertices: 200 up to 1,000, falling to 1 from 100,000 on.
[[nodiscard]] std::size_t automatic_runs(std::size_t n);

}  // namespace regionet

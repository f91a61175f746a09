// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Degree: how many partners a vertex has.
/// Definition   the number of distinct vertices u != v with an arc between v and u, in either direction.
/// Counts       parallel arcs once; loops not at all.
/// Cost         O(n + m) time; a directed graph is transposed first, O(m) workspace.
/// Determinism  integers; the same for any number of threads.
/// Stops        a stop request: scores of vertices not reached are 0, the outcome says `stopped`.
/// Source       Freeman 1978, Centrality in social networks: conceptual clarification.
struct DegreeResult {
  std::vector<std::uint32_t> score;
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] DegreeResult degree(GraphView, const RunContext& = {});

/// Strength: how much a vertex is tied in all.
/// Definition   the sum of the strengths of the arcs at v; of a directed graph the arcs out and in.
/// Counts       every arc; an undirected loop twice, so that the strengths sum to twice the total weight.
/// Cost         O(n + m) time.
/// Determinism  sums run in the order of the arcs; the same bits for any number of threads.
/// Stops        a stop request: scores of vertices not reached are 0, the outcome says `stopped`.
/// Source       Barrat, Barthelemy, Pastor-Satorras, Vespignani 2004.
struct StrengthResult {
  std::vector<double> score;
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] StrengthResult strength(GraphView, Strengths, const RunContext& = {});

/// In and out degree: to how many partners the arcs of a vertex lead, and from how many they come.
/// Definition   out: the number of distinct u != v with an arc from v to u; in: with an arc from u to v. Without
///              directions both are the degree.
/// Counts       parallel arcs once; loops not at all (NetworkX and igraph count every arc, and loops).
/// Cost         O(n + m) time; a directed graph is transposed.
/// Determinism  integers; the same for any number of threads.
/// Stops        as `degree`.
/// Source       Wasserman, Faust 1994, Social network analysis, section 4.3.
struct DirectedDegreeResult {
  std::vector<std::uint32_t> in;
  std::vector<std::uint32_t> out;
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] DirectedDegreeResult directed_degree(GraphView, const RunContext& = {});

/// In and out strength: the sums of the strengths of the arcs that come to a vertex, and that leave it.
/// Counts       every arc; a directed loop once in each. Without directions both are the strength, loops twice.
/// Cost         O(n + m) time; a directed graph is transposed.
/// Determinism  sums run in the order of the arcs; the same bits for any number of threads.
/// Stops        as `strength`.
/// Source       Barrat, Barthelemy, Pastor-Satorras, Vespignani 2004.
struct DirectedStrengthResult {
  std::vector<double> in;
  std::vector<double> out;
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] DirectedStrengthResult directed_strength(GraphView, Strengths, const RunContext& = {});

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Structural holes: how far a place is free of its partners because these are not tied to each other.
/// Definition   with w(u, v) the strength of the tie, p(u, v) = w(u, v) / sum of w(u, .), and m(v, u) = w(v, u) / the
///              largest of w(v, .):
///              constraint      sum over the partners j of i of (p(i, j) + sum over q of p(i, q) p(q, j))^2, q being
///                              partners of i tied to j. High where few partners, tied to each other, hold the place.
///              effective_size  the number of partners less the sum over partners j and q of p(i, q) m(j, q): as many
///                              partners remain once those that lead to the same places are taken together.
///              Neither is defined without partners, or where the ties of the place weigh 0 together (NetworkX: NaN,
///              and NaN too for a place of a directed graph that no arc leaves).
/// Counts       ties of the simple graph under the given one: loops are left out, the strengths of all arcs between two
///              places in either direction add up, as in Burt, igraph and NetworkX (with loops these take a place for
///              its own partner). Unweighted and undirected, effective_size is degree - 2 ties among partners / degree
///              (Borgatti 1997).
/// Cost         O(sum of squared degrees) time, 16n bytes a thread.
/// Determinism  sums run in the order of the arcs; the same bits for any number of threads.
/// Stops        a stop request: places not reached have no value, the outcome says `stopped`.
/// Throws       std::invalid_argument for a negative strength.
/// Source       Burt 1992, Structural holes; Burt 2004, Structural holes and good ideas.
struct StructuralHolesResult {
  std::vector<std::optional<double>> constraint;
  std::vector<std::optional<double>> effective_size;
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] StructuralHolesResult structural_holes(GraphView, Strengths, const RunContext& = {});

}  // namespace regionet

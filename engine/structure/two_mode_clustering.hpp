// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// What shared partners are a share of: of all partners of the two (their union), of the fewer, or of the more.
enum class SharedOf : std::uint8_t { all, fewer, more };

/// Pairwise clustering in a network of two sides: how far places with a common partner have the same partners.
/// Definition   the mean of |N(v) and N(u)| / |N(v) or N(u)| over the places u that share a partner with v; `fewer` and
///              `more` divide by the smaller and the larger of the two numbers of partners. Not defined where no place
///              shares a partner with v (NetworkX: 0).
/// Counts       distinct partners, whatever direction and weight.
/// Cost         O(sum over ties (v, p) of degree(p)) time, 8n bytes a thread.
/// Determinism  sums run in the order in which the places are met; the same bits for any number of threads.
/// Stops        a stop request: places not reached have no value, the outcome says `stopped`.
/// Throws       std::invalid_argument where there is not one side a vertex, or for an arc within a side.
/// Source       Latapy, Magnien, Del Vecchio 2008, Basic notions for the analysis of large two-mode networks.
struct TwoModeLocalResult {
  std::vector<std::optional<double>> score;
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] TwoModeLocalResult latapy_clustering(GraphView, const std::vector<bool>& first, SharedOf = SharedOf::all,
                                                   const RunContext& = {});

/// Redundancy: whether the partners of a place would still have each other in common without it.
/// Definition   the share of the pairs of partners of v that have a common partner other than v. Not defined below two
///              partners.
/// Counts, Cost, Determinism, Stops, Throws   as `latapy_clustering`; the time is the sum over pairs (v, p) of the
///              numbers of partners of the partners of p.
/// Source       Latapy, Magnien, Del Vecchio 2008.
[[nodiscard]] TwoModeLocalResult redundancy(GraphView, const std::vector<bool>& first, const RunContext& = {});

/// Clustering by paths of four ties between three places of a side: whether the ends of such a path meet once more.
/// Definition   a path i - p - j - q - k, i, j, k distinct places of a side and p, q distinct ones of the other, is
///              closed if i and k share a partner other than p and q. score[j] = the share of closed paths among those
///              with j in the middle. Not
///              defined where there is none.
/// Counts, Stops, Throws   as `latapy_clustering`.
/// Cost         O(sum over places j and i with a common partner of the ties of the partners of i) time, 20n bytes a
///              thread.
/// Determinism  integers, then one division each.
/// Source       Opsahl 2013, Triadic closure in two-mode networks.
struct OpsahlResult {
  std::vector<std::optional<double>> score;
  std::vector<std::uint64_t> closed;  ///< paths with the vertex in the middle that are closed
  std::vector<std::uint64_t> paths;   ///< all of them
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] OpsahlResult opsahl_clustering(GraphView, const std::vector<bool>& first, const RunContext& = {});
/// The share of closed paths among all whose middle stands on the side; not defined without such paths.
[[nodiscard]] std::optional<double> opsahl_global(const OpsahlResult&, const std::vector<bool>& first, bool side);

/// Clustering by rings of four: 4 * rings of four ties / paths of three ties. Not defined without such paths (NetworkX:
/// 0). In [0, 1]: 1 in a network where every place is tied to all of the other side.
/// Counts, Cost, Throws   as `latapy_clustering`; integers.
/// Source       Robins, Alexander 2004, Small worlds among interlocking directors.
[[nodiscard]] std::optional<double> robins_alexander_clustering(GraphView, const std::vector<bool>& first,
                                                                const RunContext& = {});

}  // namespace regionet

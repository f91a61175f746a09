// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Triangles: three places that are all partners of each other.
/// Counts       in the simple graph under the given one: distinct partners, whatever the direction, without loops.
/// Cost         O(m^1.5) time at worst; the order by degree (see `prepare_by_degree`), and 12n bytes a thread.
/// Determinism  integers; the same for any number of threads.
/// Source       Schank, Wagner 2005; Latapy 2008, Main-memory triangle computations.
struct TrianglesResult {
  std::vector<std::uint64_t> at;      ///< triangles of each vertex
  std::vector<std::uint32_t> degree;  ///< distinct partners
  std::uint64_t total = 0;            ///< each triangle once
  std::uint64_t wedges = 0;           ///< pairs of partners of one vertex
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] TrianglesResult triangles(GraphView, const RunContext& = {});

/// The share of pairs of partners that are partners themselves; not defined below two partners.
/// Source       Watts, Strogatz 1998.
[[nodiscard]] std::vector<std::optional<double>> local_clustering(const TrianglesResult&);

/// 3 * triangles / wedges, also called transitivity; not defined without wedges. Source Newman, Watts, Strogatz 2002.
[[nodiscard]] std::optional<double> transitivity(const TrianglesResult&);

/// The mean of the local values, of the vertices that have one or with the others as 0.
[[nodiscard]] std::optional<double> average_clustering(const TrianglesResult&, bool others_as_zero);

}  // namespace regionet

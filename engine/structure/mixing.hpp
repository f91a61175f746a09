// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

inline constexpr std::uint32_t no_category = std::numeric_limits<std::uint32_t>::max();

/// Assortativity by a category, such as the kind of a place: whether places of a kind are partners of each other.
/// Definition   r = (sum of e(c, c) - sum of a(c)^2) / (1 - sum of a(c)^2), e(c, d) = the share of the ties, each taken
///              both ways, that lead from category c to d, a(c) = sum of e(c, .). 1: only ties within a category; 0: as
///              by chance; below 0: ties across. Not defined without ties, or where all ends are of one category
///              (NetworkX: NaN).
/// Counts       ties of the simple graph under the given one (NetworkX: of a directed graph its arcs, each one way);
///              ties with an end without a category (`no_category`) are left out, as if they were not there.
/// Cost         O(n + m) time, 8 bytes a category.
/// Determinism  whole numbers, then one division: the same bits always.
/// Throws       std::invalid_argument where there is not one category a vertex.
/// Source       Newman 2003, Mixing patterns in networks.
[[nodiscard]] std::optional<double> category_assortativity(GraphView, std::span<const std::uint32_t> category,
                                                           const RunContext& = {});

/// Assortativity by a number, such as the population: whether places of like size are partners of each other.
/// Definition   Pearson's correlation of the numbers at the two ends of ties, each taken both ways; not defined where
///              there are no ties, or all ends have the same number.
/// Counts       as `category_assortativity`; ties with an end without a number are left out.
/// Cost         O(n + m) time.
/// Determinism  sequential sums, bitwise the same.
/// Throws       std::invalid_argument where there is not one entry a vertex.
/// Source       Newman 2003, Mixing patterns in networks.
[[nodiscard]] std::optional<double> number_assortativity(GraphView, std::span<const std::optional<double>> number,
                                                         const RunContext& = {});

/// Reciprocity: the share of arcs that are answered by one the other way.
/// Definition   the number of ordered pairs u != v with arcs u to v and v to u, as a share of those with an arc u to v.
///              Not defined for an undirected graph, or without such arcs.
/// Counts       parallel arcs once; loops not at all, as igraph (NetworkX counts them among the arcs).
/// Cost         O(n + m) time; the graph is transposed.
/// Source       Wasserman, Faust 1994, section 13.1.
[[nodiscard]] std::optional<double> reciprocity(GraphView, const RunContext& = {});

/// Rich club: whether places with many partners are tied to each other.
/// Definition   phi(k) = the ties among the places with more than k partners as a share of all pairs of them; entry k
///              of the result, k = 0 .. largest degree. Not defined where fewer than two places have more.
/// Counts       ties of the simple graph under the given one. Not divided by what a random network has.
/// Cost         O(n + m) time, 24 bytes a degree.
/// Determinism  integers, then one division each.
/// Source       Zhou, Mondragon 2004; Colizza, Flammini, Serrano, Vespignani 2006.
[[nodiscard]] std::vector<std::optional<double>> rich_club(GraphView, const RunContext& = {});

}  // namespace regionet

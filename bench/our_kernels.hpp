// SPDX-License-Identifier: Apache-2.0
// Our kernels as the cases run them, and what judges each answer without computing it again.
#pragma once

#include <string>

#include "bench/input.hpp"
#include "engine/centrality/betweenness.hpp"
#include "engine/centrality/eigenvector.hpp"
#include "engine/centrality/pagerank.hpp"
#include "engine/structure/bfs.hpp"
#include "engine/structure/components.hpp"
#include "engine/structure/distances.hpp"
#include "engine/structure/triangles.hpp"

namespace regionet::bench {

[[nodiscard]] BfsResult run_bfs(const Input&);
[[nodiscard]] std::string judge_bfs(const Input&, const BfsResult&);

[[nodiscard]] ComponentsResult run_components(const Input&);
/// Arcs stay within components, and a search from the smallest vertex of each reaches as many as it has.
[[nodiscard]] std::string judge_components(const Input&, const ComponentsResult&);

[[nodiscard]] PagerankResult run_pagerank(const Input&);
[[nodiscard]] std::string judge_pagerank(const Input&, const PagerankResult&);

[[nodiscard]] EigenvectorResult run_eigenvector(const Input&);
/// The scores multiplied by the matrix are the scores times the eigenvalue.
[[nodiscard]] std::string judge_eigenvector(const Input&, const EigenvectorResult&);

[[nodiscard]] std::vector<std::uint32_t> run_core(const Input&);
/// Every vertex has as many partners of its core number or more, and not one more than that of a higher one.
[[nodiscard]] std::string judge_core(const Input&, const std::vector<std::uint32_t>&);

[[nodiscard]] TrianglesResult run_triangles(const Input&);
/// The sums of the vertices are three times the total, and none is above what its degree allows.
[[nodiscard]] std::string judge_triangles(const Input&, const TrianglesResult&);

[[nodiscard]] BetweennessResult run_betweenness(const Input&);
/// The scores sum to the steps between all pairs, less one for each pair.
[[nodiscard]] std::string judge_betweenness(const Input&, const BetweennessResult&);

[[nodiscard]] DistancesResult run_distances(const Input&);
/// The sums of some vertices are those of a search from each.
[[nodiscard]] std::string judge_distances(const Input&, const DistancesResult&);

[[nodiscard]] std::string answer_of(const BfsResult&);
[[nodiscard]] std::string answer_of(const ComponentsResult&);
[[nodiscard]] std::string answer_of(const PagerankResult&);
[[nodiscard]] std::string answer_of(const EigenvectorResult&);
[[nodiscard]] std::string answer_of(const std::vector<std::uint32_t>&);

}  // namespace regionet::bench

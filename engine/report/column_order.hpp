// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

#include "graphs/csr/graph.hpp"

namespace regionet {

/// The vertices of the two columns of a drawing, from top to bottom.
using Columns = std::array<std::vector<Vertex>, 2>;

/// Orders two columns so that few of the ties between them cross: the barycentre method (Sugiyama, Tagawa, Toda 1981),
/// the best of a few rounds, then neighbours swapped while that cuts crossings.
/// `partners` of each vertex must be symmetric; ties inside a column do not count. Never more crossings than before.
/// O(m log n) time a round; the swaps are left out above 20,000 ties.
[[nodiscard]] Columns order_columns(const std::vector<std::vector<Vertex>>& partners, Columns);

/// Pairs of ties between the columns whose ends are in opposite order. O(m log n).
[[nodiscard]] std::size_t count_crossings(const std::vector<std::vector<Vertex>>& partners, const Columns&);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
// Networks of two sides, with ties across only. A side is one flag a vertex: true on the first side.
#pragma once

#include <array>
#include <vector>

#include "graphs/csr/graph.hpp"

namespace regionet {

class View;

/// The sides of the vertices of a view, where it is a two-mode one.
[[nodiscard]] std::vector<bool> first_sides(const View&);

/// Throws std::invalid_argument where there is not one flag a vertex, or an arc stays within a side. O(n + m).
void require_sides(GraphView, const std::vector<bool>& first);

/// How many vertices stand on each side: [true] on the first.
[[nodiscard]] std::array<std::size_t, 2> side_sizes(const std::vector<bool>& first);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Core numbers: how deep a place lies in the dense middle of the network.
/// Definition   the largest k such that the vertex is in a part where every vertex has at least k partners in the part.
/// Counts       distinct partners, whatever the direction; loops and parallel arcs not at all.
/// Cost         O(n + m) time, 12n bytes; a graph that is not simple is made so first.
/// Determinism  integers; the peeling is sequential.
/// Source       Seidman 1983; Batagelj, Zaversnik 2003, An O(m) algorithm for cores decomposition of networks.
[[nodiscard]] std::vector<std::uint32_t> core_numbers(GraphView, const RunContext& = {});

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Where the rows of the graph with every arc turned round begin: one a vertex and the end, O(n + m).
[[nodiscard]] std::vector<Arc> in_offsets(GraphView);

/// The graph with every arc turned round; `arcs`, where given, receives the old arc of each new one.
/// Determinism  the same bytes for any number of threads.
/// Cost         O(n + m); 8 bytes a vertex and thread.
[[nodiscard]] Graph transpose(GraphView, const RunContext& = {}, std::vector<Arc>* arcs = nullptr);

}  // namespace regionet

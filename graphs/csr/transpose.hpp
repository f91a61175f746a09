// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/csr/graph.hpp"

namespace regionet {

/// The graph with every arc turned round; `arcs`, where given, receives the old arc of each new one.
/// O(n + m).
[[nodiscard]] Graph transpose(GraphView, std::vector<Arc>* arcs = nullptr);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {

/// Calls `work(v, slot)` for every vertex in blocks of constant size; `create()` makes a slot of workspace, once a
/// thread. What `work` writes must belong to v alone. Tells progress and heeds a stop between rounds of blocks.
template <typename Create, typename Work>
Outcome for_each_vertex_with(const RunContext& run, std::size_t vertices, Create create, Work work) {
  constexpr std::size_t grain = 256;
  using Slot = decltype(create());
  return for_each_in_order(
      run, (vertices + grain - 1) / grain, create,
      [&](std::size_t block, Slot& slot) {
        const std::size_t end = std::min(vertices, (block + 1) * grain);
        for (std::size_t v = block * grain; v < end; ++v) work(static_cast<Vertex>(v), slot);
      },
      [](const Slot&) {});
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "graphs/csr/graph.hpp"

namespace regionet {

/// Matches half-edges (each named by its vertex; an odd last one is left) at random into edges without loops, without
/// parallel edges and without those that `forbidden` names: bad edges swap an end with a random edge, again and again.
/// What cannot be mended after 100 rounds is left out. Returns two ends an edge. O(m log m) a round.
[[nodiscard]] std::vector<Vertex> match_half_edges(std::vector<Vertex> half_edges, std::uint64_t seed,
                                                   const std::function<bool(Vertex, Vertex)>& forbidden);

}  // namespace regionet

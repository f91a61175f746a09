// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "engine/structure/components.hpp"

namespace regionet {

/// The diameter of a component: how many ties the two places that lie farthest apart are from each other.
/// Definition   the largest distance in steps within the component, whatever the direction of the arcs.
/// Counts       ties of the simple graph under the given one.
/// Cost         O(n + m) a search; a handful of searches in most networks, n at worst. 12n bytes.
/// Determinism  integers; the same for any number of threads.
/// Throws       std::invalid_argument where there is no such component.
/// Source       Takes, Kosters 2011, Determining the diameter of small world networks.
struct DiameterResult {
  std::uint32_t diameter = 0;
  std::size_t searches = 0;
};
[[nodiscard]] DiameterResult diameter(GraphView, const ComponentsResult&, std::uint32_t component,
                                      const RunContext& = {});

}  // namespace regionet

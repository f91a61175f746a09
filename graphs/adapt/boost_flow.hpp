// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "graphs/csr/graph.hpp"

namespace regionet {

struct BoostFlow {
  double value = 0;
  std::vector<bool> near_source;  ///< the vertices on the source's side of a smallest cut
};

/// The largest flow from one vertex to another, by Boost.Graph's `boykov_kolmogorov_max_flow` on the graph itself.
/// The graph is simple and symmetric: every arc has its reverse, which takes back what flows along it; `capacities`
/// hold one number from 0 on for each arc. Source and target differ.
[[nodiscard]] BoostFlow boost_max_flow(GraphView, std::span<const double> capacities, Vertex source, Vertex target);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/structure/projection.hpp"
#include "graphs/model/network.hpp"
#include "graphs/view/view.hpp"

namespace regionet {

/// One side of a two-mode view as a plain network, its places tied by the partners that they share: ids and names as in
/// the view, the strengths of the projection as weights. Directed where the projection is.
/// Throws std::invalid_argument where the view has not two sides.
[[nodiscard]] Network projected_network(const View&, bool first_side, ProjectionWeight, const RunContext& = {});

}  // namespace regionet

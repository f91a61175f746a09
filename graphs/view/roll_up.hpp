// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "graphs/model/network.hpp"
#include "graphs/view/account.hpp"
#include "graphs/view/view_options.hpp"

namespace regionet {

/// Where each actor stands at a level: the nearest ancestor-or-self of the level's kind.
///
/// A municipality counts as region and as city. At level city a district with no city above it stands for itself.
/// At levels region and city a country is a vertex of its own. National actors stand nowhere below level country
/// unless they count for their seat.
struct RollUp {
  std::vector<ActorId> place;  ///< `no_actor` where there is none
  std::vector<Fate> reason;    ///< why there is none; `kept` where there is one
};

/// O(actors * depth of the tree) time.
[[nodiscard]] RollUp roll_up(const Network&, Level, bool count_national);

/// An actor that is a vertex of the level by its own kind.
[[nodiscard]] bool stands_at(const Network&, ActorId, Level);

}  // namespace regionet

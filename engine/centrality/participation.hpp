// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "graphs/view/view.hpp"

namespace regionet {

/// Participation across types: how evenly a place's agreements are spread over the types of agreement.
/// Definition   P = 1 - sum over types t of (k_t / k)^2, k_t = the agreements of type t that the place takes part in, k
///              = all of them. 0: all of one type; 1 - 1/T: the same number of each of T types. Not defined without
///              agreements. (Battiston, Nicosia, Latora 2014 multiply by T/(T-1) of the types of the network.)
/// Counts       whole agreements of the view, whatever their weight; one among several places once for each of them.
/// Cost         O(agreements + pairs) time, 4 bytes a place and type.
/// Determinism  integers, then one division each: the same bits always.
/// Source       Guimera, Amaral 2005, Functional cartography of complex metabolic networks; Simpson 1949.
[[nodiscard]] std::vector<std::optional<double>> type_participation(const View&);

}  // namespace regionet

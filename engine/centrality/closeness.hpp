// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/structure/distances.hpp"

namespace regionet {

/// Harmonic centrality: how near a place is to all others, those out of reach counting nothing.
/// Definition   sum of 1/d(v, u) over u != v, divided by n - 1; distances along the arcs, from the vertex. An isolate
///              has 0; of a single vertex it is not defined.
/// Source       Marchiori, Latora 2000; Boldi, Vigna 2014, Axioms for centrality.
[[nodiscard]] std::vector<double> harmonic(const DistancesResult&);

/// Closeness by Wasserman and Faust: the mean nearness within what a place reaches, times the share that it reaches.
/// Definition   r/(n-1) * r/sum of d(v, u) over the r vertices in reach; 0 where r is 0.
/// Source       Wasserman, Faust 1994, Social network analysis, formula 5.22.
[[nodiscard]] std::vector<double> closeness(const DistancesResult&);

}  // namespace regionet

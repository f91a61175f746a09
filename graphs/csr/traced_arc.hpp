// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/csr/graph.hpp"

namespace regionet {

/// The target of an arc: a bare Vertex, or a struct that has one.
struct TargetOf {
  Vertex operator()(Vertex arc) const { return arc; }
  template <typename ArcType>
  Vertex operator()(const ArcType& arc) const {
    return arc.target;
  }
};
inline constexpr TargetOf target_of;

/// An arc that remembers what it was made from (an edge, an older arc), so that values can follow it.
template <typename Origin>
struct TracedArc {
  Vertex target;
  Origin origin;
};

/// The arc that leads back to v, of the same origin.
inline Vertex turned(Vertex v, Vertex) { return v; }
template <typename Origin>
TracedArc<Origin> turned(Vertex v, const TracedArc<Origin>& arc) {
  return {v, arc.origin};
}

}  // namespace regionet

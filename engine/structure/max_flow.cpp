// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/max_flow.hpp"

#include <cmath>
#include <stdexcept>

#include "graphs/adapt/boost_flow.hpp"
#include "graphs/csr/simple_ties.hpp"

namespace regionet {

MaxFlowResult max_flow(GraphView graph, Strengths strengths, Vertex source, Vertex target, const RunContext& run) {
  if (source >= graph.vertex_count() || target >= graph.vertex_count() || source == target) {
    throw std::invalid_argument("a flow runs between two different vertices of the graph");
  }
  require_nonnegative(graph, strengths, "max_flow");
  const SimpleTies ties(graph, strengths, run, TieSum::outward);
  std::vector<double> capacities(ties.view().arc_count());
  for (Arc arc = 0; arc < capacities.size(); ++arc) {
    capacities[arc] = ties.strengths()[arc];
    if (!std::isfinite(capacities[arc])) throw std::invalid_argument("a flow needs finite strengths");
  }
  BoostFlow flow = boost_max_flow(ties.view(), capacities, source, target);
  return {.value = flow.value, .near_source = std::move(flow.near_source)};
}

}  // namespace regionet

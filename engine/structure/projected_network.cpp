// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/projected_network.hpp"

#include <stdexcept>

#include "engine/structure/two_mode.hpp"
#include "graphs/diagnostic.hpp"
#include "graphs/model/plain_builder.hpp"

namespace regionet {

Network projected_network(const View& view, bool first_side, ProjectionWeight weight, const RunContext& run) {
  if (!view.two_mode()) {
    throw std::invalid_argument("a projection needs a view of exactly two sides: two countries, or --two-mode");
  }
  const Projection made = projection(view.graph(), first_sides(view), first_side, weight, run);
  const GraphView graph = made.graph.view();
  PlainBuilder out;
  out.directed = graph.facts().directed;
  out.title = view.network().info().title;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    const ActorId actor = view.actor(made.vertices[v]);
    const Network& network = view.network();
    out.actor(network.id(actor));  // numbered as the vertices
    if (network.name(actor) != network.id(actor)) out.set_label(v, network.name(actor));
  }
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      if (!graph.facts().directed && graph.target(arc) < v) continue;
      out.set_weight(out.add(v, graph.target(arc), 0), made.strengths[arc]);
    }
  }
  Diagnostics none;
  return out.freeze(none);
}

}  // namespace regionet

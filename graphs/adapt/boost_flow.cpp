// SPDX-License-Identifier: Apache-2.0
#include "graphs/adapt/boost_flow.hpp"

#include <algorithm>
#include <boost/graph/boykov_kolmogorov_max_flow.hpp>

#include "graphs/adapt/boost_graph.hpp"

namespace regionet {
namespace {

/// A number of each arc that Boost reads and writes.
struct ArcNumbers {
  using key_type = adapt::ArcDescriptor;
  using value_type = double;
  using reference = double&;
  using category = boost::lvalue_property_map_tag;
  std::vector<double>* numbers = nullptr;
  double& operator[](const adapt::ArcDescriptor& arc) const { return (*numbers)[arc.arc]; }
  friend double& get(const ArcNumbers& map, const adapt::ArcDescriptor& arc) { return map[arc]; }
  friend void put(const ArcNumbers& map, const adapt::ArcDescriptor& arc, double number) { map[arc] = number; }
};

/// The arc the other way, found in the sorted row of the target.
struct ReverseArcs {
  using key_type = adapt::ArcDescriptor;
  using value_type = adapt::ArcDescriptor;
  using reference = adapt::ArcDescriptor;
  using category = boost::readable_property_map_tag;
  GraphView graph;
  friend adapt::ArcDescriptor get(const ReverseArcs& map, const adapt::ArcDescriptor& arc) {
    const auto row = map.graph.neighbours(arc.to);
    const auto place = std::ranges::lower_bound(row, arc.from) - row.begin();
    return {arc.to, arc.from, map.graph.begin(arc.to) + static_cast<Arc>(place)};
  }
};

}  // namespace

BoostFlow boost_max_flow(GraphView graph, std::span<const double> capacities, Vertex source, Vertex target) {
  const std::size_t n = graph.vertex_count();
  std::vector<double> capacity(capacities.begin(), capacities.end());
  std::vector<double> left = capacity;
  std::vector<adapt::ArcDescriptor> before(n);
  std::vector<boost::default_color_type> colour(n);
  std::vector<long> distance(n);
  const boost::typed_identity_property_map<Vertex> index;
  const auto by_vertex = [&](auto& values) { return boost::make_iterator_property_map(values.begin(), index); };
  BoostFlow out;
  out.value = boost::boykov_kolmogorov_max_flow(graph, ArcNumbers{&capacity}, ArcNumbers{&left}, ReverseArcs{graph},
                                                by_vertex(before), by_vertex(colour), by_vertex(distance), index,
                                                source, target);
  // What the last search reached from the source is black; free vertices and those of the target's tree are not.
  for (const boost::default_color_type side : colour) {
    out.near_source.push_back(side == boost::color_traits<boost::default_color_type>::black());
  }
  return out;
}

}  // namespace regionet

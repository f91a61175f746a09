// SPDX-License-Identifier: Apache-2.0
// GraphView as a model of Boost.Graph's concepts: VertexListGraph, EdgeListGraph, IncidenceGraph, AdjacencyGraph.
//
// A GraphView is seen as a directed graph of its arcs, so an undirected graph is its symmetric directed one.
// `undirected(graph)` is the same rows with the undirected category: each edge is listed once by `edges`.
#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <stdexcept>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"

namespace regionet {

/// An undirected graph for Boost's algorithms that ask for one.
class UndirectedGraphView : public GraphView {
 public:
  explicit UndirectedGraphView(GraphView graph) : GraphView(graph) {}
};

/// Throws std::invalid_argument for a directed graph.
[[nodiscard]] inline UndirectedGraphView undirected(GraphView graph) {
  if (graph.facts().directed) throw std::invalid_argument("a directed graph is not undirected");
  return UndirectedGraphView(graph);
}

namespace adapt {

struct ArcDescriptor {
  Vertex from = 0;
  Vertex to = 0;
  Arc arc = 0;
  friend bool operator==(const ArcDescriptor& a, const ArcDescriptor& b) { return a.arc == b.arc; }
  friend auto operator<=>(const ArcDescriptor& a, const ArcDescriptor& b) { return a.arc <=> b.arc; }
};

class OutArcIterator : public boost::iterator_facade<OutArcIterator, ArcDescriptor, boost::random_access_traversal_tag,
                                                     ArcDescriptor, std::ptrdiff_t> {
 public:
  OutArcIterator() = default;
  OutArcIterator(GraphView graph, Vertex from, Arc at) : graph_(graph), from_(from), at_(at) {}

 private:
  friend class boost::iterator_core_access;
  [[nodiscard]] ArcDescriptor dereference() const { return {from_, graph_.target(at_), at_}; }
  [[nodiscard]] bool equal(const OutArcIterator& other) const { return at_ == other.at_; }
  void increment() { ++at_; }
  void decrement() { --at_; }
  void advance(std::ptrdiff_t by) { at_ += static_cast<Arc>(by); }
  [[nodiscard]] std::ptrdiff_t distance_to(const OutArcIterator& other) const {
    return static_cast<std::ptrdiff_t>(other.at_) - static_cast<std::ptrdiff_t>(at_);
  }

  GraphView graph_;
  Vertex from_ = 0;
  Arc at_ = 0;
};

/// All arcs, or each undirected edge once: of the two arcs of a loop only the first.
class EdgeIterator
    : public boost::iterator_facade<EdgeIterator, ArcDescriptor, boost::forward_traversal_tag, ArcDescriptor> {
 public:
  EdgeIterator() = default;
  EdgeIterator(GraphView graph, Arc at, bool each_edge_once) : graph_(graph), at_(at), once_(each_edge_once) {
    settle();
  }

 private:
  friend class boost::iterator_core_access;
  [[nodiscard]] ArcDescriptor dereference() const { return {from_, graph_.target(at_), at_}; }
  [[nodiscard]] bool equal(const EdgeIterator& other) const { return at_ == other.at_; }
  void increment() {
    ++at_;
    settle();
  }
  void settle() {
    for (; at_ < graph_.arc_count(); ++at_) {
      while (graph_.end(from_) <= at_) ++from_;
      if (!once_) return;
      const Vertex to = graph_.target(at_);
      const bool second_arc_of_loop = to == from_ && loop_arcs_before() % 2 == 1;
      if (from_ <= to && !second_arc_of_loop) return;
    }
  }
  [[nodiscard]] Arc loop_arcs_before() const {
    Arc count = 0;
    for (Arc arc = at_; arc > graph_.begin(from_) && graph_.target(arc - 1) == from_; --arc) ++count;
    return count;
  }

  GraphView graph_;
  Vertex from_ = 0;
  Arc at_ = 0;
  bool once_ = false;
};

struct TraversalCategory : boost::vertex_list_graph_tag,
                           boost::edge_list_graph_tag,
                           boost::incidence_graph_tag,
                           boost::adjacency_graph_tag {};

/// A property map over arcs: strengths or lengths as Boost's edge weights.
template <typename Weights>
struct ArcWeightMap {
  using key_type = ArcDescriptor;
  using value_type = double;
  using reference = double;
  using category = boost::readable_property_map_tag;
  const Weights* weights = nullptr;
  friend double get(const ArcWeightMap& map, const ArcDescriptor& arc) { return (*map.weights)[arc.arc]; }
};

}  // namespace adapt

[[nodiscard]] inline adapt::ArcWeightMap<Lengths> arc_map(const Lengths& lengths) { return {&lengths}; }
[[nodiscard]] inline adapt::ArcWeightMap<Strengths> arc_map(const Strengths& strengths) { return {&strengths}; }

// Found by argument-dependent lookup, as Boost.Graph wants them.
[[nodiscard]] inline std::size_t num_vertices(const GraphView& g) { return g.vertex_count(); }
[[nodiscard]] inline std::size_t num_edges(const GraphView& g) { return g.arc_count(); }
[[nodiscard]] inline std::size_t num_edges(const UndirectedGraphView& g) { return g.edge_count(); }
[[nodiscard]] inline std::pair<boost::counting_iterator<Vertex>, boost::counting_iterator<Vertex>> vertices(
    const GraphView& g) {
  return {boost::counting_iterator<Vertex>(0), boost::counting_iterator<Vertex>(static_cast<Vertex>(g.vertex_count()))};
}
[[nodiscard]] inline std::pair<adapt::OutArcIterator, adapt::OutArcIterator> out_edges(Vertex v, const GraphView& g) {
  return {{g, v, g.begin(v)}, {g, v, g.end(v)}};
}
[[nodiscard]] inline std::size_t out_degree(Vertex v, const GraphView& g) { return g.neighbours(v).size(); }
[[nodiscard]] inline std::pair<const Vertex*, const Vertex*> adjacent_vertices(Vertex v, const GraphView& g) {
  const auto row = g.neighbours(v);
  return {row.data(), row.data() + row.size()};
}
[[nodiscard]] inline std::pair<adapt::EdgeIterator, adapt::EdgeIterator> edges(const GraphView& g) {
  return {{g, 0, false}, {g, g.arc_count(), false}};
}
[[nodiscard]] inline std::pair<adapt::EdgeIterator, adapt::EdgeIterator> edges(const UndirectedGraphView& g) {
  return {{g, 0, true}, {g, g.arc_count(), true}};
}
namespace adapt {
[[nodiscard]] inline Vertex source(const ArcDescriptor& arc, const GraphView&) { return arc.from; }
[[nodiscard]] inline Vertex target(const ArcDescriptor& arc, const GraphView&) { return arc.to; }
}  // namespace adapt
[[nodiscard]] inline boost::typed_identity_property_map<Vertex> get(boost::vertex_index_t, const GraphView&) {
  return {};
}
[[nodiscard]] inline Vertex get(boost::vertex_index_t, const GraphView&, Vertex v) { return v; }

}  // namespace regionet

namespace boost {

template <>
struct graph_traits<regionet::GraphView> {
  using vertex_descriptor = regionet::Vertex;
  using edge_descriptor = regionet::adapt::ArcDescriptor;
  using directed_category = directed_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = regionet::adapt::TraversalCategory;
  using vertex_iterator = counting_iterator<regionet::Vertex>;
  using out_edge_iterator = regionet::adapt::OutArcIterator;
  using edge_iterator = regionet::adapt::EdgeIterator;
  using adjacency_iterator = const regionet::Vertex*;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return 0xFFFFFFFFU; }
};

template <>
struct graph_traits<regionet::UndirectedGraphView> : graph_traits<regionet::GraphView> {
  using directed_category = undirected_tag;
};

template <>
struct property_map<regionet::GraphView, vertex_index_t> {
  using type = typed_identity_property_map<regionet::Vertex>;
  using const_type = type;
};
template <>
struct property_map<regionet::UndirectedGraphView, vertex_index_t> : property_map<regionet::GraphView, vertex_index_t> {
};

}  // namespace boost

// SPDX-License-Identifier: Apache-2.0
#include <Eigen/SparseCore>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>

#include "graphs/adapt/boost_graph.hpp"
#include "graphs/adapt/boost_network.hpp"
#include "graphs/adapt/eigen_matrix.hpp"
#include "graphs/csr/build.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/data.hpp"
#include "tests/support/small_graphs.hpp"

namespace regionet::test::adapt_test {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<GraphView>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<GraphView>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<GraphView>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<GraphView>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<UndirectedGraphView>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<UndirectedGraphView>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<UndirectedGraphView>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<GraphView, Vertex, boost::vertex_index_t>));

TEST_CASE("Boost's Dijkstra runs on our rows", "[adapt]") {
  // 0 -1- 1 -1- 2 and 0 -5- 2: the way over 1 is shorter; 3 is not reached.
  const MergedGraph merged = build_merged(4, Pairs{{0, 1, 1}, {1, 2, 1}, {0, 2, 5}}, false);
  const Lengths all = lengths(merged.graph.view(), Strengths(merged.weights), LengthTransform::weight);
  std::vector<double> distance(4);
  boost::dijkstra_shortest_paths(merged.graph.view(), Vertex{0},
                                 boost::weight_map(arc_map(all))
                                     .distance_map(boost::make_iterator_property_map(
                                         distance.begin(), get(boost::vertex_index, merged.graph.view()))));
  CHECK(distance[1] == 1);
  CHECK(distance[2] == 2);
  CHECK(distance[3] == std::numeric_limits<double>::max());
}

TEST_CASE("Boost counts components on the undirected view", "[adapt]") {
  const MergedGraph merged = build_merged(5, Pairs{{0, 1, 1}, {3, 4, 1}, {4, 4, 1}}, false);
  std::vector<int> component(5);
  CHECK(boost::connected_components(undirected(merged.graph.view()), component.data()) == 3);
}

TEST_CASE("the undirected view lists each edge once, loops too", "[adapt]") {
  for_each_graph(3, false, true, [](std::size_t n, const Pairs& pairs) {
    const MergedGraph merged = build_merged(n, pairs, false);
    const UndirectedGraphView graph = undirected(merged.graph.view());
    std::vector<std::pair<Vertex, Vertex>> found;
    for (const auto& arc : boost::make_iterator_range(edges(graph)))
      found.emplace_back(source(arc, graph), target(arc, graph));
    std::vector<std::pair<Vertex, Vertex>> wanted;
    for (const WeightedPair& pair : pairs) wanted.emplace_back(pair.from, pair.to);
    std::sort(wanted.begin(), wanted.end());
    REQUIRE(found == wanted);
    REQUIRE(num_edges(graph) == pairs.size());
  });
}

TEST_CASE("a directed graph is not taken for an undirected one", "[adapt]") {
  const MergedGraph merged = build_merged(2, Pairs{{0, 1, 1}}, true);
  CHECK_THROWS_AS(undirected(merged.graph.view()), std::invalid_argument);
}

TEST_CASE("the network is a Boost graph with what actors and agreements carry", "[adapt]") {
  const OpenedNetwork opened =
      open_network(std::array{std::string(REGIONET_SOURCE) + "/datasets/belarus-china"}, {}, {}, false);
  const Network& network = opened.network;
  const BoostNetwork graph = boost_network(network);
  CHECK(boost::num_vertices(graph) == network.actor_count());
  std::size_t pairs = 0;
  for (AgreementId id = 0; id < network.agreement_count(); ++id) {
    const std::size_t k = network.participants(id).size();
    pairs += k * (k - 1) / 2;
  }
  CHECK(boost::num_edges(graph) == pairs);
  const auto gansu = network.find_actor("CN-GS");
  REQUIRE(gansu);
  CHECK(graph[*gansu].name == "Gansu");
  CHECK(graph[*gansu].kind == Kind::region);
  const auto edge = *boost::edges(graph).first;
  CHECK(graph[edge].id == network.agreement_id(graph[edge].agreement));
  CHECK(network.types().find(graph[edge].type).has_value());
}

TEST_CASE("the Eigen expression multiplies and is copied like the dense matrix", "[adapt]") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const bool directed = seed % 2 == 0;
    const Pairs pairs = random_pairs(9, 30, seed);
    const MergedGraph merged = build_merged(9, pairs, directed);
    Eigen::MatrixXd dense = Eigen::MatrixXd::Zero(9, 9);
    for (const auto& [from, to, weight] : pairs) {
      dense(from, to) += weight;
      if (!directed) dense(to, from) += weight;  // a loop twice
    }
    const EigenMatrix matrix(merged.graph.view(), Strengths(merged.weights));
    const Eigen::VectorXd x = Eigen::VectorXd::LinSpaced(9, 1, 2);
    CHECK((matrix * x - dense * x).norm() < 1e-12);
    const Eigen::SparseMatrix<double, Eigen::RowMajor> copy(matrix);
    CHECK((copy * x - dense * x).norm() < 1e-12);
  }
}

}  // namespace regionet::test::adapt_test

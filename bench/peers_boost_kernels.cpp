// SPDX-License-Identifier: Apache-2.0
// Boost.Graph's algorithms over its own rows, each edge in both directions.
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/page_rank.hpp>
#include <cmath>
#include <memory>

#include "bench/answers.hpp"
#include "bench/peers.hpp"

namespace regionet::bench {
namespace {

using None = boost::no_property;
using Rows = boost::compressed_sparse_row_graph<boost::directedS, None, None, None, Vertex, Arc>;

/// The same rows for algorithms that ask for an undirected graph; Boost has no such rows of its own.
struct UndirectedRows : Rows {
  using Rows::Rows;
  using directed_category = boost::undirected_tag;
};

}  // namespace
}  // namespace regionet::bench

template <>
struct boost::graph_traits<regionet::bench::UndirectedRows> : graph_traits<regionet::bench::Rows> {
  using directed_category = undirected_tag;
};
template <>
struct boost::property_map<regionet::bench::UndirectedRows, boost::vertex_index_t>
    : property_map<regionet::bench::Rows, vertex_index_t> {};

namespace regionet::bench {
namespace {

std::shared_ptr<UndirectedRows> rows_of(const Input& input) {
  const GraphView graph = input.graph.view();
  std::vector<std::pair<Vertex, Vertex>> arcs;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (const Vertex to : graph.neighbours(v)) arcs.emplace_back(v, to);
  }
  return std::make_shared<UndirectedRows>(boost::edges_are_sorted, arcs.begin(), arcs.end(),
                                          static_cast<Vertex>(graph.vertex_count()));
}

/// A contender that writes a value a vertex: `run(rows, map, values)`.
template <typename Value>
Contender by_vertex(const Input& input, std::string name, auto run, std::string (*answer)(std::span<const Value>)) {
  const auto rows = rows_of(input);
  auto values = std::make_shared<std::vector<Value>>(input.vertices());
  return {std::move(name),
          timed([=] {
            const Rows& graph = *rows;
            run(*rows, boost::make_iterator_property_map(values->begin(), get(boost::vertex_index, graph)), *values);
          }),
          {},
          [=] { return answer(*values); }};
}

Contender bfs(const Input& input) {
  const auto run = [source = busiest(input.graph.view())](const Rows& rows, auto level, auto& values) {
    values.assign(values.size(), -1);
    values[source] = 0;
    const auto visitor = boost::make_bfs_visitor(boost::record_distances(level, boost::on_tree_edge()));
    boost::breadth_first_search(rows, source, boost::visitor(visitor));
  };
  return by_vertex<std::int64_t>(input, "boost::breadth_first_search", run, levels_answer);
}

Contender components(const Input& input) {
  const auto run = [](const UndirectedRows& rows, auto group, auto&) { boost::connected_components(rows, group); };
  return by_vertex<std::int64_t>(input, "boost::connected_components", run, groups_answer);
}

Contender core(const Input& input) {
  const auto run = [](const Rows& rows, auto cores, auto&) { boost::core_numbers(rows, cores); };
  return by_vertex<std::int64_t>(input, "boost::core_numbers", run, cores_answer);
}

Contender betweenness(const Input& input) {
  const auto run = [](const UndirectedRows& rows, auto score, auto&) {
    boost::brandes_betweenness_centrality(rows, score);
  };
  return by_vertex<double>(input, "boost::brandes_betweenness_centrality", run, scores_answer);
}

/// Whether a round changed the scores by less than 1e-6 in L1. Boost's scores sum to n, so the bound is n times that.
class Converged {
 public:
  explicit Converged(std::size_t vertices) : before_(vertices) {}
  bool operator()(const auto& scores, const auto&) {
    double change = 0;
    for (Vertex v = 0; v < before_.size(); ++v) {
      change += std::abs(get(scores, v) - before_[v]);
      before_[v] = get(scores, v);
    }
    return change < 1e-6 * static_cast<double>(before_.size());
  }

 private:
  std::vector<double> before_;
};

Contender pagerank(const Input& input) {
  const auto run = [](const Rows& rows, auto score, auto& values) {
    boost::graph::page_rank(rows, score, Converged(values.size()), 0.85);
  };
  return by_vertex<double>(input, "boost::graph::page_rank, fp64, to L1 1e-6 (sinks lose their mass)", run,
                           shares_answer);
}

}  // namespace

std::vector<PeerRow> boost_kernel_rows() {
  return {{"boost", "bfs", bfs},
          {"boost", "components", components},
          {"boost", "core", core},
          {"boost", "betweenness", betweenness},
          {"boost", "pagerank", pagerank}};
}

}  // namespace regionet::bench

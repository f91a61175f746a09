// SPDX-License-Identifier: Apache-2.0
#include "bench/peers.hpp"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstring>
#include <fstream>
#include <memory>
#include <vector>

#ifdef REGIONET_BENCH_IGRAPH
#include <igraph/igraph.h>
#endif

#include "graphs/io/text.hpp"

namespace regionet::bench {
namespace {

void add_copy(const std::string& file, std::vector<Contender>& out) {
  auto text = std::make_shared<Text>(Text::load_unchecked(file, "", ~std::uint64_t{0}));
  auto copy = std::make_shared<std::vector<char>>(text->view().size());
  out.push_back({"memcpy of the file", [=] { std::memcpy(copy->data(), text->view().data(), copy->size()); }, {}});
}

void add_stream_loop(const std::string& file, std::vector<Contender>& out) {
  out.push_back({"ifstream loop, as Boost.Graph's examples read",
                 [=] {
                   std::ifstream in(file);
                   std::vector<std::pair<Vertex, Vertex>> edges;
                   for (Vertex from = 0, to = 0; in >> from >> to;) edges.emplace_back(from, to);
                 },
                 {}});
}

#ifdef REGIONET_BENCH_IGRAPH
void add_igraph_reader(const std::string& file, std::vector<Contender>& out,
                       igraph_error_t (*read)(igraph_t*, std::FILE*), const char* name) {
  out.push_back({name,
                 [=] {
                   std::FILE* const in = std::fopen(file.c_str(), "r");
                   igraph_t graph;
                   read(&graph, in);
                   igraph_destroy(&graph);
                   std::fclose(in);
                 },
                 {}});
}
#endif

}  // namespace

bool wanted(const std::string& peers, const std::string& name) {
  return ("," + peers + ",").find("," + name + ",") != std::string::npos;
}

void add_readers(const std::string& file, const std::string& peers, std::vector<Contender>& out) {
  if (peers != "none") add_copy(file, out);
  if (wanted(peers, "boost")) add_stream_loop(file, out);
#ifdef REGIONET_BENCH_IGRAPH
  if (wanted(peers, "igraph")) {
    add_igraph_reader(
        file, out, [](igraph_t* graph, std::FILE* in) { return igraph_read_graph_edgelist(graph, in, 0, false); },
        "igraph_read_graph_edgelist");
  }
#endif
}

void add_graphml_readers(const std::string& file, const std::string& peers, std::vector<Contender>& out) {
#ifdef REGIONET_BENCH_IGRAPH
  if (wanted(peers, "igraph")) {
    add_igraph_reader(
        file, out, [](igraph_t* graph, std::FILE* in) { return igraph_read_graph_graphml(graph, in, 0); },
        "igraph_read_graph_graphml");
  }
#else
  static_cast<void>(file), static_cast<void>(peers), static_cast<void>(out);
#endif
}

void add_builders(std::size_t vertices, std::span<const Vertex> ends, const std::string& peers,
                  std::vector<Contender>& out) {
  if (wanted(peers, "boost")) {
    auto pairs = std::make_shared<std::vector<std::pair<Vertex, Vertex>>>();
    for (std::size_t i = 0; i < ends.size(); i += 2) {
      pairs->emplace_back(ends[i], ends[i + 1]);
      pairs->emplace_back(ends[i + 1], ends[i]);
    }
    using Rows = boost::compressed_sparse_row_graph<boost::directedS>;
    out.push_back(
        {"boost::compressed_sparse_row_graph (rows unsorted, parallel edges kept)",
         [=] { const Rows rows(boost::edges_are_unsorted_multi_pass, pairs->begin(), pairs->end(), vertices); },
         {}});
  }
#ifdef REGIONET_BENCH_IGRAPH
  if (wanted(peers, "igraph")) {
    auto edges = std::shared_ptr<igraph_vector_int_t>(new igraph_vector_int_t, [](igraph_vector_int_t* vector) {
      igraph_vector_int_destroy(vector);
      delete vector;
    });
    igraph_vector_int_init(edges.get(), static_cast<igraph_integer_t>(ends.size()));
    for (std::size_t i = 0; i < ends.size(); ++i) VECTOR(*edges)[i] = ends[i];
    out.push_back({"igraph_create, igraph_simplify",
                   [=] {
                     igraph_t graph;
                     igraph_create(&graph, edges.get(), static_cast<igraph_integer_t>(vertices), false);
                     igraph_simplify(&graph, true, false, nullptr);
                     igraph_destroy(&graph);
                   },
                   {}});
  }
#endif
}

}  // namespace regionet::bench

// SPDX-License-Identifier: Apache-2.0
// igraph's C library: reading and building.
#include <cstdio>
#include <memory>

#include "bench/igraph_handles.hpp"
#include "bench/peers.hpp"

namespace regionet::bench {
namespace {

Contender file_reader(const Input& input, igraph_error_t (*read)(igraph_t*, std::FILE*), const char* name) {
  return {name,
          timed([read, &input] {
            const std::unique_ptr<std::FILE, int (*)(std::FILE*)> in(std::fopen(input.file.c_str(), "r"), std::fclose);
            igraph_t graph;
            read(&graph, in.get());
            igraph_destroy(&graph);
          }),
          {},
          {}};
}

Contender read_with_igraph(const Input& input) {
  return file_reader(
      input, [](igraph_t* graph, std::FILE* in) { return igraph_read_graph_edgelist(graph, in, 0, false); },
      "igraph_read_graph_edgelist");
}

Contender read_names_with_igraph(const Input& input) {
  return file_reader(
      input,
      [](igraph_t* graph, std::FILE* in) {
        return igraph_read_graph_ncol(graph, in, nullptr, true, IGRAPH_ADD_WEIGHTS_NO, false);
      },
      "igraph_read_graph_ncol");
}

Contender read_graphml_with_igraph(const Input& input) {
  return file_reader(
      input, [](igraph_t* graph, std::FILE* in) { return igraph_read_graph_graphml(graph, in, 0); },
      "igraph_read_graph_graphml");
}

Contender build_with_igraph(const Input& input) {
  auto ends = std::make_shared<IgraphInts>(input.ends);
  return {"igraph_create, igraph_simplify",
          timed([=, n = static_cast<igraph_integer_t>(input.vertices())] {
            igraph_t graph;
            igraph_create(&graph, &ends->of, n, false);
            igraph_simplify(&graph, true, false, nullptr);
            igraph_destroy(&graph);
          }),
          {},
          {}};
}

}  // namespace

std::vector<PeerRow> igraph_rows() {
  return {{"igraph", "read", read_with_igraph},
          {"igraph", "read-names", read_names_with_igraph},
          {"igraph", "graphml", read_graphml_with_igraph},
          {"igraph", "build", build_with_igraph}};
}

}  // namespace regionet::bench

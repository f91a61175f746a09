// SPDX-License-Identifier: Apache-2.0
// What a case runs on: read and built before the clock starts.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/io/open.hpp"

namespace regionet::bench {

struct Input {
  std::string file;
  unsigned threads = 1;
  OpenedNetwork opened;
  std::vector<Vertex> ends;  ///< of each edge, as the case takes them
  Graph graph;               ///< empty where the case does not ask for one

  [[nodiscard]] RunContext run() const { return {.threads = threads}; }
  [[nodiscard]] std::size_t vertices() const { return opened.network.actor_count(); }
  [[nodiscard]] std::size_t edges() const { return ends.size() / 2; }
};

[[nodiscard]] OpenedNetwork open(const std::string& file, const RunContext&, bool trust = false);

/// The network, with its edges as they stand in the file.
[[nodiscard]] Input edges_of(const std::string& file, unsigned threads);
/// The same, and the rows of all edges.
[[nodiscard]] Input rows_of(const std::string& file, unsigned threads);
/// The graph with each pair once and without loops, so that the peers' definitions agree on it; every vertex stays.
[[nodiscard]] Input simple_graph(const std::string& file, unsigned threads);

/// Where a search starts: the vertex with most neighbours, of equal ones the first.
[[nodiscard]] Vertex busiest(GraphView);

}  // namespace regionet::bench

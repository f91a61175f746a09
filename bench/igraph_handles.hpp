// SPDX-License-Identifier: Apache-2.0
// igraph's objects, freed at the end of their scope.
#pragma once

#include <igraph/igraph.h>
#include <span>

#include "bench/input.hpp"

namespace regionet::bench {

struct IgraphInts {
  igraph_vector_int_t of{};
  IgraphInts() { igraph_vector_int_init(&of, 0); }
  explicit IgraphInts(std::span<const Vertex> values) {
    igraph_vector_int_init(&of, static_cast<igraph_integer_t>(values.size()));
    for (std::size_t i = 0; i < values.size(); ++i) VECTOR(of)[i] = values[i];
  }
  IgraphInts(const IgraphInts&) = delete;
  IgraphInts& operator=(const IgraphInts&) = delete;
  ~IgraphInts() { igraph_vector_int_destroy(&of); }

  [[nodiscard]] std::span<const std::int64_t> values() const {
    return {VECTOR(of), static_cast<std::size_t>(igraph_vector_int_size(&of))};
  }
};

struct IgraphReals {
  igraph_vector_t of{};
  IgraphReals() { igraph_vector_init(&of, 0); }
  IgraphReals(const IgraphReals&) = delete;
  IgraphReals& operator=(const IgraphReals&) = delete;
  ~IgraphReals() { igraph_vector_destroy(&of); }

  [[nodiscard]] std::span<const double> values() const {
    return {VECTOR(of), static_cast<std::size_t>(igraph_vector_size(&of))};
  }
};

/// The edges of the input as an undirected graph.
struct IgraphGraph {
  igraph_t of{};
  explicit IgraphGraph(const Input& input) {
    const IgraphInts ends(input.ends);
    igraph_create(&of, &ends.of, static_cast<igraph_integer_t>(input.vertices()), false);
  }
  IgraphGraph(const IgraphGraph&) = delete;
  IgraphGraph& operator=(const IgraphGraph&) = delete;
  ~IgraphGraph() { igraph_destroy(&of); }
};

}  // namespace regionet::bench

// SPDX-License-Identifier: Apache-2.0
// What the peers do in each case; a peer that was not found when the bench was built is not in the list.
#pragma once

#include <span>
#include <string>

#include "bench/harness.hpp"
#include "graphs/csr/graph.hpp"

namespace regionet::bench {

/// Whether a peer was asked for: `igraph,boost`, or `none`.
[[nodiscard]] bool wanted(const std::string& peers, const std::string& name);

/// Reading a file of two decimal ids a line into edges.
void add_readers(const std::string& file, const std::string& peers, std::vector<Contender>&);
/// Building sorted rows out of edges (both directions of each).
void add_builders(std::size_t vertices, std::span<const Vertex> ends, const std::string& peers,
                  std::vector<Contender>&);
/// Reading a GraphML file.
void add_graphml_readers(const std::string& file, const std::string& peers, std::vector<Contender>&);

}  // namespace regionet::bench

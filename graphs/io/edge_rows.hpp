// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graphs/io/graph_format.hpp"

namespace regionet {

/// Writes an edge list of numbered vertices piece by piece, in the bytes in which the format's own writer would write
/// the whole network: for graphs that are made as they are written and never held.
class EdgeRowsWriter {
 public:
  struct Size {
    std::uint64_t vertices = 0;
    std::uint64_t edges = 0;
    bool directed = false;
  };

  /// Whether the format is one of rows that needs nothing told ahead but this size.
  [[nodiscard]] static bool can_write(const GraphFormat&, const Size&);

  EdgeRowsWriter(GraphOutput&, const GraphFormat&, const Size&);
  /// Two ends an edge.
  void write(std::span<const std::uint32_t> ends);

  [[nodiscard]] std::uint64_t edges() const { return edges_; }
  /// Vertices that no edge has named so far: a list of edges cannot hold them.
  [[nodiscard]] std::uint64_t isolates() const;

 private:
  GraphOutput& out_;
  char separator_;
  std::vector<bool> tied_;
  std::uint64_t edges_ = 0;
};

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "graphs/runtime/buffer.hpp"

namespace regionet {

using Vertex = std::uint32_t;
using Arc = std::uint64_t;

/// What is true of a graph: set once when it is built, recomputed by `check`.
struct Facts {
  bool directed = false;
  bool symmetric = true;  ///< every arc has its reverse; true of every undirected graph
  bool has_loops = false;
  bool has_parallel_arcs = false;  ///< two arcs from one vertex to another; an undirected loop's two arcs are none

  friend bool operator==(const Facts&, const Facts&) = default;
};

/// A look at a graph in compressed sparse rows: vertices 0..n-1, the arcs of a row sorted by target.
///
/// An undirected edge stands as two arcs, an undirected loop too, so that degrees sum to 2m; a directed loop is one
/// arc. Topology only: weights are Strengths or Lengths over the same arcs.
class GraphView {
 public:
  GraphView() = default;
  GraphView(std::span<const Arc> offsets, std::span<const Vertex> targets, Facts facts)
      : offsets_(offsets), targets_(targets), facts_(facts) {}

  [[nodiscard]] std::size_t vertex_count() const { return offsets_.empty() ? 0 : offsets_.size() - 1; }
  [[nodiscard]] std::size_t arc_count() const { return targets_.size(); }
  /// m: arcs of a directed graph, pairs of arcs of an undirected one.
  [[nodiscard]] std::size_t edge_count() const { return facts_.directed ? arc_count() : arc_count() / 2; }

  [[nodiscard]] Arc begin(Vertex v) const { return offsets_[v]; }
  [[nodiscard]] Arc end(Vertex v) const { return offsets_[v + 1]; }
  [[nodiscard]] Vertex target(Arc arc) const { return targets_[arc]; }
  [[nodiscard]] std::span<const Vertex> neighbours(Vertex v) const {
    return targets_.subspan(offsets_[v], offsets_[v + 1] - offsets_[v]);
  }
  [[nodiscard]] std::span<const Arc> offsets() const { return offsets_; }
  [[nodiscard]] std::span<const Vertex> targets() const { return targets_; }
  [[nodiscard]] const Facts& facts() const { return facts_; }

 private:
  std::span<const Arc> offsets_;
  std::span<const Vertex> targets_;
  Facts facts_;
};

/// A graph that owns its rows, or keeps the file alive that they are mapped from. It only moves; kernels take the view.
class Graph {
 public:
  Graph() = default;
  Graph(std::vector<Arc> offsets, std::vector<Vertex> targets, Facts facts);
  Graph(std::vector<Arc> offsets, Buffer<Vertex> targets, Facts facts);
  /// Looks at rows that `owner` keeps alive.
  Graph(std::shared_ptr<const void> owner, GraphView rows) : owner_(std::move(owner)), rows_(rows) {}
  Graph(const Graph&) = delete;
  Graph& operator=(const Graph&) = delete;
  Graph(Graph&&) = default;
  Graph& operator=(Graph&&) = default;
  ~Graph() = default;

  [[nodiscard]] GraphView view() const& { return rows_; }
  GraphView view() && = delete;  // it would dangle

 private:
  std::shared_ptr<const void> owner_;
  GraphView rows_;
};

/// The facts of the rows as they stand, whatever the graph says of itself. `directed` is taken over.
/// Needs sorted rows; O(n + m log d) time.
[[nodiscard]] Facts compute_facts(GraphView);

/// Every invariant of a graph: offsets rise from 0 to the arc count, targets exist, rows are sorted, the facts are
/// those of the rows, an undirected graph is symmetric with loops in pairs. Returns the first that fails, empty if
/// all hold.
[[nodiscard]] std::string check(GraphView);

}  // namespace regionet

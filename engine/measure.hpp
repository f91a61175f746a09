// SPDX-License-Identifier: Apache-2.0
// The shape of a row in the tables of measures; each kernel folder exports its rows.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/parameters.hpp"
#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"
#include "graphs/view/view.hpp"

namespace regionet {

class SharedResults;

/// What a measure is computed on, beside its parameters.
struct MeasureInput {
  GraphView graph;
  Strengths strengths;
  const Lengths& lengths;
  const RunContext& run;
  SharedResults& shared;
  const View& view;  ///< for sides of a two-mode network, and for what agreements say
  /// Reads weights of vertices from a file, one a vertex, for parameters that name one.
  std::function<std::vector<double>(const std::string& file)> weights_from = nullptr;
};

/// A number for each vertex, of a measure of ties for each arc; none where the measure is not defined, with the reason.
struct VertexScores {
  std::vector<std::optional<double>> values;
  std::string undefined;      ///< why some values are missing
  double relative_error = 0;  ///< of the values, where the kernel states one
  std::vector<double>
      lower;  ///< bounds of the values, where the kernel proves some: ranks are then only what they prove
  std::vector<double> upper;
  std::string note;  ///< what a reader of the values has to know, empty if nothing
  Outcome outcome = Outcome::complete;
};

/// Scores that are defined for every vertex.
template <typename Values>
VertexScores defined_scores(const Values& values, Outcome outcome = Outcome::complete, double relative_error = 0) {
  return {
      .values = {values.begin(), values.end()}, .undefined = {}, .relative_error = relative_error, .outcome = outcome};
}

/// No score at all, and why.
inline VertexScores undefined_scores(std::size_t vertices, std::string reason) {
  return {.values = std::vector<std::optional<double>>(vertices), .undefined = std::move(reason)};
}

struct ParameterInfo {
  std::string_view name;
  std::string_view definition;
};

/// The most memory that computing a measure takes beside the graph, in bytes a vertex, an arc, a vertex of each thread,
/// and a pair of vertices. Where the kernel keeps a sparse factor, what that takes depends on the graph and comes on
/// top.
struct MemoryNeed {
  std::uint64_t vertex = 48;  ///< the scores, and what they are made of
  std::uint64_t arc = 0;
  std::uint64_t vertex_of_thread = 0;
  std::uint64_t vertex_pair = 0;

  [[nodiscard]] std::uint64_t bytes(std::uint64_t n, std::uint64_t arcs, unsigned threads) const {
    return n * (vertex + threads * vertex_of_thread + n * vertex_pair) + arcs * arc;
  }
};
/// Searches from many sources at once, and those that go back over the paths; walks, which keep the arcs turned round
/// and weighted, and those that keep some twenty vectors.
inline constexpr MemoryNeed search_memory{.vertex = 80, .vertex_of_thread = 216};
inline constexpr MemoryNeed paths_memory{.vertex = 128, .vertex_of_thread = 256};
inline constexpr MemoryNeed walk_memory{.vertex = 72, .arc = 12};
inline constexpr MemoryNeed krylov_memory{.vertex = 192, .arc = 12};

/// A named number of a vertex; in the table of tie measures, of an arc.
struct VertexMeasure {
  std::string_view name;
  std::string_view definition;
  std::string_view needs;  ///< what the graph must satisfy
  std::string_view cost;
  std::string_view source;
  std::vector<ParameterInfo> parameters;
  VertexScores (*compute)(const MeasureInput&, const Parameters&);
  bool nonnegative = false;                               ///< whether a negative weight is refused
  bool (*nonnegative_with)(const Parameters&) = nullptr;  ///< the same, where the parameters decide
  MemoryNeed memory = {};
};

}  // namespace regionet

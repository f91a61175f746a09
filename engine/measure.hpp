// SPDX-License-Identifier: Apache-2.0
// The shape of a row in the tables of measures; each kernel folder exports its rows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/parameters.hpp"
#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

class SharedResults;

/// What a measure is computed on, beside its parameters.
struct MeasureInput {
  GraphView graph;
  Strengths strengths;
  const Lengths& lengths;
  const RunContext& run;
  SharedResults& shared;
};

/// A number for each vertex; none where the measure is not defined, with the reason.
struct VertexScores {
  std::vector<std::optional<double>> values;
  std::string undefined;      ///< why some values are missing
  double relative_error = 0;  ///< of the values, where the kernel states one
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

/// A named number of a vertex.
struct VertexMeasure {
  std::string_view name;
  std::string_view definition;
  std::string_view needs;  ///< what the graph must satisfy
  std::string_view cost;
  std::string_view source;
  std::vector<ParameterInfo> parameters;
  VertexScores (*compute)(const MeasureInput&, const Parameters&);
  bool nonnegative = false;  ///< whether a negative weight is refused
};

}  // namespace regionet

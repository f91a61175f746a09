// SPDX-License-Identifier: Apache-2.0
// The shape of a row in the tables of measures; each kernel folder exports its rows.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// What a measure is computed on, beside its parameters.
struct MeasureInput {
  GraphView graph;
  Strengths strengths;
  const Lengths& lengths;
  const RunContext& run;
};

/// Parameters of a measure as typed, `name=value`.
using Parameters = std::map<std::string, std::string, std::less<>>;

/// A number for each vertex; none where the measure is not defined, with the reason.
struct VertexScores {
  std::vector<std::optional<double>> values;
  std::string undefined;      ///< why some values are missing
  double relative_error = 0;  ///< of the values, where the kernel states one
  Outcome outcome = Outcome::complete;
};

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
};

}  // namespace regionet

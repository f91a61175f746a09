// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/measures/vertex_measures.hpp"
#include "engine/structure/shared_results.hpp"
#include "graphs/view/view.hpp"

namespace regionet {

/// The measures of a view: its lengths, and what several measures share, are made once. The view and the run must
/// outlive it.
class ViewMeasures {
 public:
  /// Throws std::invalid_argument where the view's lengths cannot be made of its weights.
  ViewMeasures(const View&, const RunContext&);
  ViewMeasures(const ViewMeasures&) = delete;
  ViewMeasures& operator=(const ViewMeasures&) = delete;
  ViewMeasures(ViewMeasures&&) = delete;
  ViewMeasures& operator=(ViewMeasures&&) = delete;
  ~ViewMeasures() = default;

  /// Throws InputError with the line of a negative weight where the measure has no meaning with it, ParameterError for
  /// a parameter that it cannot have, MemoryLimitError where it would take more than the run allows.
  [[nodiscard]] VertexScores compute(const MeasureRequest&);

  [[nodiscard]] SharedResults& shared() { return shared_; }

 private:
  const View& view_;
  const RunContext& run_;
  Lengths lengths_;
  SharedResults shared_;
};

/// Throws InputError with the line of a negative weight of the view, for a measure that has no meaning with it.
void refuse_negative(const View&, std::string_view measure);

}  // namespace regionet

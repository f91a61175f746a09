// SPDX-License-Identifier: Apache-2.0
#include "engine/measures/view_measures.hpp"

#include <fmt/format.h>

#include "engine/measures/vertex_weights.hpp"
#include "graphs/diagnostic.hpp"
#include "graphs/runtime/memory.hpp"

namespace regionet {

ViewMeasures::ViewMeasures(const View& view, const RunContext& run)
    : view_(view),
      run_(run),
      lengths_(lengths(view.graph(), view.strengths(), view.options().lengths)),
      shared_(view.graph(), lengths_, run) {}

VertexScores ViewMeasures::compute(const MeasureRequest& request) {
  const VertexMeasure& measure = *request.measure;
  const bool by_parameters = measure.nonnegative_with != nullptr && measure.nonnegative_with(request.parameters);
  if (measure.nonnegative || by_parameters) refuse_negative(view_, measure.name);
  refuse_beyond_limit(run_, measure.memory.bytes(view_.graph().vertex_count(), view_.graph().arc_count(), run_.threads),
                      fmt::format("the measure {}", measure.name));
  const auto weights_from = [this](const std::string& file) { return read_vertex_weights(view_, file); };
  return measure.compute({view_.graph(), view_.strengths(), lengths_, run_, shared_, view_, weights_from},
                         request.parameters);
}

void refuse_negative(const View& view, std::string_view measure) {
  if (view.strengths().is_unit()) return;
  for (AgreementId id = 0; id < view.network().agreement_count(); ++id) {
    if (view.fate(id) != Fate::kept || view.pair_weight(id) >= 0) continue;
    throw InputError(Diagnostic{.file = view.network().info().name,
                                .line = view.network().line(id),
                                .what = fmt::format("the weight {} is negative", view.pair_weight(id)),
                                .expected = fmt::format("weights from 0 on, for {}", measure),
                                .mend = "leave such rows out, or read another column with --columns weight=.."});
  }
}

}  // namespace regionet

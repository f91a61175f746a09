// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/measure.hpp"
#include "engine/structure/robustness.hpp"
#include "engine/structure/shared_results.hpp"
#include "graphs/runtime/run_context.hpp"
#include "graphs/view/view.hpp"

namespace regionet {

/// A figure of the whole network: a number, or the reason why there is none.
struct Figure {
  std::optional<double> value;
  std::string reason;
};
[[nodiscard]] inline Figure count_figure(std::size_t value) { return {static_cast<double>(value), ""}; }
[[nodiscard]] inline Figure or_reason(std::optional<double> value, std::string reason) {
  return value ? Figure{value, ""} : Figure{std::nullopt, std::move(reason)};
}

/// What a figure is computed on.
struct FigureInput {
  const View& view;
  const RunContext& run;
  SharedResults& shared;
  Parameters parameters = {};
};

/// A figure with its definition.
struct NetworkFigure {
  std::string_view name;
  std::string_view definition;
  Figure (*compute)(const FigureInput&);
  bool slow = false;        ///< whether it needs all distances: left out of large networks unless asked for by name
  bool on_request = false;  ///< whether it is computed only where asked for by name
  std::span<const ParameterInfo> parameters = {};
  bool nonnegative = false;  ///< whether a negative weight is refused
};

/// A figure as asked for: `name` or `name:parameter=value:...`.
struct FigureRequest {
  std::string typed;
  const NetworkFigure* figure = nullptr;
  Parameters parameters;
};

/// The table of whole-network figures, in the order in which `summary` prints them.
[[nodiscard]] const std::vector<NetworkFigure>& network_figures();

/// Throws std::invalid_argument, with the allowed names and the nearest, for an unknown figure or parameter.
[[nodiscard]] FigureRequest parse_figure(const std::string& typed);

/// The rows of this folder: sizes, density, degrees and their concentration.
[[nodiscard]] std::span<const NetworkFigure> size_figures();
/// The rows about how the network hangs together.
[[nodiscard]] std::span<const NetworkFigure> structure_figures();
/// The rows about who is tied to whom: mixing, clubs, robustness, flows, two sides; each on request.
[[nodiscard]] std::span<const NetworkFigure> relation_figures();

/// `removal=degree`, `remaining_degree` or `random`; by degree where it is not given. Throws ParameterError.
[[nodiscard]] Removal removal_of(const Parameters&);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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
};

/// A figure with its definition.
struct NetworkFigure {
  std::string_view name;
  std::string_view definition;
  Figure (*compute)(const FigureInput&);
  bool slow = false;  ///< whether it needs all distances: left out of large networks unless asked for by name
};

/// The table of whole-network figures, in the order in which `summary` prints them.
[[nodiscard]] const std::vector<NetworkFigure>& network_figures();

/// The rows of this folder: sizes, density, degrees and their concentration.
[[nodiscard]] std::span<const NetworkFigure> size_figures();
/// The rows about how the network hangs together.
[[nodiscard]] std::span<const NetworkFigure> structure_figures();

}  // namespace regionet

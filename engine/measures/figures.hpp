// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "graphs/runtime/run_context.hpp"
#include "graphs/view/view.hpp"

namespace regionet {

/// A figure of the whole network: a number, or the reason why there is none.
struct Figure {
  std::optional<double> value;
  std::string reason;
};

struct NetworkFigure {
  std::string_view name;
  std::string_view definition;
  Figure (*compute)(const View&, const RunContext&);
};

/// The table of whole-network figures, in the order in which `summary` prints them.
[[nodiscard]] std::span<const NetworkFigure> network_figures();

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/report/table.hpp"

namespace regionet {

/// A report of rank trajectories (see `moves_report`) as a bump chart in SVG: a panel a country, a column a window, a
/// line a place. Places of one rank stand below each other by name, the rank in the circle; the line that moved most is
/// black. Names stand at the right of the last window; those that are not in it are named below the panel.
/// Equal input gives equal bytes.
[[nodiscard]] std::string moves_chart(const Report&, const std::string& title, const std::string& source);

}  // namespace regionet

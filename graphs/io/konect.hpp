// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/io/graph_format.hpp"

namespace regionet {

/// Reads an `out.*` file of KONECT: the first line says `% FORM WEIGHTS` (sym: undirected, asym: directed, bip: two
/// sides), the second perhaps `% EDGES VERTICES VERTICES`; then `from to [weight [seconds]]` a line, `%` lines are
/// comments. Vertices that the second line counts are declared, tied or not. In bip files left 1 and right 1 are two
/// vertices: their ids are L1 and R1, their names the numbers. Seconds since 1970 become dates (UTC).
void read_konect(GraphInput&);

/// Whether a text begins as such a file.
[[nodiscard]] bool looks_like_konect(std::string_view text);

}  // namespace regionet

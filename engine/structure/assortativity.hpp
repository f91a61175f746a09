// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "graphs/csr/graph.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Assortativity: whether places with many partners are partners of each other.
/// Definition   Pearson's correlation of a value of the two ends over all ties, each taken both ways; by degree: of the
///              numbers of distinct partners. Not defined where all values at ends of ties are equal.
/// Counts       ties of the simple graph under the given one.
/// Cost         O(n + m) time.
/// Determinism  sequential sums, bitwise the same.
/// Source       Newman 2002, Assortative mixing in networks.
[[nodiscard]] std::optional<double> degree_assortativity(GraphView, const RunContext& = {});
/// The same of any value a vertex. Throws std::invalid_argument where there is not one value a vertex.
[[nodiscard]] std::optional<double> assortativity(GraphView, std::span<const double> values, const RunContext& = {});

}  // namespace regionet

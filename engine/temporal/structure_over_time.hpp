// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "engine/temporal/history.hpp"

namespace regionet {

/// How the network hangs together by the end of a period.
struct StructurePoint {
  std::size_t places = 0;
  std::size_t ties = 0;  ///< loops included
  std::size_t components = 0;
  std::size_t largest = 0;  ///< places of the largest component
  std::uint64_t triangles = 0;
  std::optional<double> transitivity;  ///< 3 * triangles by pairs of partners; none without such a pair
};

/// Which ties stand: those that certainly came by then, or those that may have.
enum class Certainly : std::uint8_t { certain, possible };

/// Structure over time, one tie after the other: components by union-find, triangles by the partners that the two ends
/// of a new tie share. Directions do not count.
/// Cost     for all periods together, each tie: the smaller degree times the logarithm of the larger one, and the move
///          of a row of partners.
/// Source   Tarjan 1975 for the components.
[[nodiscard]] std::vector<StructurePoint> structure_over_time(const History&, const Periods&, Certainly);

}  // namespace regionet

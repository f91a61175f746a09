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
  std::optional<double> transitivity;   ///< 3 * triangles by pairs of partners; none without such a pair
  std::optional<double> assortativity;  ///< by degree; none where all ends of ties have as many partners
};

/// Which ties stand: those that certainly came by then, or those that may have.
enum class Certainly : std::uint8_t { certain, possible };

/// The ties of each period: those that come in it, by the first of their dates that certainly, or possibly, lies there.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> ties_by_period(const History&, const Periods&, Certainly);

/// Structure over time, one tie after the other: components by union-find, triangles by the partners that the two ends
/// of a new tie share, assortativity by sums of degrees. Directions do not count, and loops are no partners.
/// Cost     for all periods together, each tie: the smaller degree times the logarithm of the larger one, and the move
///          of a row of partners; each period the partners of the places that won one.
/// Source   Tarjan 1975 for the components; Newman 2002 for assortativity.
[[nodiscard]] std::vector<StructurePoint> structure_over_time(const History&, const Periods&, Certainly);

}  // namespace regionet

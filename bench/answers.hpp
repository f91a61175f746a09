// SPDX-License-Identifier: Apache-2.0
// The answer of a contender in one line; peers with the same definition give the same line.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace regionet::bench {

/// Distances from one vertex; what was not reached is negative.
[[nodiscard]] std::string levels_answer(std::span<const std::int64_t> levels);
/// Which group each vertex is in.
[[nodiscard]] std::string groups_answer(std::span<const std::int64_t> groups);
/// The core number of each vertex.
[[nodiscard]] std::string cores_answer(std::span<const std::int64_t> cores);
/// Scores as they are; what is not a number (an isolated vertex of some peers) counts as 0.
[[nodiscard]] std::string scores_answer(std::span<const double> scores);
/// Scores whose scale is a matter of taste, brought to the sum 1.
[[nodiscard]] std::string shares_answer(std::span<const double> scores);

}  // namespace regionet::bench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"

namespace regionet {

/// What makes a partition good. With A(u, v) the strength of the arcs from u to v (an undirected loop twice), m the
/// total strength of the ties, sums over pairs within a community, g the resolution:
///   modularity  undirected sum(A(u,v) - g k(u) k(v) / 2m) / 2m; directed sum(A(u,v) - g kout(u) kin(v) / m) / m
///   barber      sum over u of the first side and v of the second of (A(u,v) - g k(u) k(v) / m) / m; direction is
///   ignored cpm         for each community: strength within - g * pairs of its vertices (ordered pairs where directed)
/// Source        Newman, Girvan 2004; Reichardt, Bornholdt 2006; Leicht, Newman 2008; Barber 2007; Traag, Van Dooren,
///               Nesterov 2011.
enum class Objective : std::uint8_t { modularity, barber, cpm };
inline constexpr std::array<std::string_view, 3> objective_names{"modularity", "barber", "cpm"};

struct ObjectiveOptions {
  Objective objective = Objective::modularity;
  double resolution = 1;
  std::vector<bool> first_side;  ///< of each vertex; read by barber alone
};

/// The quality of a partition, computed from its members; none where it is not defined: modularity and barber without
/// ties. `labels` are any numbers below n.
/// Cost    O(n + m), 24n bytes.
/// Throws  std::invalid_argument: a resolution that is not positive, a negative strength, not one label or side a
/// vertex,
///         a tie within a side under barber.
[[nodiscard]] std::optional<double> partition_quality(GraphView, Strengths, std::span<const std::uint32_t> labels,
                                                      const ObjectiveOptions& = {});

/// Throws what `partition_quality` does, before any work.
void require_objective(GraphView, Strengths, const ObjectiveOptions&);

/// What moves need of an objective. Moving v into a group D that it is not in gains, in units of strength,
///   w(v, D) - price * (first(v) second(D) + second(v) first(D)),   or  w(v, D) - price * first(v) first(D)
/// where `second` is empty; w are strengths both ways. The quality grows by `unit` times the gain.
struct ObjectiveTerms {
  std::vector<double> first;
  std::vector<double> second;
  double price = 0;
  double unit = 1;
};
[[nodiscard]] ObjectiveTerms objective_terms(GraphView, Strengths, const ObjectiveOptions&);

}  // namespace regionet

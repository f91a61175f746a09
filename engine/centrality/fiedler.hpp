// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/centrality/spectral_laplacian.hpp"

namespace regionet {

/// The Fiedler vector: where the largest component comes apart most easily, with the algebraic connectivity.
/// Definition   the second smallest eigenvalue of the Laplacian D - A of the largest component, and its vector of L2
/// norm 1,
///              whose largest entry by amount is positive. Vertices on the two sides of a weak cut have opposite signs.
/// Counts       strengths as weights, parallel arcs together, loops not at all.
/// Undefined    the vector, where the eigenvalue is a multiple one (relative 1e-9): then no single vector is meant.
/// Cost         a sparse Cholesky factor and some tens of solves; 30n doubles.
/// Determinism  the same bits for any number of threads; the start vector is fixed.
/// Stops        tolerance 1e-10 of the inverse's eigenpair, 2000 solves, or a stop request.
/// Source       Fiedler 1973, Algebraic connectivity of graphs.
struct FiedlerResult {
  double connectivity = 0;
  std::vector<double> vector;  ///< one a member of the component; empty where the eigenvalue is a multiple one
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] FiedlerResult fiedler(const GroundedLaplacian&, const RunContext& = {});

}  // namespace regionet

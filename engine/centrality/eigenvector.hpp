// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "graphs/csr/graph.hpp"
#include "graphs/csr/weights.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Eigenvector centrality: a place is central as far as its partners are.
/// Definition   lambda x = A'x with the largest eigenvalue lambda. The components whose own largest eigenvalue
///              equals it (relative 1e-9) have their positive vector, each scaled to L2 norm 1, then all together; the
///              others are 0. Of a directed graph the sums run over arcs in, and where parts have the same eigenvalue
///              the vector is the one that power iteration reaches from equal values.
/// Counts       arcs by strength; a loop adds its strength twice to an undirected row, as A_vv = 2w.
/// Cost         undirected: a few dozen products O(n + m), Lanczos with 14n doubles. Directed: power
///              iteration, shifted, which takes more products.
/// Determinism  bitwise equal for any number of threads; no randomness.
/// Stops        residual |A'x - lambda x| <= tolerance * lambda, max_products, or a stop request.
/// Undefined    eigenvalue 0: no ties, or no directed cycle. Then `score` is empty.
/// Throws       std::invalid_argument for a negative strength or a tolerance that is not positive.
/// Source       Bonacich 1972; Lanczos 1950.
struct EigenvectorOptions {
  double tolerance = 1e-10;
  int max_products = 10'000;
};
struct EigenvectorResult {
  std::vector<double> score;
  double eigenvalue = 0;
  int products = 0;
  double residual = 0;                 ///< relative to the eigenvalue
  std::size_t components_at_zero = 0;  ///< undirected: components with ties and a smaller eigenvalue
  Outcome outcome = Outcome::complete;
};
[[nodiscard]] EigenvectorResult eigenvector(GraphView, Strengths, const EigenvectorOptions& = {},
                                            const RunContext& = {});

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/fiedler.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/centrality/spectral.hpp"
#include "engine/centrality/vectors.hpp"
#include "graphs/runtime/random.hpp"

namespace regionet {
namespace {

constexpr double fiedler_tolerance = 1e-10;
constexpr double same_eigenvalue = 1e-9;
constexpr int most_solves = 2000;

/// Takes the mean off: what is left is orthogonal to the vector that L sends to 0.
void centre(std::span<double> x) {
  const double mean = std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
  for (double& value : x) value -= mean;
}

std::vector<double> random_start(std::size_t n, std::uint64_t key) {
  std::vector<double> out(n);
  for (std::size_t i = 0; i < n; ++i) out[i] = random_unit(key, i) - 0.5;
  centre(out);
  return out;
}

/// Turns the vector so that its largest entry by amount, the first of those within round-off, is positive.
void fix_sign(std::vector<double>& x) {
  double most = 0;
  for (const double value : x) most = std::max(most, std::abs(value));
  const auto first = std::ranges::find_if(x, [&](double value) { return std::abs(value) >= most * (1 - 1e-9); });
  if (*first < 0) {
    for (double& value : x) value = -value;
  }
}

}  // namespace

FiedlerResult fiedler(const GroundedLaplacian& laplacian, const RunContext& run) {
  const std::size_t n = laplacian.members().size();
  // The pseudoinverse has the reciprocal eigenvalues: the smallest becomes the largest, and stands well apart.
  std::vector<double> centred(n);
  const auto inverse = [&](std::span<const double> x, std::span<double> y) {
    std::ranges::copy(x, centred.begin());
    centre(centred);
    laplacian.solve(centred, y);
    centre(y);
  };
  Eigenpair first = largest_eigenpair(inverse, random_start(n, 1), fiedler_tolerance, most_solves, run);
  FiedlerResult out{.connectivity = 1 / first.value};
  if (!first.converged) out.outcome = run.stop.stop_requested() ? Outcome::stopped : Outcome::not_converged;
  if (n > 2) {
    const auto without_first = [&](std::span<const double> x, std::span<double> y) {
      inverse(x, y);
      const double along = first.value * dot(first.vector, x, run);
      for (std::size_t i = 0; i < n; ++i) y[i] -= along * first.vector[i];
    };
    const Eigenpair second = largest_eigenpair(without_first, random_start(n, 2), same_eigenvalue, most_solves, run);
    if (second.value >= first.value * (1 - same_eigenvalue)) return out;
  }
  fix_sign(first.vector);
  out.vector = std::move(first.vector);
  return out;
}

}  // namespace regionet

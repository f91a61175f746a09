// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/spectral.hpp"

#include <Eigen/Eigenvalues>
#include <cmath>

#include "engine/centrality/vectors.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

constexpr int round_length = 12;

/// y += factor * x
void add(std::span<double> y, double factor, std::span<const double> x, const RunContext& run) {
  for_each_range(run, y.size(), vertex_grain, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) y[i] += factor * x[i];
  });
}

}  // namespace

Eigenpair largest_eigenpair(const std::function<void(std::span<const double>, std::span<double>)>& product,
                            std::vector<double> start, double tolerance, int max_products, const RunContext& run) {
  Eigenpair best;
  const std::size_t n = start.size();
  const auto width = static_cast<int>(std::min<std::size_t>(round_length, n));
  std::vector<std::vector<double>> basis(static_cast<std::size_t>(width), std::vector<double>(n));
  std::vector<double> next(n);
  best.vector = std::move(start);
  normalise(best.vector, run);
  while (!best.converged && best.products < max_products && !run.stop.stop_requested()) {
    Eigen::VectorXd diagonal(width);
    Eigen::VectorXd beside(width);
    basis[0].swap(best.vector);
    int size = 0;
    for (bool room = true; room && size < width;) {
      const auto column = static_cast<std::size_t>(size);
      product(basis[column], next);
      ++best.products;
      diagonal[size] = dot(basis[column], next, run);
      for (int again = 0; again < 2; ++again) {  // twice is enough (Kahan, Parlett)
        for (std::size_t i = column + 1; i-- > 0;) add(next, -dot(basis[i], next, run), basis[i], run);
      }
      beside[size] = norm(next, run);
      room = beside[size] > 1e-14 * std::abs(diagonal[0]) && beside[size] > 0;
      ++size;
      if (room && size < width) {
        basis[column + 1] = next;
        scale(basis[column + 1], 1 / beside[size - 1]);
      }
    }
    Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver;
    solver.computeFromTridiagonal(diagonal.head(size), beside.head(size - 1));
    const Eigen::VectorXd mix = solver.eigenvectors().col(size - 1);
    best.value = solver.eigenvalues()[size - 1];
    best.residual = beside[size - 1] * std::abs(mix[size - 1]);
    best.converged = best.residual <= tolerance * std::abs(best.value);
    best.vector.assign(n, 0);
    for (int i = 0; i < size; ++i) add(best.vector, mix[i], basis[static_cast<std::size_t>(i)], run);
    normalise(best.vector, run);
  }
  return best;
}

}  // namespace regionet

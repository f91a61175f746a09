// SPDX-License-Identifier: Apache-2.0
// What a partition is worth, straight from the definitions over a dense matrix, and the best of all partitions.
#pragma once

#include <functional>

#include "engine/community/objective.hpp"
#include "tests/support/dense.hpp"

namespace regionet::test {

/// B(u, v): a partition's quality is the sum over the pairs, u = v included, that lie in one community.
inline Eigen::MatrixXd quality_matrix(std::size_t n, const Pairs& pairs, bool directed,
                                      const ObjectiveOptions& options) {
  const Eigen::MatrixXd a = dense(n, pairs, directed);
  const auto size = static_cast<Eigen::Index>(n);
  const double total = a.sum();  // 2m, or m where directed
  const Eigen::VectorXd out = a.rowwise().sum();
  const Eigen::VectorXd in = a.colwise().sum();
  Eigen::MatrixXd b = Eigen::MatrixXd::Zero(size, size);
  for (Eigen::Index u = 0; u < size; ++u) {
    for (Eigen::Index v = 0; v < size; ++v) {
      if (options.objective == Objective::modularity) {
        b(u, v) = (a(u, v) - options.resolution * out(u) * in(v) / total) / total;
      } else if (options.objective == Objective::cpm) {
        b(u, v) = (a(u, v) - (u == v ? 0 : options.resolution)) / (directed ? 1 : 2);
      } else if (options.first_side[static_cast<std::size_t>(u)] && !options.first_side[static_cast<std::size_t>(v)]) {
        const double m = directed ? total : total / 2;
        const double tie = directed ? a(u, v) + a(v, u) : a(u, v);
        const double degrees = directed ? (out(u) + in(u)) * (out(v) + in(v)) : out(u) * out(v);
        b(u, v) = (tie - options.resolution * degrees / m) / m;
      }
    }
  }
  return b;
}

inline double dense_quality(const Eigen::MatrixXd& b, std::span<const std::uint32_t> labels) {
  double sum = 0;
  for (Eigen::Index u = 0; u < b.rows(); ++u) {
    for (Eigen::Index v = 0; v < b.rows(); ++v) {
      if (labels[static_cast<std::size_t>(u)] == labels[static_cast<std::size_t>(v)]) sum += b(u, v);
    }
  }
  return sum;
}

/// The largest quality of all partitions: each vertex joins one of the groups so far, or opens one.
inline double best_quality(const Eigen::MatrixXd& b) {
  const auto n = static_cast<std::size_t>(b.rows());
  const Eigen::MatrixXd both = b + b.transpose();
  std::vector<std::vector<Eigen::Index>> groups;
  double best = -infinite;
  const std::function<void(std::size_t, double)> place = [&](std::size_t v, double so_far) {
    if (v == n) {
      best = std::max(best, so_far);
      return;
    }
    const auto row = static_cast<Eigen::Index>(v);
    for (std::size_t g = 0; g <= groups.size(); ++g) {
      if (g == groups.size()) groups.emplace_back();
      double gain = b(row, row);
      for (const Eigen::Index u : groups[g]) gain += both(u, row);
      groups[g].push_back(row);
      place(v + 1, so_far + gain);
      groups[g].pop_back();
      if (groups[g].empty()) {
        groups.pop_back();
        break;
      }
    }
  };
  place(0, 0);
  return best;
}

}  // namespace regionet::test

// SPDX-License-Identifier: Apache-2.0
// Small graphs as dense matrices: what the slow second methods of the tests work on.
#pragma once

#include <Eigen/Dense>
#include <limits>

#include "tests/support/small_graphs.hpp"

namespace regionet::test {

/// A(u, v) = the strength of the arcs from u to v; an undirected loop counts twice.
inline Eigen::MatrixXd dense(std::size_t n, const Pairs& pairs, bool directed) {
  const auto size = static_cast<Eigen::Index>(n);
  Eigen::MatrixXd out = Eigen::MatrixXd::Zero(size, size);
  for (const auto& [from, to, weight] : pairs) {
    out(from, to) += weight;
    if (!directed) out(to, from) += weight;
  }
  return out;
}

inline constexpr double infinite = std::numeric_limits<double>::infinity();

/// Shortest distances between all pairs and how many shortest paths there are, by Floyd and Warshall.
struct AllPaths {
  Eigen::MatrixXd distance;
  Eigen::MatrixXd paths;
};

/// `length(u, v)` is the length of the arc, infinite where there is none; lengths must add up without round-off.
inline AllPaths all_paths(const Eigen::MatrixXd& length) {
  const Eigen::Index n = length.rows();
  AllPaths out{length, Eigen::MatrixXd::Zero(n, n)};
  for (Eigen::Index u = 0; u < n; ++u) out.distance(u, u) = 0;
  for (Eigen::Index w = 0; w < n; ++w) {
    for (Eigen::Index u = 0; u < n; ++u) {
      for (Eigen::Index v = 0; v < n; ++v) {
        out.distance(u, v) = std::min(out.distance(u, v), out.distance(u, w) + out.distance(w, v));
      }
    }
  }
  // Paths to v, nearest v first: over every arc that lies on one.
  for (Eigen::Index u = 0; u < n; ++u) {
    std::vector<Eigen::Index> order;
    for (Eigen::Index v = 0; v < n; ++v) order.push_back(v);
    std::ranges::stable_sort(order, {}, [&](Eigen::Index v) { return out.distance(u, v); });
    out.paths(u, u) = 1;
    for (const Eigen::Index v : order) {
      if (v == u || out.distance(u, v) == infinite) continue;
      for (Eigen::Index w = 0; w < n; ++w) {
        if (w != v && out.distance(u, w) + length(w, v) == out.distance(u, v)) out.paths(u, v) += out.paths(u, w);
      }
    }
  }
  return out;
}

inline Eigen::MatrixXd lengths_of(const Eigen::MatrixXd& strengths, bool unit) {
  return strengths.unaryExpr([&](double value) { return value == 0 ? infinite : unit ? 1.0 : value; });
}

}  // namespace regionet::test

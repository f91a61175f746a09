// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/birank.hpp"

#include <array>
#include <cmath>
#include <stdexcept>

#include "engine/centrality/incoming.hpp"
#include "engine/structure/two_mode.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

void check_birank(GraphView graph, Strengths strengths, const std::vector<bool>& first, const BirankOptions& options) {
  for (const double share : {options.alpha, options.beta}) {
    if (!(share >= 0 && share < 1)) throw std::invalid_argument("alpha and beta lie from 0 up to below 1");
  }
  if (!(options.tolerance > 0)) throw std::invalid_argument("the tolerance is a positive number");
  if (graph.facts().directed) throw std::invalid_argument("BiRank needs an undirected graph");
  require_nonnegative(graph, strengths, "BiRank");
  require_sides(graph, first);
}

}  // namespace

BirankResult birank(GraphView graph, Strengths strengths, const std::vector<bool>& first, const BirankOptions& options,
                    const RunContext& run) {
  check_birank(graph, strengths, first, options);
  const std::size_t n = graph.vertex_count();
  const Incoming in(graph, strengths, run);
  std::vector<double> shared = out_strengths(graph, strengths, run);  // 1 / the root of the strength
  for (double& value : shared) value = value > 0 ? 1 / std::sqrt(value) : 0;
  const auto sizes = side_sizes(first);
  const std::array<double, 2> follow{options.beta, options.alpha};

  BirankResult out{.score = std::vector<double>(n), .residual = 1};
  for (std::size_t v = 0; v < n; ++v) out.score[v] = 1 / static_cast<double>(sizes[first[v] ? 1 : 0]);
  const std::vector<double> anew = out.score;
  std::vector<double> handed(n);
  if (n == 0) out.residual = 0;
  while (out.residual > options.tolerance) {
    if (run.stop.stop_requested()) out.outcome = Outcome::stopped;
    if (out.iterations == options.max_iterations) out.outcome = Outcome::not_converged;
    if (out.outcome != Outcome::complete) break;
    for (std::size_t v = 0; v < n; ++v) handed[v] = out.score[v] * shared[v];
    out.residual = reduce_ranges(
        run, n, vertex_grain, 0.0,
        [&](std::size_t begin, std::size_t end) {
          double change = 0;
          for (auto v = static_cast<Vertex>(begin); v < end; ++v) {
            const double share = follow[first[v] ? 1 : 0];
            const double score = share * shared[v] * in.sum(v, handed) + (1 - share) * anew[v];
            change += std::abs(score - out.score[v]);
            out.score[v] = score;
          }
          return change;
        },
        [](double a, double b) { return a + b; });
    ++out.iterations;
  }
  return out;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/katz.hpp"

#include <fmt/format.h>
#include <cmath>
#include <stdexcept>

#include "engine/centrality/eigenvector.hpp"
#include "engine/centrality/incoming.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

double alpha_of(GraphView graph, Strengths strengths, const KatzOptions& options, const RunContext& run) {
  if (!(options.alpha >= 0)) throw std::invalid_argument("alpha is a positive number");
  constexpr double cautious = 0.85;
  const double eigenvalue = eigenvector(graph, strengths, {}, run).eigenvalue;
  if (eigenvalue == 0) return options.alpha == 0 ? cautious : options.alpha;  // walks end by themselves
  if (options.alpha == 0) return cautious / eigenvalue;
  if (options.alpha * eigenvalue >= 1) {
    throw std::invalid_argument(fmt::format("alpha {} is not below its limit {}, 1 over the largest eigenvalue",
                                            options.alpha, 1 / eigenvalue));
  }
  return options.alpha;
}

struct Totals {
  double sum = 0, change = 0;
};

}  // namespace

KatzResult katz(GraphView graph, Strengths strengths, const KatzOptions& options, const RunContext& run) {
  require_nonnegative(graph, strengths, "katz");
  KatzResult out{.score = std::vector<double>(graph.vertex_count(), 1)};
  if (graph.vertex_count() == 0) return out;
  out.alpha = alpha_of(graph, strengths, options, run);
  const Incoming in(graph, strengths, run);
  std::vector<double> next(in.size());
  out.residual = 1;
  while (out.residual > options.tolerance) {
    if (run.stop.stop_requested()) out.outcome = Outcome::stopped;
    if (out.iterations == options.max_iterations) out.outcome = Outcome::not_converged;
    if (out.outcome != Outcome::complete) break;
    const Totals totals = reduce_ranges(
        run, in.size(), vertex_grain, Totals{},
        [&](std::size_t begin, std::size_t end) {
          Totals here;
          for (auto v = static_cast<Vertex>(begin); v < end; ++v) {
            next[v] = 1 + out.alpha * in.sum(v, out.score);
            here.sum += next[v];
            here.change += std::abs(next[v] - out.score[v]);
          }
          return here;
        },
        [](Totals a, Totals b) {
          return Totals{a.sum + b.sum, a.change + b.change};
        });
    out.score.swap(next);
    out.residual = totals.change / totals.sum;
    ++out.iterations;
  }
  return out;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/hits.hpp"

#include <cmath>
#include <stdexcept>

#include "engine/centrality/incoming.hpp"
#include "engine/centrality/vectors.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

double distance(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return std::sqrt(sum);
}

}  // namespace

HitsResult hits(GraphView graph, Strengths strengths, const HitsOptions& options, const RunContext& run) {
  if (!(options.tolerance > 0)) throw std::invalid_argument("the tolerance is a positive number");
  require_nonnegative(graph, strengths, "hits");
  const std::size_t n = graph.vertex_count();
  const Incoming in(graph, strengths, run);
  HitsResult out{.hub = std::vector<double>(n, 1), .authority = std::vector<double>(n)};
  std::vector<double> next(n);
  normalise(out.hub, run);
  out.residual = 1;
  while (out.residual > options.tolerance) {
    if (run.stop.stop_requested()) out.outcome = Outcome::stopped;
    if (out.iterations == options.max_iterations) out.outcome = Outcome::not_converged;
    if (out.outcome != Outcome::complete) break;
    for_each_range(run, n, vertex_grain, [&](std::size_t begin, std::size_t end) {
      for (auto v = static_cast<Vertex>(begin); v < end; ++v) out.authority[v] = in.sum(v, out.hub);
    });
    if (normalise(out.authority, run) == 0) return {};
    for_each_range(run, n, vertex_grain, [&](std::size_t begin, std::size_t end) {
      for (auto v = static_cast<Vertex>(begin); v < end; ++v) {
        next[v] = 0;
        for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
          next[v] += strengths[arc] * out.authority[graph.target(arc)];
        }
      }
    });
    out.singular_value = normalise(next, run);
    out.residual = distance(next, out.hub);
    out.hub.swap(next);
    ++out.iterations;
  }
  return out;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/pagerank.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "engine/centrality/incoming.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

void validate(GraphView graph, Strengths strengths, const PagerankOptions& options) {
  if (!(options.damping >= 0 && options.damping < 1)) throw std::invalid_argument("damping lies in [0, 1)");
  if (!(options.tolerance > 0)) throw std::invalid_argument("the tolerance is a positive number");
  require_nonnegative(graph, strengths, "pagerank");
  const std::vector<double>& start = options.personalisation;
  if (start.empty()) return;
  if (start.size() != graph.vertex_count()) throw std::invalid_argument("there is not one start a vertex");
  const bool good = std::ranges::all_of(start, [](double value) { return value >= 0 && std::isfinite(value); });
  if (!good || std::ranges::max(start) == 0) {
    throw std::invalid_argument("a personalisation has values that are not negative, and one that is positive");
  }
}

class Walk {
 public:
  Walk(GraphView graph, Strengths strengths, const PagerankOptions& options, const RunContext& run)
      : options_(options),
        run_(run),
        in_(graph, strengths, run),
        out_strength_(out_strengths(graph, strengths, run)),
        start_(options.personalisation),
        score_(graph.vertex_count(), 1.0 / static_cast<double>(graph.vertex_count())),
        passed_(graph.vertex_count()),
        next_(graph.vertex_count()) {
    const double total = std::accumulate(start_.begin(), start_.end(), 0.0);
    for (double& value : start_) value /= total;
    if (!start_.empty()) score_ = start_;
  }

  PagerankResult run() {
    PagerankResult out;
    out.residual = 1;
    while (out.residual > options_.tolerance) {
      if (run_.stop.stop_requested()) out.outcome = Outcome::stopped;
      if (out.iterations == options_.max_iterations) out.outcome = Outcome::not_converged;
      if (out.outcome != Outcome::complete) break;
      out.residual = step(pass_on());
      ++out.iterations;
    }
    out.score = std::move(score_);
    return out;
  }

 private:
  [[nodiscard]] double start(Vertex v) const {
    return start_.empty() ? 1.0 / static_cast<double>(score_.size()) : start_[v];
  }

  /// What each vertex gives along an arc of strength 1; returns the mass that cannot go on.
  double pass_on() {
    return reduce_ranges(
        run_, score_.size(), vertex_grain, 0.0,
        [&](std::size_t begin, std::size_t end) {
          double left = 0;
          for (std::size_t v = begin; v < end; ++v) {
            const bool dangling = out_strength_[v] == 0;
            passed_[v] = dangling ? 0 : score_[v] / out_strength_[v];
            if (dangling) left += score_[v];
          }
          return left;
        },
        std::plus<>());
  }

  /// One round; returns the L1 norm of the change.
  double step(double dangling) {
    const double restart = 1 - options_.damping + options_.damping * dangling;
    const double change = reduce_ranges(
        run_, score_.size(), vertex_grain, 0.0,
        [&](std::size_t begin, std::size_t end) {
          double moved = 0;
          for (auto v = static_cast<Vertex>(begin); v < end; ++v) {
            next_[v] = restart * start(v) + options_.damping * in_.sum(v, passed_);
            moved += std::abs(next_[v] - score_[v]);
          }
          return moved;
        },
        std::plus<>());
    score_.swap(next_);
    return change;
  }

  const PagerankOptions& options_;
  const RunContext& run_;
  Incoming in_;
  std::vector<double> out_strength_, start_, score_, passed_, next_;
};

}  // namespace

PagerankResult pagerank(GraphView graph, Strengths strengths, const PagerankOptions& options, const RunContext& run) {
  validate(graph, strengths, options);
  if (graph.vertex_count() == 0) return {};
  return Walk(graph, strengths, options, run).run();
}

}  // namespace regionet

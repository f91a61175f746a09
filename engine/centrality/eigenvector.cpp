// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/eigenvector.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "engine/centrality/incoming.hpp"
#include "engine/centrality/spectral.hpp"
#include "engine/centrality/vectors.hpp"
#include "engine/structure/components.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

constexpr double equal = 1e-9;

/// The vertices of each component, in their order.
std::vector<std::vector<Vertex>> members_of(const ComponentsResult& found) {
  std::vector<std::vector<Vertex>> members(found.size.size());
  for (std::size_t c = 0; c < members.size(); ++c) members[c].reserve(found.size[c]);
  for (Vertex v = 0; v < found.component.size(); ++v) members[found.component[v]].push_back(v);
  return members;
}

/// Undirected: a Perron vector for each component that can still have the largest eigenvalue.
class ByComponent {
 public:
  ByComponent(GraphView graph, Strengths strengths, const EigenvectorOptions& options, const RunContext& run)
      : options_(options),
        run_(run),
        in_(graph, strengths, run),
        strength_(out_strengths(graph, strengths, run)),
        x_(graph.vertex_count(), 0),
        members_(members_of(components(graph, run))) {}

  EigenvectorResult run() {
    std::vector<std::size_t> order(members_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t c) { return members_[c].size(); });
    for (const std::size_t c : order) {
      const double bound = most_strength(members_[c]);  // no eigenvalue is larger than the largest row
      if (bound == 0) continue;
      ++tied_;
      if (bound < best_ * (1 - equal) || out_.outcome == Outcome::stopped) continue;
      solve(c);
    }
    return assemble();
  }

 private:
  struct Part {
    std::size_t component;
    Eigenpair pair;
  };

  [[nodiscard]] double most_strength(const std::vector<Vertex>& members) const {
    double most = 0;
    for (const Vertex v : members) most = std::max(most, strength_[v]);
    return most;
  }

  void solve(std::size_t c) {
    const std::vector<Vertex>& members = members_[c];
    std::vector<double> start(members.size());
    for (std::size_t i = 0; i < members.size(); ++i) start[i] = std::sqrt(strength_[members[i]]);
    const auto product = [&](std::span<const double> x, std::span<double> y) {
      for (std::size_t i = 0; i < members.size(); ++i) x_[members[i]] = x[i];
      for_each_range(run_, members.size(), vertex_grain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) y[i] = in_.sum(members[i], x_);
      });
    };
    Eigenpair pair = largest_eigenpair(product, std::move(start), options_.tolerance, options_.max_products, run_);
    out_.products += pair.products;
    if (!pair.converged) {
      out_.outcome = run_.stop.stop_requested() ? Outcome::stopped : Outcome::not_converged;
    }
    best_ = std::max(best_, pair.value);
    parts_.push_back({c, std::move(pair)});
  }

  EigenvectorResult assemble() {
    if (parts_.empty()) return std::move(out_);
    std::erase_if(parts_, [&](const Part& part) { return part.pair.value < best_ * (1 - equal); });
    out_.eigenvalue = best_;
    out_.components_at_zero = tied_ - parts_.size();
    out_.score.assign(x_.size(), 0);
    const double share = 1 / std::sqrt(static_cast<double>(parts_.size()));
    for (const Part& part : parts_) {
      out_.residual = std::max(out_.residual, part.pair.residual / best_);
      const std::vector<Vertex>& members = members_[part.component];
      for (std::size_t i = 0; i < members.size(); ++i) out_.score[members[i]] = std::abs(part.pair.vector[i]) * share;
    }
    return std::move(out_);
  }

  const EigenvectorOptions& options_;
  const RunContext& run_;
  Incoming in_;
  std::vector<double> strength_, x_;
  std::vector<std::vector<Vertex>> members_;
  std::vector<Part> parts_;
  double best_ = 0;
  std::size_t tied_ = 0;
  EigenvectorResult out_;
};

bool has_cycle(GraphView graph) {
  const ComponentsResult strong = strong_components(graph);
  return graph.facts().has_loops || std::ranges::any_of(strong.size, [](std::uint32_t size) { return size > 1; });
}

/// Directed: power iteration, shifted by half the eigenvalue so that cycles do not make it swing.
EigenvectorResult iterate(GraphView graph, Strengths strengths, const EigenvectorOptions& options,
                          const RunContext& run) {
  EigenvectorResult out;
  if (!has_cycle(graph)) return out;
  const Incoming in(graph, strengths, run);
  const std::size_t n = graph.vertex_count();
  std::vector<double> x(n, 1 / std::sqrt(static_cast<double>(n)));
  std::vector<double> y(n);
  out.residual = 1;
  while (out.residual > options.tolerance) {
    if (run.stop.stop_requested()) out.outcome = Outcome::stopped;
    if (out.products == options.max_products) out.outcome = Outcome::not_converged;
    if (out.outcome != Outcome::complete) break;
    for_each_range(run, n, vertex_grain, [&](std::size_t begin, std::size_t end) {
      for (auto v = static_cast<Vertex>(begin); v < end; ++v) y[v] = in.sum(v, x);
    });
    ++out.products;
    out.eigenvalue = norm(y, run);
    if (out.eigenvalue == 0) return {};
    out.residual = 0;
    for (std::size_t v = 0; v < n; ++v) {
      out.residual += (y[v] - out.eigenvalue * x[v]) * (y[v] - out.eigenvalue * x[v]);
      y[v] += out.eigenvalue / 2 * x[v];
    }
    out.residual = std::sqrt(out.residual) / out.eigenvalue;
    normalise(y, run);
    x.swap(y);
  }
  out.score = std::move(x);
  return out;
}

}  // namespace

EigenvectorResult eigenvector(GraphView graph, Strengths strengths, const EigenvectorOptions& options,
                              const RunContext& run) {
  if (!(options.tolerance > 0)) throw std::invalid_argument("the tolerance is a positive number");
  require_nonnegative(graph, strengths, "eigenvector");
  if (graph.vertex_count() == 0) return {};
  return graph.facts().directed ? iterate(graph, strengths, options, run)
                                : ByComponent(graph, strengths, options, run).run();
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/betweenness.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "engine/structure/shortest_paths.hpp"
#include "graphs/csr/transpose.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

constexpr std::size_t lanes = 8;

/// A number for each of eight sources: a cache line.
struct alignas(64) Lanes {
  std::array<double, lanes> values{};

  Lanes& operator+=(const Lanes& other) {
    for (std::size_t i = 0; i < lanes; ++i) values[i] += other.values[i];
    return *this;
  }
};

/// Brandes' two passes for eight sources at once, level by level. What a level passes on to the next stands in an array
/// of its own, 0 in the lanes of other levels: so arcs are added up, and never asked for their level.
class Octet {
 public:
  Octet(GraphView graph, GraphView turned)
      : graph_(graph),
        turned_(turned),
        paths_(graph.vertex_count()),
        passed_(paths_),
        next_(paths_),
        marked_(graph.vertex_count(), false) {}

  /// Adds to `score` what the sources first .. first + count - 1 give.
  void run(Vertex first, std::size_t count, std::span<double> score) {
    for (const Step& step : steps_) paths_[step.vertex] = Lanes{};
    steps_.clear();
    for (std::size_t lane = 0; lane < count; ++lane) {
      steps_.push_back({static_cast<Vertex>(first + lane), 1U << lane});
      next_[first + lane] = Lanes{};
      next_[first + lane].values[lane] = 1;
    }
    levels_ = {0, steps_.size()};
    while (levels_.back() > levels_[levels_.size() - 2]) step_forward();
    for (std::size_t number = levels_.size() - 2; number-- > 1;) step_backward(number, score);
    for (const Step& step : level(1)) passed_[step.vertex] = Lanes{};
  }

 private:
  /// A vertex and the lanes whose sources lie so many steps away.
  struct Step {
    Vertex vertex;
    std::uint32_t mask;
  };

  [[nodiscard]] std::span<const Step> level(std::size_t number) const {
    if (number + 1 >= levels_.size()) return {};
    return std::span(steps_).subspan(levels_[number], levels_[number + 1] - levels_[number]);
  }

  void pass_on(std::span<const Step> from, std::span<const Step> to) {
    for (const Step& step : from) passed_[step.vertex] = Lanes{};
    for (const Step& step : to) passed_[step.vertex] = next_[step.vertex];
  }

  /// The numbers of shortest paths of the next level, which may be empty.
  void step_forward() {
    const std::size_t last = levels_.size() - 2;
    pass_on(last == 0 ? std::span<const Step>() : level(last - 1), level(last));
    for (const Step& step : level(last)) paths_[step.vertex] += next_[step.vertex];
    mark_neighbours(level(last));
    for (const Vertex v : touched_) {
      marked_[v] = false;
      Lanes sum;
      for (const Vertex source : turned_.neighbours(v)) sum += passed_[source];
      std::uint32_t mask = 0;
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        const bool fresh = sum.values[lane] > 0 && paths_[v].values[lane] == 0;
        mask |= fresh ? 1U << lane : 0U;
        if (!fresh) sum.values[lane] = 0;
      }
      if (mask == 0) continue;
      next_[v] = sum;
      steps_.push_back({v, mask});
    }
    levels_.push_back(steps_.size());
    if (levels_.back() == levels_[last + 1]) pass_on(level(last), {});
  }

  void mark_neighbours(std::span<const Step> steps) {
    touched_.clear();
    for (const Step& step : steps) {
      for (const Vertex target : graph_.neighbours(step.vertex)) {
        if (marked_[target]) continue;
        marked_[target] = true;
        touched_.push_back(target);
      }
    }
  }

  /// What the vertices of a level lie between, from what those one step farther do.
  void step_backward(std::size_t number, std::span<double> score) {
    for (const Step& step : level(number)) {
      Lanes sum;
      for (const Vertex target : graph_.neighbours(step.vertex)) sum += passed_[target];
      Lanes& share = next_[step.vertex];
      const Lanes& paths = paths_[step.vertex];
      share = Lanes{};
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        if ((step.mask >> lane & 1U) == 0) continue;
        const double between = paths.values[lane] * sum.values[lane];
        score[step.vertex] += between;
        share.values[lane] = (1 + between) / paths.values[lane];
      }
    }
    pass_on(level(number + 1), level(number));
  }

  GraphView graph_, turned_;
  std::vector<Lanes> paths_, passed_, next_;
  std::vector<char> marked_;
  std::vector<Vertex> touched_;
  std::vector<Step> steps_;
  std::vector<std::size_t> levels_;
};

/// The same for one source at a time, along lengths.
class Tracer {
 public:
  Tracer(GraphView graph, const Lengths& lengths)
      : graph_(graph), search_(graph, lengths), paths_(graph.vertex_count()), share_(graph.vertex_count()) {}

  void run(Vertex first, std::size_t count, std::span<double> score) {
    for (std::size_t i = 0; i < count; ++i) trace(static_cast<Vertex>(first + i), score);
  }

 private:
  void trace(Vertex source, std::span<double> score) {
    search_.run(source);
    for (const Vertex v : search_.order()) paths_[v] = 0;
    paths_[source] = 1;
    for (const Vertex v : search_.order()) {
      for_each_next(v, [&](Vertex next) { paths_[next] += paths_[v]; });
    }
    for (std::size_t i = search_.order().size(); i-- > 1;) {
      const Vertex v = search_.order()[i];
      double sum = 0;
      for_each_next(v, [&](Vertex next) { sum += share_[next]; });
      const double between = paths_[v] * sum;
      score[v] += between;
      share_[v] = (1 + between) / paths_[v];
    }
  }

  template <typename Visit>
  void for_each_next(Vertex v, Visit visit) {
    for (Arc arc = graph_.begin(v); arc < graph_.end(v); ++arc) {
      if (search_.on_path(v, arc)) visit(graph_.target(arc));
    }
  }

  GraphView graph_;
  ShortestPaths search_;
  std::vector<double> paths_, share_;
};

/// Sums what blocks of sources give, in their order.
template <typename Make>
BetweennessResult sum_over_sources(std::size_t n, Make make, const RunContext& run) {
  struct Slot {
    decltype(make()) passes;
    std::vector<double> score;
  };
  constexpr std::size_t sources_at_once = 16 * lanes;
  BetweennessResult out{.score = std::vector<double>(n, 0)};
  out.outcome = for_each_in_order(
      run, (n + sources_at_once - 1) / sources_at_once,
      [&] {
        return Slot{make(), {}};
      },
      [&](std::size_t block, Slot& slot) {
        slot.score.assign(n, 0);
        const std::size_t end = std::min(n, (block + 1) * sources_at_once);
        for (std::size_t first = block * sources_at_once; first < end; first += lanes) {
          slot.passes.run(static_cast<Vertex>(first), std::min(lanes, end - first), slot.score);
        }
      },
      [&](const Slot& slot) {
        for (std::size_t v = 0; v < n; ++v) out.score[v] += slot.score[v];
      });
  return out;
}

}  // namespace

BetweennessResult betweenness(GraphView graph, const Lengths& lengths, const BetweennessOptions& options,
                              const RunContext& run) {
  if (graph.facts().has_parallel_arcs) throw std::invalid_argument("betweenness needs a graph without parallel arcs");
  const auto n = static_cast<double>(graph.vertex_count());
  const Graph turned = graph.facts().symmetric ? Graph() : transpose(graph, run);
  const GraphView backwards = graph.facts().symmetric ? graph : turned.view();
  BetweennessResult out = lengths.is_unit() ? sum_over_sources(
                                                  graph.vertex_count(), [&] { return Octet(graph, backwards); }, run)
                                            : sum_over_sources(
                                                  graph.vertex_count(), [&] { return Tracer(graph, lengths); }, run);
  const double pairs = options.normalised ? (n - 1) * (n - 2) : 1;
  const double twice =
      graph.facts().directed || options.normalised ? 1 : 2;  // undirected pairs were met from both ends
  for (double& score : out.score) {
    if (!std::isfinite(score)) throw std::overflow_error("there are more shortest paths than a number can count");
    score = n < 3 ? 0 : score / (pairs * twice);
  }
  return out;
}

}  // namespace regionet

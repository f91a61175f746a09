// SPDX-License-Identifier: Apache-2.0
// Brandes' accumulation, for the betweenness of vertices and of arcs.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/structure/shortest_paths.hpp"
#include "graphs/csr/transpose.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet::brandes {

inline constexpr std::size_t lanes = 8;

/// A number for each of eight sources: a cache line.
struct alignas(64) Lanes {
  std::array<double, lanes> values{};

  Lanes& operator+=(const Lanes& other) {
    for (std::size_t i = 0; i < lanes; ++i) values[i] += other.values[i];
    return *this;
  }
};

/// Takes what a pass finds for vertices.
struct VertexScore {
  static constexpr bool takes_arcs = false;

  explicit VertexScore(GraphView graph) : score(graph.vertex_count()) {}
  void at_vertex(Vertex v, double between) { score[v] += between; }
  void at_arc(Arc, double) {}

  std::vector<double> score;
};

/// Takes what a pass finds for arcs.
struct ArcScore {
  static constexpr bool takes_arcs = true;

  explicit ArcScore(GraphView graph) : score(graph.arc_count()) {}
  void at_vertex(Vertex, double) {}
  void at_arc(Arc arc, double between) { score[arc] += between; }

  std::vector<double> score;
};

/// Brandes' two passes for eight sources at once, level by level. What a level passes on to the next stands in an array
/// of its own, 0 in the lanes of other levels: so arcs are added up, and never asked for their level.
template <typename Score>
class Octet {
 public:
  Octet(GraphView graph, GraphView turned, std::span<const double> weights)
      : graph_(graph),
        turned_(turned),
        weights_(weights),
        paths_(graph.vertex_count()),
        passed_(paths_),
        next_(paths_),
        marked_(graph.vertex_count(), false) {}

  /// Adds to `score` what the sources first .. first + count - 1 give.
  void run(Vertex first, std::size_t count, Score& score) {
    for (const Step& step : steps_) paths_[step.vertex] = Lanes{};
    steps_.clear();
    for (std::size_t lane = 0; lane < count; ++lane) {
      steps_.push_back({static_cast<Vertex>(first + lane), 1U << lane});
      next_[first + lane] = Lanes{};
      next_[first + lane].values[lane] = 1;
      source_weight_.values[lane] = weight(static_cast<Vertex>(first + lane));
    }
    levels_ = {0, steps_.size()};
    while (levels_.back() > levels_[levels_.size() - 2]) step_forward();
    // What is passed on to the source itself counts for its arcs alone.
    for (std::size_t number = levels_.size() - 2; number-- > (Score::takes_arcs ? 0 : 1);) step_backward(number, score);
    for (const Step& step : level(Score::takes_arcs ? 0 : 1)) passed_[step.vertex] = Lanes{};
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

  /// For how many vertices one stands.
  [[nodiscard]] double weight(Vertex v) const { return weights_.empty() ? 1 : weights_[v]; }

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
  void step_backward(std::size_t number, Score& score) {
    for (const Step& step : level(number)) {
      Lanes sum;
      for (const Vertex target : graph_.neighbours(step.vertex)) sum += passed_[target];
      if constexpr (Score::takes_arcs) score_arcs(step, score);
      Lanes& share = next_[step.vertex];
      const Lanes& paths = paths_[step.vertex];
      share = Lanes{};
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        if ((step.mask >> lane & 1U) == 0) continue;
        const double between = paths.values[lane] * sum.values[lane];
        score.at_vertex(step.vertex, source_weight_.values[lane] * between);
        share.values[lane] = (weight(step.vertex) + between) / paths.values[lane];
      }
    }
    pass_on(level(number + 1), level(number));
  }

  void score_arcs(const Step& step, Score& score) {
    Lanes here;
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      if ((step.mask >> lane & 1U) != 0)
        here.values[lane] = source_weight_.values[lane] * paths_[step.vertex].values[lane];
    }
    for (Arc arc = graph_.begin(step.vertex); arc < graph_.end(step.vertex); ++arc) {
      const Lanes& passed = passed_[graph_.target(arc)];
      double sum = 0;
      for (std::size_t lane = 0; lane < lanes; ++lane) sum += here.values[lane] * passed.values[lane];
      score.at_arc(arc, sum);
    }
  }

  GraphView graph_, turned_;
  std::span<const double> weights_;
  Lanes source_weight_;
  std::vector<Lanes> paths_, passed_, next_;
  std::vector<char> marked_;
  std::vector<Vertex> touched_;
  std::vector<Step> steps_;
  std::vector<std::size_t> levels_;
};

/// The same for one source at a time, along lengths.
template <typename Score>
class Tracer {
 public:
  Tracer(GraphView graph, const Lengths& lengths, std::span<const double> weights)
      : graph_(graph),
        weights_(weights),
        search_(graph, lengths),
        paths_(graph.vertex_count()),
        share_(graph.vertex_count()) {}

  void run(Vertex first, std::size_t count, Score& score) {
    for (std::size_t i = 0; i < count; ++i) trace(static_cast<Vertex>(first + i), score);
  }

 private:
  void trace(Vertex source, Score& score) {
    search_.run(source);
    for (const Vertex v : search_.order()) paths_[v] = 0;
    paths_[source] = 1;
    for (const Vertex v : search_.order()) {
      for_each_next(v, [&](Arc, Vertex next) { paths_[next] += paths_[v]; });
    }
    for (std::size_t i = search_.order().size(); i-- > 0;) {
      const Vertex v = search_.order()[i];
      double sum = 0;
      for_each_next(v, [&](Arc arc, Vertex next) {
        sum += share_[next];
        score.at_arc(arc, weight(source) * paths_[v] * share_[next]);
      });
      const double between = paths_[v] * sum;
      if (v != source) score.at_vertex(v, weight(source) * between);
      share_[v] = (weight(v) + between) / paths_[v];
    }
  }

  template <typename Visit>
  void for_each_next(Vertex v, Visit visit) {
    for (Arc arc = graph_.begin(v); arc < graph_.end(v); ++arc) {
      if (search_.on_path(v, arc)) visit(arc, graph_.target(arc));
    }
  }

  [[nodiscard]] double weight(Vertex v) const { return weights_.empty() ? 1 : weights_[v]; }

  GraphView graph_;
  std::span<const double> weights_;
  ShortestPaths search_;
  std::vector<double> paths_, share_;
};

/// Sums what blocks of sources give, in their order: the same bits for any number of threads.
template <typename Passes, typename Score, typename Make>
Outcome sum_over_sources(GraphView graph, Make make, Score& total, const RunContext& run) {
  struct Slot {
    Passes passes;
    Score score;
  };
  constexpr std::size_t sources_at_once = 16 * lanes;
  const std::size_t n = graph.vertex_count();
  return for_each_in_order(
      run, (n + sources_at_once - 1) / sources_at_once,
      [&] {
        return Slot{make(), Score(graph)};
      },
      [&](std::size_t block, Slot& slot) {
        std::ranges::fill(slot.score.score, 0.0);
        const std::size_t end = std::min(n, (block + 1) * sources_at_once);
        for (std::size_t first = block * sources_at_once; first < end; first += lanes) {
          slot.passes.run(static_cast<Vertex>(first), std::min(lanes, end - first), slot.score);
        }
      },
      [&](const Slot& slot) {
        for (std::size_t i = 0; i < total.score.size(); ++i) total.score[i] += slot.score.score[i];
      });
}

/// What all sources give, ordered pairs each: in steps eight at a time, along lengths one by one. With `weights` a
/// vertex stands for so many, and a pair counts for the product of both.
template <typename Score>
Outcome add_dependencies(GraphView graph, const Lengths& lengths, std::span<const double> weights, Score& total,
                         const RunContext& run) {
  if (!lengths.is_unit()) {
    return sum_over_sources<Tracer<Score>>(
        graph, [&] { return Tracer<Score>(graph, lengths, weights); }, total, run);
  }
  const Graph turned = graph.facts().symmetric ? Graph() : transpose(graph, run);
  const GraphView backwards = graph.facts().symmetric ? graph : turned.view();
  return sum_over_sources<Octet<Score>>(
      graph, [&] { return Octet<Score>(graph, backwards, weights); }, total, run);
}

}  // namespace regionet::brandes

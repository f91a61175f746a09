// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/bfs.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <atomic>
#include <stdexcept>

#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

constexpr std::size_t vertices_a_word = 64;
constexpr std::size_t rows_at_once = vertices_a_word * 64;
constexpr std::size_t frontier_at_once = 1U << 10U;

/// A set of vertices, of which blocks of whole words may be written by different threads.
class VertexSet {
 public:
  explicit VertexSet(std::size_t n) : words_(n / vertices_a_word + 1, 0) {}

  [[nodiscard]] bool contains(Vertex v) const { return (words_[v / vertices_a_word] >> v % vertices_a_word & 1U) != 0; }
  void insert(Vertex v) { words_[v / vertices_a_word] |= std::uint64_t{1} << v % vertices_a_word; }
  void clear() { std::ranges::fill(words_, 0); }

 private:
  std::vector<std::uint64_t> words_;
};

class Search {
 public:
  Search(GraphView graph, Vertex source, const RunContext& run)
      : graph_(graph), run_(run), distance_(graph.vertex_count(), unreached), frontier_{source} {
    distance_[source] = 0;
  }

  BfsResult search() {
    Arc unexplored = graph_.arc_count();
    std::size_t reached = 1;
    while (!frontier_.empty()) {
      const Arc arcs = arcs_of_frontier();
      constexpr Arc alpha = 15;  // as in Beamer's measurements: the step back pays when the frontier has a 15th
      if (graph_.facts().symmetric && arcs > unexplored / alpha) {
        reached += search_bottom_up();
      } else {
        unexplored -= std::min(unexplored, arcs);
        reached += step_down();
      }
    }
    return {std::move(distance_), reached, level_ == 0 ? 0 : level_ - 1};
  }

 private:
  [[nodiscard]] Arc arcs_of_frontier() const {
    Arc arcs = 0;
    for (const Vertex v : frontier_) arcs += graph_.end(v) - graph_.begin(v);
    return arcs;
  }

  /// From the frontier to what it touches.
  std::size_t step_down() {
    ++level_;
    const std::size_t blocks = (frontier_.size() + frontier_at_once - 1) / frontier_at_once;
    std::vector<std::vector<Vertex>> found(blocks);
    for_each_range(run_, frontier_.size(), frontier_at_once, [&](std::size_t begin, std::size_t end) {
      std::vector<Vertex>& here = found[begin / frontier_at_once];
      for (std::size_t i = begin; i < end; ++i) {
        for (const Vertex target : graph_.neighbours(frontier_[i])) {
          if (claim(target)) here.push_back(target);
        }
      }
    });
    frontier_.clear();
    for (const std::vector<Vertex>& part : found) frontier_.insert(frontier_.end(), part.begin(), part.end());
    return frontier_.size();
  }

  bool claim(Vertex v) {
    if (run_.threads <= 1) {
      if (distance_[v] != unreached) return false;
      distance_[v] = level_;
      return true;
    }
    std::atomic_ref<std::uint32_t> at(distance_[v]);
    std::uint32_t expected = unreached;
    return at.load(std::memory_order_relaxed) == unreached &&
           at.compare_exchange_strong(expected, level_, std::memory_order_relaxed);
  }

  /// From what is not reached to the frontier, level by level while that is large.
  std::size_t search_bottom_up() {
    constexpr std::size_t beta = 18;
    VertexSet front(graph_.vertex_count());
    VertexSet next(graph_.vertex_count());
    for (const Vertex v : frontier_) front.insert(v);
    std::size_t reached = 0;
    std::size_t before = 0;
    std::size_t found = frontier_.size();
    do {
      before = found;
      found = step_up(front, next);
      reached += found;
      std::swap(front, next);
      next.clear();
    } while (found > 0 && (found >= before || found > graph_.vertex_count() / beta));
    frontier_.clear();
    for (Vertex v = 0; v < graph_.vertex_count() && found > 0; ++v) {
      if (front.contains(v)) frontier_.push_back(v);
    }
    return reached;
  }

  std::size_t step_up(const VertexSet& front, VertexSet& next) {
    ++level_;
    return reduce_ranges(
        run_, graph_.vertex_count(), rows_at_once, std::size_t{0},
        [&](std::size_t begin, std::size_t end) {
          std::size_t found = 0;
          for (auto v = static_cast<Vertex>(begin); v < end; ++v) {
            if (distance_[v] != unreached || !touches(v, front)) continue;
            distance_[v] = level_;
            next.insert(v);
            ++found;
          }
          return found;
        },
        [](std::size_t a, std::size_t b) { return a + b; });
  }

  [[nodiscard]] bool touches(Vertex v, const VertexSet& front) const {
    return std::ranges::any_of(graph_.neighbours(v), [&](Vertex u) { return front.contains(u); });
  }

  GraphView graph_;
  const RunContext& run_;
  std::vector<std::uint32_t> distance_;
  std::vector<Vertex> frontier_;
  std::uint32_t level_ = 0;
};

}  // namespace

BfsResult bfs(GraphView graph, Vertex source, const RunContext& run) {
  if (source >= graph.vertex_count()) throw std::invalid_argument("the source of a search is no vertex");
  return Search(graph, source, run).search();
}

std::string check_distances(GraphView graph, Vertex source, std::span<const std::uint32_t> distance) {
  if (distance.size() != graph.vertex_count()) return "there is not one distance a vertex";
  std::vector<bool> supported(distance.size(), false);
  for (Vertex v = 0; v < distance.size(); ++v) {
    if ((distance[v] == 0) != (v == source)) return fmt::format("only the source is at distance 0, not {}", v);
    if (distance[v] == unreached) continue;
    for (const Vertex target : graph.neighbours(v)) {
      if (distance[target] > distance[v] + 1) return fmt::format("the arc {} to {} is a shorter way", v, target);
      if (distance[target] == distance[v] + 1) supported[target] = true;
    }
  }
  for (Vertex v = 0; v < distance.size(); ++v) {
    if (v != source && distance[v] != unreached && !supported[v]) return fmt::format("no arc leads to {} in time", v);
  }
  return "";
}

}  // namespace regionet

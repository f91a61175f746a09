// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/components.hpp"

#include <algorithm>
#include <atomic>

#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

constexpr std::size_t sampled_neighbours = 2;

/// A forest over the vertices in which every tree hangs on its smallest vertex; linked from many threads at once.
class Forest {
 public:
  explicit Forest(std::size_t n) : parent_(n) {
    for (std::size_t v = 0; v < n; ++v) parent_[v] = static_cast<Vertex>(v);
  }

  void link(Vertex u, Vertex v) {
    Vertex a = load(u);
    Vertex b = load(v);
    while (a != b) {
      const Vertex high = std::max(a, b);
      const Vertex low = std::min(a, b);
      Vertex found = load(high);
      if (found == low) return;
      if (found == high && at(high).compare_exchange_strong(found, low, std::memory_order_relaxed)) return;
      a = load(load(high));
      b = load(low);
    }
  }

  void flatten(const RunContext& run) {
    for_each_range(run, parent_.size(), vertex_grain, [&](std::size_t begin, std::size_t end) {
      for (auto v = static_cast<Vertex>(begin); v < end; ++v) {
        Vertex root = load(v);
        while (root != load(root)) root = load(root);
        at(v).store(root, std::memory_order_relaxed);
      }
    });
  }

  /// The root, after `flatten`; later what was the root then, or one that it was linked to.
  [[nodiscard]] Vertex root(Vertex v) { return load(v); }
  [[nodiscard]] std::size_t size() const { return parent_.size(); }

 private:
  std::atomic_ref<Vertex> at(Vertex v) { return std::atomic_ref<Vertex>(parent_[v]); }
  Vertex load(Vertex v) { return at(v).load(std::memory_order_relaxed); }

  std::vector<Vertex> parent_;
};

/// The root that most of some vertices, spread evenly, hang on.
Vertex frequent_root(Forest& forest) {
  constexpr std::size_t samples = 1024;
  std::vector<Vertex> roots;
  for (std::size_t i = 0; i < samples; ++i)
    roots.push_back(forest.root(static_cast<Vertex>(i * forest.size() / samples)));
  std::ranges::sort(roots);
  Vertex best = roots.front();
  std::size_t most = 0;
  for (std::size_t i = 0; i < roots.size();) {
    const std::size_t same = static_cast<std::size_t>(std::ranges::upper_bound(roots, roots[i]) - roots.begin()) - i;
    if (same > most) best = roots[i];
    most = std::max(most, same);
    i += same;
  }
  return best;
}

/// Numbers groups by their smallest vertex; groups and vertices are called by numbers below n.
template <typename GroupOf>
ComponentsResult numbered(std::size_t n, GroupOf group_of) {
  constexpr std::uint32_t none = 0xFFFFFFFFU;
  std::vector<std::uint32_t> number(n, none);
  ComponentsResult out{.component = std::vector<std::uint32_t>(n), .size = {}};
  for (Vertex v = 0; v < n; ++v) {
    std::uint32_t& component = number[group_of(v)];
    if (component == none) {
      component = static_cast<std::uint32_t>(out.size.size());
      out.size.push_back(0);
    }
    out.component[v] = component;
    ++out.size[component];
  }
  return out;
}

/// Pearce's form of Tarjan's search: one number a vertex, and a stack of its own for the path.
class StrongSearch {
 public:
  explicit StrongSearch(GraphView graph)
      : graph_(graph), low_(graph.vertex_count(), unseen), next_(graph.vertex_count()), group_(graph.vertex_count()) {}

  [[nodiscard]] std::vector<std::uint32_t> groups() && {
    for (Vertex v = 0; v < graph_.vertex_count(); ++v) {
      if (low_[v] == unseen) search_from(v);
    }
    return std::move(group_);
  }

 private:
  static constexpr std::uint32_t unseen = 0;
  static constexpr std::uint32_t closed = 0xFFFFFFFFU;

  struct Step {
    Vertex vertex;
    std::uint32_t entered;
  };

  void enter(Vertex v) {
    low_[v] = ++time_;
    next_[v] = graph_.begin(v);
    path_.push_back({v, time_});
  }

  void search_from(Vertex start) {
    enter(start);
    while (!path_.empty()) {
      const Step step = path_.back();
      if (advance(step.vertex)) continue;
      path_.pop_back();
      open_.push_back(step.vertex);
      if (low_[step.vertex] == step.entered) close(step.vertex);
    }
  }

  /// Goes on to a new vertex if one can be reached; an arc is looked at again when its target's search has ended.
  bool advance(Vertex v) {
    for (; next_[v] < graph_.end(v); ++next_[v]) {
      const Vertex target = graph_.target(next_[v]);
      if (low_[target] == unseen) {
        enter(target);
        return true;
      }
      low_[v] = std::min(low_[v], low_[target]);
    }
    return false;
  }

  /// All that were left open since `root` was entered are its component.
  void close(Vertex root) {
    const std::uint32_t entered = low_[root];
    while (!open_.empty() && low_[open_.back()] >= entered) {
      low_[open_.back()] = closed;
      group_[open_.back()] = root;
      open_.pop_back();
    }
  }

  GraphView graph_;
  std::vector<std::uint32_t> low_;
  std::vector<Arc> next_;
  std::vector<std::uint32_t> group_;
  std::vector<Step> path_;
  std::vector<Vertex> open_;
  std::uint32_t time_ = 0;
};

}  // namespace

ComponentsResult components(GraphView graph, const RunContext& run) {
  const std::size_t n = graph.vertex_count();
  if (n == 0) return {};
  Forest forest(n);
  const auto link_from = [&](std::size_t first, std::size_t count, Vertex skipped, bool skip) {
    for_each_range(run, n, vertex_grain, [&](std::size_t begin, std::size_t end) {
      for (auto v = static_cast<Vertex>(begin); v < end; ++v) {
        if (skip && forest.root(v) == skipped) continue;
        const auto row = graph.neighbours(v);
        const std::size_t last = std::min(row.size(), first + std::min(count, row.size()));
        for (std::size_t i = std::min(first, last); i < last; ++i) forest.link(v, row[i]);
      }
    });
  };
  link_from(0, sampled_neighbours, 0, false);
  forest.flatten(run);
  // An arc into the frequent tree is seen from its other end, if that has it too.
  link_from(sampled_neighbours, n, frequent_root(forest), graph.facts().symmetric);
  forest.flatten(run);
  return numbered(n, [&](Vertex v) { return forest.root(v); });
}

ComponentsResult strong_components(GraphView graph) {
  const std::vector<std::uint32_t> groups = StrongSearch(graph).groups();
  return numbered(graph.vertex_count(), [&](Vertex v) { return groups[v]; });
}

std::uint32_t largest(const ComponentsResult& found) {
  return static_cast<std::uint32_t>(std::ranges::max_element(found.size) - found.size.begin());
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/robustness.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "graphs/csr/simple.hpp"
#include "graphs/runtime/random.hpp"

namespace regionet {
namespace {

/// The vertices by falling degree at the start, equal ones by their number.
std::vector<Vertex> order_by_degree(GraphView graph) {
  std::vector<Vertex> order(graph.vertex_count());
  std::iota(order.begin(), order.end(), Vertex{0});
  std::ranges::stable_sort(order, std::greater<>(), [&](Vertex v) { return graph.neighbours(v).size(); });
  return order;
}

std::vector<Vertex> order_by_remaining_degree(GraphView graph) {
  std::vector<std::size_t> left(graph.vertex_count());
  const auto key = [&](Vertex v) { return std::pair(graph.vertex_count() - left[v], v); };  // most left first
  std::set<std::pair<std::size_t, Vertex>> ahead;
  for (Vertex v = 0; v < left.size(); ++v) {
    left[v] = graph.neighbours(v).size();
    ahead.insert(key(v));
  }
  std::vector<Vertex> order;
  std::vector<bool> away(left.size(), false);
  while (!ahead.empty()) {
    const Vertex v = ahead.begin()->second;
    ahead.erase(ahead.begin());
    away[v] = true;
    order.push_back(v);
    for (const Vertex u : graph.neighbours(v)) {
      if (away[u]) continue;
      ahead.erase(key(u));
      --left[u];
      ahead.insert(key(u));
    }
  }
  return order;
}

std::vector<Vertex> random_order(std::size_t vertices, std::uint64_t seed, std::uint64_t draw) {
  std::vector<std::pair<std::uint64_t, Vertex>> keys;
  for (std::size_t v = 0; v < vertices; ++v) keys.emplace_back(random_bits(seed, v, draw), static_cast<Vertex>(v));
  std::ranges::sort(keys);
  std::vector<Vertex> order;
  for (const auto& [key, v] : keys) order.push_back(v);
  return order;
}

/// Components that grow as vertices are put back.
class GrowingParts {
 public:
  explicit GrowingParts(GraphView graph)
      : graph_(graph), parent_(graph.vertex_count()), size_(graph.vertex_count(), 0) {}

  /// Returns the size of the largest component with v in the network again.
  std::uint32_t put_back(Vertex v) {
    parent_[v] = v;
    size_[v] = 1;
    for (const Vertex u : graph_.neighbours(v)) {
      if (size_[u] > 0) join(v, u);
    }
    largest_ = std::max(largest_, size_[root(v)]);
    return largest_;
  }

 private:
  Vertex root(Vertex v) {
    while (parent_[v] != v) v = parent_[v] = parent_[parent_[v]];
    return v;
  }

  void join(Vertex a, Vertex b) {
    a = root(a);
    b = root(b);
    if (a == b) return;
    if (size_[a] < size_[b]) std::swap(a, b);
    parent_[b] = a;
    size_[a] += size_[b];
  }

  GraphView graph_;
  std::vector<Vertex> parent_;
  std::vector<std::uint32_t> size_;  // of the part at its root; 0: not in the network
  std::uint32_t largest_ = 0;
};

}  // namespace

RobustnessResult robustness(GraphView graph, const RobustnessOptions& options, const RunContext& run) {
  const SimpleGraph simple(graph, run);
  const std::size_t n = graph.vertex_count();
  RobustnessResult out{.largest = std::vector<std::uint32_t>(n + 1, 0)};
  switch (options.removal) {
    case Removal::degree:
      out.removed = order_by_degree(simple.view());
      break;
    case Removal::remaining_degree:
      out.removed = order_by_remaining_degree(simple.view());
      break;
    case Removal::random:
      out.removed = random_order(n, run.seed, options.order);
      break;
  }
  GrowingParts parts(simple.view());
  for (std::size_t q = n; q-- > 0;) out.largest[q] = parts.put_back(out.removed[q]);
  double total = 0;
  for (std::size_t q = 1; q <= n; ++q) total += out.largest[q];
  if (n > 0) out.index = total / (static_cast<double>(n) * static_cast<double>(n));
  return out;
}

}  // namespace regionet

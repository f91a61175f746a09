// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/switching.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "graphs/runtime/random.hpp"

namespace regionet {

/// The ties of one network on their way.
class SwitchingWalk {
 public:
  SwitchingWalk(const Switching& given, std::uint64_t key)
      : given_(given), key_(key), ends_(given.ends_), present_(given.present_) {}

  void run(std::uint64_t tries) {
    for (std::uint64_t i = 0; i < tries; ++i) take_step();
  }

  [[nodiscard]] double kept() const {
    std::size_t count = 0;
    for (std::size_t tie = 0; tie < given_.tie_count(); ++tie) {
      count += contains(given_.ends_[2 * tie], given_.ends_[2 * tie + 1]) ? 1U : 0U;
    }
    return given_.ends_.empty() ? 1 : static_cast<double>(count) / static_cast<double>(given_.tie_count());
  }

  [[nodiscard]] const std::vector<Vertex>& ends() const { return ends_; }

 private:
  void take_step() {
    ++step_;
    const std::uint64_t bits = random_bits(key_, step_, 1);
    const std::size_t i = (bits >> 3U) % given_.tie_count();
    const std::size_t j = random_bits(key_, step_, 2) % given_.tie_count();
    if (i == j) return;
    if (!given_.directed_) {
      if ((bits & 1U) != 0) std::swap(ends_[2 * i], ends_[2 * i + 1]);
      if ((bits & 2U) != 0) std::swap(ends_[2 * j], ends_[2 * j + 1]);
    }
    if (given_.directed_ && (bits & 7U) == 0) {
      rotate_heads(i, j, random_bits(key_, step_, 3) % given_.tie_count());
    } else {
      exchange_heads(i, j);
    }
  }

  void exchange_heads(std::size_t i, std::size_t j) {
    const Vertex first = head(i);
    const Vertex second = head(j);
    if (!fits(tail(i), second) || !fits(tail(j), first)) return;
    turn(i, second);
    turn(j, first);
  }

  void rotate_heads(std::size_t i, std::size_t j, std::size_t k) {
    if (k == i || k == j) return;
    const Vertex first = head(i);
    if (!fits(tail(i), head(j)) || !fits(tail(j), head(k)) || !fits(tail(k), first)) return;
    turn(i, head(j));
    turn(j, head(k));
    turn(k, first);
  }

  [[nodiscard]] Vertex tail(std::size_t tie) const { return ends_[2 * tie]; }
  [[nodiscard]] Vertex head(std::size_t tie) const { return ends_[2 * tie + 1]; }
  [[nodiscard]] bool fits(Vertex a, Vertex b) const { return given_.allows(a, b) && !contains(a, b); }

  void turn(std::size_t tie, Vertex to) {
    const auto [a, b] = ordered(tail(tie), head(tie));
    present_.erase(a, b);
    const auto [c, d] = ordered(tail(tie), to);
    present_.insert(c, d);
    ends_[2 * tie + 1] = to;
  }

  [[nodiscard]] bool contains(Vertex from, Vertex to) const {
    const auto [a, b] = ordered(from, to);
    return present_.contains(a, b);
  }
  [[nodiscard]] std::pair<Vertex, Vertex> ordered(Vertex a, Vertex b) const {
    return given_.directed_ || a < b ? std::pair(a, b) : std::pair(b, a);
  }

  const Switching& given_;
  std::uint64_t key_;
  std::uint64_t step_ = 0;
  std::vector<Vertex> ends_;
  PairSet present_;
};

namespace {

/// The ties of a graph, each once, loops at last.
void take_ties(GraphView graph, Strengths strengths, std::vector<Vertex>& ends, std::vector<Vertex>& loops,
               std::vector<double>& weights) {
  std::vector<double> of_loops;
  const bool directed = graph.facts().directed;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    bool other_half = false;  // of the undirected loop, which stands twice
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      const Vertex u = graph.target(arc);
      if (!directed && (u < v || (u == v && std::exchange(other_half, true)))) continue;
      if (u == v) {
        loops.push_back(v);
        of_loops.push_back(strengths[arc]);
      } else {
        ends.insert(ends.end(), {v, u});
        weights.push_back(strengths[arc]);
      }
    }
  }
  weights.insert(weights.end(), of_loops.begin(), of_loops.end());
}

void shuffle(std::vector<double>& values, std::size_t count, std::uint64_t key) {
  for (std::size_t i = count; i > 1; --i) std::swap(values[i - 1], values[random_bits(key, i) % i]);
}

}  // namespace

Switching::Switching(GraphView graph, Strengths strengths, SwitchingParts parts)
    : n_(graph.vertex_count()), directed_(graph.facts().directed), parts_(std::move(parts)) {
  if (graph.facts().has_parallel_arcs) throw std::invalid_argument("switching needs a graph without parallel arcs");
  if (!parts_.part.empty() && parts_.part.size() != n_) throw std::invalid_argument("there is not one part a vertex");
  take_ties(graph, strengths, ends_, loops_, strengths_);
  if (strengths.is_unit()) strengths_.clear();
  present_ = PairSet(tie_count());
  for (std::size_t tie = 0; tie < tie_count(); ++tie) {
    const Vertex a = ends_[2 * tie];
    const Vertex b = ends_[2 * tie + 1];
    if (!allows(a, b)) throw std::invalid_argument("there is a tie that the parts forbid");
    present_.insert(a, b);  // of an undirected tie the smaller end is first
  }
}

SwitchedNetwork Switching::draw(std::size_t sweeps, std::uint64_t key) const {
  SwitchingWalk walk(*this, random_bits(key, 0, 0x5A));
  SwitchedNetwork out;
  const std::uint64_t tries = std::uint64_t{sweeps} * tie_count();
  walk.run(tries / 2);
  out.kept_halfway = walk.kept();
  walk.run(tries - tries / 2);
  out.kept = walk.kept();

  std::vector<Vertex> ends = walk.ends();
  for (const Vertex v : loops_) ends.insert(ends.end(), {v, v});
  std::vector<double> strengths = strengths_;
  if (!strengths.empty()) shuffle(strengths, tie_count(), random_bits(key, 0, 0x5B));
  BuiltGraph built =
      build_graph(n_, {.ends = ends, .weights = strengths}, {.directed = directed_, .merge = Merge::none});
  out.graph = std::move(built.graph);
  out.weights = std::move(built.weights);
  return out;
}

}  // namespace regionet

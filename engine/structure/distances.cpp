// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/distances.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "engine/structure/shortest_paths.hpp"
#include "graphs/csr/transpose.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

constexpr std::size_t lanes = 8;
constexpr std::size_t batch_size = lanes * 64;

/// One bit a target of a batch: a cache line.
struct alignas(64) Bits {
  std::array<std::uint64_t, lanes> words{};

  [[nodiscard]] bool any() const {
    std::uint64_t all = 0;
    for (const std::uint64_t word : words) all |= word;
    return all != 0;
  }
  [[nodiscard]] std::uint32_t count() const {
    int bits = 0;
    for (const std::uint64_t word : words) bits += std::popcount(word);
    return static_cast<std::uint32_t>(bits);
  }
  Bits& operator|=(const Bits& other) {
    for (std::size_t i = 0; i < lanes; ++i) words[i] |= other.words[i];
    return *this;
  }
  [[nodiscard]] Bits without(const Bits& other) const {
    Bits out;
    for (std::size_t i = 0; i < lanes; ++i) out.words[i] = words[i] & ~other.words[i];
    return out;
  }
  friend bool operator==(const Bits&, const Bits&) = default;
};

/// What a batch of targets adds to each vertex.
struct Sums {
  std::vector<double> harmonic;
  std::vector<std::uint64_t> total;
  std::vector<std::uint32_t> reach, farthest;
  std::vector<std::uint64_t> pairs_at;

  void clear(std::size_t n) {
    harmonic.assign(n, 0);
    total.assign(n, 0);
    reach.assign(n, 0);
    farthest.assign(n, 0);
    pairs_at.clear();
  }
};

/// Searches backwards from up to 512 targets at once: bit t of seen[v] says that v reaches target t in so many steps.
/// A vertex looks along its own arcs while many vertices are new, and is told by those that are new while few are.
class Batch {
 public:
  Batch(GraphView graph, GraphView turned)
      : graph_(graph), turned_(turned), seen_(graph.vertex_count()), fresh_(seen_), next_(seen_) {}

  void run(std::size_t first, Sums& sums) {
    const std::size_t n = graph_.vertex_count();
    sums.clear(n);
    std::ranges::fill(seen_, Bits{});
    std::ranges::fill(fresh_, Bits{});
    std::ranges::fill(next_, Bits{});
    all_ = {};
    active_.clear();
    for (std::size_t t = 0; t < batch_size && first + t < n; ++t) {
      const std::uint64_t bit = std::uint64_t{1} << t % 64;
      seen_[first + t].words[t / 64] |= bit;
      fresh_[first + t].words[t / 64] |= bit;
      all_.words[t / 64] |= bit;
      active_.push_back(static_cast<Vertex>(first + t));
    }
    for (std::uint32_t distance = 1; !active_.empty(); ++distance) step(distance, sums);
  }

 private:
  void step(std::uint32_t distance, Sums& sums) {
    Arc arcs = 0;
    for (const Vertex v : active_) arcs += turned_.end(v) - turned_.begin(v);
    touched_.clear();
    constexpr Arc few = 8;
    if (arcs < graph_.arc_count() / few) {
      tell();
    } else {
      look();
    }
    for (const Vertex v : active_) fresh_[v] = Bits{};
    active_.clear();
    for (const Vertex v : touched_) settle(v, distance, sums);
  }

  void look() {
    for (Vertex v = 0; v < graph_.vertex_count(); ++v) {
      if (seen_[v] == all_) continue;
      Bits found;
      for (const Vertex target : graph_.neighbours(v)) found |= fresh_[target];
      next_[v] = found;
      touched_.push_back(v);
    }
  }

  void tell() {
    for (const Vertex v : active_) {
      for (const Vertex source : turned_.neighbours(v)) {
        if (!next_[source].any()) touched_.push_back(source);
        next_[source] |= fresh_[v];
      }
    }
  }

  void settle(Vertex v, std::uint32_t distance, Sums& sums) {
    const Bits found = next_[v].without(seen_[v]);
    next_[v] = Bits{};
    const std::uint32_t count = found.count();
    if (count == 0) return;
    seen_[v] |= found;
    fresh_[v] = found;
    active_.push_back(v);
    sums.harmonic[v] += static_cast<double>(count) / distance;
    sums.total[v] += std::uint64_t{count} * distance;
    sums.reach[v] += count;
    sums.farthest[v] = distance;
    if (sums.pairs_at.size() <= distance) sums.pairs_at.resize(distance + std::size_t{1}, 0);
    sums.pairs_at[distance] += count;
  }

  GraphView graph_, turned_;
  std::vector<Bits> seen_, fresh_, next_;
  std::vector<Vertex> active_, touched_;
  Bits all_;
};

DistancesResult nothing_reached(std::size_t n) {
  DistancesResult out;
  out.harmonic.assign(n, 0);
  out.total.assign(n, 0);
  out.reach.assign(n, 0);
  out.farthest.assign(n, 0);
  return out;
}

DistancesResult count_steps(GraphView graph, const RunContext& run) {
  struct Slot {
    Batch batch;
    Sums sums;
  };
  const std::size_t n = graph.vertex_count();
  const Graph turned = graph.facts().symmetric ? Graph() : transpose(graph, run);
  const GraphView backwards = graph.facts().symmetric ? graph : turned.view();
  DistancesResult out = nothing_reached(n);
  out.outcome = for_each_in_order(
      run, (n + batch_size - 1) / batch_size,
      [&] {
        return Slot{Batch(graph, backwards), {}};
      },
      [&](std::size_t block, Slot& slot) { slot.batch.run(block * batch_size, slot.sums); },
      [&](const Slot& slot) {
        const Sums& sums = slot.sums;
        for (std::size_t v = 0; v < n; ++v) {
          out.harmonic[v] += sums.harmonic[v];
          out.total[v] += static_cast<double>(sums.total[v]);
          out.reach[v] += sums.reach[v];
          out.farthest[v] = std::max(out.farthest[v], static_cast<double>(sums.farthest[v]));
        }
        out.pairs_at.resize(std::max(out.pairs_at.size(), sums.pairs_at.size()), 0);
        for (std::size_t d = 0; d < sums.pairs_at.size(); ++d) out.pairs_at[d] += sums.pairs_at[d];
      });
  return out;
}

DistancesResult sum_lengths(GraphView graph, const Lengths& lengths, const RunContext& run) {
  constexpr std::size_t sources_at_once = 16;
  const std::size_t n = graph.vertex_count();
  DistancesResult out = nothing_reached(n);
  out.outcome = for_each_in_order(
      run, (n + sources_at_once - 1) / sources_at_once, [&] { return ShortestPaths(graph, lengths); },
      [&](std::size_t block, ShortestPaths& paths) {
        const std::size_t end = std::min(n, (block + 1) * sources_at_once);
        for (auto v = static_cast<Vertex>(block * sources_at_once); v < end; ++v) {
          paths.run(v);
          for (const Vertex u : paths.order().subspan(1)) {
            out.harmonic[v] += 1 / paths.distance(u);
            out.total[v] += paths.distance(u);
          }
          out.reach[v] = static_cast<std::uint32_t>(paths.order().size() - 1);
          out.farthest[v] = paths.distance(paths.order().back());
        }
      },
      [](const ShortestPaths&) {});
  return out;
}

}  // namespace

DistancesResult distances(GraphView graph, const Lengths& lengths, const RunContext& run) {
  return lengths.is_unit() ? count_steps(graph, run) : sum_lengths(graph, lengths, run);
}

}  // namespace regionet

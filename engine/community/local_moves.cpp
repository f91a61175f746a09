// SPDX-License-Identifier: Apache-2.0
#include "engine/community/local_moves.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <optional>

#include "engine/community/vertex_queue.hpp"
#include "graphs/runtime/random.hpp"

namespace regionet {
namespace {

/// A gain that is smaller than this share of a vertex's strength is round-off, not a gain.
constexpr double least_gain = 1e-10;

/// The masses of groups, and what a move costs by them.
class GroupMasses {
 public:
  GroupMasses(const ObjectiveTerms& terms, std::span<const std::uint32_t> group)
      : terms_(terms), first_(group.size(), 0), second_(terms.second.empty() ? 0 : group.size(), 0) {
    for (Vertex v = 0; v < group.size(); ++v) put(v, group[v]);
  }

  void put(Vertex v, std::uint32_t group) {
    first_[group] += terms_.first[v];
    if (!second_.empty()) second_[group] += terms_.second[v];
  }
  void take(Vertex v, std::uint32_t group) {
    first_[group] -= terms_.first[v];
    if (!second_.empty()) second_[group] -= terms_.second[v];
  }
  /// Of v joining a group that it is not in.
  [[nodiscard]] double price(Vertex v, std::uint32_t group) const {
    if (second_.empty()) return terms_.price * terms_.first[v] * first_[group];
    return terms_.price * (terms_.first[v] * second_[group] + terms_.second[v] * first_[group]);
  }
  /// Between two groups, `part` not counted in `rest`'s masses where it lies in it.
  [[nodiscard]] double price_in(const GroupMasses& parts, std::uint32_t part, std::uint32_t whole) const {
    const double a = parts.first_[part];
    if (second_.empty()) return terms_.price * a * (first_[whole] - a);
    const double b = parts.second_[part];
    return terms_.price * (a * (second_[whole] - b) + b * (first_[whole] - a));
  }

 private:
  const ObjectiveTerms& terms_;
  std::vector<double> first_, second_;
};

class VertexMover {
 public:
  VertexMover(const MoveGraph& graph, std::span<std::uint32_t> group, std::uint64_t key)
      : graph_(graph),
        group_(group),
        masses_(graph.terms(), group),
        toward_(graph.size()),
        queue_(shuffled_vertices(graph.size(), key)),
        members_(graph.size(), 0) {
    for (const std::uint32_t g : group) ++members_[g];
    for (auto g = static_cast<std::uint32_t>(group.size()); g > 0; --g) {
      if (members_[g - 1] == 0) empty_.push_back(g - 1);
    }
  }

  double run() {
    double gain = 0;
    while (!queue_.empty()) gain += visit(queue_.pop());
    return gain;
  }

 private:
  double visit(Vertex v) {
    const double strength = toward_.gather(graph_, v, group_);
    const std::uint32_t own = group_[v];
    masses_.take(v, own);
    const double stay = toward_[own] - masses_.price(v, own);
    std::uint32_t best = own;
    double most = stay + least_gain * strength;
    for (const std::uint32_t g : toward_.touched()) {
      const double gain = toward_[g] - masses_.price(v, g);
      if (g == own || gain <= most) continue;
      most = gain;
      best = g;
    }
    if (most < 0 && members_[own] > 1) {
      best = empty_.back();
      most = 0;
    }
    toward_.clear();
    masses_.put(v, best);
    if (best == own) return 0;
    move(v, own, best);
    return most - stay;
  }

  void move(Vertex v, std::uint32_t from, std::uint32_t to) {
    if (members_[to] == 0) empty_.pop_back();
    ++members_[to];
    if (--members_[from] == 0) empty_.push_back(from);
    group_[v] = to;
    for (Arc arc = graph_.offsets()[v]; arc < graph_.offsets()[v + 1]; ++arc) {
      const Vertex u = graph_.targets()[arc];
      if (group_[u] != to) queue_.push(u);
    }
  }

  const MoveGraph& graph_;
  std::span<std::uint32_t> group_;
  GroupMasses masses_;
  GroupStrengths toward_;
  VertexQueue queue_;
  std::vector<std::uint32_t> members_;
  std::vector<std::uint32_t> empty_;  // groups without a member; the last one is taken first
};

class GroupRefiner {
 public:
  GroupRefiner(const MoveGraph& graph, std::span<const std::uint32_t> group, double randomness, std::uint64_t key)
      : graph_(graph),
        group_(group),
        key_(key),
        part_(graph.size()),
        whole_(graph.terms(), group),
        toward_(graph.size()),
        members_(graph.size(), 1),
        cut_(graph.size(), 0) {
    std::iota(part_.begin(), part_.end(), 0U);
    parts_.emplace(graph.terms(), part_);
    scale_ = randomness * cut_strengths();
  }

  std::vector<std::uint32_t> run() {
    for (const Vertex v : shuffled_vertices(graph_.size(), random_bits(key_, 0, 1))) {
      if (members_[part_[v]] == 1 && cut_[v] > 0 && well_connected(v)) join_a_part(v);
    }
    return std::move(part_);
  }

 private:
  /// Each vertex's strength within its group; returns the mean strength of an arc.
  double cut_strengths() {
    double total = 0;
    for (Vertex v = 0; v < graph_.size(); ++v) {
      for (Arc arc = graph_.offsets()[v]; arc < graph_.offsets()[v + 1]; ++arc) {
        const Vertex u = graph_.targets()[arc];
        const double weight = graph_.weights().empty() ? 1.0 : graph_.weights()[arc];
        total += weight;
        if (u != v && group_[u] == group_[v]) cut_[v] += weight;
      }
    }
    return graph_.targets().empty() ? 1 : total / static_cast<double>(graph_.targets().size());
  }

  /// A part is tied to the rest of its group at least as strongly as the objective expects.
  [[nodiscard]] bool well_connected(std::uint32_t part) const {
    return cut_[part] >= whole_.price_in(*parts_, part, group_[part]);
  }

  /// A part carries the number of a vertex of its group, so `group_[part]` is the group.
  void join_a_part(Vertex v) {
    const std::uint32_t own = part_[v];
    toward_.gather_within(graph_, v, part_, group_);
    candidates_.clear();
    double most = 0;
    for (const std::uint32_t part : toward_.touched()) {
      if (part == own || !well_connected(part)) continue;
      const double gain = toward_[part] - parts_->price(v, part);
      if (gain < 0) continue;
      candidates_.push_back({part, gain});
      most = std::max(most, gain);
    }
    const std::uint32_t chosen = draw(v, own, most);
    if (chosen != own) {
      parts_->take(v, own);
      parts_->put(v, chosen);
      members_[own] = 0;
      ++members_[chosen];
      cut_[chosen] += cut_[own] - 2 * toward_[chosen];
      part_[v] = chosen;
    }
    toward_.clear();
  }

  /// One of the candidates, or staying alone at a gain of 0.
  std::uint32_t draw(Vertex v, std::uint32_t own, double most) {
    double sum = std::exp(-most / scale_);
    for (Candidate& one : candidates_) sum += one.odds = one.gain == most ? 1.0 : std::exp((one.gain - most) / scale_);
    double left = sum * random_unit(key_, v, 2);
    for (const Candidate& one : candidates_) {
      left -= one.odds;
      if (left < 0) return one.part;
    }
    return own;
  }

  struct Candidate {
    std::uint32_t part = 0;
    double gain = 0;
    double odds = 0;
  };

  const MoveGraph& graph_;
  std::span<const std::uint32_t> group_;
  std::uint64_t key_;
  std::vector<std::uint32_t> part_;
  GroupMasses whole_;
  std::optional<GroupMasses> parts_;
  GroupStrengths toward_;
  std::vector<std::uint32_t> members_;
  std::vector<double> cut_;  // strength between a part and the rest of its group, by part
  double scale_ = 1;
  std::vector<Candidate> candidates_;
};

}  // namespace

double move_vertices(const MoveGraph& graph, std::span<std::uint32_t> group, std::uint64_t key) {
#ifdef NDEBUG
  return VertexMover(graph, group, key).run();
#else
  const double before = worth(graph, group);
  const double gain = VertexMover(graph, group, key).run();
  assert(books_balance(before + gain, worth(graph, group)));
  return gain;
#endif
}

std::vector<std::uint32_t> refine_groups(const MoveGraph& graph, std::span<const std::uint32_t> group,
                                         double randomness, std::uint64_t key) {
  return GroupRefiner(graph, group, randomness, key).run();
}

std::vector<std::uint32_t> connected_parts(const MoveGraph& graph, std::span<const std::uint32_t> group) {
  constexpr std::uint32_t unseen = ~0U;
  std::vector<std::uint32_t> part(graph.size(), unseen);
  std::vector<Vertex> stack;
  std::uint32_t next = 0;
  for (Vertex start = 0; start < graph.size(); ++start) {
    if (part[start] != unseen) continue;
    part[start] = next;
    stack.push_back(start);
    while (!stack.empty()) {
      const Vertex v = stack.back();
      stack.pop_back();
      for (Arc arc = graph.offsets()[v]; arc < graph.offsets()[v + 1]; ++arc) {
        const Vertex u = graph.targets()[arc];
        const bool tied = graph.weights().empty() || graph.weights()[arc] > 0;
        if (!tied || part[u] != unseen || group[u] != group[v]) continue;
        part[u] = next;
        stack.push_back(u);
      }
    }
    ++next;
  }
  return part;
}

double worth(const MoveGraph& graph, std::span<const std::uint32_t> group) {
  const ObjectiveTerms& terms = graph.terms();
  std::vector<double> first(graph.size(), 0);
  std::vector<double> second(graph.size(), 0);
  double sum = 0;
  for (Vertex v = 0; v < graph.size(); ++v) {
    // What v pays beside those of its group that came before it.
    const double b = terms.second.empty() ? terms.first[v] : terms.second[v];
    const double a = terms.first[v];
    sum -= terms.second.empty() ? terms.price * a * first[group[v]]
                                : terms.price * (a * second[group[v]] + b * first[group[v]]);
    first[group[v]] += a;
    second[group[v]] += b;
    for (Arc arc = graph.offsets()[v]; arc < graph.offsets()[v + 1]; ++arc) {
      const Vertex u = graph.targets()[arc];
      if (u < v && group[u] == group[v]) sum += graph.weights().empty() ? 1.0 : graph.weights()[arc];
    }
  }
  return sum;
}

bool books_balance(double booked, double there) {
  return std::abs(booked - there) <= 1e-9 * (1 + std::abs(booked) + std::abs(there));
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/community/leiden.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "engine/community/local_moves.hpp"
#include "graphs/runtime/parallel.hpp"
#include "graphs/runtime/random.hpp"

namespace regionet {
namespace {

/// No network needs so many; it bounds a run whatever round-off does.
constexpr int most_iterations = 1000;

/// One run: its groups, and the gains on the way.
class LeidenRun {
 public:
  LeidenRun(const MoveGraph& base, bool refined, double randomness, const RunContext& run)
      : base_(base), refined_(refined), randomness_(randomness), run_(run), group_(base.size()) {}

  /// From these groups, which are worth so much more than single vertices.
  void start(std::uint64_t key, std::span<const std::uint32_t> groups, double worth_of_groups) {
    key_ = key;
    draws_ = 0;
    gain_ = worth_of_groups;
    group_.assign(groups.begin(), groups.end());
    for (int iteration = 0; iteration < most_iterations && !stopped(); ++iteration) {
      const double gained = iterate();
      gain_ += gained;
      assert(stopped() || books_balance(gain_, worth(base_, group_)));
      if (gained <= 1e-12 * std::abs(gain_)) break;
    }
  }

  [[nodiscard]] const std::vector<std::uint32_t>& groups() const { return group_; }
  [[nodiscard]] double gain() const { return gain_; }

 private:
  [[nodiscard]] bool stopped() const { return run_.stop.stop_requested(); }
  std::uint64_t next_key() { return random_bits(key_, ++draws_); }

  /// From the groups as they are, through ever coarser graphs.
  double iterate() {
    std::vector<std::uint32_t> node(base_.size());  // of each vertex, in the coarse graph
    std::iota(node.begin(), node.end(), 0U);
    std::vector<std::uint32_t> group = group_;  // of each node
    const MoveGraph* graph = &base_;
    std::size_t level = 0;
    double gained = 0;
    while (true) {
      gained += move_vertices(*graph, group, next_key());
      std::size_t groups = renumber(group, graph->size());
      if (groups == graph->size()) break;
      std::vector<std::uint32_t> part = parts_of(*graph, group, groups, gained);
      const std::size_t parts = renumber(part, graph->size());
      if (parts == graph->size()) break;
      std::vector<std::uint32_t> group_of_part(parts);
      for (std::size_t i = 0; i < part.size(); ++i) group_of_part[part[i]] = group[i];
      for (std::uint32_t& at : node) at = part[at];
      MoveGraph& next = coarse_[level++ % coarse_.size()];
      graph->draw_together(part, parts, next);
      graph = &next;
      group = std::move(group_of_part);
      if (stopped()) {
        std::iota(group.begin(), group.end(), 0U);  // connected, as parts are
        break;
      }
    }
    for (std::size_t v = 0; v < node.size(); ++v) group_[v] = group[node[v]];
    return gained;
  }

  /// What is drawn together next: the groups themselves, or their refined parts. Where no part has two nodes, the
  /// connected parts of the groups take their place; and where those have not either, the groups fall apart.
  std::vector<std::uint32_t> parts_of(const MoveGraph& graph, std::vector<std::uint32_t>& group, std::size_t groups,
                                      double& gained) {
    if (!refined_) return group;
    std::vector<std::uint32_t> part = refine_groups(graph, group, randomness_, next_key());
    if (std::vector<std::uint32_t> counted = part; renumber(counted, graph.size()) < graph.size()) return part;
    part = connected_parts(graph, group);
    if (std::vector<std::uint32_t> counted = part; renumber(counted, graph.size()) == graph.size() && groups > 0) {
      gained -= worth(graph, group);  // single nodes are worth 0
      std::iota(group.begin(), group.end(), 0U);
    }
    return part;
  }

  const MoveGraph& base_;
  bool refined_;
  double randomness_;
  const RunContext& run_;
  std::array<MoveGraph, 2> coarse_;  // by turns
  std::vector<std::uint32_t> group_;
  std::uint64_t key_ = 0;
  std::uint64_t draws_ = 0;
  double gain_ = 0;
};

LeidenResult best_of_runs(GraphView graph, Strengths strengths, const LeidenOptions& options, const RunContext& run,
                          bool refined) {
  require_objective(graph, strengths, options.objective);
  if (options.runs == 0) throw std::invalid_argument("there is at least one run");
  if (!(options.randomness > 0)) throw std::invalid_argument("the randomness is a positive number");
  const std::size_t n = graph.vertex_count();
  if (!options.start.empty() && (options.start.size() != n || std::ranges::max(options.start) >= n)) {
    throw std::invalid_argument("the start is a number below n for each vertex");
  }
  LeidenResult out;
  if (n == 0) return out;
  const MoveGraph base(graph, strengths, objective_terms(graph, strengths, options.objective), run);
  std::vector<std::uint32_t> single(n);
  std::iota(single.begin(), single.end(), 0U);
  const std::optional<double> start = partition_quality(graph, strengths, single, options.objective);
  const std::vector<std::uint32_t>& first = options.start.empty() ? single : options.start;
  const double first_worth = options.start.empty() ? 0 : worth(base, first);

  struct Slot {
    LeidenRun work;
    std::optional<double> quality;
  };
  std::vector<std::uint32_t> best = single;
  out.quality = start;
  out.booked = start;
  out.outcome = for_each_in_order(
      run, start ? options.runs : 1,
      [&] { return Slot{.work = LeidenRun(base, refined, options.randomness, run), .quality = {}}; },
      [&](std::size_t number, Slot& slot) {
        slot.work.start(random_bits(run.seed, number, 0xC0), number == 0 ? first : single,
                        number == 0 ? first_worth : 0);
        slot.quality = partition_quality(graph, strengths, slot.work.groups(), options.objective);
      },
      [&](const Slot& slot) {
        out.run_quality.push_back(slot.quality.value_or(0));
        if (options.keep_runs) out.run_labels.push_back(slot.work.groups());
        if (out.best_run != 0 && !better_quality(slot.quality.value_or(0), *out.quality)) return;
        out.best_run = out.run_quality.size();
        out.quality = slot.quality;
        if (start) out.booked = *start + base.terms().unit * slot.work.gain();
        best = slot.work.groups();
      });
  out.partition = partition_of(best);
  return out;
}

}  // namespace

bool better_quality(double quality, double than) { return quality > than + 1e-12 * std::max(1.0, std::abs(than)); }

LeidenResult leiden(GraphView graph, Strengths strengths, const LeidenOptions& options, const RunContext& run) {
  return best_of_runs(graph, strengths, options, run, true);
}

LeidenResult louvain(GraphView graph, Strengths strengths, const LeidenOptions& options, const RunContext& run) {
  return best_of_runs(graph, strengths, options, run, false);
}

std::size_t automatic_runs(std::size_t n) {
  constexpr double most = 200;
  if (n <= 1000) return 200;
  if (n >= 100'000) return 1;
  return static_cast<std::size_t>(std::pow(most, 1 - std::log10(static_cast<double>(n) / 1000) / 2));
}

}  // namespace regionet

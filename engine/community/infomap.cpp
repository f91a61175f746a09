// SPDX-License-Identifier: Apache-2.0
#include "engine/community/infomap.hpp"

#include <cmath>
#include <numeric>
#include <stdexcept>

#include "engine/centrality/incoming.hpp"
#include "engine/community/map_equation.hpp"
#include "engine/community/vertex_queue.hpp"
#include "engine/structure/components.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

/// A change of so few bits is round-off.
constexpr double least_bits = 1e-12;

/// Moves single vertices of one graph between modules while the code gets shorter.
class ModuleMover {
 public:
  ModuleMover(const WalkerFlows& flows, std::span<std::uint32_t> module, std::uint64_t key)
      : flows_(flows),
        module_(module),
        modules_(flows.size()),
        members_(flows.size(), 0),
        toward_(flows.size()),
        queue_(shuffled_vertices(flows.size(), key)) {
    for (Vertex v = 0; v < flows.size(); ++v) {
      ++members_[module[v]];
      add_masses(modules_[module[v]], v, 1);
      modules_[module[v]].out += flows.out[v];
      const MoveGraph& rows = flows.rows();
      for (Arc arc = rows.offsets()[v]; arc < rows.offsets()[v + 1]; ++arc) {
        const Vertex u = rows.targets()[arc];
        if (u < v && module[u] == module[v]) modules_[module[v]].out -= rows.weights()[arc];
      }
    }
    for (const ModuleFlow& one : modules_) exits_ += one.exit();
    for (auto m = static_cast<std::uint32_t>(members_.size()); m > 0; --m) {
      if (members_[m - 1] == 0) empty_.push_back(m - 1);
    }
  }

  /// Returns the bits saved.
  double run() {
    double saved = 0;
    while (!queue_.empty()) saved += visit(queue_.pop());
    return saved;
  }

 private:
  void add_masses(ModuleFlow& module, Vertex v, double sign) const {
    module.visit += sign * flows_.visit[v];
    module.teleport += sign * flows_.teleport[v];
    module.share += sign * flows_.share[v];
  }
  [[nodiscard]] ModuleFlow with(std::uint32_t module, Vertex v) const {
    ModuleFlow out = modules_[module];
    add_masses(out, v, 1);
    out.out += flows_.out[v] - toward_[module];
    return out;
  }
  [[nodiscard]] ModuleFlow without(std::uint32_t module, Vertex v) const {
    if (members_[module] == 1) return {};
    ModuleFlow out = modules_[module];
    add_masses(out, v, -1);
    out.out -= flows_.out[v] - toward_[module];
    return out;
  }
  /// What a module adds to the code, beside the code book of the entries.
  static double bits_of(const ModuleFlow& module) {
    return plogp(module.exit() + module.visit) - 2 * plogp(module.exit());
  }

  double visit(Vertex v) {
    toward_.gather(flows_.rows(), v, module_);
    const std::uint32_t own = module_[v];
    const ModuleFlow left = without(own, v);
    const double own_bits = bits_of(modules_[own]);
    const double before = plogp(exits_) + own_bits;
    std::uint32_t best = own;
    double least = -least_bits;
    const auto look_at = [&](std::uint32_t to) {
      const ModuleFlow joined = with(to, v);
      const double exits = exits_ + left.exit() - modules_[own].exit() + joined.exit() - modules_[to].exit();
      const double change = plogp(exits) + bits_of(left) + bits_of(joined) - bits_of(modules_[to]) - before;
      if (change >= least) return;
      least = change;
      best = to;
    };
    for (const std::uint32_t to : toward_.touched()) {
      if (to != own) look_at(to);
    }
    if (members_[own] > 1 && !empty_.empty()) look_at(empty_.back());
    if (best != own) move(v, own, best, left);
    toward_.clear();
    return best == own ? 0 : -least;
  }

  void move(Vertex v, std::uint32_t from, std::uint32_t to, const ModuleFlow& left) {
    const ModuleFlow joined = with(to, v);
    exits_ += left.exit() - modules_[from].exit() + joined.exit() - modules_[to].exit();
    modules_[from] = left;
    modules_[to] = joined;
    if (members_[to] == 0) empty_.pop_back();
    ++members_[to];
    if (--members_[from] == 0) empty_.push_back(from);
    module_[v] = to;
    const MoveGraph& rows = flows_.rows();
    for (Arc arc = rows.offsets()[v]; arc < rows.offsets()[v + 1]; ++arc) {
      if (module_[rows.targets()[arc]] != to) queue_.push(rows.targets()[arc]);
    }
  }

  const WalkerFlows& flows_;
  std::span<std::uint32_t> module_;
  std::vector<ModuleFlow> modules_;
  std::vector<std::uint32_t> members_;
  GroupStrengths toward_;
  VertexQueue queue_;
  std::vector<std::uint32_t> empty_;
  double exits_ = 0;
};

/// From the modules as they are, through ever coarser graphs; returns the bits saved.
double draw_modules_together(const WalkerFlows& base, std::vector<std::uint32_t>& module, std::uint64_t key) {
  std::vector<std::uint32_t> node(base.size());
  std::iota(node.begin(), node.end(), 0U);
  std::vector<std::uint32_t> group = module;
  WalkerFlows coarse;
  const WalkerFlows* flows = &base;
  double saved = 0;
  for (std::uint64_t level = 0;; ++level) {
    saved += ModuleMover(*flows, group, random_bits(key, level)).run();
    const std::size_t groups = renumber(group, flows->size());
    if (groups == flows->size()) break;
    for (std::uint32_t& at : node) at = group[at];
    coarse = flows->drawn_together(group, groups);
    flows = &coarse;
    group.resize(groups);
    std::iota(group.begin(), group.end(), 0U);
  }
  for (std::size_t v = 0; v < node.size(); ++v) module[v] = group[node[v]];
  return saved;
}

std::vector<std::uint32_t> one_run(const WalkerFlows& flows, std::uint64_t key, const RunContext& run) {
  constexpr std::uint64_t most_iterations = 100;
  std::vector<std::uint32_t> module(flows.size());
  std::iota(module.begin(), module.end(), 0U);
  for (std::uint64_t i = 0; i < most_iterations && !run.stop.stop_requested(); ++i) {
    if (draw_modules_together(flows, module, random_bits(key, i, 1)) <= least_bits) break;
  }
  return module;
}

}  // namespace

InfomapResult infomap(GraphView graph, Strengths strengths, const InfomapOptions& options, const RunContext& run) {
  require_nonnegative(graph, strengths, "infomap");
  if (options.runs == 0) throw std::invalid_argument("there is at least one run");
  if (!(options.teleportation > 0 && options.teleportation < 1)) {
    throw std::invalid_argument("the teleportation lies between 0 and 1");
  }
  InfomapResult out;
  std::vector<std::uint32_t> best = components(graph, run).component;
  const std::optional<WalkerFlows> flows = WalkerFlows::of(graph, strengths, options.teleportation, run);
  if (flows) {
    struct Slot {
      std::vector<std::uint32_t> module;
      double bits = 0;
    };
    out.codelength = codelength(*flows, best);
    out.outcome = for_each_in_order(
        run, options.runs, [] { return Slot(); },
        [&](std::size_t number, Slot& slot) {
          slot.module = one_run(*flows, random_bits(run.seed, number, 0x1F), run);
          slot.bits = codelength(*flows, slot.module);
        },
        [&](const Slot& slot) {
          out.run_codelength.push_back(slot.bits);
          if (options.keep_runs) out.run_labels.push_back(slot.module);
          const double bar = out.best_run == 0 ? *out.codelength + least_bits : *out.codelength - least_bits;
          if (slot.bits >= bar) return;
          out.codelength = slot.bits;
          out.best_run = out.run_codelength.size();
          best = slot.module;
        });
  }
  out.partition = partition_of(best);
  return out;
}

}  // namespace regionet

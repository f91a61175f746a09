// SPDX-License-Identifier: Apache-2.0
#include "engine/community/label_propagation.hpp"

#include <numeric>
#include <stdexcept>

#include "engine/centrality/incoming.hpp"
#include "engine/community/local_moves.hpp"
#include "engine/community/vertex_queue.hpp"
#include "graphs/runtime/random.hpp"

namespace regionet {
namespace {

class LabelSpreader {
 public:
  LabelSpreader(const MoveGraph& graph, const LabelPropagationOptions& options, const RunContext& run)
      : graph_(graph), options_(options), run_(run), label_(graph.size()), toward_(graph.size()) {
    std::iota(label_.begin(), label_.end(), 0U);
  }

  Outcome run() { return options_.first_side.empty() ? by_queue() : by_sides(); }
  [[nodiscard]] const std::vector<std::uint32_t>& labels() const { return label_; }

 private:
  Outcome by_queue() {
    VertexQueue queue(shuffled_vertices(graph_.size(), random_bits(run_.seed, 0, 0x1AB)));
    const std::size_t most = options_.most_sweeps * graph_.size();
    for (std::size_t visits = 0; !queue.empty(); ++visits) {
      if (visits == most) return Outcome::not_converged;
      if (visits % graph_.size() == 0 && run_.stop.stop_requested()) return Outcome::stopped;
      const Vertex v = queue.pop();
      const std::uint32_t chosen = choose(v, visits);
      if (chosen == label_[v]) continue;
      label_[v] = chosen;
      for (Arc arc = graph_.offsets()[v]; arc < graph_.offsets()[v + 1]; ++arc) {
        const Vertex u = graph_.targets()[arc];
        if (label_[u] != chosen) queue.push(u);
      }
    }
    return Outcome::complete;
  }

  Outcome by_sides() {
    std::uint64_t round = 0;
    for (std::size_t sweep = 0; sweep < options_.most_sweeps; ++sweep) {
      if (run_.stop.stop_requested()) return Outcome::stopped;
      const bool second = listen(false, ++round);
      const bool first = listen(true, ++round);
      if (!first && !second) return Outcome::complete;
    }
    return Outcome::not_converged;
  }

  /// One side takes labels from the other. It may look at its own side nowhere, so it can change in place.
  bool listen(bool first, std::uint64_t round) {
    bool changed = false;
    for (Vertex v = 0; v < graph_.size(); ++v) {
      if (options_.first_side[v] != first) continue;
      const std::uint32_t chosen = choose(v, round * graph_.size() + v);
      changed = changed || chosen != label_[v];
      label_[v] = chosen;
    }
    return changed;
  }

  /// The heaviest label around v: its own if that is one of the heaviest, else drawn among them.
  std::uint32_t choose(Vertex v, std::uint64_t draw) {
    toward_.gather(graph_, v, label_);
    double most = 0;
    for (const std::uint32_t label : toward_.touched()) most = std::max(most, toward_[label]);
    heaviest_.clear();
    for (const std::uint32_t label : toward_.touched()) {
      if (toward_[label] >= most * (1 - 1e-12)) heaviest_.push_back(label);
    }
    const bool stays = heaviest_.empty() || toward_[label_[v]] >= most * (1 - 1e-12);
    const std::uint32_t chosen = stays ? label_[v] : heaviest_[random_bits(run_.seed, draw, 0x1AC) % heaviest_.size()];
    toward_.clear();
    return chosen;
  }

  const MoveGraph& graph_;
  const LabelPropagationOptions& options_;
  const RunContext& run_;
  std::vector<std::uint32_t> label_;
  GroupStrengths toward_;
  std::vector<std::uint32_t> heaviest_;
};

}  // namespace

LabelPropagationResult label_propagation(GraphView graph, Strengths strengths, const LabelPropagationOptions& options,
                                         const RunContext& run) {
  require_nonnegative(graph, strengths, "label propagation");
  const std::size_t n = graph.vertex_count();
  if (!options.first_side.empty() && options.first_side.size() != n) {
    throw std::invalid_argument("there is not one side a vertex");
  }
  const MoveGraph rows(graph, strengths, {.first = std::vector<double>(n, 0)}, run);
  LabelSpreader spreader(rows, options, run);
  LabelPropagationResult out{.outcome = spreader.run()};
  out.partition = partition_of(connected_parts(rows, spreader.labels()));
  return out;
}

}  // namespace regionet

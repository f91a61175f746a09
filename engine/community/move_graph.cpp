// SPDX-License-Identifier: Apache-2.0
#include "engine/community/move_graph.hpp"

#include <numeric>

#include "graphs/csr/transpose.hpp"

namespace regionet {
namespace {

/// Members of groups, one group after the other, each in rising order.
struct GroupRows {
  std::vector<std::uint32_t> offsets;
  std::vector<Vertex> members;
};

GroupRows rows_of_groups(std::span<const std::uint32_t> group, std::size_t groups) {
  GroupRows out{.offsets = std::vector<std::uint32_t>(groups + 1, 0), .members = std::vector<Vertex>(group.size())};
  for (const std::uint32_t g : group) ++out.offsets[g + 1];
  std::partial_sum(out.offsets.begin(), out.offsets.end(), out.offsets.begin());
  std::vector<std::uint32_t> next(out.offsets.begin(), out.offsets.end() - 1);
  for (Vertex v = 0; v < group.size(); ++v) out.members[next[group[v]]++] = v;
  return out;
}

std::vector<double> summed(std::span<const double> masses, std::span<const std::uint32_t> group, std::size_t groups) {
  std::vector<double> out(masses.empty() ? 0 : groups, 0);
  for (std::size_t v = 0; v < masses.size(); ++v) out[group[v]] += masses[v];
  return out;
}

}  // namespace

MoveGraph::MoveGraph(GraphView graph, Strengths strengths, ObjectiveTerms terms, const RunContext& run)
    : terms_(std::move(terms)) {
  const bool directed = graph.facts().directed;
  if (!directed && strengths.is_unit()) {
    offsets_ = graph.offsets();
    targets_ = graph.targets();
    return;
  }
  if (!directed) {
    own_weights_.resize(graph.arc_count());
    for (Arc arc = 0; arc < own_weights_.size(); ++arc) own_weights_[arc] = strengths[arc];
    offsets_ = graph.offsets();
    targets_ = graph.targets();
    weights_ = own_weights_;
    return;
  }
  std::vector<Arc> old_arcs;
  const Graph turned = transpose(graph, run, &old_arcs);
  const GraphView back = turned.view();
  own_offsets_.reserve(graph.vertex_count() + 1);
  own_targets_.reserve(2 * graph.arc_count());
  const bool weighted = !strengths.is_unit();
  if (weighted) own_weights_.reserve(2 * graph.arc_count());
  own_offsets_.push_back(0);
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      own_targets_.push_back(graph.target(arc));
      if (weighted) own_weights_.push_back(strengths[arc]);
    }
    for (Arc arc = back.begin(v); arc < back.end(v); ++arc) {
      own_targets_.push_back(back.target(arc));
      if (weighted) own_weights_.push_back(strengths[old_arcs[arc]]);
    }
    own_offsets_.push_back(own_targets_.size());
  }
  offsets_ = own_offsets_;
  targets_ = own_targets_;
  weights_ = own_weights_;
}

MoveGraph MoveGraph::drawn_together(std::span<const std::uint32_t> group, std::size_t groups) const {
  MoveGraph out;
  draw_together(group, groups, out);
  return out;
}

void MoveGraph::draw_together(std::span<const std::uint32_t> group, std::size_t groups, MoveGraph& out) const {
  out.terms_ = {.first = summed(terms_.first, group, groups),
                .second = summed(terms_.second, group, groups),
                .price = terms_.price,
                .unit = terms_.unit};
  const GroupRows rows = rows_of_groups(group, groups);
  GroupStrengths toward(groups);
  out.own_offsets_.clear();
  out.own_targets_.clear();
  out.own_weights_.clear();
  out.own_offsets_.reserve(groups + 1);
  out.own_targets_.reserve(targets_.size());  // an upper bound; pages that are not written cost nothing
  out.own_weights_.reserve(targets_.size());
  out.own_offsets_.push_back(0);
  for (std::uint32_t g = 0; g < groups; ++g) {
    for (std::uint32_t i = rows.offsets[g]; i < rows.offsets[g + 1]; ++i) toward.gather(*this, rows.members[i], group);
    for (const std::uint32_t other : toward.touched()) {
      if (other == g) continue;
      out.own_targets_.push_back(other);
      out.own_weights_.push_back(toward[other]);
    }
    toward.clear();
    out.own_offsets_.push_back(out.own_targets_.size());
  }
  out.offsets_ = out.own_offsets_;
  out.targets_ = out.own_targets_;
  out.weights_ = out.own_weights_;
}

template <bool weighted, typename Counts>
double GroupStrengths::add_row(const MoveGraph& graph, Vertex v, std::span<const std::uint32_t> group, Counts counts) {
  const Vertex* const targets = graph.targets().data();
  const double* const weights = graph.weights().data();
  const std::uint32_t* const group_of = group.data();
  double* const toward = toward_.data();
  std::uint32_t* const touched = touched_.data();
  std::size_t count = count_;
  double sum = 0;
  const Arc end = graph.offsets()[v + 1];
  for (Arc arc = graph.offsets()[v]; arc < end; ++arc) {
    const Vertex u = targets[arc];
    const double weight = weighted ? weights[arc] : 1.0;
    if (u == v || (weighted && weight == 0) || !counts(u)) continue;
    const std::uint32_t g = group_of[u];
    touched[count] = g;
    count += toward[g] == 0 ? 1U : 0U;
    toward[g] += weight;
    sum += weight;
  }
  count_ = count;
  return sum;
}

double GroupStrengths::gather(const MoveGraph& graph, Vertex v, std::span<const std::uint32_t> group) {
  const auto all = [](Vertex) { return true; };
  return graph.weights().empty() ? add_row<false>(graph, v, group, all) : add_row<true>(graph, v, group, all);
}

double GroupStrengths::gather_within(const MoveGraph& graph, Vertex v, std::span<const std::uint32_t> group,
                                     std::span<const std::uint32_t> within) {
  const auto same = [within, own = within[v]](Vertex u) { return within[u] == own; };
  return graph.weights().empty() ? add_row<false>(graph, v, group, same) : add_row<true>(graph, v, group, same);
}

}  // namespace regionet

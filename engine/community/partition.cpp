// SPDX-License-Identifier: Apache-2.0
#include "engine/community/partition.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace regionet {
namespace {

constexpr std::uint32_t no_label = std::numeric_limits<std::uint32_t>::max();

/// Numbers 0.. for labels of any size, in the order in which they first appear.
std::vector<std::uint32_t> numbered_labels(std::span<const std::uint32_t> labels, std::size_t& count) {
  std::vector<std::uint32_t> values(labels.begin(), labels.end());
  std::ranges::sort(values);
  values.erase(std::ranges::unique(values).begin(), values.end());
  std::vector<std::uint32_t> out(labels.size());
  for (std::size_t v = 0; v < labels.size(); ++v) {
    out[v] = static_cast<std::uint32_t>(std::ranges::lower_bound(values, labels[v]) - values.begin());
  }
  count = renumber(out, values.size());
  return out;
}

/// Sets of vertices that are joined, with path halving; the smallest vertex stands for its set.
class JoinedVertices {
 public:
  explicit JoinedVertices(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), 0U); }

  Vertex find(Vertex v) {
    while (parent_[v] != v) v = parent_[v] = parent_[parent_[v]];
    return v;
  }
  void join(Vertex a, Vertex b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<Vertex> parent_;
};

}  // namespace

std::size_t renumber(std::span<std::uint32_t> labels, std::size_t bound) {
  std::vector<std::uint32_t> number(bound, no_label);
  std::uint32_t next = 0;
  for (std::uint32_t& label : labels) {
    if (number[label] == no_label) number[label] = next++;
    label = number[label];
  }
  return next;
}

Partition partition_of(std::span<const std::uint32_t> labels) {
  std::size_t count = 0;
  Partition out{.community = numbered_labels(labels, count)};
  std::vector<std::uint32_t> size(count, 0);
  for (const std::uint32_t label : out.community) ++size[label];

  // Numbers rise with the smallest vertex, so a stable sort by size keeps that order among equals.
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, std::greater<>(), [&](std::uint32_t label) { return size[label]; });
  std::vector<std::uint32_t> place(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    place[order[i]] = i;
    out.size.push_back(size[order[i]]);
  }
  for (std::uint32_t& label : out.community) label = place[label];
  return out;
}

std::vector<std::vector<Vertex>> members_of(const Partition& partition) {
  std::vector<std::vector<Vertex>> out(partition.size.size());
  for (std::size_t c = 0; c < out.size(); ++c) out[c].reserve(partition.size[c]);
  for (Vertex v = 0; v < partition.community.size(); ++v) out[partition.community[v]].push_back(v);
  return out;
}

std::vector<std::uint32_t> connected_parts(GraphView graph, std::span<const std::uint32_t> labels) {
  const std::size_t n = graph.vertex_count();
  if (labels.size() != n) throw std::invalid_argument("there is not one label a vertex");
  JoinedVertices joined(n);
  for (Vertex v = 0; v < n; ++v) {
    for (const Vertex u : graph.neighbours(v)) {
      if (labels[u] == labels[v]) joined.join(u, v);
    }
  }
  std::vector<std::uint32_t> out(n);
  for (Vertex v = 0; v < n; ++v) out[v] = joined.find(v);
  renumber(out, n);
  return out;
}

std::size_t count_disconnected(GraphView graph, const Partition& partition) {
  const std::vector<std::uint32_t> parts = connected_parts(graph, partition.community);
  std::vector<std::uint32_t> first(partition.size.size(), no_label);
  std::vector<bool> parted(partition.size.size(), false);
  for (std::size_t v = 0; v < parts.size(); ++v) {
    const std::uint32_t community = partition.community[v];
    if (first[community] == no_label) first[community] = parts[v];
    if (first[community] != parts[v]) parted[community] = true;
  }
  return static_cast<std::size_t>(std::ranges::count(parted, true));
}

}  // namespace regionet

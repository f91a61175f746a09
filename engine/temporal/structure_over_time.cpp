// SPDX-License-Identifier: Apache-2.0
#include "engine/temporal/structure_over_time.hpp"

#include <algorithm>
#include <numeric>

#include "graphs/view/dates.hpp"

namespace regionet {
namespace {

/// The period in which each tie came: the first in which one of its dates certainly, or possibly, lies.
std::vector<std::vector<std::uint32_t>> ties_by_period(const History& history, const Periods& periods,
                                                       Certainly which) {
  const DayRange all = periods.days();
  std::vector<std::size_t> first(history.ends.size(), periods.size());
  for (std::size_t i = 0; i < history.size(); ++i) {
    const DayRange days = history.days(i);
    const Overlap lies = signed_in(days, all.first, all.last);
    if (!lies.possible || (which == Certainly::certain && !lies.certain)) continue;
    const std::size_t period =
        which == Certainly::certain ? periods.of(days.last) : periods.of(std::max(days.first, all.first));
    for (const std::uint32_t tie : history.ties_of(i)) first[tie] = std::min(first[tie], period);
  }
  std::vector<std::vector<std::uint32_t>> out(periods.size());
  for (std::uint32_t tie = 0; tie < first.size(); ++tie) {
    if (first[tie] < periods.size()) out[first[tie]].push_back(tie);
  }
  return out;
}

class GrowingGraph {
 public:
  explicit GrowingGraph(std::size_t vertices)
      : partners_(vertices), parent_(vertices), size_(vertices, 1), present_(vertices, false) {
    std::iota(parent_.begin(), parent_.end(), Vertex{0});
  }

  void add(Vertex a, Vertex b) {
    ++now_.ties;
    for (const Vertex v : {a, b}) appear(v);
    if (a == b || std::ranges::binary_search(partners_[a], b)) return;  // an arc whose reverse stands already
    const Vertex few = partners_[a].size() <= partners_[b].size() ? a : b;
    const Vertex many = few == a ? b : a;
    for (const Vertex v : partners_[few]) now_.triangles += std::ranges::binary_search(partners_[many], v) ? 1U : 0U;
    wedges_ += partners_[a].size() + partners_[b].size();
    insert(partners_[a], b);
    insert(partners_[b], a);
    join(find(a), find(b));
  }

  [[nodiscard]] StructurePoint now() const {
    StructurePoint out = now_;
    if (wedges_ > 0) out.transitivity = 3 * static_cast<double>(now_.triangles) / static_cast<double>(wedges_);
    return out;
  }

 private:
  static void insert(std::vector<Vertex>& sorted, Vertex v) { sorted.insert(std::ranges::lower_bound(sorted, v), v); }
  void appear(Vertex v) {
    if (present_[v]) return;
    present_[v] = true;
    ++now_.places;
    ++now_.components;
    now_.largest = std::max<std::size_t>(now_.largest, 1);
  }
  Vertex find(Vertex v) {
    while (parent_[v] != v) v = parent_[v] = parent_[parent_[v]];
    return v;
  }
  void join(Vertex a, Vertex b) {
    if (a == b) return;
    if (size_[a] < size_[b]) std::swap(a, b);
    parent_[b] = a;
    size_[a] += size_[b];
    --now_.components;
    now_.largest = std::max<std::size_t>(now_.largest, size_[a]);
  }

  std::vector<std::vector<Vertex>> partners_;
  std::vector<Vertex> parent_;
  std::vector<std::uint32_t> size_;
  std::vector<bool> present_;
  std::uint64_t wedges_ = 0;
  StructurePoint now_;
};

}  // namespace

std::vector<StructurePoint> structure_over_time(const History& history, const Periods& periods, Certainly which) {
  const auto ties = ties_by_period(history, periods, which);
  GrowingGraph graph(history.vertices);
  std::vector<StructurePoint> out;
  for (const auto& fresh : ties) {
    for (const std::uint32_t tie : fresh) graph.add(history.ends[tie].first, history.ends[tie].second);
    out.push_back(graph.now());
  }
  return out;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/temporal/structure_over_time.hpp"

#include <algorithm>
#include <numeric>

#include "graphs/view/dates.hpp"

namespace regionet {
namespace {

class GrowingGraph {
 public:
  explicit GrowingGraph(std::size_t vertices)
      : partners_(vertices), parent_(vertices), size_(vertices, 1), present_(vertices, false), grows_(vertices, false) {
    std::iota(parent_.begin(), parent_.end(), Vertex{0});
  }

  /// The ties of one period.
  void grow(const History& history, std::span<const std::uint32_t> fresh) {
    std::vector<Vertex> growing;
    for (const std::uint32_t tie : fresh) {
      for (const Vertex v : {history.ends[tie].first, history.ends[tie].second}) {
        if (!grows_[v]) growing.push_back(v);
        grows_[v] = true;
      }
    }
    add_products(growing, -1);
    for (const std::uint32_t tie : fresh) add(history.ends[tie].first, history.ends[tie].second);
    add_products(growing, 1);
    for (const Vertex v : growing) grows_[v] = false;
  }

  [[nodiscard]] StructurePoint now() const {
    StructurePoint out = now_;
    if (wedges_ > 0) out.transitivity = 3 * static_cast<double>(now_.triangles) / static_cast<double>(wedges_);
    out.assortativity = assortativity();
    return out;
  }

 private:
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
    for (const Vertex v : {a, b}) {
      const auto degree = static_cast<double>(partners_[v].size());
      squares_ += 2 * degree - 1;
      cubes_ += 3 * degree * (degree - 1) + 1;
    }
    arcs_ += 2;
    join(find(a), find(b));
  }

  /// The products of the degrees of the two ends, over all arcs at these places: taken off before they grow, and added
  /// again after, so that no tie between others is looked at.
  void add_products(std::span<const Vertex> places, double sign) {
    for (const Vertex v : places) {
      double sum = 0;  // an arc to a place that does not grow stands for its reverse too
      for (const Vertex w : partners_[v]) sum += static_cast<double>(partners_[w].size()) * (grows_[w] ? 1 : 2);
      products_ += sign * static_cast<double>(partners_[v].size()) * sum;
    }
  }

  /// As engine/structure/assortativity.hpp has it, from sums over the arcs; exact while they are below 2^53.
  [[nodiscard]] std::optional<double> assortativity() const {
    constexpr double round_off = 1e-14;
    const double size = arcs_ * cubes_;
    const double spread = size - squares_ * squares_;
    if (!(spread > round_off * size)) return std::nullopt;
    return (arcs_ * products_ - squares_ * squares_) / spread;
  }

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
  std::vector<bool> present_, grows_;
  std::uint64_t wedges_ = 0;
  double arcs_ = 0;                 // of the simple graph
  double squares_ = 0, cubes_ = 0;  // of the degrees, over the places
  double products_ = 0;             // of the degrees of the two ends, over the arcs
  StructurePoint now_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> ties_by_period(const History& history, const Periods& periods,
                                                       Certainly which) {
  const DayRange all = periods.days();
  std::vector<std::uint32_t> of_date(history.dates.size());  // `periods.size()` where a date counts in none
  for (std::size_t date = 0; date < of_date.size(); ++date) {
    const DayRange days = history.dates[date];
    const Overlap lies = signed_in(days, all.first, all.last);
    const bool counts = which == Certainly::certain ? lies.certain : lies.possible;
    const Day day = which == Certainly::certain ? days.last : std::max(days.first, all.first);
    of_date[date] = static_cast<std::uint32_t>(counts ? periods.of(day) : periods.size());
  }
  std::vector<std::uint32_t> first(history.ends.size(), static_cast<std::uint32_t>(periods.size()));
  for (std::size_t i = 0; i < history.size(); ++i) {
    const std::uint32_t period = of_date[history.date[i]];
    for (const std::uint32_t tie : history.ties_of(i)) first[tie] = std::min(first[tie], period);
  }
  std::vector<std::vector<std::uint32_t>> out(periods.size());
  for (std::uint32_t tie = 0; tie < first.size(); ++tie) {
    if (first[tie] < periods.size()) out[first[tie]].push_back(tie);
  }
  return out;
}

std::vector<StructurePoint> structure_over_time(const History& history, const Periods& periods, Certainly which) {
  const auto ties = ties_by_period(history, periods, which);
  GrowingGraph graph(history.vertices);
  std::vector<StructurePoint> out;
  for (const auto& fresh : ties) {
    graph.grow(history, fresh);
    out.push_back(graph.now());
  }
  return out;
}

}  // namespace regionet

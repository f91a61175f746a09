// SPDX-License-Identifier: Apache-2.0
#include "engine/report/column_order.hpp"

#include <algorithm>

namespace regionet {
namespace {

constexpr int rounds = 24;
constexpr int most_passes = 200;
constexpr std::size_t most_ties_to_swap = 20'000;

class ColumnOrder {
 public:
  ColumnOrder(const std::vector<std::vector<Vertex>>& partners, Columns columns)
      : across_(partners.size()), columns_(std::move(columns)), place_(partners.size(), 0) {
    std::vector<bool> left(partners.size(), false);
    for (const Vertex v : columns_[0]) left[v] = true;
    for (Vertex v = 0; v < partners.size(); ++v) {
      for (const Vertex other : partners[v]) {
        if (left[v] != left[other]) across_[v].push_back(other);
      }
    }
    index(0);
    index(1);
  }

  Columns best() {
    Columns best = columns_;
    std::size_t least = crossings();
    for (int round = 0; round < rounds && least > 0; ++round) {
      sort_by_barycentre(round % 2 == 0 ? 1 : 0);
      const std::size_t now = crossings();
      if (now >= least) continue;
      least = now;
      best = columns_;
    }
    columns_ = best;
    index(0);
    index(1);
    if (ties() > most_ties_to_swap) return columns_;
    for (int pass = 0; pass < most_passes; ++pass) {
      const bool left = swap_neighbours(0);
      const bool right = swap_neighbours(1);
      if (!left && !right) break;
    }
    return columns_;
  }

  /// Counts, for each tie from top to bottom on the left, the earlier ones that end below it on the right.
  [[nodiscard]] std::size_t crossings() const {
    const std::size_t size = columns_[1].size();
    std::vector<std::size_t> tree(size + 1, 0);  // Fenwick tree over the places on the right
    std::size_t count = 0;
    std::size_t seen = 0;
    for (const Vertex v : columns_[0]) {
      for (const Vertex to : across_[v]) {
        std::size_t not_below = 0;
        for (std::size_t i = place_[to] + 1; i > 0; i -= i & (~i + 1)) not_below += tree[i];
        count += seen - not_below;
      }
      for (const Vertex to : across_[v]) {
        for (std::size_t i = place_[to] + 1; i <= size; i += i & (~i + 1)) ++tree[i];
      }
      seen += across_[v].size();
    }
    return count;
  }

 private:
  void index(std::size_t side) {
    for (std::size_t i = 0; i < columns_[side].size(); ++i) place_[columns_[side][i]] = i;
  }

  [[nodiscard]] std::size_t ties() const {
    std::size_t count = 0;
    for (const Vertex v : columns_[0]) count += across_[v].size();
    return count;
  }

  void sort_by_barycentre(std::size_t side) {
    std::vector<double> centre(across_.size(), 0);
    for (const Vertex v : columns_[side]) {
      double sum = 0;
      for (const Vertex other : across_[v]) sum += static_cast<double>(place_[other]);
      centre[v] = across_[v].empty() ? static_cast<double>(place_[v]) : sum / static_cast<double>(across_[v].size());
    }
    std::ranges::stable_sort(columns_[side], {}, [&](Vertex v) { return std::pair(centre[v], place_[v]); });
    index(side);
  }

  /// Crossings among the ties of two vertices of one column, `a` above `b`.
  [[nodiscard]] std::size_t between(Vertex a, Vertex b) const {
    std::size_t count = 0;
    for (const Vertex u : across_[a]) {
      for (const Vertex w : across_[b]) {
        if (place_[u] > place_[w]) ++count;
      }
    }
    return count;
  }

  bool swap_neighbours(std::size_t side) {
    bool better = false;
    auto& column = columns_[side];
    for (std::size_t i = 0; i + 1 < column.size(); ++i) {
      if (between(column[i + 1], column[i]) >= between(column[i], column[i + 1])) continue;
      std::swap(column[i], column[i + 1]);
      place_[column[i]] = i;
      place_[column[i + 1]] = i + 1;
      better = true;
    }
    return better;
  }

  std::vector<std::vector<Vertex>> across_;
  Columns columns_;
  std::vector<std::size_t> place_;
};

}  // namespace

Columns order_columns(const std::vector<std::vector<Vertex>>& partners, Columns columns) {
  return ColumnOrder(partners, std::move(columns)).best();
}

std::size_t count_crossings(const std::vector<std::vector<Vertex>>& partners, const Columns& columns) {
  return ColumnOrder(partners, columns).crossings();
}

}  // namespace regionet

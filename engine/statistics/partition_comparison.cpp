// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/partition_comparison.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace regionet {
namespace {

struct GroupOverlap {
  std::uint32_t a = 0, b = 0, count = 0;
};

/// Which groups overlap, by a then b, and how large groups are. Groups are numbered by their label.
struct OverlapTable {
  std::vector<GroupOverlap> cells;
  std::vector<double> size_a, size_b;
  double n = 0;
};

std::vector<std::uint32_t> dense_labels(std::span<const std::uint32_t> labels, std::vector<double>& sizes) {
  std::vector<std::uint32_t> values(labels.begin(), labels.end());
  std::ranges::sort(values);
  values.erase(std::ranges::unique(values).begin(), values.end());
  sizes.assign(values.size(), 0);
  std::vector<std::uint32_t> out;
  for (const std::uint32_t label : labels) {
    out.push_back(static_cast<std::uint32_t>(std::ranges::lower_bound(values, label) - values.begin()));
    ++sizes[out.back()];
  }
  return out;
}

OverlapTable overlaps_of(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  if (a.size() != b.size()) throw std::invalid_argument("the partitions are not of the same things");
  if (a.empty()) throw std::invalid_argument("there is nothing to compare");
  OverlapTable out{.n = static_cast<double>(a.size())};
  const std::vector<std::uint32_t> left = dense_labels(a, out.size_a);
  const std::vector<std::uint32_t> right = dense_labels(b, out.size_b);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::size_t i = 0; i < left.size(); ++i) pairs.emplace_back(left[i], right[i]);
  std::ranges::sort(pairs);
  for (const auto& [x, y] : pairs) {
    if (out.cells.empty() || out.cells.back().a != x || out.cells.back().b != y) out.cells.push_back({x, y, 0});
    ++out.cells.back().count;
  }
  return out;
}

double entropy(std::span<const double> sizes, double n) {
  double sum = 0;
  for (const double size : sizes) sum -= size / n * std::log(size / n);
  return sum;
}

double mutual_information(const OverlapTable& table) {
  double sum = 0;
  for (const GroupOverlap& cell : table.cells) {
    const double count = cell.count;
    sum += count / table.n * std::log(table.n * count / (table.size_a[cell.a] * table.size_b[cell.b]));
  }
  return std::max(0.0, sum);
}

/// log k! for k = 0..n.
std::vector<double> log_factorials(std::size_t n) {
  std::vector<double> out(n + 1, 0);
  for (std::size_t k = 1; k <= n; ++k) out[k] = out[k - 1] + std::log(static_cast<double>(k));
  return out;
}

/// Groups of equal size have equal terms: sizes with their number.
std::vector<std::pair<std::size_t, double>> counted_sizes(std::span<const double> sizes) {
  std::vector<std::size_t> sorted(sizes.begin(), sizes.end());
  std::ranges::sort(sorted);
  std::vector<std::pair<std::size_t, double>> out;
  for (const std::size_t size : sorted) {
    if (out.empty() || out.back().first != size) out.emplace_back(size, 0);
    ++out.back().second;
  }
  return out;
}

/// The mean mutual information of all tables with these sums: each cell is hypergeometric.
double expected_information(const OverlapTable& table) {
  const auto n = static_cast<std::size_t>(table.n);
  const std::vector<double> f = log_factorials(n);
  const auto columns = counted_sizes(table.size_b);
  double sum = 0;
  for (const auto& [a, times_a] : counted_sizes(table.size_a)) {
    for (const auto& [b, times_b] : columns) {
      const double fixed = f[a] + f[b] + f[n - a] + f[n - b] - f[n];
      for (std::size_t k = std::max<std::size_t>(1, a + b > n ? a + b - n : 0); k <= std::min(a, b); ++k) {
        const double count = static_cast<double>(k);
        const double odds = std::exp(fixed - f[k] - f[a - k] - f[b - k] - f[n + k - a - b]);
        const double term = std::log(table.n * count / (static_cast<double>(a) * static_cast<double>(b)));
        sum += times_a * times_b * count / table.n * term * odds;
      }
    }
  }
  return sum;
}

double pairs_of(double size) { return size * (size - 1) / 2; }

double adjusted_rand(const OverlapTable& table) {
  double both = 0;
  double in_a = 0;
  double in_b = 0;
  for (const GroupOverlap& cell : table.cells) both += pairs_of(cell.count);
  for (const double size : table.size_a) in_a += pairs_of(size);
  for (const double size : table.size_b) in_b += pairs_of(size);
  const double expected = table.n < 2 ? 0 : in_a * in_b / pairs_of(table.n);
  const double range = (in_a + in_b) / 2 - expected;
  return range == 0 ? 0 : (both - expected) / range;
}

bool equal_partitions(const OverlapTable& table) {
  return table.cells.size() == table.size_a.size() && table.cells.size() == table.size_b.size();
}

}  // namespace

double variation_of_information(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  const OverlapTable table = overlaps_of(a, b);
  if (equal_partitions(table)) return 0;
  return std::max(0.0, entropy(table.size_a, table.n) + entropy(table.size_b, table.n) - 2 * mutual_information(table));
}

PartitionComparison compare_partitions(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  const OverlapTable table = overlaps_of(a, b);
  if (equal_partitions(table)) return {.nmi = 1, .ami = 1, .ari = 1, .vi = 0};
  const double both = entropy(table.size_a, table.n) + entropy(table.size_b, table.n);
  const double information = mutual_information(table);
  const double expected = expected_information(table);
  const double range = both / 2 - expected;
  return {.nmi = both == 0 ? 0 : 2 * information / both,
          .ami = std::abs(range) < 1e-15 ? 0 : (information - expected) / range,
          .ari = adjusted_rand(table),
          .vi = std::max(0.0, both - 2 * information)};
}

std::vector<std::uint32_t> match_labels(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  if (a.empty() && b.empty()) return {};
  constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  OverlapTable table = overlaps_of(a, b);
  std::ranges::stable_sort(table.cells, std::greater<>(), &GroupOverlap::count);
  std::vector<bool> taken(table.size_a.size(), false);
  std::vector<std::uint32_t> label(table.size_b.size(), none);
  for (const GroupOverlap& cell : table.cells) {
    if (taken[cell.a] || label[cell.b] != none) continue;
    taken[cell.a] = true;
    label[cell.b] = cell.a;
  }
  auto next = static_cast<std::uint32_t>(table.size_a.size());
  for (std::uint32_t& one : label) {
    if (one == none) one = next++;
  }
  std::vector<double> sizes;
  std::vector<std::uint32_t> out = dense_labels(b, sizes);
  for (std::uint32_t& one : out) one = label[one];
  return out;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/kendall.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

namespace regionet {
namespace {

std::uint64_t pairs_among(std::uint64_t items) { return items * (items - 1) / 2; }

/// Pairs of neighbours in a sorted range that are equal, each group counted whole.
template <typename Items, typename Same>
std::uint64_t tied_pairs(const Items& items, Same same) {
  std::uint64_t pairs = 0;
  for (std::size_t begin = 0, end = 0; begin < items.size(); begin = end) {
    while (end < items.size() && same(items[begin], items[end])) ++end;
    pairs += pairs_among(end - begin);
  }
  return pairs;
}

/// Sorts, and counts the pairs that stood in falling order: a merge sort from below.
std::uint64_t sort_counting_inversions(std::vector<double>& values) {
  std::uint64_t inversions = 0;
  std::vector<double> merged(values.size());
  for (std::size_t width = 1; width < values.size(); width *= 2) {
    for (std::size_t begin = 0; begin < values.size(); begin += 2 * width) {
      const std::size_t middle = std::min(begin + width, values.size());
      const std::size_t end = std::min(begin + 2 * width, values.size());
      std::size_t left = begin;
      std::size_t right = middle;
      for (std::size_t to = begin; to < end; ++to) {
        const bool from_right = left == middle || (right < end && values[right] < values[left]);
        if (from_right) inversions += middle - left;
        merged[to] = from_right ? values[right++] : values[left++];
      }
    }
    values.swap(merged);
  }
  return inversions;
}

}  // namespace

std::optional<double> kendall_tau_b(std::span<const double> a, std::span<const double> b) {
  if (a.size() != b.size()) throw std::invalid_argument("two rankings need the same items");
  const auto is_nan = [](double value) { return std::isnan(value); };
  if (std::ranges::any_of(a, is_nan) || std::ranges::any_of(b, is_nan))
    throw std::invalid_argument("a value of a ranking is not a number");

  std::vector<std::pair<double, double>> items;
  items.reserve(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) items.emplace_back(a[i], b[i]);
  std::ranges::sort(items);
  const std::uint64_t tied_in_a = tied_pairs(items, [](const auto& x, const auto& y) { return x.first == y.first; });
  const std::uint64_t tied_in_both = tied_pairs(items, [](const auto& x, const auto& y) { return x == y; });
  std::vector<double> seconds;
  seconds.reserve(items.size());
  for (const auto& item : items) seconds.push_back(item.second);
  const std::uint64_t discordant = sort_counting_inversions(seconds);
  const std::uint64_t tied_in_b = tied_pairs(seconds, [](double x, double y) { return x == y; });

  const std::uint64_t all = a.empty() ? 0 : pairs_among(a.size());
  if (tied_in_a == all || tied_in_b == all) return std::nullopt;
  const std::uint64_t concordant = all - tied_in_a - tied_in_b + tied_in_both - discordant;
  // The root of the product, not the product of roots: so equal rankings are 1 to the last bit.
  const double spread = std::sqrt(static_cast<double>(all - tied_in_a) * static_cast<double>(all - tied_in_b));
  return (static_cast<double>(concordant) - static_cast<double>(discordant)) / spread;
}

}  // namespace regionet

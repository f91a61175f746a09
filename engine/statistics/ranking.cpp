// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/ranking.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace regionet {
namespace {

constexpr int ranking_digits = 12;

int digits_for(double relative_error) {
  if (!(relative_error > 0)) return ranking_digits;
  return std::clamp(static_cast<int>(std::floor(-std::log10(relative_error))), 1, ranking_digits);
}

}  // namespace

double round_significant(double value, int digits) {
  if (value == 0 || !std::isfinite(value)) return value;
  char buffer[48];
  const auto written = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific, digits - 1);
  double rounded = value;
  std::from_chars(buffer, written.ptr, rounded);
  return rounded;
}

std::vector<RankedItem> competition_ranks(std::span<const std::optional<double>> values,
                                          const std::function<bool(std::size_t, std::size_t)>& before,
                                          double relative_error) {
  const int digits = digits_for(relative_error);
  std::vector<double> rounded(values.size(), 0);
  std::vector<RankedItem> items(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    items[i].item = i;
    if (values[i]) rounded[i] = round_significant(*values[i], digits);
  }
  std::ranges::sort(items, [&](const RankedItem& a, const RankedItem& b) {
    if (values[a.item].has_value() != values[b.item].has_value()) return values[a.item].has_value();
    if (values[a.item] && rounded[a.item] != rounded[b.item]) return rounded[a.item] > rounded[b.item];
    return before(a.item, b.item);
  });
  for (std::size_t i = 0; i < items.size() && values[items[i].item]; ++i) {
    const bool same = i > 0 && rounded[items[i - 1].item] == rounded[items[i].item];
    items[i].rank = same ? items[i - 1].rank : static_cast<std::uint32_t>(i + 1);
    if (same) items[i].tied = items[i - 1].tied = true;
  }
  return items;
}

std::vector<RankedItem> proven_ranks(std::span<const double> lower, std::span<const double> upper,
                                     const std::function<bool(std::size_t, std::size_t)>& before) {
  std::vector<double> lowers(lower.begin(), lower.end());
  std::vector<double> uppers(upper.begin(), upper.end());
  std::ranges::sort(lowers);
  std::ranges::sort(uppers);
  std::vector<RankedItem> items(lower.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto above = lowers.end() - std::ranges::upper_bound(lowers, upper[i]);
    const auto not_below = uppers.end() - std::ranges::lower_bound(uppers, lower[i]);  // itself among them
    items[i] = {.item = i, .rank = static_cast<std::uint32_t>(above + 1), .tied = not_below > above + 1};
  }
  std::ranges::sort(items, [&](const RankedItem& a, const RankedItem& b) {
    return a.rank != b.rank ? a.rank < b.rank : before(a.item, b.item);
  });
  return items;
}

}  // namespace regionet

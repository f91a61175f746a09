// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

namespace regionet {

/// Gini coefficient: how unequally a total is spread, 0 (all alike) to 1 - 1/n (one has all).
/// Definition   G = sum_i (2i - n - 1) x_(i) / (n * sum x), x sorted upwards, i from 1.
/// Cost         O(n log n).
/// Undefined    no values, or a total of 0. Throws std::invalid_argument for a negative value.
/// Source       Gini 1912; the form of Sen 1973.
[[nodiscard]] std::optional<double> gini(std::span<const double>);

/// Herfindahl-Hirschman index: the chance that two units drawn with replacement belong to the same one, 1/n to 1.
/// Definition   H = sum_i (x_i / sum x)^2; zeros add nothing.
/// Cost         O(n). Undefined and throws as `gini`.
/// Source       Hirschman 1964.
[[nodiscard]] std::optional<double> herfindahl(std::span<const double>);

/// The share of the total that the k largest have. O(n log n). Undefined and throws as `gini`.
[[nodiscard]] std::optional<double> top_share(std::span<const double>, std::size_t k);

}  // namespace regionet

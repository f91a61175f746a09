// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "graphs/csr/arc_counts.hpp"
#include "graphs/csr/graph.hpp"

namespace regionet {

/// How much a tie binds: numbers over the arcs, or counts, or 1 for each. Kernels on flows take Strengths.
class Strengths {
 public:
  static const Strengths unit;

  Strengths() = default;
  explicit Strengths(std::span<const double> values) : values_(values), kind_(Kind::values) {}
  explicit Strengths(CountsView counts) : counts_(counts), kind_(Kind::counts) {}

  [[nodiscard]] double operator[](Arc arc) const {
    return kind_ == Kind::unit ? 1.0 : kind_ == Kind::counts ? counts_[arc] : values_[arc];
  }
  [[nodiscard]] bool is_unit() const { return kind_ == Kind::unit; }

 private:
  enum class Kind : std::uint8_t { unit, counts, values };

  std::span<const double> values_;
  CountsView counts_;
  Kind kind_ = Kind::unit;
};
inline const Strengths Strengths::unit{};

/// Throws std::invalid_argument, in the name of the measure, where a strength is negative or no number.
void require_nonnegative(GraphView, Strengths, std::string_view measure);

/// How far a step is: another type, so that a strength is never read as a distance. Kernels on paths take Lengths.
class Lengths {
 public:
  static const Lengths unit;

  Lengths() = default;
  explicit Lengths(std::vector<double> values) : values_(std::move(values)), unit_(false) {}

  [[nodiscard]] double operator[](Arc arc) const { return unit_ ? 1.0 : values_[arc]; }
  [[nodiscard]] bool is_unit() const { return unit_; }

 private:
  std::vector<double> values_;
  bool unit_ = true;
};
inline const Lengths Lengths::unit{};

/// How lengths come out of strengths: 1 a step, 1/strength, or the weight column itself.
enum class LengthTransform : std::uint8_t { unit, inverse, weight };

/// The only way from strengths to lengths.
/// Throws std::invalid_argument where a length would not be a positive number.
[[nodiscard]] Lengths lengths(GraphView, Strengths, LengthTransform);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/temporal/trend.hpp"

#include <fmt/format.h>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace regionet {
namespace {

constexpr double days_a_year = 365.2425;
constexpr double steepest_rate = 50;  // a factor of e^50 a year; anything steeper is a step, no trend

/// Weights w exp(r t), their sum, and the mean and variance of t under them. Given the total of the counts they are
/// multinomial with these weights, so that `a` drops out of the likelihood of r.
struct Tilted {
  double sum = 0;
  double mean = 0;
  double variance = 0;
};

class TrendFit {
 public:
  TrendFit(std::span<const double> counts, const Periods& periods) : counts_(counts) {
    const DayRange all = periods.days();
    const double middle = (double(all.first) + double(all.last)) / 2;
    for (std::size_t i = 0; i < periods.size(); ++i) {
      const DayRange days = periods[i];
      weights_.push_back(static_cast<double>(days.days()));
      years_.push_back(((double(days.first) + double(days.last)) / 2 - middle) / days_a_year);
      total_ += counts[i];
      moment_ += counts[i] * years_[i];
    }
  }

  [[nodiscard]] double total() const { return total_; }

  /// Whether some count lies off the first, and some off the last period: else the likelihood has no maximum.
  [[nodiscard]] bool has_maximum() const { return total_ > counts_.front() && total_ > counts_.back(); }

  [[nodiscard]] Maximum fit() const {
    return maximise(
        [&](double rate) {
          const Tilted at = tilted(rate);
          return Slope{moment_ - total_ * at.mean, total_ * at.variance};
        },
        -steepest_rate, steepest_rate);
  }

  [[nodiscard]] double dispersion(double rate) const {
    const double scale = total_ / tilted(rate).sum;
    double chi = 0;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      const double mean = scale * weights_[i] * std::exp(rate * years_[i]);
      chi += (counts_[i] - mean) * (counts_[i] - mean) / mean;
    }
    return chi / (static_cast<double>(counts_.size()) - 2);
  }

 private:
  [[nodiscard]] Tilted tilted(double rate) const {
    Tilted out;
    double first = 0;
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      const double weight = weights_[i] * std::exp(rate * years_[i]);
      out.sum += weight;
      first += weight * years_[i];
    }
    out.mean = first / out.sum;
    double second = 0;
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      const double off = years_[i] - out.mean;
      second += weights_[i] * std::exp(rate * years_[i]) * off * off;
    }
    out.variance = second / out.sum;
    return out;
  }

  std::span<const double> counts_;
  std::vector<double> weights_, years_;
  double total_ = 0;
  double moment_ = 0;
};

Trend undefined_trend(const std::string& why) {
  const Estimate none = Estimate::undefined(why);
  return {none, none, none, none};
}

Estimate doubling(const Estimate& rate) {
  if (*rate.value <= 0) return Estimate::undefined("the rate does not grow");
  Interval interval{std::log(2.0) / *rate.interval->high, std::nullopt};
  const bool may_stand = *rate.interval->low <= 0;
  if (!may_stand) interval.high = std::log(2.0) / *rate.interval->low;
  return {std::log(2.0) / *rate.value, interval, may_stand ? "the rate may be 0, so that the upper end is open" : ""};
}

}  // namespace

Trend poisson_trend(std::span<const double> counts, const Periods& periods) {
  if (counts.size() != periods.size()) throw std::invalid_argument("a trend needs one count a period");
  if (periods.size() < least_periods) {
    return undefined_trend(
        fmt::format("too few points: {} periods, at least {} are needed", periods.size(), least_periods));
  }
  const TrendFit fit(counts, periods);
  if (!(fit.total() > 0)) return undefined_trend("nothing came in these periods");
  if (!fit.has_maximum()) return undefined_trend("all that came lies in one period at an end");
  Trend out;
  out.growth_rate = wald(fit.fit(), "the rate is too steep to be a trend");
  if (!out.growth_rate.value) return undefined_trend(out.growth_rate.reason);
  const Interval& rate = *out.growth_rate.interval;
  out.compound_rate = {std::expm1(*out.growth_rate.value), Interval{std::expm1(*rate.low), std::expm1(*rate.high)}, ""};
  out.doubling_time = doubling(out.growth_rate);
  out.dispersion = {fit.dispersion(*out.growth_rate.value), std::nullopt, ""};
  return out;
}

}  // namespace regionet

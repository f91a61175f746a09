// SPDX-License-Identifier: Apache-2.0
#include "engine/temporal/densification.hpp"

#include <fmt/format.h>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "engine/temporal/trend.hpp"

namespace regionet {
namespace {

struct Stage {
  double ties = 0;    // cumulative
  double places = 0;  // cumulative, larger than before
};

/// Periods joined so that each brings a place; a hair of an expected place is none.
std::vector<Stage> stages_of(std::span<const double> ties, std::span<const double> places) {
  constexpr double a_place = 1e-9;
  std::vector<Stage> stages;
  for (std::size_t i = 0; i < ties.size(); ++i) {
    const double before = stages.empty() ? 0 : stages.back().places;
    if (places[i] > before + a_place) {
      stages.push_back({ties[i], places[i]});
    } else if (!stages.empty()) {
      stages.back().ties = ties[i];
    }
  }
  return stages;
}

/// N^a ln(N)^power; 0 for N = 0.
double term(double places, double exponent, int power) {
  return places > 0 ? std::pow(places, exponent) * std::pow(std::log(places), power) : 0;
}

Slope slope_at(std::span<const Stage> stages, double exponent) {
  Slope out;
  const auto add = [&](double share, double before, double after) {
    const double value = term(after, exponent, 0) - term(before, exponent, 0);
    const double first = (term(after, exponent, 1) - term(before, exponent, 1)) / value;
    const double second = (term(after, exponent, 2) - term(before, exponent, 2)) / value;
    out.score += share * first;
    out.information -= share * (second - first * first);
  };
  Stage before;
  for (const Stage& stage : stages) {
    if (stage.ties > before.ties) add(stage.ties - before.ties, before.places, stage.places);
    before = stage;
  }
  add(-before.ties, 0, before.places);  // the total, in which the shares of the stages are taken
  return out;
}

double slope_of_logs(std::span<const Stage> stages) {
  double x = 0, y = 0, xx = 0, xy = 0;
  const auto n = static_cast<double>(stages.size());
  for (const Stage& stage : stages) {
    x += std::log(stage.places) / n;
    y += std::log(stage.ties) / n;
  }
  for (const Stage& stage : stages) {
    const double off = std::log(stage.places) - x;
    xx += off * off;
    xy += off * (std::log(stage.ties) - y);
  }
  return xy / xx;
}

}  // namespace

Densification densification(std::span<const double> ties, std::span<const double> places) {
  if (ties.size() != places.size()) throw std::invalid_argument("densification needs as many counts of ties as places");
  const std::vector<Stage> stages = stages_of(ties, places);
  Densification out;
  out.points = stages.size();
  if (stages.size() < least_periods) {
    const std::string why =
        fmt::format("too few points: places came in {} periods, at least {} are needed", stages.size(), least_periods);
    out.exponent = out.least_squares = Estimate::undefined(why);
    return out;
  }
  constexpr double steepest = 20;
  out.exponent = wald(maximise([&](double exponent) { return slope_at(stages, exponent); }, 1e-6, steepest),
                      "the ties that came do not follow the places");
  out.least_squares = {slope_of_logs(stages), std::nullopt, ""};
  return out;
}

}  // namespace regionet

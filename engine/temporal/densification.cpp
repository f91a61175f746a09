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

/// What stood before the window, then its periods, joined so that each brings a place; a hair of an expected place is
/// none.
std::vector<Stage> stages_of(std::span<const double> ties, std::span<const double> places, std::size_t begin) {
  constexpr double a_place = 1e-9;
  std::vector<Stage> stages(1);
  if (begin > 0) stages.front() = {ties[begin - 1], places[begin - 1]};
  for (std::size_t i = begin; i < ties.size(); ++i) {
    if (places[i] > stages.back().places + a_place) {
      stages.push_back({ties[i], places[i]});
    } else if (stages.size() > 1) {
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
  for (std::size_t i = 1; i < stages.size(); ++i) {
    const Stage& before = stages[i - 1];
    if (stages[i].ties > before.ties) add(stages[i].ties - before.ties, before.places, stages[i].places);
  }
  const Stage& first = stages.front();
  const Stage& last = stages.back();
  add(first.ties - last.ties, first.places, last.places);  // the total, in which the shares of the stages are taken
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

Densification densification(std::span<const double> ties, std::span<const double> places, std::size_t begin) {
  if (ties.size() != places.size()) throw std::invalid_argument("densification needs as many counts of ties as places");
  if (begin > ties.size()) throw std::invalid_argument("densification needs a window that begins within the counts");
  const std::vector<Stage> stages = stages_of(ties, places, begin);
  Densification out;
  out.points = stages.size() - 1;
  if (out.points < least_periods) {
    const std::string why =
        fmt::format("too few points: places came in {} periods, at least {} are needed", out.points, least_periods);
    out.exponent = out.least_squares = Estimate::undefined(why);
    return out;
  }
  constexpr double steepest = 20;
  out.exponent = wald(maximise([&](double exponent) { return slope_at(stages, exponent); }, 1e-6, steepest),
                      "the ties that came do not follow the places");
  out.least_squares = {slope_of_logs(std::span(stages).subspan(1)), std::nullopt, ""};
  return out;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/null_comparison.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "graphs/runtime/parallel.hpp"
#include "graphs/runtime/random.hpp"

namespace regionet {
namespace {

constexpr std::size_t pilot_walks = 16;
constexpr std::size_t first_sweeps = 16;
constexpr std::size_t most_sweeps = 1024;

/// A figure that is less by round-off alone is as large.
constexpr double figure_round_off = 1e-12;

struct MeanAndDeviation {
  double mean = 0;
  double deviation = 0;
};

template <typename Values>
MeanAndDeviation mean_and_deviation(const Values& values) {
  MeanAndDeviation out;
  const auto count = static_cast<double>(values.size());
  for (const double value : values) out.mean += value / count;
  double squares = 0;
  for (const double value : values) squares += (value - out.mean) * (value - out.mean);
  if (values.size() > 1) out.deviation = std::sqrt(squares / (count - 1));
  return out;
}

bool mixed_after(const Switching& switching, std::size_t sweeps, const RunContext& run) {
  std::array<double, pilot_walks> fall{};
  for_each_block(run, pilot_walks, [&](std::size_t walk) {
    const SwitchedNetwork end = switching.draw(sweeps, random_bits(run.seed, walk, 0x311));
    fall[walk] = end.kept_halfway - end.kept;
  });
  const MeanAndDeviation found = mean_and_deviation(fall);
  return found.mean <= 2 * found.deviation / std::sqrt(static_cast<double>(pilot_walks));
}

void judge(NullComparison& out, const std::vector<double>& figures) {
  out.networks = figures.size();
  if (figures.size() < 2) return;
  const MeanAndDeviation found = mean_and_deviation(figures);
  out.mean = found.mean;
  out.deviation = found.deviation;
  const double scale = std::max(1.0, std::abs(out.observed));
  if (out.deviation > figure_round_off * scale) out.z = (out.observed - out.mean) / out.deviation;
  const auto as_large =
      std::ranges::count_if(figures, [&](double figure) { return figure >= out.observed - figure_round_off * scale; });
  out.p = static_cast<double>(1 + as_large) / static_cast<double>(1 + figures.size());
}

}  // namespace

NullComparison compare_with_switched(GraphView graph, Strengths strengths, const GraphFigure& figure,
                                     const NullComparisonOptions& options, const RunContext& run) {
  if (options.networks < 2) throw std::invalid_argument("a comparison needs two switched networks or more");
  const Switching switching(graph, strengths, options.parts);
  NullComparison out{.sweeps = first_sweeps};
  bool mixed = false;
  while (!run.stop.stop_requested()) {
    mixed = mixed_after(switching, out.sweeps, run);
    if (mixed || out.sweeps == most_sweeps) break;
    out.sweeps *= 2;
  }

  out.observed = figure(graph, strengths, random_bits(run.seed, 0, 0x312));
  struct Slot {
    double figure = 0;
    double kept = 0;
  };
  std::vector<double> figures;
  double kept = 0;
  out.outcome = for_each_in_order(
      run, options.networks, [] { return Slot(); },
      [&](std::size_t number, Slot& slot) {
        const SwitchedNetwork drawn = switching.draw(out.sweeps, random_bits(run.seed, number, 0x313));
        slot = {.figure = figure(drawn.graph.view(), drawn.strengths(), random_bits(run.seed, number + 1, 0x312)),
                .kept = drawn.kept};
      },
      [&](const Slot& slot) {
        figures.push_back(slot.figure);
        kept += slot.kept;
      });
  judge(out, figures);
  if (!figures.empty()) out.kept = kept / static_cast<double>(figures.size());
  if (out.outcome == Outcome::complete && !mixed) out.outcome = Outcome::not_converged;
  return out;
}

}  // namespace regionet

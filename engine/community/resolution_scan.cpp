// SPDX-License-Identifier: Apache-2.0
#include "engine/community/resolution_scan.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "engine/statistics/partition_comparison.hpp"

namespace regionet {
namespace {

void mark_plateaus(std::vector<ScanPoint>& points) {
  constexpr std::size_t shortest = 3;
  std::size_t plateaus = 0;
  for (std::size_t begin = 0; begin < points.size();) {
    std::size_t end = begin + 1;
    while (end < points.size() && points[end].change.value_or(0) <= plateau_change) ++end;
    if (end - begin >= shortest) {
      ++plateaus;
      for (std::size_t i = begin; i < end; ++i) points[i].plateau = plateaus;
    }
    begin = end;
  }
}

}  // namespace

std::vector<double> scanned_resolutions() {
  constexpr int steps = 15;  // to a factor of ten
  std::vector<double> out;
  for (int i = -steps; i <= steps; ++i) {
    // Rounded to three digits: a number that can be typed again.
    const double exact = std::pow(10.0, static_cast<double>(i) / steps);
    const double unit = exact < 1 ? 1000 : 100;
    out.push_back(std::round(exact * unit) / unit);
  }
  return out;
}

std::vector<ScanPoint> scan_resolutions(GraphView graph, Strengths strengths, const std::vector<double>& resolutions,
                                        const LeidenOptions& options, const RunContext& run) {
  if (!std::ranges::is_sorted(resolutions, std::less_equal<>())) {
    throw std::invalid_argument("the resolutions of a scan rise");
  }
  std::vector<ScanPoint> points;
  for (const double resolution : resolutions) {
    LeidenOptions at = options;
    at.objective.resolution = resolution;
    RunContext one = run;
    one.progress = nullptr;
    LeidenResult found = leiden(graph, strengths, at, one);
    ScanPoint point{.resolution = resolution, .partition = std::move(found.partition), .quality = found.quality};
    const std::size_t n = graph.vertex_count();
    if (!points.empty() && n > 0) {
      const double vi = variation_of_information(points.back().partition.community, point.partition.community);
      point.change = n == 1 ? 0 : vi / std::log(static_cast<double>(n));
    }
    points.push_back(std::move(point));
  }
  mark_plateaus(points);
  return points;
}

}  // namespace regionet

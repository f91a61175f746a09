// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/current_flow.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "graphs/runtime/memory.hpp"
#include "graphs/runtime/parallel.hpp"

namespace regionet {
namespace {

/// The potentials when a unit of current flows in at a member and out by the ground: a row of the inverse.
void unit_row(const GroundedLaplacian& laplacian, std::size_t member, std::vector<double>& current,
              std::span<double> row) {
  current.assign(laplacian.members().size(), 0);
  current[member] = 1;
  laplacian.solve(current, row);
}

/// Sum over pairs s < t of |values(s) - values(t)|: sorted, each value counts for those below it and against those
/// above.
double sum_of_differences(std::vector<double>& values) {
  std::ranges::sort(values);
  double sum = 0;
  const auto n = static_cast<double>(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) sum += (2 * static_cast<double>(i) - n + 1) * values[i];
  return sum;
}

}  // namespace

CurrentFlowResult current_flow_closeness(const GroundedLaplacian& laplacian, const RunContext& run) {
  const std::size_t n = laplacian.members().size();
  std::vector<double> diagonal(n, 0);
  struct Slot {
    std::vector<double> current;
    std::vector<double> row;
  };
  constexpr std::size_t rows_at_once = 64;
  CurrentFlowResult out;
  out.outcome = for_each_in_order(
      run, (n + rows_at_once - 1) / rows_at_once,
      [&] {
        return Slot{{}, std::vector<double>(n)};
      },
      [&](std::size_t block, Slot& slot) {
        for (std::size_t i = block * rows_at_once; i < std::min(n, (block + 1) * rows_at_once); ++i) {
          if (i == 0) continue;  // the ground has no potential
          unit_row(laplacian, i, slot.current, slot.row);
          diagonal[i] = slot.row[i];
        }
      },
      [](const Slot&) {});
  if (out.outcome == Outcome::stopped) return out;
  std::vector<double> row_sums(n);
  laplacian.solve(std::vector<double>(n, 1), row_sums);
  const double trace = std::accumulate(diagonal.begin(), diagonal.end(), 0.0);
  const auto size = static_cast<double>(n);
  for (std::size_t i = 0; i < n; ++i) {
    // The resistance between i and j is M_ii + M_jj - 2 M_ij, M the inverse; to the ground it is M_ii.
    out.score.push_back((size - 1) / (trace + size * diagonal[i] - 2 * row_sums[i]));
  }
  return out;
}

CurrentFlowResult current_flow_betweenness(const GroundedLaplacian& laplacian, GraphView graph, Strengths strengths,
                                           bool normalised, const RunContext& run) {
  const auto members = laplacian.members();
  const std::size_t n = members.size();
  refuse_beyond_limit(run, 8 * std::uint64_t{n} * n, "the potentials of current-flow betweenness");
  std::vector<std::vector<double>> inverse(n);
  for_each_range(run, n, 16, [&](std::size_t begin, std::size_t end) {
    std::vector<double> current;
    for (std::size_t i = begin; i < end; ++i) {
      inverse[i].assign(n, 0);
      if (i > 0) unit_row(laplacian, i, current, inverse[i]);
    }
  });
  std::vector<std::size_t> place(graph.vertex_count(), 0);
  for (std::size_t i = 0; i < n; ++i) place[members[i]] = i;

  CurrentFlowResult out{.score = std::vector<double>(n, 0)};
  const auto others = static_cast<double>(n - 1);
  const double pairs = normalised ? others * (others - 1) / 2 : 1;
  constexpr std::size_t vertices_at_once = 8;
  out.outcome = for_each_in_order(
      run, (n + vertices_at_once - 1) / vertices_at_once, [&] { return std::vector<double>(n); },
      [&](std::size_t block, std::vector<double>& flow) {
        for (std::size_t i = block * vertices_at_once; i < std::min(n, (block + 1) * vertices_at_once); ++i) {
          double through = 0;
          for (Arc arc = graph.begin(members[i]); arc < graph.end(members[i]); ++arc) {
            const std::size_t j = place[graph.target(arc)];
            if (j == i) continue;
            for (std::size_t s = 0; s < n; ++s) flow[s] = strengths[arc] * (inverse[i][s] - inverse[j][s]);
            through += sum_of_differences(flow);
          }
          // Half of what flows in and out of it; the pairs that it is an end of flow a unit each.
          out.score[i] = n < 3 ? 0 : std::max(0.0, (through / 2 - others / 2) / pairs);
        }
      },
      [](const std::vector<double>&) {});
  if (out.outcome == Outcome::stopped) out.score.clear();
  return out;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
// Figures of the whole network that are curves: a row a step.
#include <algorithm>
#include <array>

#include "engine/centrality/degree.hpp"
#include "engine/measures/figures.hpp"
#include "engine/measures/request.hpp"
#include "engine/measures/view_measures.hpp"
#include "engine/report/reports.hpp"
#include "engine/structure/mixing.hpp"
#include "engine/structure/robustness.hpp"

namespace regionet {
namespace {

using CurveRows = std::vector<std::vector<Cell>>;

struct CurveInput {
  const View& view;
  const RunContext& run;
  SharedResults& shared;
  const Parameters& parameters;
};

struct SummaryCurve {
  std::string_view name;
  std::string_view definition;
  std::vector<std::string_view> columns;
  std::vector<ParameterInfo> parameters;
  CurveRows (*rows)(const CurveInput&);
};

/// How many vertices have each number of partners, from 0 on.
std::vector<std::uint64_t> vertices_by_degree(const View& view, const RunContext& run) {
  std::vector<std::uint64_t> out;
  for (const std::uint32_t partners : degree(view.graph(), run).score) {
    if (out.size() <= partners) out.resize(partners + std::size_t{1}, 0);
    ++out[partners];
  }
  return out;
}

CurveRows degree_rows(const CurveInput& input) {
  CurveRows rows;
  const auto counts = vertices_by_degree(input.view, input.run);
  std::uint64_t with_more = input.view.vertex_count();
  for (std::size_t k = 0; k < counts.size(); ++k) {
    if (counts[k] > 0) rows.push_back({k, counts[k], with_more});
    with_more -= counts[k];
  }
  return rows;
}

CurveRows distance_rows(const CurveInput& input) {
  const std::vector<std::uint64_t>& pairs = input.shared.distances().pairs_at;
  if (pairs.empty() && input.view.graph().arc_count() > 0)
    throw ParameterError("the curve of distances is one of whole steps: leave --lengths out");
  CurveRows rows;
  std::uint64_t within = 0;
  const auto n = static_cast<double>(input.view.vertex_count());
  for (std::size_t d = 1; d < pairs.size(); ++d) {
    within += pairs[d];
    rows.push_back({d, pairs[d], static_cast<double>(within) / (n * (n - 1))});
  }
  return rows;
}

CurveRows rich_club_rows(const CurveInput& input) {
  const std::vector<std::optional<double>> shares = rich_club(input.view.graph(), input.run);
  const auto counts = vertices_by_degree(input.view, input.run);
  CurveRows rows;
  std::uint64_t with_more = input.view.vertex_count();
  for (std::size_t k = 0; k < shares.size(); ++k) {
    if (k < counts.size()) with_more -= counts[k];
    rows.push_back({k, with_more, Cell(shares[k], "fewer than two vertices have more partners")});
  }
  return rows;
}

CurveRows robustness_rows(const CurveInput& input) {
  const RobustnessResult result = robustness(input.view.graph(), {.removal = removal_of(input.parameters)}, input.run);
  CurveRows rows;
  const auto n = static_cast<double>(result.removed.size());
  for (std::size_t q = 0; q < result.largest.size(); ++q) {
    const Cell taken = q == 0 ? Cell::undefined("nothing is taken away yet")
                              : Cell(input.view.network().id(input.view.actor(result.removed[q - 1])));
    rows.push_back({q, taken, result.largest[q], n > 0 ? result.largest[q] / n : 0.0});
  }
  return rows;
}

const std::array<SummaryCurve, 4> summary_curves{{
    {.name = "degrees",
     .definition = "vertices by their number of partners, and those with at least as many",
     .columns = {"degree", "vertices", "vertices_from"},
     .parameters = {},
     .rows = degree_rows},
    {.name = "distances",
     .definition = "ordered pairs of vertices by their distance, and the share of all pairs that are no farther",
     .columns = {"distance", "pairs", "share"},
     .parameters = {},
     .rows = distance_rows},
    {.name = "rich_club",
     .definition = "vertices with more than k partners, and their ties as a share of all pairs of them",
     .columns = {"k", "vertices", "share"},
     .parameters = {},
     .rows = rich_club_rows},
    {.name = "robustness",
     .definition = "vertices of the largest component, while one vertex after another is taken away",
     .columns = {"removed", "id", "largest", "share"},
     .parameters = {{"removal", "degree, remaining_degree or random: which places go first (default degree)"}},
     .rows = robustness_rows},
}};

std::vector<std::string_view> names_of_curves() {
  std::vector<std::string_view> names;
  for (const SummaryCurve& curve : summary_curves) names.push_back(curve.name);
  return names;
}

}  // namespace

std::vector<CurveInfo> curve_infos() {
  std::vector<CurveInfo> out;
  for (const SummaryCurve& curve : summary_curves) out.push_back({curve.name, curve.definition, curve.parameters});
  return out;
}

Report curve_report(const View& view, const std::string& typed, Language language, const RunContext& run) {
  const NamedRequest request = parse_request("curve", typed, names_of_curves(), [](std::size_t entry) {
    return std::span<const ParameterInfo>(summary_curves.at(entry).parameters);
  });
  const SummaryCurve& curve = summary_curves.at(request.entry);
  Table table;
  for (const std::string_view key : curve.columns) table.columns.push_back({std::string(key), word(language, key)});
  ViewMeasures measures(view, run);
  table.rows = curve.rows({view, run, measures.shared(), request.parameters});
  Report report{.tables = {std::move(table)}, .lines = reader_lines(view)};
  report.lines.push_back(std::string(curve.name) + ": " + std::string(curve.definition));
  return report;
}

}  // namespace regionet

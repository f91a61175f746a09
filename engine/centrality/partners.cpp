// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/partners.hpp"

#include <cmath>

#include "engine/structure/vertex_loop.hpp"
#include "graphs/csr/simple_ties.hpp"

namespace regionet {
namespace {

struct NoSlot {};

double row_total(GraphView graph, Strengths strengths, Vertex v) {
  double total = 0;
  for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) total += strengths[arc];
  return total;
}

}  // namespace

NeighbourDegreeResult average_neighbour_degree(GraphView graph, Strengths strengths,
                                               const NeighbourDegreeOptions& options, const RunContext& run) {
  if (options.weighted) require_nonnegative(graph, strengths, "average_neighbour_degree");
  const SimpleTies ties(graph, options.weighted ? strengths : Strengths::unit, run);
  const GraphView simple = ties.view();
  NeighbourDegreeResult out{.score = std::vector<std::optional<double>>(simple.vertex_count())};
  out.outcome = for_each_vertex_with(
      run, simple.vertex_count(), [] { return NoSlot{}; },
      [&](Vertex v, NoSlot&) {
        double total = 0;
        double sum = 0;
        for (Arc arc = simple.begin(v); arc < simple.end(v); ++arc) {
          const double weight = options.weighted ? ties.strengths()[arc] : 1;
          total += weight;
          sum += weight * static_cast<double>(simple.neighbours(simple.target(arc)).size());
        }
        if (total > 0) out.score[v] = sum / total;
      });
  return out;
}

PartnerDiversityResult partner_diversity(GraphView graph, Strengths strengths, const RunContext& run) {
  require_nonnegative(graph, strengths, "partner_diversity");
  const SimpleTies ties(graph, strengths, run);
  const GraphView simple = ties.view();
  const std::vector<std::optional<double>> none(simple.vertex_count());
  PartnerDiversityResult out{.entropy = none, .effective = none};
  out.outcome = for_each_vertex_with(
      run, simple.vertex_count(), [] { return NoSlot{}; },
      [&](Vertex v, NoSlot&) {
        const double total = row_total(simple, ties.strengths(), v);
        if (!(total > 0)) return;
        double entropy = 0;
        for (Arc arc = simple.begin(v); arc < simple.end(v); ++arc) {
          const double share = ties.strengths()[arc] / total;
          if (share > 0) entropy -= share * std::log(share);
        }
        out.entropy[v] = entropy;
        out.effective[v] = std::exp(entropy);
      });
  return out;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/structural_holes.hpp"

#include <algorithm>

#include "engine/structure/vertex_loop.hpp"
#include "graphs/csr/simple_ties.hpp"

namespace regionet {
namespace {

/// The sum and the largest of the strengths of each place's ties.
struct TieTotals {
  explicit TieTotals(const SimpleTies& ties) : sum(ties.view().vertex_count(), 0), largest(sum) {
    const GraphView graph = ties.view();
    for (Vertex v = 0; v < sum.size(); ++v) {
      for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
        sum[v] += ties.strengths()[arc];
        largest[v] = std::max(largest[v], ties.strengths()[arc]);
      }
    }
  }

  std::vector<double> sum, largest;
};

struct HolesOfPlace {
  double constraint = 0;
  double effective_size = 0;
};

/// Looks at one place after another; the workspace is used again.
class EgoNetwork {
 public:
  EgoNetwork(const SimpleTies& ties, const TieTotals& totals)
      : ties_(ties), totals_(totals), invested_(totals.sum.size(), 0), partner_(totals.sum.size(), false) {}

  /// The ties of v must not weigh 0 together.
  HolesOfPlace look(Vertex v) {
    const GraphView graph = ties_.view();
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      partner_[graph.target(arc)] = true;
      invested_[graph.target(arc)] = share(v, arc);
    }
    double redundant = 0;
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) redundant += reach_over(v, arc);
    HolesOfPlace out{.effective_size = static_cast<double>(graph.neighbours(v).size()) - redundant};
    for (const Vertex partner : graph.neighbours(v)) {
      out.constraint += invested_[partner] * invested_[partner];
      partner_[partner] = false;
    }
    return out;
  }

 private:
  [[nodiscard]] double share(Vertex v, Arc arc) const { return ties_.strengths()[arc] / totals_.sum[v]; }

  /// What v puts into the other partners by way of the partner q that the arc leads to. Returns how far these make up
  /// for q: w is the same both ways, so that m(j, q) stands in the row of q.
  double reach_over(Vertex v, Arc arc) {
    const GraphView graph = ties_.view();
    const Vertex q = graph.target(arc);
    const double to_q = share(v, arc);
    if (to_q == 0) return 0;
    double redundant = 0;
    for (Arc on = graph.begin(q); on < graph.end(q); ++on) {
      const Vertex partner = graph.target(on);
      if (!partner_[partner]) continue;
      invested_[partner] += to_q * share(q, on);
      if (totals_.largest[partner] > 0) redundant += to_q * ties_.strengths()[on] / totals_.largest[partner];
    }
    return redundant;
  }

  const SimpleTies& ties_;
  const TieTotals& totals_;
  std::vector<double> invested_;
  std::vector<char> partner_;
};

}  // namespace

StructuralHolesResult structural_holes(GraphView graph, Strengths strengths, const RunContext& run) {
  require_nonnegative(graph, strengths, "structural_holes");
  const SimpleTies ties(graph, strengths, run);
  const TieTotals totals(ties);
  const std::vector<std::optional<double>> none(graph.vertex_count());
  StructuralHolesResult out{.constraint = none, .effective_size = none};
  out.outcome = for_each_vertex_with(
      run, graph.vertex_count(), [&] { return EgoNetwork(ties, totals); },
      [&](Vertex v, EgoNetwork& network) {
        if (!(totals.sum[v] > 0)) return;
        const HolesOfPlace found = network.look(v);
        out.constraint[v] = found.constraint;
        out.effective_size[v] = found.effective_size;
      });
  return out;
}

}  // namespace regionet

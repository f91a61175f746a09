// SPDX-License-Identifier: Apache-2.0
#include "engine/community/objective.hpp"

#include <cmath>
#include <stdexcept>

#include "engine/centrality/incoming.hpp"

namespace regionet {
namespace {

struct StrengthSums {
  std::vector<double> out, in;  // by vertex; `in` is empty where it is the same
  double total = 0;             // strength of all ties
};

StrengthSums strength_sums(GraphView graph, Strengths strengths) {
  StrengthSums sums{.out = std::vector<double>(graph.vertex_count(), 0)};
  const bool directed = graph.facts().directed;
  if (directed) sums.in.resize(graph.vertex_count(), 0);
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      sums.out[v] += strengths[arc];
      if (directed) sums.in[graph.target(arc)] += strengths[arc];
    }
    sums.total += sums.out[v];
  }
  if (!directed) sums.total /= 2;
  return sums;
}

/// Strength of the ties with both ends in one community: an undirected tie once.
double strength_within(GraphView graph, Strengths strengths, std::span<const std::uint32_t> labels) {
  double within = 0;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      if (labels[graph.target(arc)] == labels[v]) within += strengths[arc];
    }
  }
  return graph.facts().directed ? within : within / 2;
}

/// The sum over communities of first * second.
double product_of_masses(const ObjectiveTerms& terms, std::span<const std::uint32_t> labels) {
  std::vector<double> first(labels.size(), 0);
  std::vector<double> second(labels.size(), 0);
  for (std::size_t v = 0; v < labels.size(); ++v) {
    first[labels[v]] += terms.first[v];
    second[labels[v]] += terms.second.empty() ? terms.first[v] : terms.second[v];
  }
  double sum = 0;
  for (std::size_t c = 0; c < first.size(); ++c) sum += first[c] * second[c];
  return sum;
}

double pairs_within(std::span<const std::uint32_t> labels, bool ordered) {
  std::vector<double> size(labels.size(), 0);
  for (const std::uint32_t label : labels) ++size[label];
  double pairs = 0;
  for (const double count : size) pairs += count * (count - 1);
  return ordered ? pairs : pairs / 2;
}

}  // namespace

void require_objective(GraphView graph, Strengths strengths, const ObjectiveOptions& options) {
  if (!(options.resolution > 0) || !std::isfinite(options.resolution)) {
    throw std::invalid_argument("the resolution is a positive number");
  }
  require_nonnegative(graph, strengths, "community detection");
  if (options.objective != Objective::barber) return;
  if (options.first_side.size() != graph.vertex_count()) throw std::invalid_argument("there is not one side a vertex");
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (const Vertex u : graph.neighbours(v)) {
      if (options.first_side[u] == options.first_side[v]) {
        throw std::invalid_argument("barber needs ties between the two sides; there is one within a side");
      }
    }
  }
}

ObjectiveTerms objective_terms(GraphView graph, Strengths strengths, const ObjectiveOptions& options) {
  const bool directed = graph.facts().directed;
  if (options.objective == Objective::cpm) {
    return {.first = std::vector<double>(graph.vertex_count(), 1),
            .price = directed ? 2 * options.resolution : options.resolution};
  }
  StrengthSums sums = strength_sums(graph, strengths);
  if (sums.total == 0) return {.first = std::move(sums.out)};
  ObjectiveTerms terms{.price = options.resolution / sums.total, .unit = 1 / sums.total};
  if (options.objective == Objective::barber) {
    terms.first.resize(graph.vertex_count(), 0);
    terms.second.resize(graph.vertex_count(), 0);
    for (std::size_t v = 0; v < sums.out.size(); ++v) {
      (options.first_side[v] ? terms.first : terms.second)[v] = sums.out[v] + (directed ? sums.in[v] : 0);
    }
    return terms;
  }
  terms.first = std::move(sums.out);
  terms.second = std::move(sums.in);
  if (!directed) terms.price /= 2;
  return terms;
}

std::optional<double> partition_quality(GraphView graph, Strengths strengths, std::span<const std::uint32_t> labels,
                                        const ObjectiveOptions& options) {
  require_objective(graph, strengths, options);
  if (labels.size() != graph.vertex_count()) throw std::invalid_argument("there is not one community a vertex");
  const double within = strength_within(graph, strengths, labels);
  if (options.objective == Objective::cpm) {
    return within - options.resolution * pairs_within(labels, graph.facts().directed);
  }
  const double total = strength_sums(graph, strengths).total;
  if (total == 0) return std::nullopt;
  const ObjectiveTerms terms = objective_terms(graph, strengths, options);
  const double scale = terms.second.empty() ? 4 : 1;  // undirected: (K/2m)^2, directed: Kout Kin / m^2
  return within / total - options.resolution * product_of_masses(terms, labels) / (scale * total * total);
}

}  // namespace regionet

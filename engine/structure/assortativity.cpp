// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/assortativity.hpp"

#include <cmath>
#include <stdexcept>
#include <vector>

#include "graphs/csr/simple.hpp"

namespace regionet {
namespace {

/// Of a symmetric graph both ends have the same mean and spread.
std::optional<double> correlate(GraphView simple, std::span<const double> values) {
  double sum = 0;
  const auto arcs = static_cast<double>(simple.arc_count());
  for (Vertex v = 0; v < simple.vertex_count(); ++v)
    sum += values[v] * static_cast<double>(simple.neighbours(v).size());
  const double mean = sum / arcs;
  double product = 0;
  double spread = 0;
  double size = 0;
  for (Vertex v = 0; v < simple.vertex_count(); ++v) {
    const double here = values[v] - mean;
    for (const Vertex target : simple.neighbours(v)) product += here * (values[target] - mean);
    spread += here * here * static_cast<double>(simple.neighbours(v).size());
    size += values[v] * values[v] * static_cast<double>(simple.neighbours(v).size());
  }
  constexpr double round_off = 1e-14;
  if (!(spread > round_off * size)) return std::nullopt;
  return product / spread;
}

}  // namespace

std::optional<double> degree_assortativity(GraphView graph, const RunContext& run) {
  const SimpleGraph simple(graph, run);
  std::vector<double> degrees(simple.view().vertex_count());
  for (Vertex v = 0; v < degrees.size(); ++v) degrees[v] = static_cast<double>(simple.view().neighbours(v).size());
  return correlate(simple.view(), degrees);
}

std::optional<double> assortativity(GraphView graph, std::span<const double> values, const RunContext& run) {
  if (values.size() != graph.vertex_count()) throw std::invalid_argument("there is not one value a vertex");
  const SimpleGraph simple(graph, run);
  return correlate(simple.view(), values);
}

}  // namespace regionet

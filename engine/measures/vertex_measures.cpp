// SPDX-License-Identifier: Apache-2.0
#include "engine/measures/vertex_measures.hpp"

#include <array>

#include "engine/centrality/centrality_measures.hpp"
#include "engine/measures/request.hpp"
#include "engine/structure/structure_measures.hpp"

namespace regionet {

std::span<const VertexMeasure> vertex_measures() {
  static const std::vector<VertexMeasure> all = [] {
    std::vector<VertexMeasure> rows;
    for (const auto table : {centrality_measures(), flow_measures(), structure_measures(), degree_measures(),
                             local_measures(), two_mode_measures()})
      rows.insert(rows.end(), table.begin(), table.end());
    return rows;
  }();
  return all;
}

std::span<const VertexMeasure> tie_measures() { return centrality_tie_measures(); }

std::span<const std::string_view> everyday_measures() {
  static constexpr std::array<std::string_view, 6> names{"strength",    "degree",   "harmonic",
                                                         "betweenness", "pagerank", "eigenvector"};
  return names;
}

MeasureRequest parse_measure(const std::string& typed, std::span<const VertexMeasure> table) {
  std::vector<std::string_view> names;
  for (const VertexMeasure& measure : table) names.push_back(measure.name);
  NamedRequest request = parse_request("measure", typed, names, [&](std::size_t entry) {
    return std::span<const ParameterInfo>(table[entry].parameters);
  });
  return {.typed = typed, .measure = &table[request.entry], .parameters = std::move(request.parameters)};
}

}  // namespace regionet

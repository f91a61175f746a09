// SPDX-License-Identifier: Apache-2.0
#include "engine/measures/vertex_measures.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <stdexcept>

#include "engine/centrality/centrality_measures.hpp"
#include "engine/structure/structure_measures.hpp"
#include "graphs/diagnostic.hpp"

namespace regionet {
namespace {

[[noreturn]] void unknown(std::string_view what, std::string_view name, const std::vector<std::string_view>& allowed) {
  const std::string_view near = nearest(name, allowed);
  throw std::invalid_argument(
      fmt::format("{} '{}' is not known; {}{}", what, printable(name),
                  allowed.empty() ? "there are none" : fmt::format("expected one of {}", fmt::join(allowed, ", ")),
                  near.empty() ? "" : fmt::format("; did you mean '{}'?", near)));
}

}  // namespace

std::span<const VertexMeasure> vertex_measures() {
  static const std::vector<VertexMeasure> all = [] {
    std::vector<VertexMeasure> rows;
    for (const auto table : {centrality_measures(), flow_measures(), structure_measures()})
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
  MeasureRequest request{.typed = typed};
  std::size_t end = std::min(typed.find(':'), typed.size());
  const std::string name = typed.substr(0, end);
  const auto found = std::ranges::find(table, name, &VertexMeasure::name);
  if (found == table.end()) {
    std::vector<std::string_view> names;
    for (const VertexMeasure& measure : table) names.push_back(measure.name);
    unknown("measure", name, names);
  }
  request.measure = &*found;
  while (end < typed.size()) {
    const std::size_t begin = end + 1;
    end = std::min(typed.find(':', begin), typed.size());
    const std::string part = typed.substr(begin, end - begin);
    const std::string parameter = part.substr(0, part.find('='));
    if (std::ranges::find(found->parameters, parameter, &ParameterInfo::name) == found->parameters.end()) {
      std::vector<std::string_view> names;
      for (const ParameterInfo& info : found->parameters) names.push_back(info.name);
      unknown(fmt::format("parameter of {}", name), parameter, names);
    }
    if (parameter.size() == part.size()) {
      throw std::invalid_argument(
          fmt::format("parameter '{}' of {} has no value; write {}=..", parameter, name, parameter));
    }
    request.parameters[parameter] = part.substr(parameter.size() + 1);
  }
  return request;
}

}  // namespace regionet

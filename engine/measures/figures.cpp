// SPDX-License-Identifier: Apache-2.0
#include "engine/measures/figures.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "engine/centrality/degree.hpp"
#include "engine/measures/request.hpp"
#include "engine/statistics/inequality.hpp"

namespace regionet {
namespace {

constexpr std::size_t top_k = 5;

std::vector<double> degrees(const FigureInput& input) {
  const DegreeResult result = degree(input.view.graph(), input.run);
  return {result.score.begin(), result.score.end()};
}

/// All actors that could be vertices of the view: the second base of a share.
std::size_t level_size(const View& view) {
  const Network& network = view.network();
  if (network.plain()) return view.vertex_count();
  std::size_t size = 0;
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) {
    if (stands_at(network, actor, view.level())) ++size;
  }
  return size;
}

/// Ties without loops: the ones that a density compares with what could be.
double proper_ties(const View& view) {
  const GraphView graph = view.graph();
  std::size_t loops = 0;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    if (std::ranges::binary_search(graph.neighbours(v), v)) ++loops;
  }
  return static_cast<double>(graph.edge_count() - loops);
}

Figure density(const FigureInput& input) {
  const auto n = static_cast<double>(input.view.vertex_count());
  if (n < 2) return {std::nullopt, "fewer than two vertices"};
  const double possible = n * (n - 1) / (input.view.graph().facts().directed ? 1 : 2);
  return {proper_ties(input.view) / possible, ""};
}

Figure density_two_mode(const FigureInput& input) {
  if (!input.view.two_mode()) return {std::nullopt, "the view has not exactly two sides"};
  const GraphView graph = input.view.graph();
  std::size_t first = 0;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    if (input.view.first_side(v)) ++first;
  }
  const auto sides = static_cast<double>(first) * static_cast<double>(graph.vertex_count() - first);
  if (sides == 0) return {std::nullopt, "one side is empty"};
  return {static_cast<double>(graph.edge_count()) / sides, ""};
}

Figure total_strength(const FigureInput& input) {
  const StrengthResult result = strength(input.view.graph(), input.view.strengths(), input.run);
  return {std::accumulate(result.score.begin(), result.score.end(), 0.0) / 2, ""};
}

Figure agreements(const FigureInput& input) { return count_figure(input.view.account()[Fate::kept]); }

Figure mean_degree(const FigureInput& input) {
  const std::vector<double> values = degrees(input);
  if (values.empty()) return {std::nullopt, "no vertices"};
  return {std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size()), ""};
}

Figure max_degree(const FigureInput& input) {
  const std::vector<double> values = degrees(input);
  if (values.empty()) return {std::nullopt, "no vertices"};
  return {std::ranges::max(values), ""};
}

constexpr const char* no_ties = "no vertex has a partner";

Figure degree_gini(const FigureInput& input) { return or_reason(gini(degrees(input)), no_ties); }

Figure degree_gini_level(const FigureInput& input) {
  std::vector<double> values = degrees(input);
  values.resize(std::max(values.size(), level_size(input.view)), 0);
  return or_reason(gini(values), no_ties);
}

Figure degree_hhi(const FigureInput& input) { return or_reason(herfindahl(degrees(input)), no_ties); }

Figure degree_top_share(const FigureInput& input) { return or_reason(top_share(degrees(input), top_k), no_ties); }

constexpr std::array<NetworkFigure, 14> size_rows{{
    {"n", "vertices of the view", [](const FigureInput& input) { return count_figure(input.view.vertex_count()); }},
    {"n_level", "actors of the level, tied or not",
     [](const FigureInput& input) { return count_figure(level_size(input.view)); }},
    {"m", "ties: pairs with at least one agreement",
     [](const FigureInput& input) { return count_figure(input.view.graph().edge_count()); }},
    {"agreements", "agreements of the view", agreements},
    {"strength_total", "sum of the weights of the ties", total_strength},
    {"density", "ties (without loops) as a share of all pairs of vertices", density},
    {"density_two_mode", "ties as a share of all pairs across the two sides", density_two_mode},
    {"degree_mean", "mean number of partners", mean_degree},
    {"degree_max", "largest number of partners", max_degree},
    {"degree_gini", "Gini coefficient of the degrees of the n vertices", degree_gini},
    {"degree_gini_level", "the same over the n_level actors of the level, those without ties as 0", degree_gini_level},
    {"degree_hhi", "Herfindahl-Hirschman index of the degrees; the same over n and n_level", degree_hhi},
    {"degree_hhi_inverse", "1 / degree_hhi: as many equal vertices would be as concentrated",
     [](const FigureInput& input) {
       Figure figure = degree_hhi(input);
       if (figure.value) figure.value = 1 / *figure.value;
       return figure;
     }},
    {"degree_top5_share", "share of the degrees that the five largest have; the same over n and n_level",
     degree_top_share},
}};

}  // namespace

std::span<const NetworkFigure> size_figures() { return size_rows; }

const std::vector<NetworkFigure>& network_figures() {
  static const std::vector<NetworkFigure> all = [] {
    std::vector<NetworkFigure> rows;
    for (const auto part : {size_figures(), structure_figures(), relation_figures()})
      rows.insert(rows.end(), part.begin(), part.end());
    return rows;
  }();
  return all;
}

FigureRequest parse_figure(const std::string& typed) {
  const std::vector<NetworkFigure>& table = network_figures();
  std::vector<std::string_view> names;
  for (const NetworkFigure& figure : table) names.push_back(figure.name);
  NamedRequest found =
      parse_request("figure", typed, names, [&](std::size_t entry) { return table[entry].parameters; });
  return {.typed = typed, .figure = &table[found.entry], .parameters = std::move(found.parameters)};
}

}  // namespace regionet

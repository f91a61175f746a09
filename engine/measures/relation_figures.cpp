// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "engine/measures/figures.hpp"
#include "engine/measures/place_attributes.hpp"
#include "engine/structure/max_flow.hpp"
#include "engine/structure/mixing.hpp"
#include "engine/structure/robustness.hpp"
#include "engine/structure/two_mode.hpp"
#include "engine/structure/two_mode_clustering.hpp"
#include "graphs/csr/simple.hpp"
#include "graphs/diagnostic.hpp"

namespace regionet {
namespace {

constexpr const char* no_sides = "the view has not exactly two sides";

Figure reciprocity_figure(const FigureInput& input) {
  const GraphView graph = input.view.graph();
  if (!graph.facts().directed) return {std::nullopt, "ties have no direction"};
  return or_reason(reciprocity(graph, input.run), "no ties between two places");
}

Figure mixing_figure(const FigureInput& input) {
  const PlaceAttribute attribute = place_attribute(input.view, text_of(input.parameters, "attribute", "country"),
                                                   word_of(input.parameters, "as", {"auto", "category", "number"}));
  const GraphView graph = input.view.graph();
  if (attribute.is_number) {
    return or_reason(number_assortativity(graph, attribute.numbers, input.run),
                     "undefined: the places at ends of ties have no two numbers");
  }
  return or_reason(category_assortativity(graph, attribute.categories, input.run),
                   "undefined: the places at ends of ties are not of two categories");
}

/// Rounded down.
std::size_t mean_partners(GraphView graph, const RunContext& run) {
  return SimpleGraph(graph, run).view().arc_count() / graph.vertex_count();
}

Figure rich_club_figure(const FigureInput& input) {
  const GraphView graph = input.view.graph();
  if (graph.vertex_count() == 0) return {std::nullopt, "no vertices"};
  const std::size_t k = count_of(input.parameters, "k", mean_partners(graph, input.run));
  const std::vector<std::optional<double>> club = rich_club(graph, input.run);
  return or_reason(k < club.size() ? club[k] : std::nullopt, "no two places have more than k partners");
}

Figure robustness_figure(const FigureInput& input) {
  const GraphView graph = input.view.graph();
  if (graph.vertex_count() == 0) return {std::nullopt, "no vertices"};
  const Removal removal = removal_of(input.parameters);
  const std::size_t runs = count_of(input.parameters, "runs", removal == Removal::random ? 20 : 1);
  if (runs < 1 || runs > 1'000'000) throw ParameterError("runs: expected a whole number from 1 to 1000000");
  if (removal != Removal::random) return {robustness(graph, {.removal = removal}, input.run).index, ""};
  double sum = 0;
  for (std::uint64_t order = 0; order < runs; ++order) {
    if (input.run.stop.stop_requested()) return {std::nullopt, "stopped"};
    sum += robustness(graph, {.removal = Removal::random, .order = order}, input.run).index;
  }
  return {sum / static_cast<double>(runs), ""};
}

/// The vertex whose id a parameter names.
Vertex vertex_named(const FigureInput& input, std::string_view parameter) {
  const std::string_view id = text_of(input.parameters, parameter, "");
  if (id.empty()) throw ParameterError(fmt::format("max_flow needs {}=..: the id of a place of the view", parameter));
  const std::optional<ActorId> actor = input.view.network().find_actor(id);
  const std::optional<Vertex> found = actor ? input.view.vertex(*actor) : std::nullopt;
  if (!found) throw ParameterError(fmt::format("{}={}: no place of the view has this id", parameter, printable(id)));
  return *found;
}

Figure max_flow_figure(const FigureInput& input) {
  const Vertex from = vertex_named(input, "from");
  const Vertex to = vertex_named(input, "to");
  if (from == to) throw ParameterError("max_flow: expected two different places in from=.. and to=..");
  return {max_flow(input.view.graph(), input.view.strengths(), from, to, input.run).value, ""};
}

Figure robins_alexander_figure(const FigureInput& input) {
  if (!input.view.two_mode()) return {std::nullopt, no_sides};
  return or_reason(robins_alexander_clustering(input.view.graph(), first_sides(input.view), input.run),
                   "no path of three ties");
}

Figure opsahl_figure(const FigureInput& input) {
  if (!input.view.two_mode()) return {std::nullopt, no_sides};
  const bool side = word_of(input.parameters, "side", {"first", "second"}) == "first";
  const std::vector<bool> first = first_sides(input.view);
  return or_reason(opsahl_global(opsahl_clustering(input.view.graph(), first, input.run), first, side),
                   "no path of four ties has its middle on this side");
}

constexpr std::array<ParameterInfo, 2> mixing_parameters{
    {{"attribute", "country, kind, population or a column of the file about its actors (default country)"},
     {"as", "auto, category or number (default auto: numbers where the column holds them)"}}};
constexpr std::array<ParameterInfo, 1> rich_club_parameters{
    {{"k", "places with more than k partners (default: the mean degree, rounded down)"}}};
constexpr std::array<ParameterInfo, 2> robustness_parameters{
    {{"removal", "degree, remaining_degree or random: which places go first (default degree)"},
     {"runs", "over how many random orders the mean is taken (default 20)"}}};
constexpr std::array<ParameterInfo, 2> flow_parameters{{{"from", "id of a place"}, {"to", "id of another place"}}};
constexpr std::array<ParameterInfo, 1> side_parameters{
    {{"side", "first or second: on which side paths have their middle (default first)"}}};

constexpr std::array<NetworkFigure, 7> relation_rows{{
    {.name = "reciprocity",
     .definition = "share of ordered pairs of vertices with a tie whose tie is answered by one the other way",
     .compute = reciprocity_figure,
     .on_request = true},
    {.name = "attribute_assortativity",
     .definition = "how far ties are within a category (Newman 2003), or the correlation of a number at their ends",
     .compute = mixing_figure,
     .on_request = true,
     .parameters = mixing_parameters},
    {.name = "rich_club",
     .definition = "ties among the vertices with more than k partners, as a share of all pairs of them",
     .compute = rich_club_figure,
     .on_request = true,
     .parameters = rich_club_parameters},
    {.name = "robustness",
     .definition = "mean share of vertices in the largest component, while one vertex after another is taken away",
     .compute = robustness_figure,
     .on_request = true,
     .parameters = robustness_parameters},
    {.name = "max_flow",
     .definition = "least weight of ties to be cut to part two places: the largest flow between them",
     .compute = max_flow_figure,
     .on_request = true,
     .parameters = flow_parameters,
     .nonnegative = true},
    {.name = "robins_alexander_clustering",
     .definition = "two-mode clustering: 4 * rings of four ties as a share of the paths of three ties",
     .compute = robins_alexander_figure,
     .on_request = true},
    {.name = "opsahl_clustering",
     .definition = "two-mode clustering: share of paths of four ties whose ends meet once more",
     .compute = opsahl_figure,
     .on_request = true,
     .parameters = side_parameters},
}};

}  // namespace

Removal removal_of(const Parameters& parameters) {
  constexpr std::string_view words[] = {"degree", "remaining_degree", "random"};  // in the order of Removal
  const std::string_view word = word_of(parameters, "removal", {words[0], words[1], words[2]});
  return static_cast<Removal>(std::ranges::find(words, word) - words);
}

std::span<const NetworkFigure> relation_figures() { return relation_rows; }

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/graph_formats.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <filesystem>
#include <stdexcept>

#include "graphs/ascii.hpp"
#include "graphs/io/dot.hpp"
#include "graphs/io/edge_list.hpp"
#include "graphs/io/geojson.hpp"
#include "graphs/io/gexf.hpp"
#include "graphs/io/gml.hpp"
#include "graphs/io/graphml.hpp"
#include "graphs/io/json_graph.hpp"
#include "graphs/io/konect.hpp"
#include "graphs/io/ldbc.hpp"
#include "graphs/io/matrix_market.hpp"
#include "graphs/io/metis.hpp"
#include "graphs/io/pajek.hpp"
#include "graphs/io/rgn.hpp"
#include "graphs/io/snap.hpp"

namespace regionet {
namespace {

constexpr Capabilities edge_list{
    .weights = true, .dates = true, .types = true, .edge_columns = true, .isolates = false};

constexpr Capabilities everything{.labels = true,
                                  .weights = true,
                                  .dates = true,
                                  .ends = true,
                                  .types = true,
                                  .actor_columns = true,
                                  .edge_columns = true};

constexpr std::string_view all_roles = "source;target;weight;date;type";
constexpr std::string_view edge_roles = "weight;date;type";  // the ends have their own place in the format

constexpr std::array<GraphFormat, 15> table{{
    {"csv", ".csv", "a header source,target[,weight][,date][,type], then an edge a row", edge_list, read_csv, write_csv,
     all_roles, true},
    {"tsv", ".tsv", "the same with tabs", edge_list, read_tsv, write_tsv, all_roles, true},
    {"snap",
     ".snap;.txt;.el;.wel",
     "two ids a line and perhaps a weight, # comments",
     {.weights = true, .isolates = false},
     read_snap,
     write_snap,
     all_roles,
     true},
    {"konect",
     ".konect",
     "an out.* file: weights, times, two sides",
     {.weights = true, .dates = true},
     read_konect,
     nullptr},
    {"ldbc",
     ".properties;.v;.e",
     "Graphalytics: vertices and edges in files of their own",
     {.weights = true},
     read_ldbc,
     nullptr},
    {"graphml", ".graphml;.xml", "XML with typed, named keys; read by nearly every tool", everything, read_graphml,
     write_graphml, edge_roles},
    {"gexf", ".gexf", "XML of Gephi, with dates as start and end", everything, read_gexf, write_gexf, edge_roles},
    {"gml", ".gml", "keys and lists; whole numbers as ids, labels as names", everything, read_gml, write_gml,
     edge_roles},
    {"pajek",
     ".net;.paj",
     "numbered vertices with labels, arcs and edges by relation",
     {.labels = true, .weights = true, .types = true, .actor_columns = true, .edge_columns = true},
     read_pajek,
     write_pajek,
     edge_roles},
    {"dot", ".dot;.gv", "GraphViz's language; columns are text", everything, read_dot, write_dot, edge_roles},
    {"json", ".json", "node-link JSON of NetworkX and D3", everything, read_json_graph, write_json_graph},
    {"geojson", ".geojson", "a map: a point an actor with lat and lon, a line an edge", everything, nullptr,
     write_geojson},
    {"mtx",
     ".mtx",
     "Matrix Market, coordinate form; ids in comments",
     {.weights = true},
     read_matrix_market,
     write_matrix_market},
    {"metis",
     ".metis;.graph",
     "the neighbours of each vertex, positive integer weights; ids in comments",
     {.directed = false, .weights = true, .actor_columns = true, .loops = false},
     read_metis,
     write_metis},
    {"rgn", ".rgn", "regionet's own: everything, mapped and ready", everything, read_rgn, write_rgn, "", true},
}};

std::uint64_t count_isolates(const Network& network) {
  std::vector<bool> tied(network.actor_count(), false);
  for (const ActorId end : network.ends()) tied[end] = true;
  return static_cast<std::uint64_t>(std::ranges::count(tied, false));
}

std::uint64_t count_labels(const Network& network) {
  std::uint64_t count = 0;
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) {
    count += network.name(actor) != network.id(actor) ? 1U : 0U;
  }
  return count;
}

template <typename Says>
std::uint64_t count_edges(const Network& network, Says says) {
  std::uint64_t count = 0;
  for (AgreementId edge = 0; edge < network.agreement_count(); ++edge) count += says(edge) ? 1U : 0U;
  return count;
}

}  // namespace

std::span<const GraphFormat> graph_formats() { return table; }

const GraphFormat& graph_format(std::string_view name) {
  const auto found = std::ranges::find(table, name, &GraphFormat::name);
  if (found == table.end()) throw std::invalid_argument(fmt::format("format '{}' is not known", name));
  return *found;
}

const GraphFormat* format_by_extension(std::string_view path) {
  std::filesystem::path file(path);
  std::string extension = lower_ascii(file.extension().string());
  if (extension == ".gz" || extension == ".zst") extension = lower_ascii(file.stem().extension().string());
  if (extension.empty()) return nullptr;
  for (const GraphFormat& format : table) {
    for (std::string_view rest = format.extensions; !rest.empty();) {
      const std::size_t end = std::min(rest.find(';'), rest.size());
      if (rest.substr(0, end) == extension) return &format;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return nullptr;
}

const GraphFormat* format_by_content(std::string_view text) {
  const std::string_view head = text.substr(0, 4096);
  const bool xml = head.substr(std::min(head.find_first_not_of(" \t\r\n"), head.size())).starts_with('<');
  if (xml && head.find("<graphml") != std::string_view::npos) return &graph_format("graphml");
  if (xml && head.find("<gexf") != std::string_view::npos) return &graph_format("gexf");
  if (looks_like_rgn(text)) return &graph_format("rgn");
  if (looks_like_konect(text)) return &graph_format("konect");
  return nullptr;
}

std::vector<std::string> what_is_lost(const Network& network, const GraphFormat& format) {
  std::vector<std::string> out;
  const Capabilities& can = format.can;
  const auto lose = [&](bool held, std::uint64_t count, std::string_view what, std::string_view more = "") {
    if (held || count == 0) return;
    out.push_back(fmt::format("{} cannot hold {} {}{}{}", format.name, count, what, count == 1 ? "" : "s", more));
  };
  const auto m = static_cast<std::uint64_t>(network.agreement_count());
  const auto edges = [&](bool held, auto says) { return held ? 0 : count_edges(network, says); };
  lose(can.isolates, can.isolates ? 0 : count_isolates(network), "actor", " without an edge");
  lose(can.labels, can.labels ? 0 : count_labels(network), "name", " beside the ids");
  lose(can.weights, network.has_weights() ? m : 0, "weight");
  lose(can.dates, edges(can.dates, [&](AgreementId id) { return !network.date_cell(id).empty(); }), "date");
  lose(can.ends, edges(can.ends, [&](AgreementId id) { return network.until(id) != nullptr; }), "end", " of edges");
  lose(can.types, network.has_types() ? m : 0, "type", " of edges");
  lose(can.actor_columns, network.actor_attributes().size(), "column", " of actors");
  lose(can.edge_columns, network.attributes().size(), "column", " of edges");
  lose(can.loops,
       edges(can.loops, [&](AgreementId id) { return network.participants(id)[0] == network.participants(id)[1]; }),
       "edge", " from an actor to itself");
  if (!can.directed && network.directed())
    out.push_back(fmt::format("{} cannot hold the direction of edges", format.name));
  return out;
}

}  // namespace regionet

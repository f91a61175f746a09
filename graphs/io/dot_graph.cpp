// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/dot_graph.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace regionet {
namespace {

constexpr std::uint32_t in_several = 0xFFFFFFFFU;  // clusters

}  // namespace

DotGraph::DotGraph(GraphInput& input)
    : input_(input),
      graph_(input.graph),
      fields_(input),
      node_cells_(graph_, AttributeCells::Of::actors, input.text.size()),
      edge_cells_(graph_, AttributeCells::Of::edges, input.text.size()) {}

void DotGraph::begin(bool directed, bool strict, std::string_view name) {
  graph_.directed = directed;
  graph_.two_mode = input_.options.two_mode;
  graph_.title = name;
  strict_ = strict;
}

void DotGraph::open(const std::optional<std::string>& name) { spend(scopes_.open(name), {}); }
std::uint32_t DotGraph::close() { return scopes_.close(); }

ActorId DotGraph::node(std::string_view id, bool html) {
  const ActorId node = graph_.actor(id);
  if (node == cluster_of_.size()) {
    cluster_of_.push_back(0);
    spelling_.push_back(0);
    seen_.push_back(0);
    for (const DotAttribute& attribute : scopes_.node_defaults()) {
      if (!spend(1, attribute.place)) break;
      if (attribute.name != "label" || attribute.value != "\\N") set(node, attribute);  // \N: as without a label
    }
  }
  spelling_[node] = static_cast<std::uint8_t>(spelling_[node] | (html ? 2U : 1U));
  scopes_.add_member(node);
  note_cluster(node);
  return node;
}

void DotGraph::note_cluster(ActorId node) {
  const std::uint32_t cluster = scopes_.cluster();
  std::uint32_t& known = cluster_of_[node];
  if (cluster == 0 || known == cluster || known == in_several) return;
  several_clusters_ += known == 0 ? 0 : 1;
  known = known == 0 ? cluster : in_several;
}

void DotGraph::set(ActorId node, const DotAttribute& attribute) {
  if (attribute.name == "label") {
    graph_.set_label(node, attribute.value);
    escapes_ += attribute.value.find('\\') == std::string::npos ? 0U : 1U;
  } else {
    cluster_attribute_ = cluster_attribute_ || attribute.name == "cluster";
    set_cell(node_cells_, node, attribute.name, attribute.value, attribute.place);
  }
}

void DotGraph::set_cell(AttributeCells& cells, std::uint32_t row, std::string_view name, std::string_view value,
                        Place place) {
  if (full_ || cells.set(row, name, value)) return;
  full_ = true;
  add_fault(input_, place, std::string(AttributeCells::too_much));
}

/// Counts what a few bytes can ask for without end.
bool DotGraph::spend(std::uint64_t steps, Place place) {
  const std::uint64_t most = most_made_of(input_.text.size());
  steps_ += steps;
  if (!full_ && steps_ > most) {
    full_ = true;
    add_fault(input_, place, fmt::format("groups and defaults make more than {} edges and cells", most),
              "at most 2 million, or 4 for each byte of the file");
  }
  return !full_;
}

void DotGraph::set_node_default(const DotAttribute& attribute) {
  if (!spend(scopes_.node_defaults().size() + 1, attribute.place)) return;
  if (attribute.name != "label") static_cast<void>(node_cells_.declare(attribute.name, AttributeType::text));
  scopes_.set_node_default(attribute);
}

void DotGraph::set_edge_default(const DotAttribute& attribute) {
  if (!spend(scopes_.edge_defaults().size() + 1, attribute.place)) return;
  if (!fields_.is_field(attribute.name)) static_cast<void>(edge_cells_.declare(attribute.name, AttributeType::text));
  if (attribute.name != "key") scopes_.set_edge_default(attribute);  // a key tells edges apart, so it is no default
}

void DotGraph::set_graph_attribute(const DotAttribute& attribute) {
  if (scopes_.in_graph() && attribute.name == "two_mode") {
    graph_.two_mode = graph_.two_mode || attribute.value == "true";
  } else {
    ignored_.add(attribute.name);
  }
}

/// The nodes of a group in the order in which it names them, each once.
bool DotGraph::members_of(const DotOperand& operand, Place place, std::vector<DotEnd>& out) {
  out = operand.nodes;
  if (!operand.subgraph) return true;
  ++groups_;
  std::vector<std::pair<std::uint32_t, std::size_t>> path{{*operand.subgraph, 0}};
  while (!path.empty()) {
    if (!spend(1, place)) return false;
    const std::vector<std::uint64_t>& members = scopes_.members(path.back().first);
    if (path.back().second == members.size()) {
      path.pop_back();
      continue;
    }
    const std::uint64_t member = members[path.back().second++];
    if ((member & DotScopes::child) != 0) {
      path.emplace_back(static_cast<std::uint32_t>(member), 0);
    } else if (seen_[member] != groups_) {
      seen_[member] = groups_;
      out.push_back({static_cast<ActorId>(member), {}});
    }
  }
  return true;
}

void DotGraph::add_edges(const DotOperand& from, const DotOperand& to, Place place,
                         std::span<const DotAttribute> attributes) {
  if (!members_of(from, place, from_) || !members_of(to, place, to_)) return;
  // Asked for before the first edge is made. Ends are at most 2^32, what an edge has at most what a file holds.
  const std::uint64_t edges = std::uint64_t{from_.size()} * to_.size();
  const std::uint64_t each = 1 + attributes.size() + scopes_.edge_defaults().size();
  if (!spend(edges > most_made_of(input_.text.size()) ? edges : edges * each, place)) return;
  for (const DotEnd& source : from_) {
    for (const DotEnd& target : to_) add_edge(source, target, place, attributes);
  }
}

void DotGraph::add_edge(const DotEnd& from, const DotEnd& to, Place place, std::span<const DotAttribute> attributes) {
  const Edge edge = edge_between(from.node, to.node, place, attributes);
  if (edge.is_new) {
    for (const DotAttribute& attribute : scopes_.edge_defaults()) set_edge(edge.id, attribute);
  }
  const bool turned = edge.from != from.node;  // an undirected edge that was there, the other way round
  const std::string& tail = turned ? to.port : from.port;
  const std::string& head = turned ? from.port : to.port;
  if (!tail.empty()) set_cell(edge_cells_, edge.id, "tailport", tail, place);
  if (!head.empty()) set_cell(edge_cells_, edge.id, "headport", head, place);
  for (const DotAttribute& attribute : attributes) set_edge(edge.id, attribute);
}

/// A new edge, or the one that a strict graph has there, or that has the key.
DotGraph::Edge DotGraph::edge_between(ActorId from, ActorId to, Place place, std::span<const DotAttribute> attributes) {
  const std::string* key = nullptr;
  for (const DotAttribute& attribute : attributes) {
    if (attribute.name == "key") key = &attribute.value;
  }
  const Edge made{static_cast<AgreementId>(graph_.edge_count()), from, true};
  if (strict_ || key != nullptr) {
    const bool turned = !graph_.directed && to < from;
    const Ends ends{turned ? to : from, turned ? from : to, strict_ ? 0 : keys_.intern(*key)};
    const auto [known, added] = known_edges_.try_emplace(ends, made);
    if (!added) {
      ++merged_;
      return {known->second.id, known->second.from, false};
    }
  }
  if (graph_.two_mode && sides_.add(from, to) != no_actor) {
    add_fault(input_, place, "an end of this edge stands on both sides", "two sides that share no node");
  }
  graph_.add(from, to, place.line);
  return made;
}

void DotGraph::set_edge(AgreementId edge, const DotAttribute& attribute) {
  const auto& [name, value, place] = attribute;
  if (!fields_.is_field(name)) return set_cell(edge_cells_, edge, name, value, place);
  const bool told = place.line == faulty_.line && place.column == faulty_.column;  // at an edge of the same group
  if (told || (name == "weight" && value.empty())) return;
  const std::uint64_t before = input_.faults.errors();
  fields_.set(edge, name, value, place);
  if (input_.faults.errors() > before) faulty_ = place;
}

void DotGraph::finish() {
  if (!cluster_attribute_) fill_clusters();
  node_cells_.finish(AttributeCells::Repeated::last_counts);
  edge_cells_.finish(AttributeCells::Repeated::last_counts);
  fields_.add_notes();
  add_notes();
}

void DotGraph::fill_clusters() {
  for (ActorId node = 0; node < cluster_of_.size(); ++node) {
    if (cluster_of_[node] == 0 || cluster_of_[node] == in_several) continue;
    set_cell(node_cells_, node, "cluster", scopes_.cluster_name(cluster_of_[node]), {});
  }
}

void DotGraph::add_notes() {
  const auto note = [&](std::uint64_t count, std::string_view text) {
    if (count > 0) input_.notes.push_back(fmt::format(fmt::runtime(text), count));
  };
  note(merged_, strict_ ? "the graph is strict: {} edges that stand again are one with the first"
                        : "{} edges that have the key of another between the same nodes are one with it");
  note(scopes_.named_subgraphs(), "{} named subgraphs are read flat");
  if (scopes_.clusters() > 0) {
    input_.notes.emplace_back(cluster_attribute_ ? "nodes have an attribute 'cluster': the clusters are not kept"
                                                 : "the column 'cluster' names the cluster of a node");
  }
  if (!cluster_attribute_) note(several_clusters_, "{} nodes stand in several clusters: 'cluster' is empty there");
  note(static_cast<std::uint64_t>(std::ranges::count(spelling_, 3)),
       "{} ids stand as text and as HTML: each is one actor");
  note(html_values_, "{} texts of HTML are kept as their source");
  note(escapes_, "{} labels hold a backslash: escapes of GraphViz such as \\n stay as they are written");
  if (!ignored_.empty()) {
    input_.notes.push_back(fmt::format("attributes of graphs and groups are not kept: {}", ignored_.text()));
  }
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "graphs/io/graphml.hpp"
#include "graphs/io/xml_graph.hpp"

namespace regionet {
namespace {

using Part = XmlGraph::Part;

enum Kind : unsigned {
  graphml = 1U << 2U,
  key = 1U << 3U,
  fallback = 1U << 4U,
  graph = 1U << 5U,
  node = 1U << 6U,
  edge = 1U << 7U,
  hyperedge = 1U << 8U,
  endpoint = 1U << 9U,
  port = 1U << 10U,
  data = 1U << 11U,
};

constexpr std::array<XmlElement, 12> elements{{
    {"data", data, graphml | graph | node | edge | hyperedge | endpoint | port},
    {"edge", edge, graph},
    {"node", node, graph},
    {"hyperedge", hyperedge, graph},
    {"endpoint", endpoint, hyperedge},
    {"port", port, node | port, "ports"},
    {"graph", graph, graphml | node | edge},
    {"key", key, graphml},
    {"default", fallback, key},
    {"desc", xml_ignored, ~xml_outside, "descriptions"},
    {"locator", xml_ignored, graph | node, "locators"},
    {"graphml", graphml, xml_outside},
}};

constexpr std::size_t most_keys = 10'000;
constexpr std::size_t none = static_cast<std::size_t>(-1);

/// The type of attr.type; none where GraphML does not know it. Readers of other tools write integer for int.
std::optional<AttributeType> type_of(std::string_view name) {
  if (name == "string") return AttributeType::text;
  if (name == "int" || name == "long" || name == "integer") return AttributeType::integer;
  if (name == "double" || name == "float") return AttributeType::number;
  if (name == "boolean") return AttributeType::boolean;
  return std::nullopt;
}

std::optional<bool> boolean_of(std::string_view value) {
  if (value == "true" || value == "1") return true;
  if (value == "false" || value == "0") return false;
  return std::nullopt;
}

class GraphmlReader final : public XmlReader {
 public:
  GraphmlReader(GraphInput& input, XmlWay way)
      : XmlReader(input, way, "GraphML", elements, data | fallback), into_(input, *this, "key", true) {
    input.graph.two_mode = input.options.two_mode;
  }

  void read() {
    if (!parse()) return;
    if (graph_count_ == 0) {
      input_.faults.add({.file = input_.file, .what = "there is no <graph> in the file"});
      return;
    }
    into_.finish();
    write_notes();
    note_losses();
  }

 private:
  struct Key {
    std::string name;
    std::size_t of_nodes = none;  ///< its attribute of nodes
    std::size_t of_edges = none;
    bool of_graphs = false;
  };
  struct Graph {
    bool directed = false;      ///< its edges, unless they say otherwise
    ActorId within = no_actor;  ///< the node around it
  };
  struct Datum {
    std::size_t attribute = 0;
    std::string value;
  };

  void start(unsigned kind, const XmlAttributes& attributes) override {
    switch (kind) {
      case key:
        return start_key(attributes);
      case graph:
        return start_graph(attributes);
      case node:
        return start_node(attributes);
      case edge:
        return start_edge(attributes);
      case hyperedge:
        return start_hyperedge(attributes);
      case endpoint:
        return start_endpoint(attributes);
      case data:
        return start_data(attributes);
      default:
        return;
    }
  }

  void start_key(const XmlAttributes& attributes) {
    const auto id = attributes.find("id");
    if (!id) return refuse("a key without id");
    if (graph_count_ > 0) {
      return refuse(fmt::format("key '{}' stands behind the graph", printable(*id)), "the keys before it",
                    "move it up to the others");
    }
    if (key_ids_.find(*id)) return refuse(fmt::format("key '{}' stands twice", printable(*id)));
    if (keys_.size() == most_keys) {
      refuse(fmt::format("more than {} keys", most_keys));
      return stop();
    }
    static_cast<void>(key_ids_.intern(*id));
    keys_.push_back(declared(*id, attributes));
  }

  Key declared(std::string_view id, const XmlAttributes& attributes) {
    const auto name = attributes.find("attr.name");
    if (!name && nameless_++ == 0) first_nameless_ = printable(id);
    Key made{.name = std::string(name.value_or(id))};
    const std::string_view type_name = attributes.find("attr.type").value_or("string");
    const auto type = type_of(type_name);
    if (!type && foreign_types_++ == 0) first_foreign_type_ = printable(type_name);

    const std::string_view domain = attributes.find("for").value_or("all");
    const auto is_for = [&](std::string_view word) { return domain == "all" || domain == word; };
    made.of_graphs = is_for("graph");
    if (is_for("node")) made.of_nodes = into_.declare(Part::actor, made.name, type.value_or(AttributeType::text));
    if (is_for("edge") || domain == "hyperedge") {
      made.of_edges = into_.declare(Part::edge, made.name, type.value_or(AttributeType::text));
    }
    const bool known = made.of_graphs || made.of_nodes != none || made.of_edges != none || domain == "port" ||
                       domain == "endpoint" || domain == "graphml";
    if (!known) {
      fault(fmt::format("key '{}' is for '{}'", printable(id), printable(domain)),
            "all, graph, node, edge, hyperedge, port, endpoint or graphml");
    }
    return made;
  }

  void start_graph(const XmlAttributes& attributes) {
    const bool outermost = around() == graphml;
    if (outermost && graph_count_ > 0) {
      refuse("the file holds more than one graph", "one <graph> in <graphml>", "write each to a file of its own");
      return stop();
    }
    outermost ? ++graph_count_ : ++nested_;
    const auto word = attributes.find("edgedefault");
    if (!word) {
      ++undeclared_directions_;
    } else if (*word != "directed" && *word != "undirected") {
      fault(fmt::format("edgedefault is '{}'", printable(*word)), "directed or undirected");
    }
    const bool directed = word ? *word == "directed" : input_.options.directed;
    graphs_.push_back({directed, around() == node ? items_.back().number : no_actor});
    if (outermost) input_.graph.directed = directed;
  }

  void start_node(const XmlAttributes& attributes) {
    std::optional<std::string_view> id;
    for (const auto& [name, value] : attributes) {
      if (name == "id") {
        id = value;
      } else {
        lose_attribute(name);
      }
    }
    const auto actor = into_.add_actor(id);
    if (!actor) return pass_over();
    items_.push_back(into_.open(Part::actor, *actor));
    if (graphs_.back().within == no_actor) return;
    into_.set_cell(Part::actor, *actor, "within", AttributeType::text, input_.graph.id(graphs_.back().within));
  }

  void start_edge(const XmlAttributes& attributes) {
    std::optional<std::string_view> id;
    std::optional<std::string_view> source;
    std::optional<std::string_view> target;
    bool directed = graphs_.back().directed;
    for (const auto& [name, value] : attributes) {
      if (name == "source") {
        source = value;
      } else if (name == "target") {
        target = value;
      } else if (name == "id") {
        id = value;
      } else if (name == "directed") {
        const auto says = boolean_of(value);
        if (!says) fault(fmt::format("directed is '{}'", printable(value)), "true or false");
        directed = says.value_or(directed);
      } else {
        lose_attribute(name);
      }
    }
    if (!source || !target) return refuse("an edge without source or target");
    const ActorId from = into_.endpoint(*source);
    const AgreementId added = into_.add_edge(from, into_.endpoint(*target), directed, offset());
    into_.set_edge_id(added, id);
    items_.push_back(into_.open(Part::edge, added));
  }

  void lose_attribute(std::string_view name) {
    if (name.starts_with("xmlns") || name.starts_with("parse.")) return;
    lose(name.ends_with("port") ? "ports" : "XML attributes that GraphML does not define", name);
  }

  void start_hyperedge(const XmlAttributes& attributes) {
    hyperedge_at_ = offset();
    const auto id = attributes.find("id");
    hyperedge_id_ = id ? std::optional<std::string>(*id) : std::nullopt;
    endpoints_.clear();
    data_.clear();
  }

  void start_endpoint(const XmlAttributes& attributes) {
    const auto at = attributes.find("node");
    if (!at) return refuse("an endpoint without node");
    if (attributes.find("port")) lose("ports", "port");
    endpoints_.push_back(into_.endpoint(*at));
  }

  void end_hyperedge() {
    ++hyperedges_;
    if (endpoints_.size() < 2) ++loose_hyperedges_;
    std::size_t bytes = 64;
    for (const Datum& datum : data_) bytes += datum.value.size();
    for (std::size_t i = 0; i < endpoints_.size(); ++i) {
      for (std::size_t j = i + 1; j < endpoints_.size(); ++j) {
        if (!into_.afford(bytes)) return;
        const AgreementId added = into_.add_edge(endpoints_[i], endpoints_[j], false, hyperedge_at_);
        into_.set_edge_id(added, hyperedge_id_);
        const XmlGraph::Element element = into_.open(Part::edge, added);
        for (const Datum& datum : data_) into_.set(element, datum.attribute, datum.value, hyperedge_at_);
        into_.close(element);
      }
    }
  }

  void start_data(const XmlAttributes& attributes) {
    const auto id = attributes.find("key");
    if (!id) return refuse("data without key");
    const auto known = key_ids_.find(*id);
    if (!known) {
      return refuse(fmt::format("key '{}' is not declared", printable(*id)), "the id of a <key> before the graph");
    }
    key_ = *known;
    if (around() == node) attribute_ = keys_[key_].of_nodes;
    if (around() == edge || around() == hyperedge) attribute_ = keys_[key_].of_edges;
    if ((around() & (node | edge | hyperedge)) != 0 && attribute_ == none) {
      refuse(fmt::format("key '{}' is not declared for this element", printable(*id)));
    }
  }

  void end(unsigned kind) override {
    switch (kind) {
      case data:
        return end_data();
      case fallback:
        return end_default();
      case graph:
        return graphs_.pop_back();
      case node:
      case edge:
        into_.close(items_.back());
        return items_.pop_back();
      case hyperedge:
        return end_hyperedge();
      default:
        return;
    }
  }

  void end_data() {
    if (has_markup()) ++marked_up_;
    switch (around()) {
      case node:
      case edge:
        return into_.set(items_.back(), attribute_, value(), value_offset());
      case hyperedge:
        data_.push_back({attribute_, std::string(value())});
        return;
      case graph:
        return set_graph_datum(value());
      default:
        return lose("data of ports, endpoints or the file", keys_[key_].name);
    }
  }

  void set_graph_datum(std::string_view value) {
    const std::string& name = keys_[key_].name;
    const bool outermost = graphs_.size() == 1;
    if (outermost && (name == "title" || (name == "name" && input_.graph.title.empty()))) {
      input_.graph.title = value;
    } else if (outermost && name == "two_mode" && input_.graph.edge_count() == 0) {
      input_.graph.two_mode = input_.graph.two_mode || boolean_of(value).value_or(false);
    } else {
      lose("data of the graph itself", name);
    }
  }

  void end_default() {
    const Key& declared = keys_.back();
    for (const std::size_t attribute : {declared.of_nodes, declared.of_edges}) {
      if (attribute != none) into_.set_default(attribute, value(), value_offset());
    }
  }

  void write_notes() {
    const auto note = [&](std::uint64_t count, std::string sentence) {
      if (count > 0) input_.notes.push_back(std::move(sentence));
    };
    note(undeclared_directions_,
         fmt::format("a graph without edgedefault: its edges are {}directed", input_.options.directed ? "" : "un"));
    note(nameless_, fmt::format("{} keys have no attr.name, the first '{}': they are called by their id", nameless_,
                                first_nameless_));
    note(foreign_types_, fmt::format("{} keys have types that GraphML does not know, the first '{}': kept as text",
                                     foreign_types_, first_foreign_type_));
    note(marked_up_, fmt::format("{} data hold markup: it is kept as text", marked_up_));
    note(nested_, fmt::format("{} nested graphs are read flat, the node around them in the column 'within'", nested_));
    note(hyperedges_,
         fmt::format("{} hyperedges are read as an undirected edge of every pair of their endpoints", hyperedges_));
    note(loose_hyperedges_,
         fmt::format("{} hyperedges have fewer than two endpoints and give no edge", loose_hyperedges_));
  }

  XmlGraph into_;
  StringTable key_ids_;
  std::vector<Key> keys_;
  std::vector<Graph> graphs_;             // open, the innermost last
  std::vector<XmlGraph::Element> items_;  // open nodes and edges, the innermost last

  std::size_t key_ = 0;        // of the datum being read
  std::size_t attribute_ = 0;  // of the datum being read

  std::size_t hyperedge_at_ = 0;
  std::optional<std::string> hyperedge_id_;
  std::vector<ActorId> endpoints_;
  std::vector<Datum> data_;

  std::uint64_t graph_count_ = 0;
  std::uint64_t nameless_ = 0;
  std::string first_nameless_;
  std::uint64_t foreign_types_ = 0;
  std::string first_foreign_type_;
  std::uint64_t undeclared_directions_ = 0;
  std::uint64_t marked_up_ = 0;
  std::uint64_t nested_ = 0;
  std::uint64_t hyperedges_ = 0;
  std::uint64_t loose_hyperedges_ = 0;
};

}  // namespace

void read_graphml(GraphInput& input) { read_xml<GraphmlReader>(input); }

}  // namespace regionet

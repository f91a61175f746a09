// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "graphs/io/gexf.hpp"
#include "graphs/io/xml_graph.hpp"
#include "graphs/io/xml_text.hpp"

namespace regionet {
namespace {

using Part = XmlGraph::Part;
using XmlRole = XmlGraph::Role;

enum Kind : unsigned {
  gexf = 1U << 2U,
  meta = 1U << 3U,
  description = 1U << 4U,
  graph = 1U << 5U,
  attributes = 1U << 6U,
  attribute = 1U << 7U,
  fallback = 1U << 8U,
  nodes = 1U << 9U,
  node = 1U << 10U,
  edges = 1U << 11U,
  edge = 1U << 12U,
  attvalues = 1U << 13U,
  attvalue = 1U << 14U,
  spells = 1U << 15U,
  spell = 1U << 16U,
  parents = 1U << 17U,
  parent = 1U << 18U,
};

constexpr std::string_view viz = "elements of viz";

constexpr std::array<XmlElement, 27> elements{{
    {"attvalue", attvalue, attvalues},
    {"attvalues", attvalues, node | edge},
    {"edge", edge, edges},
    {"node", node, nodes},
    {"nodes", nodes, graph | node},
    {"edges", edges, graph | node},
    {"spell", spell, spells},
    {"spells", spells, node | edge},
    {"slice", spell, spells},  // as 1.1 calls a spell
    {"slices", spells, node | edge},
    {"parent", parent, parents},
    {"parents", parents, node},
    {"color", xml_ignored, node | edge, viz},
    {"position", xml_ignored, node | edge, viz},
    {"size", xml_ignored, node | edge, viz},
    {"shape", xml_ignored, node | edge, viz},
    {"thickness", xml_ignored, node | edge, viz},
    {"attribute", attribute, attributes},
    {"attributes", attributes, graph},
    {"default", fallback, attribute},
    {"options", xml_ignored, attribute, "lists of options"},
    {"graph", graph, gexf},
    {"meta", meta, gexf},
    {"description", description, meta},
    {"creator", xml_ignored, meta},
    {"keywords", xml_ignored, meta},
    {"gexf", gexf, xml_outside},
}};

constexpr std::size_t most_attributes = 10'000;

/// The type of an attribute; none where GEXF does not know it. Lists are text.
std::optional<AttributeType> type_of(std::string_view name) {
  for (const std::string_view text : {"string", "anyURI", "char"}) {
    if (name == text) return AttributeType::text;
  }
  for (const std::string_view whole : {"integer", "long", "short", "byte", "biginteger", "int"}) {
    if (name == whole) return AttributeType::integer;
  }
  for (const std::string_view number : {"double", "float", "bigdecimal"}) {
    if (name == number) return AttributeType::number;
  }
  if (name == "boolean") return AttributeType::boolean;
  return name.starts_with("list") ? std::optional(AttributeType::text) : std::nullopt;
}

bool is_infinite(std::string_view time) {
  return time == "INF" || time == "-INF" || time == "Infinity" || time == "-Infinity";
}

/// What the times of a file are; `untold` until its first one.
enum class TimeFormat : std::uint8_t { untold, date, number };

class GexfReader final : public XmlReader {
 public:
  GexfReader(GraphInput& input, XmlWay way)
      : XmlReader(input, way, "GEXF", elements, description | fallback), into_(input, *this, "attribute", false) {
    input.graph.two_mode = input.options.two_mode;
  }

  void read() {
    if (!parse()) return;
    if (graphs_ == 0) {
      input_.faults.add({.file = input_.file, .what = "there is no <graph> in the file"});
      return;
    }
    if (input_.graph.title.empty()) input_.graph.title = description_;
    into_.finish();
    write_notes();
    note_losses();
  }

 private:
  /// A node or an edge whose element is open.
  struct Item {
    XmlGraph::Element element;
    std::size_t offset = 0;
    std::optional<std::string> start, end;  ///< of the tag or, instead, of its spells
    std::uint64_t spells = 0;
    std::string within;                                ///< of a node: its parents, `;` between them
    std::optional<std::string> weight, kind;           ///< of an edge: what its tag says
    std::array<std::optional<std::string>, 6> values;  ///< of an edge, by role: what its attributes say
  };

  void start(unsigned kind, const XmlAttributes& tag) override {
    switch (kind) {
      case graph:
        return start_graph(tag);
      case attributes:
        return start_attributes(tag);
      case attribute:
        return start_attribute(tag);
      case node:
        return start_node(tag);
      case edge:
        return start_edge(tag);
      case attvalue:
        return start_attvalue(tag);
      case spell:
        return start_spell(tag);
      case parent:
        return add_parent(tag.find("for").value_or(""));
      default:
        return;
    }
  }

  void start_graph(const XmlAttributes& tag) {
    if (graphs_++ > 0) {
      refuse("the file holds more than one graph", "one <graph> in <gexf>", "write each to a file of its own");
      return stop();
    }
    directed_ = input_.options.directed;
    for (const auto& [name, value] : tag) {
      if (name == "defaultedgetype") directed_ = is_directed(value);
      if (name == "timeformat" || name == "timetype") format_ = format_of(value);
      if (name == "name") input_.graph.title = value;
    }
    input_.graph.directed = directed_;
  }

  bool is_directed(std::string_view type) {
    if (type == "mutual") ++mutual_;
    if (type != "directed" && type != "undirected" && type != "mutual") {
      fault(fmt::format("the edge type is '{}'", printable(type)), "directed, undirected or mutual",
            "GEXF 1.3 keeps other types of edges in the attribute kind");
    }
    return type == "directed";
  }

  static TimeFormat format_of(std::string_view name) {
    if (name == "date" || name == "dateTime") return TimeFormat::date;
    const bool number = name == "integer" || name == "long" || name == "double" || name == "float";
    return number ? TimeFormat::number : TimeFormat::untold;
  }

  void start_attributes(const XmlAttributes& tag) {
    const std::string_view domain = tag.find("class").value_or("");
    if (domain != "node" && domain != "edge") {
      return refuse(fmt::format("attributes of the class '{}'", printable(domain)), "node or edge");
    }
    part_ = domain == "node" ? Part::actor : Part::edge;
  }

  void start_attribute(const XmlAttributes& tag) {
    const auto id = tag.find("id");
    if (!id) return refuse("an attribute without id");
    Attributes& known = attributes_of(part_);
    if (known.ids.find(*id)) return refuse(fmt::format("attribute '{}' stands twice", printable(*id)));
    if (into_.attribute_count() == most_attributes) {
      refuse(fmt::format("more than {} attributes", most_attributes));
      return stop();
    }
    const std::string_view type_name = tag.find("type").value_or("string");
    const auto type = type_of(type_name);
    if (!type && foreign_types_++ == 0) first_foreign_type_ = printable(type_name);
    static_cast<void>(known.ids.intern(*id));
    known.numbers.push_back(into_.declare(part_, tag.find("title").value_or(*id), type.value_or(AttributeType::text)));
  }

  void start_node(const XmlAttributes& tag) {
    Item item{.offset = offset()};
    std::optional<std::string_view> id;
    std::optional<std::string_view> label;
    std::optional<std::string_view> pid;
    for (const auto& [name, value] : tag) {
      if (name == "id") {
        id = value;
      } else if (name == "label") {
        label = value;
      } else if (name == "pid") {
        pid = value;
      } else if (!read_time(item, name, value)) {
        lose_attribute(name);
      }
    }
    const auto actor = into_.add_actor(id);
    if (!actor) return pass_over();
    if (label && *label != *id) input_.graph.set_label(*actor, *label);
    if (!items_.empty()) item.within = input_.graph.id(items_.back().element.number);
    item.element = into_.open(Part::actor, *actor);
    items_.push_back(std::move(item));
    if (pid) add_parent(*pid);
    set_lists(tag);
  }

  void start_edge(const XmlAttributes& tag) {
    Item item{.offset = offset()};
    std::optional<std::string_view> id;
    std::optional<std::string_view> source;
    std::optional<std::string_view> target;
    std::optional<std::string_view> label;
    bool directed = directed_;
    for (const auto& [name, value] : tag) {
      if (name == "source") {
        source = value;
      } else if (name == "target") {
        target = value;
      } else if (name == "id") {
        id = value;
      } else if (name == "type") {
        directed = is_directed(value);
      } else if (name == "weight") {
        item.weight = value;
      } else if (name == "kind") {
        item.kind = value;
      } else if (name == "label") {
        label = value;
      } else if (!read_time(item, name, value)) {
        lose_attribute(name);
      }
    }
    if (!source || !target) return refuse("an edge without source or target");
    const ActorId from = into_.endpoint(*source);
    const AgreementId added = into_.add_edge(from, into_.endpoint(*target), directed, item.offset);
    into_.set_edge_id(added, id);
    if (label) into_.set_cell(Part::edge, added, "label", AttributeType::text, *label);
    item.element = into_.open(Part::edge, added);
    items_.push_back(std::move(item));
    set_lists(tag);
  }

  void lose_attribute(std::string_view name) {
    if (name.starts_with("xmlns") || name == "timestamps" || name == "intervals") return;
    lose("XML attributes that GEXF does not define", name);
  }

  /// Lists of times are kept as they are written.
  void set_lists(const XmlAttributes& tag) {
    const XmlGraph::Element& element = items_.back().element;
    for (const auto& [name, value] : tag) {
      if (name != "timestamps" && name != "intervals") continue;
      into_.set_cell(element.part, element.number, name, AttributeType::text, value);
    }
  }

  /// Takes an attribute of a tag that is a time; false where it is none.
  bool read_time(Item& item, std::string_view name, std::string_view value) {
    if (name == "startopen" || name == "endopen") ++open_bounds_;
    if (name == "start" || name == "startopen" || name == "timestamp") {
      item.start = value;
    } else if (name == "end" || name == "endopen") {
      item.end = value;
    } else {
      return false;
    }
    return true;
  }

  void start_spell(const XmlAttributes& tag) {
    Item told;
    for (const auto& [name, value] : tag) static_cast<void>(read_time(told, name, value));
    Item& item = items_.back();
    if (tag.find("timestamp") && item.spells > 0) told.end = told.start;
    if (item.spells++ == 0) item.start = std::move(told.start);
    item.end = std::move(told.end);
    if (item.spells == 2) ++spelled_;
  }

  void add_parent(std::string_view id) {
    std::string& within = items_.back().within;
    if (within == id) return;
    if (!within.empty()) within += ';';
    within += id;
  }

  void start_attvalue(const XmlAttributes& tag) {
    std::optional<std::string_view> id;
    std::optional<std::string_view> value;
    bool timed = false;
    for (const auto& [name, text] : tag) {
      if (name == "for" || name == "id") {
        id = text;
      } else if (name == "value") {
        value = text;
      } else {
        timed = true;
      }
    }
    if (!id || !value) return refuse("an attvalue without for or value");
    Item& item = items_.back();
    const Attributes& known = attributes_of(item.element.part);
    const auto number = known.ids.find(*id);
    if (!number) {
      return refuse(fmt::format("attribute '{}' is not declared", printable(*id)),
                    "the id of an <attribute> of this class before the nodes");
    }
    timed_ += timed ? 1U : 0U;
    const std::size_t which = known.numbers[*number];
    if (into_.role(which) != XmlRole::column) item.values[static_cast<std::size_t>(into_.role(which))] = *value;
    into_.set(item.element, which, *value, offset());
  }

  void end(unsigned kind) override {
    if (kind == description) description_ = value();
    if (kind == fallback) into_.set_default(attributes_of(part_).numbers.back(), value(), value_offset());
    if (kind != node && kind != edge) return;
    const Item item = std::move(items_.back());
    items_.pop_back();
    into_.close(item.element);
    kind == node ? end_node(item) : end_edge(item);
  }

  void end_node(const Item& item) {
    if (!item.within.empty()) {
      ++nested_;
      into_.set_cell(Part::actor, item.element.number, "within", AttributeType::text, item.within);
    }
    set_column(item, "start", item.start);
    set_column(item, "end", item.end);
  }

  void end_edge(const Item& item) {
    tell(item, XmlRole::weight, item.weight);
    tell(item, XmlRole::type, item.kind);
    if (has_dates(item)) {
      tell(item, XmlRole::date, day(item.start));
      tell(item, XmlRole::until, day(item.end));
    } else {
      set_column(item, "start", item.start);
      set_column(item, "end", item.end);
    }
  }

  /// What the tag of an edge says stands unless one of its attributes says it too.
  void tell(const Item& edge, XmlRole role, const std::optional<std::string>& value) {
    if (!value) return;
    const auto& told = edge.values[static_cast<std::size_t>(role)];
    if (told) {
      overruled_ += *told == *value ? 0U : 1U;
    } else {
      into_.set(edge.element.number, role, *value, edge.offset);
    }
  }

  /// Whether the times of the file are dates; its first one tells where the graph does not.
  bool has_dates(const Item& item) {
    if (format_ == TimeFormat::untold && (item.start || item.end)) {
      const bool number = parse_xml_number(item.start ? *item.start : *item.end).has_value();
      format_ = number ? TimeFormat::number : TimeFormat::date;
      if (!number) input_.notes.emplace_back("no timeformat: the times are read as dates");
    }
    return format_ == TimeFormat::date;
  }

  /// The date of a time, as far as it says one.
  std::optional<std::string> day(const std::optional<std::string>& time) {
    if (!time || is_infinite(*time)) return std::nullopt;
    constexpr std::size_t size = std::string_view("2016-05-03").size();
    const bool longer =
        time->size() > size && (*time)[4] == '-' && (*time)[7] == '-' && input_.options.date_format == "iso";
    if (!longer || std::string_view("T Z+-").find((*time)[size]) == std::string_view::npos) return time;
    ++times_dropped_;
    return time->substr(0, size);
  }

  /// A time that is no date of an edge is kept as it is written.
  void set_column(const Item& item, std::string_view column, const std::optional<std::string>& time) {
    if (!time) return;
    const bool dates = has_dates(item);
    if (!dates && !parse_xml_number(*time) && !is_infinite(*time)) {
      return fault_at(item.offset, fmt::format("{} is '{}'", column, printable(*time)), "a number",
                      "say timeformat=\"date\" in <graph>, if the times are dates");
    }
    into_.set_cell(item.element.part, item.element.number, column, dates ? AttributeType::text : AttributeType::number,
                   *time);
  }

  void write_notes() {
    const auto note = [&](std::uint64_t count, std::string sentence) {
      if (count > 0) input_.notes.push_back(std::move(sentence));
    };
    note(foreign_types_, fmt::format("{} attributes have types that GEXF does not know, the first '{}': kept as text",
                                     foreign_types_, first_foreign_type_));
    note(mutual_, "mutual edges are read as undirected ones");
    note(nested_, fmt::format("{} nodes stand within others: read flat, the parent in the column 'within'", nested_));
    note(spelled_, fmt::format("{} nodes or edges have several spells: the start of the first and the end of the last",
                               spelled_));
    note(open_bounds_, fmt::format("{} open bounds of time are read as closed ones", open_bounds_));
    note(times_dropped_, fmt::format("the time of day or the zone of {} dates was dropped", times_dropped_));
    note(timed_, fmt::format("{} values hold for a time: the time is not kept", timed_));
    note(overruled_,
         fmt::format("{} times an attribute of an edge and its tag differ: the attribute counts", overruled_));
  }

  struct Attributes {
    StringTable ids;
    std::vector<std::size_t> numbers;  ///< by id, of XmlGraph
  };
  Attributes& attributes_of(Part part) { return attributes_[static_cast<std::size_t>(part)]; }

  XmlGraph into_;
  std::vector<Item> items_;
  std::array<Attributes, 2> attributes_;  // by part
  Part part_ = Part::actor;               // of the attributes being declared
  bool directed_ = false;
  TimeFormat format_ = TimeFormat::untold;
  std::string description_;

  std::uint64_t graphs_ = 0;
  std::uint64_t foreign_types_ = 0;
  std::string first_foreign_type_;
  std::uint64_t mutual_ = 0;
  std::uint64_t nested_ = 0;
  std::uint64_t spelled_ = 0;
  std::uint64_t open_bounds_ = 0;
  std::uint64_t times_dropped_ = 0;
  std::uint64_t timed_ = 0;
  std::uint64_t overruled_ = 0;
};

}  // namespace

void read_gexf(GraphInput& input) { read_xml<GexfReader>(input); }

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "graphs/io/gexf.hpp"
#include "graphs/io/gexf_elements.hpp"
#include "graphs/io/gexf_times.hpp"
#include "graphs/io/xml_graph.hpp"
#include "graphs/io/xml_text.hpp"

namespace regionet {
namespace {

using Part = XmlGraph::Part;
using XmlRole = XmlGraph::Role;

constexpr std::size_t most_attributes = 10'000;

class GexfReader final : public XmlReader {
  using enum gexf_file::Kind;

 public:
  GexfReader(GraphInput& input, XmlWay way)
      : XmlReader(input, way, "GEXF", gexf_file::elements, description | keywords | fallback),
        into_(input, *this, "attribute", false),
        times_(input) {
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
    GexfSpan span;
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
        return times_.add_spell(items_.back().span, tag);
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
      if (name == "timeformat" || name == "timetype") times_.set_format(value);
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
    const auto type = gexf_file::type_of(type_name);
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
      } else if (!times_.read(item.span, name, value)) {
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
      } else if (!times_.read(item.span, name, value)) {
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
    if (kind == keywords) read_keywords(value());
    if (kind == fallback) into_.set_default(attributes_of(part_).numbers.back(), value(), value_offset());
    if (kind != node && kind != edge) return;
    const Item item = std::move(items_.back());
    items_.pop_back();
    into_.close(item.element);
    kind == node ? end_node(item) : end_edge(item);
  }

  /// Ours tells of two sides; those that follow the graph come too late for it. Other keywords are not kept.
  void read_keywords(std::string_view words) {
    if (words == gexf_two_mode && graphs_ == 0) input_.graph.two_mode = true;
  }

  void end_node(const Item& item) {
    if (!item.within.empty()) {
      ++nested_;
      into_.set_cell(Part::actor, item.element.number, "within", AttributeType::text, item.within);
    }
    set_times(item);
  }

  void end_edge(const Item& item) {
    tell(item, XmlRole::weight, item.weight);
    tell(item, XmlRole::type, item.kind);
    if (!times_.are_dates(item.span)) return set_times(item);
    tell(item, XmlRole::date, times_.day(item.span.start));
    tell(item, XmlRole::until, times_.day(item.span.end));
  }

  /// What the tag of an edge says stands unless one of its attributes says it too.
  void tell(const Item& item, XmlRole role, const std::optional<std::string>& value) {
    if (!value) return;
    const auto& told = item.values[static_cast<std::size_t>(role)];
    if (told) {
      overruled_ += *told == *value ? 0U : 1U;
    } else {
      into_.set(item.element.number, role, *value, item.offset);
    }
  }

  void set_times(const Item& item) {
    set_column(item, "start", item.span.start);
    set_column(item, "end", item.span.end);
  }

  /// A time that is no date of an edge is kept as it is written.
  void set_column(const Item& item, std::string_view column, const std::optional<std::string>& time) {
    if (!time) return;
    const bool dates = times_.are_dates(item.span);
    if (!dates && !parse_xml_number(*time) && !GexfTimes::is_infinite(*time)) {
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
    times_.add_notes();
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
  GexfTimes times_;
  std::vector<Item> items_;
  std::array<Attributes, 2> attributes_;  // by part
  Part part_ = Part::actor;               // of the attributes being declared
  bool directed_ = false;
  std::string description_;

  std::uint64_t graphs_ = 0;
  std::uint64_t foreign_types_ = 0;
  std::string first_foreign_type_;
  std::uint64_t mutual_ = 0;
  std::uint64_t nested_ = 0;
  std::uint64_t timed_ = 0;
  std::uint64_t overruled_ = 0;
};

}  // namespace

void read_gexf(GraphInput& input) { read_xml<GexfReader>(input); }

}  // namespace regionet

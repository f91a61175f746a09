// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <unordered_map>

#include "graphs/io/attribute_cells.hpp"
#include "graphs/io/csv.hpp"
#include "graphs/io/edge_fields.hpp"
#include "graphs/io/gml.hpp"
#include "graphs/io/gml_nodes.hpp"
#include "graphs/io/gml_scanner.hpp"
#include "graphs/io/gml_text.hpp"
#include "graphs/io/name_counts.hpp"
#include "graphs/io/two_sides.hpp"

namespace regionet {
namespace {

using ItemKind = GmlItem::Kind;

AttributeType type_of(ItemKind kind) {
  if (kind == ItemKind::integer) return AttributeType::integer;
  return kind == ItemKind::real ? AttributeType::number : AttributeType::text;
}

class GmlReader {
 public:
  explicit GmlReader(GraphInput& input)
      : input_(input),
        graph_(input.graph),
        scanner_(input),
        nodes_(input),
        fields_(input),
        node_cells_(graph_, AttributeCells::Of::actors, input.text.size()),
        edge_cells_(graph_, AttributeCells::Of::edges, input.text.size()) {
    graph_.directed = input.options.directed;
    graph_.two_mode = input.options.two_mode;
  }

  void read() {
    GmlItem item;
    while (!full_ && scanner_.next(item)) {
      if (item.kind != ItemKind::list) continue;  // Creator, Version, comment
      if (item.key != "graph") {
        skip(item);
      } else if (found_) {
        add_fault(input_, item.place, "a second graph", "one graph a file", "put it into a file of its own");
        return;
      } else {
        found_ = true;
        read_graph();
      }
    }
    if (full_ || !scanner_.complete()) return;
    if (!found_) add_fault(input_, {}, "there is no graph", "graph [ node [ id 1 ] ... ]");
    nodes_.finish();
    finish();
  }

 private:
  void read_graph() {
    GmlItem item;
    while (!full_ && scanner_.next(item) && item.kind != ItemKind::list_end) {
      if (item.kind != ItemKind::list) {
        read_graph_key(item);
      } else if (item.key == "node") {
        read_list([&] { add_node(item.place); });
      } else if (item.key == "edge") {
        read_list([&] { add_edge(item.place); });
      } else if (item.key == "regionet") {
        read_own_list(item.place);
      } else {
        skip(item);
      }
    }
  }

  void read_graph_key(const GmlItem& item) {
    if (item.key == "directed") {
      if (item.value != "0" && item.value != "1") {
        add_fault(input_, item.place, fmt::format("directed is '{}'", printable(item.value)), "0 or 1");
      }
      graph_.directed = item.value == "1";
    } else if (item.key == "label" || (item.key == "name" && graph_.title.empty())) {
      graph_.title = decoded(item);
    } else if (item.key != "multigraph") {
      graph_keys_.add(item.key);
    }
  }

  /// What `write_gml` says of its columns: how the key of each is spelt, what it is called, what it holds.
  void read_own_list(Place place) {
    if (graph_.actor_count() > 0) add_fault(input_, place, "the list 'regionet' stands after the first node or edge");
    nodes_.labels_are_ids();
    GmlItem item;
    while (scanner_.next(item) && item.kind != ItemKind::list_end) {
      if (item.kind != ItemKind::list) {
        if (item.key == "two_mode") graph_.two_mode = graph_.two_mode || item.value == "1";
        continue;
      }
      const bool of_nodes = item.key == "actor";
      read_list([&] { declare(of_nodes ? node_cells_ : edge_cells_, of_nodes ? node_names_ : edge_names_); });
    }
  }

  void declare(AttributeCells& cells, std::unordered_map<std::string_view, std::string>& names) {
    constexpr std::array<std::string_view, 4> types{"text", "integer", "number", "boolean"};
    std::string_view key;
    std::string name;
    std::size_t type = 0;
    for (const GmlItem& item : items_) {
      if (item.key == "key") key = item.value;
      if (item.key == "name") name = decoded(item);
      if (item.key == "type") type = static_cast<std::size_t>(std::ranges::find(types, item.value) - types.begin());
    }
    if (std::ranges::none_of(items_, [](const GmlItem& item) { return item.key == "name"; })) name = key;
    if (type < types.size() && cells.declare(name, static_cast<AttributeType>(type))) names[key] = name;
  }

  /// Collects the keys of a list, whatever their order, then calls `use`; lists inside are skipped.
  template <typename Use>
  void read_list(Use use) {
    items_.clear();
    GmlItem item;
    while (scanner_.next(item)) {
      if (item.kind == ItemKind::list_end) return use();
      if (item.kind == ItemKind::list) {
        skip(item);
      } else {
        items_.push_back(item);
      }
    }
  }

  void skip(const GmlItem& list) {
    skipped_.add(list.key);
    scanner_.skip_list();
  }

  [[nodiscard]] const GmlItem* find(std::string_view key) const {
    const auto found = std::ranges::find(items_, key, &GmlItem::key);
    return found == items_.end() ? nullptr : &*found;
  }

  std::string_view decoded(const GmlItem& item) {
    return item.kind == ItemKind::text ? decode_gml_text(item.value, buffer_, unknown_entities_) : item.value;
  }

  void add_node(Place place) {
    const GmlItem* const id = find("id");
    if (id == nullptr) return add_fault(input_, place, "a node without id", "id and a whole number");
    const GmlItem* const label = find("label");
    const auto actor = nodes_.add(*id, label == nullptr ? std::nullopt : std::optional(decoded(*label)));
    if (!actor) return;
    for (const GmlItem& item : items_) {
      if (&item == id || &item == label) continue;
      if ((item.key == "id" || item.key == "label") && stands_before(item)) return;
      if (nodes_.with_labels_as_ids() && item.key == "name") {
        graph_.set_label(*actor, decoded(item));
      } else {
        set(node_cells_, node_names_, *actor, item);
      }
    }
  }

  void add_edge(Place place) {
    const GmlItem* const source = find("source");
    const GmlItem* const target = find("target");
    if (source == nullptr || target == nullptr) {
      return add_fault(input_, place, fmt::format("an edge without {}", source == nullptr ? "source" : "target"),
                       "source and target, the ids of two nodes");
    }
    const auto from = nodes_.find(*source);
    const auto to = nodes_.find(*target);
    if (!from || !to) return;
    if (graph_.two_mode && sides_.add(*from, *to) != no_actor) {
      add_fault(input_, place, "an end of this edge stands on both sides", "two sides that share no node");
    }
    const AgreementId edge = graph_.add(*from, *to, place.line);
    for (const GmlItem& item : items_) {
      if (&item == source || &item == target) continue;
      if ((item.key == "source" || item.key == "target") && stands_before(item)) return;
      if (!set_field(edge, item)) {
        set(edge_cells_, edge_names_, edge, item);
      } else if (stands_before(item)) {
        return;
      }
    }
  }

  /// Whether the key, which must not, stands a second time in its list.
  bool stands_before(const GmlItem& item) {
    if (find(item.key) == &item) return false;
    add_fault(input_, item.place, fmt::format("the key '{}' stands twice in a list", printable(item.key)));
    return true;
  }

  bool set_field(AgreementId edge, const GmlItem& item) {
    std::string_view value = decoded(item);
    if (item.kind != ItemKind::text && value.starts_with('+')) value.remove_prefix(1);
    return !edge_names_.contains(item.key) && fields_.set(edge, item.key, value, item.place);
  }

  void set(AttributeCells& cells, const std::unordered_map<std::string_view, std::string>& names, std::uint32_t row,
           const GmlItem& item) {
    const auto known = names.find(item.key);
    const bool own = known != names.end();
    std::string_view value = decoded(item);
    if (own && item.kind == ItemKind::real) value = without_added_point(value);
    if (full_ || cells.set(row, own ? known->second : item.key, value, type_of(item.kind))) return;
    full_ = true;
    add_fault(input_, item.place, std::string(AttributeCells::too_much));
  }

  /// `1e5` is no number of GML: the writer made it `1.0e5`.
  std::string_view without_added_point(std::string_view number) {
    const std::size_t at = number.find(".0e");
    if (at == std::string_view::npos) return number;
    buffer_.assign(number.substr(0, at)).append(number.substr(at + 2));
    return buffer_;
  }

  void finish() {
    if (!fields_.weighted() && edge_cells_.all_numbers("value") && !edge_names_.contains("value")) take_values();
    const std::uint64_t repeated =
        node_cells_.finish(AttributeCells::Repeated::joined) + edge_cells_.finish(AttributeCells::Repeated::joined);
    fields_.add_notes();
    const auto note = [&](bool said, std::string text) {
      if (said) input_.notes.push_back(std::move(text));
    };
    note(!skipped_.empty(), fmt::format("lists were skipped: {}", skipped_.text()));
    note(!graph_keys_.empty(), fmt::format("keys of the graph are not kept: {}", graph_keys_.text()));
    note(repeated > 0, fmt::format("{} keys stand more than once in their list: ';' is between the values", repeated));
    note(unknown_entities_ > 0, fmt::format("{} times & begins no entity and is itself", unknown_entities_));
  }

  /// `value` is how many collections of networks spell the weight.
  void take_values() {
    edge_cells_.take("value", [&](AgreementId edge, std::string_view value) {
      graph_.set_weight(edge, parse_number(value).value());
    });
    input_.notes.emplace_back("the key 'value' of the edges is read as their weight");
  }

  GraphInput& input_;
  PlainBuilder& graph_;
  GmlScanner scanner_;
  GmlNodes nodes_;
  EdgeFields fields_;
  AttributeCells node_cells_;
  AttributeCells edge_cells_;
  std::unordered_map<std::string_view, std::string> node_names_;  // key → column, in files of ours
  std::unordered_map<std::string_view, std::string> edge_names_;
  std::vector<GmlItem> items_;  // of the list that is being read
  TwoSides sides_;
  NameCounts skipped_;
  NameCounts graph_keys_;
  std::string buffer_;
  std::uint64_t unknown_entities_ = 0;
  bool found_ = false;
  bool full_ = false;
};

}  // namespace

void read_gml(GraphInput& input) { GmlReader(input).read(); }

}  // namespace regionet

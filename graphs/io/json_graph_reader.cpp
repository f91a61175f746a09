// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <optional>

#include "graphs/io/csv.hpp"
#include "graphs/io/date_format.hpp"
#include "graphs/io/json_graph.hpp"
#include "graphs/io/json_graph_events.hpp"

namespace regionet {
namespace {

using json_graph::Cell, json_graph::Row, json_graph::Head, json_graph::GraphEvents;
using JsonKind = json_graph::Kind;
using json_graph::diagnostic, json_graph::most_columns;

/// The columns of the nodes or of the links, in the order of the file, and what their cells hold.
class Columns {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  void see(std::string_view name, JsonKind kind) {
    const TextId column = names_.intern(name);
    if (column == kinds_.size()) kinds_.push_back(JsonKind::null);
    JsonKind& known = kinds_[column];
    if (kind == known || kind == JsonKind::null) return;
    const auto numeric = [](JsonKind one) { return one == JsonKind::integer || one == JsonKind::number; };
    if (known == JsonKind::null) {
      known = kind;
    } else if (numeric(known) && numeric(kind)) {
      known = JsonKind::number;
    } else if (known != JsonKind::mixed) {
      known = JsonKind::mixed;
      ++mixed;
    }
  }
  [[nodiscard]] std::size_t size() const { return kinds_.size(); }

  /// Gives each its number: the declared ones first, `add(name, type)` for all but `skipped`.
  template <typename Add>
  void settle(std::span<const Attribute> declared, std::optional<std::string_view> skipped, Add add) {
    for (const Attribute& column : declared) static_cast<void>(add(column.name, column.type));
    for (TextId column = 0; column < kinds_.size(); ++column) {
      const std::string_view name = names_[column];
      numbers_.push_back(name == skipped ? none : add(name, type_of(kinds_[column])));
    }
  }
  [[nodiscard]] std::size_t number(std::string_view name) const { return numbers_[*names_.find(name)]; }

  std::uint64_t mixed = 0;  ///< columns with values of several kinds

 private:
  static AttributeType type_of(JsonKind kind) {
    return kind == JsonKind::boolean   ? AttributeType::boolean
           : kind == JsonKind::integer ? AttributeType::integer
           : kind == JsonKind::number  ? AttributeType::number
                                       : AttributeType::text;
  }

  StringTable names_;
  std::vector<JsonKind> kinds_;
  std::vector<std::size_t> numbers_;
};

enum Role : std::size_t { source, target, weight, date, until, type, role_count };

/// Reads twice: first what nodes there are and what their columns hold, then edges and cells.
class JsonGraphReader {
 public:
  explicit JsonGraphReader(GraphInput& input) : input_(input), graph_(input.graph) {}

  void read() {
    GraphEvents first(
        input_, input_.faults, [&](const Row& row) { declare_node(row); },
        [&](const Row& row) { see_columns(row, links_, json_edge_members, link_count_); });
    if (!first.parse() || !settle(first.head())) return;
    Diagnostics told_already;
    GraphEvents second(
        input_, told_already, [&](const Row& row) { fill_node(row); }, [&](const Row& row) { add_link(row); });
    static_cast<void>(second.parse());
    tell(first.head());
  }

 private:
  void fault(Place at, std::string what, std::string expected = "", std::string mend = "") {
    input_.faults.add(diagnostic(input_.file, at, std::move(what), std::move(expected), std::move(mend)));
  }

  static const Cell* find(const Row& row, std::string_view key) {
    const auto found = std::ranges::find(row.cells(), key, &Cell::key);
    return found == row.cells().end() ? nullptr : &*found;
  }

  void see_columns(const Row& row, Columns& columns, std::span<const std::string_view> known, std::uint64_t& rows) {
    ++rows;
    for (const Cell& cell : row.cells()) {
      if (std::ranges::find(known, cell.key) != known.end()) continue;
      columns.see(cell.key, cell.kind);
      if (cell.kind == JsonKind::nested) ++nested_;
    }
  }

  void declare_node(const Row& row) {
    constexpr std::array<std::string_view, 2> own{"id", "label"};
    see_columns(row, nodes_, own, node_count_);
    any_label_ = any_label_ || find(row, "label") != nullptr;
    any_name_ = any_name_ || find(row, "name") != nullptr;
    const Cell* const id = find(row, "id");
    if (id == nullptr) return fault(row.begin, "a node has no id", "{\"id\": ..}", "give every node an id");
    if (!is_id(*id)) return fault(id->at, "an id is no text and no number", "\"id\": \"..\"");
    const std::size_t known = graph_.actor_count();
    const ActorId actor = graph_.actor(id->text);
    if (actor == known) {
      written_as_text_.push_back(id->kind == JsonKind::text);
    } else if (written_as_text_[actor] != (id->kind == JsonKind::text)) {
      fault(id->at, fmt::format("the ids {0} and \"{0}\" stand in one file", printable(id->text)),
            "ids that differ as texts", "rename one of the two");
    } else {
      fault(id->at, fmt::format("the node '{}' stands twice", printable(id->text)));
    }
  }

  static bool is_id(const Cell& cell) {
    return cell.kind == JsonKind::text || cell.kind == JsonKind::integer || cell.kind == JsonKind::number;
  }

  /// Between the passes. False where there is nothing to go on with.
  bool settle(const Head& head) {
    const auto missing = [&](std::string_view member) {
      input_.faults.add({.file = input_.file,
                         .line = 1,
                         .what = fmt::format("the object has no '{}'", member),
                         .expected = "{\"nodes\": [..], \"links\": [..]}",
                         .mend = "is it another JSON format? Only node-link graphs are read"});
      return false;
    };
    if (!head.nodes) return missing("nodes");
    if (head.links.empty()) return missing("links");
    graph_.directed = head.directed.value_or(input_.options.directed);
    graph_.two_mode = head.two_mode || input_.options.two_mode;
    graph_.title = head.title;
    if (!fits(nodes_.size() + head.actor_columns.size(), node_count_, "nodes")) return false;
    if (!fits(links_.size() + head.edge_columns.size(), link_count_, "links")) return false;
    name_is_label_ = any_name_ && !any_label_ && std::ranges::count(head.actor_columns, "name", &Attribute::name) == 0;
    nodes_.settle(head.actor_columns, name_is_label_ ? std::optional<std::string_view>("name") : std::nullopt,
                  [&](std::string_view name, AttributeType type) { return graph_.actor_column(name, type); });
    links_.settle(head.edge_columns, std::nullopt,
                  [&](std::string_view name, AttributeType type) { return graph_.edge_column(name, type); });
    return true;
  }

  /// A table of cells that is far larger than the text was not meant to be one.
  bool fits(std::size_t columns, std::uint64_t rows, std::string_view what) {
    const std::uint64_t most = 16 * input_.text.size() + 1'000'000;
    if (columns <= most_columns && (columns == 0 || rows <= most / columns)) return true;
    input_.faults.add({.file = input_.file,
                       .what = fmt::format("{} {} have {} different keys", rows, what, columns),
                       .expected = fmt::format("at most {} keys, and {} cells, 16 for each byte", most_columns, most),
                       .mend = "keep what differs from one to the next in one member"});
    return false;
  }

  void fill_node(const Row& row) {
    const Cell* const id = find(row, "id");
    const auto actor = id == nullptr ? std::nullopt : graph_.find_actor(id->text);
    if (!actor) return;
    for (const Cell& cell : row.cells()) {
      if (cell.kind == JsonKind::null || cell.key == "id") continue;
      if (cell.key == "label" || (name_is_label_ && cell.key == "name")) {
        graph_.set_label(*actor, cell.text);
      } else {
        graph_.set_actor_cell(*actor, nodes_.number(cell.key), cell.text);
      }
    }
  }

  void add_link(const Row& row) {
    std::array<const Cell*, role_count> known{};
    for (const Cell& cell : row.cells()) {
      const auto role = std::ranges::find(json_edge_members, cell.key);
      if (role != json_edge_members.end() && cell.kind != JsonKind::null)
        known[static_cast<std::size_t>(role - json_edge_members.begin())] = &cell;
    }
    const auto from = end_of(row, known[source], "source");
    const auto to = end_of(row, known[target], "target");
    if (!from || !to) return;
    if (graph_.two_mode) declare_sides(row, *from, *to);
    const AgreementId edge = graph_.add(*from, *to, row.begin.line);
    if (known[weight] != nullptr) read_weight(edge, *known[weight]);
    if (known[date] != nullptr) read_date(*known[date], [&](auto edtf) { graph_.set_date(edge, edtf); });
    if (known[until] != nullptr) read_date(*known[until], [&](auto edtf) { graph_.set_until(edge, edtf); });
    if (known[type] != nullptr) read_type(edge, *known[type]);
    for (const Cell& cell : row.cells()) {
      const bool column = std::ranges::find(json_edge_members, cell.key) == json_edge_members.end();
      if (column && cell.kind != JsonKind::null) graph_.set_edge_cell(edge, links_.number(cell.key), cell.text);
    }
  }

  std::optional<ActorId> end_of(const Row& row, const Cell* cell, std::string_view role) {
    if (cell == nullptr) {
      fault(row.begin, fmt::format("a link has no {}", role), "the id of a node");
      return std::nullopt;
    }
    if (!is_id(*cell)) {
      fault(cell->at, fmt::format("the {} of a link is no text and no number", role), "the id of a node");
      return std::nullopt;
    }
    const auto actor = graph_.find_actor(cell->text);
    if (!actor) {
      fault(cell->at, fmt::format("the {} '{}' is no node", role, printable(cell->text)), "the id of a node");
    } else if (written_as_text_[*actor] != (cell->kind == JsonKind::text)) {
      fault(cell->at,
            fmt::format("the {} is the {} {}, the node's id is not", role,
                        cell->kind == JsonKind::text ? "text" : "number", printable(cell->text)),
            "the id as it stands at the node");
    }
    return actor;
  }

  /// With sides an actor must not stand on both: it would be two vertices.
  void declare_sides(const Row& row, ActorId from, ActorId to) {
    sides_.resize(graph_.actor_count(), 0);
    sides_[from] |= 1U;
    sides_[to] |= 2U;
    for (const ActorId actor : {from, to}) {
      if (sides_[actor] == 3U)
        fault(row.begin, fmt::format("'{}' stands on both sides", printable(graph_.id(actor))),
              "two sides that share no id", "rename one of them, or leave out --two-mode");
    }
  }

  void read_weight(AgreementId edge, const Cell& cell) {
    const auto value = parse_number(cell.text);
    if (!value || cell.kind == JsonKind::boolean || cell.kind == JsonKind::nested) {
      return fault(cell.at, fmt::format("weight '{}' is no number", printable(cell.text)), "", number_mend(cell.text));
    }
    ++weights_;
    texts_as_weights_ += cell.kind == JsonKind::text ? 1U : 0U;
    graph_.set_weight(edge, *value);
  }

  template <typename Set>
  void read_date(const Cell& cell, Set set) {
    if (cell.text.empty()) return;
    try {
      bool time_dropped = false;
      set(date_from(cell.text, input_.options.date_format, time_dropped));
      times_dropped_ += time_dropped ? 1U : 0U;
    } catch (const DateError& error) {
      fault(cell.at, error.what(), std::string(date_expected), error.mend());
    }
  }

  void read_type(AgreementId edge, const Cell& cell) {
    if (types_full_) return;
    try {
      graph_.set_type(edge, cell.text);
    } catch (const std::length_error& error) {
      types_full_ = true;  // said once, not at every link that follows
      fault(cell.at, error.what());
    }
  }

  void tell(const Head& head) {
    const auto note = [&](std::uint64_t count, std::string_view what) {
      if (count > 0) input_.notes.push_back(fmt::format("{}: {}", what, count));
    };
    if (!head.directed) {
      input_.notes.push_back(
          fmt::format("the file does not say 'directed': read as {}directed", graph_.directed ? "" : "un"));
    }
    if (name_is_label_) input_.notes.emplace_back("no node has a label: the names are read as labels");
    if (weights_ > 0) note(graph_.edge_count() - weights_, "links without a weight, which count as 1");
    note(texts_as_weights_, "weights written as texts, read as numbers");
    note(nested_, "objects and arrays in nodes and links, kept as JSON text");
    note(nodes_.mixed + links_.mixed, "columns with values of several kinds, kept as text");
    if (times_dropped_ > 0) {
      input_.notes.push_back(fmt::format("the time of day of {} dates was dropped", times_dropped_));
    }
    if (head.unkept > 0) {
      input_.notes.push_back(fmt::format("members of the graph itself that are not kept: {}, the first '{}'",
                                         head.unkept, printable(head.first_unkept)));
    }
  }

  GraphInput& input_;
  PlainBuilder& graph_;
  Columns nodes_, links_;
  std::uint64_t node_count_ = 0, link_count_ = 0;
  std::vector<bool> written_as_text_;  // by actor: the id was a text, not a number
  std::vector<std::uint8_t> sides_;
  bool any_label_ = false, any_name_ = false, name_is_label_ = false;
  bool types_full_ = false;
  std::uint64_t weights_ = 0, texts_as_weights_ = 0, nested_ = 0, times_dropped_ = 0;
};

}  // namespace

void read_json_graph(GraphInput& input) { JsonGraphReader(input).read(); }

}  // namespace regionet

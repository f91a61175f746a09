// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>

#include "graphs/io/csv.hpp"
#include "graphs/io/date_format.hpp"
#include "graphs/io/json_graph.hpp"

namespace regionet {
namespace {

using Json = nlohmann::json;

constexpr std::size_t deepest = 1000;
constexpr std::size_t most_columns = 10'000;

/// nlohmann's events do not tell where they stand in the text; the iterator that it reads from does.
class Cursor {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Cursor(const char* at, const char*& seen) : at_(at), seen_(&seen) {}
  reference operator*() const { return *at_; }
  Cursor& operator++() {
    *seen_ = ++at_;
    return *this;
  }
  Cursor operator++(int) {
    const Cursor before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const Cursor& a, const Cursor& b) { return a.at_ == b.at_; }

 private:
  const char* at_;
  const char** seen_;
};

struct Place {
  std::uint64_t line = 1;
  std::uint64_t column = 1;
};

/// Lines and columns of places that are asked for in the order of the text.
class PlaceCounter {
 public:
  explicit PlaceCounter(const char* begin) : counted_(begin), line_begin_(begin) {}

  Place at(const char* place) {
    if (place == counted_) return {line_, static_cast<std::uint64_t>(place - line_begin_) + 1};
    while (const void* const end = std::memchr(counted_, '\n', static_cast<std::size_t>(place - counted_))) {
      counted_ = line_begin_ = static_cast<const char*>(end) + 1;
      ++line_;
    }
    counted_ = place;
    return {line_, static_cast<std::uint64_t>(place - line_begin_) + 1};
  }

 private:
  const char* counted_;
  const char* line_begin_;
  std::uint64_t line_ = 1;
};

Diagnostic diagnostic(const std::string& file, Place at, std::string what, std::string expected, std::string mend) {
  return {.file = file,
          .line = at.line,
          .column = at.column,
          .what = std::move(what),
          .expected = std::move(expected),
          .mend = std::move(mend)};
}

enum class Kind : std::uint8_t { null, boolean, integer, number, text, nested, mixed };

/// A member of a node or link; its value as text, an object or array as compact JSON.
struct Cell {
  std::string key;
  std::string text;
  Kind kind = Kind::null;
  Place at;
};

/// The members of a node or link; their strings are used again for the next.
class Row {
 public:
  void clear(Place at) {
    begin = at;
    used_ = 0;
  }
  Cell& add() {
    if (used_ == cells_.size()) cells_.emplace_back();
    return cells_[used_++];
  }
  [[nodiscard]] Cell& last() { return cells_[used_ - 1]; }
  [[nodiscard]] std::span<const Cell> cells() const { return {cells_.data(), used_}; }

  Place begin;

 private:
  std::vector<Cell> cells_;
  std::size_t used_ = 0;
};

/// The keys of the objects that are open, in one stack without an allocation an object.
class OpenKeys {
 public:
  void open() { objects_.push_back(keys_.size()); }
  void add(std::string_view key, Place at) {
    keys_.push_back({bytes_.size(), key.size(), at});
    bytes_ += key;
  }
  /// Ends the innermost object; `report(key, at)` hears of each key that stood in it before.
  template <typename Report>
  void close(Report report) {
    const auto mine = std::span(keys_).subspan(objects_.back());
    const std::size_t begin = mine.empty() ? bytes_.size() : mine.front().begin;
    std::ranges::sort(mine, [&](const Key& a, const Key& b) {
      const int order = text(a).compare(text(b));
      return order != 0 ? order < 0 : a.begin < b.begin;
    });
    for (std::size_t i = 1; i < mine.size(); ++i) {
      if (text(mine[i - 1]) == text(mine[i])) report(text(mine[i]), mine[i].at);
    }
    keys_.resize(objects_.back());
    bytes_.resize(begin);
    objects_.pop_back();
  }

 private:
  struct Key {
    std::size_t begin = 0;
    std::size_t size = 0;
    Place at;
  };
  [[nodiscard]] std::string_view text(const Key& key) const {
    return std::string_view(bytes_).substr(key.begin, key.size);
  }

  std::string bytes_;
  std::vector<Key> keys_;
  std::vector<std::size_t> objects_;
};

/// Removes the blanks between the tokens.
void append_compact(std::string& out, std::string_view json) {
  bool quoted = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (!quoted && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) continue;
    out += c;
    if (quoted && c == '\\') out += json[++i];
    if (c == '"') quoted = !quoted;
  }
}

constexpr std::array<std::string_view, 4> type_names{"text", "integer", "number", "boolean"};

/// What the file says beside its nodes and links.
struct Head {
  std::optional<bool> directed;
  bool two_mode = false;
  std::string title;
  std::vector<Attribute> actor_columns;
  std::vector<Attribute> edge_columns;
  std::string_view links;  ///< how the file calls them
  bool nodes = false;
  std::uint64_t unkept = 0;
  std::string first_unkept;

  void leave(std::string_view member) {
    if (unkept++ == 0) first_unkept = member;
  }
};

/// Turns the events of the parser into rows: `on_node` and `on_link` are called with the members of each.
class GraphEvents final : public nlohmann::json_sax<Json> {
 public:
  using OnRow = std::function<void(const Row&)>;

  GraphEvents(const GraphInput& input, Diagnostics& faults, OnRow on_node, OnRow on_link)
      : text_(input.text),
        file_(input.file),
        faults_(faults),
        at_(text_.data()),
        places_(at_),
        on_node_(std::move(on_node)),
        on_link_(std::move(on_link)) {}

  /// False where the reading stopped.
  bool parse() { return Json::sax_parse(Cursor(at_, at_), Cursor(at_ + text_.size(), at_), this); }

  [[nodiscard]] const Head& head() const { return head_; }

  bool null() override { return scalar(Kind::null, ""); }
  bool boolean(bool value) override { return scalar(Kind::boolean, value ? "true" : "false"); }
  bool number_integer(number_integer_t) override { return number(); }
  bool number_unsigned(number_unsigned_t) override { return number(); }
  bool number_float(number_float_t, const string_t&) override { return number(); }
  bool string(string_t& value) override { return scalar(Kind::text, value); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(true); }
  bool end_object() override { return close(true); }
  bool start_array(std::size_t) override { return open(false); }
  bool end_array() override { return close(false); }
  bool key(string_t& name) override;
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) override;

 private:
  enum class Section : std::uint8_t { none, directed, multigraph, graph, nodes, links };

  bool number();
  bool scalar(Kind kind, std::string_view value);
  bool open(bool object);
  bool close(bool object);
  bool begin_section(std::string_view name);
  bool enter(bool object);
  void keep_flag(Kind kind, std::string_view value);
  void keep_of_graph(Kind kind, std::string_view value);
  bool keep_own(Kind kind, std::string_view value);
  void check_zero(std::string_view value);
  /// Adds a fault at the last byte that the parser has seen. Returns false, to stop the parser with.
  bool fault(std::string what, std::string expected = "", std::string mend = "") {
    faults_.add(diagnostic(file_, here(), std::move(what), std::move(expected), std::move(mend)));
    return false;
  }
  Place here() { return places_.at(last()); }
  [[nodiscard]] const char* last() const { return at_ == text_.data() ? at_ : at_ - 1; }
  [[nodiscard]] bool in_rows() const { return section_ == Section::nodes || section_ == Section::links; }

  std::string_view text_;
  const std::string& file_;
  Diagnostics& faults_;
  const char* at_;
  PlaceCounter places_;
  OnRow on_node_, on_link_;
  Head head_;
  Section section_ = Section::none;
  std::size_t depth_ = 0;            // open objects and arrays
  std::array<std::string, 5> path_;  // the key at each depth
  OpenKeys keys_;
  bool in_row_ = false;
  Row row_;
  const char* nested_ = nullptr;
};

/// A number event comes when the byte behind the number was read, but at the end of the text.
bool GraphEvents::number() {
  const auto part = [](char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
  };
  const char* const end = part(at_[-1]) ? at_ : at_ - 1;
  const char* begin = end;
  while (begin > text_.data() && part(begin[-1])) --begin;
  const std::string_view digits(begin, static_cast<std::size_t>(end - begin));
  return scalar(digits.find_first_of(".eE") == std::string_view::npos ? Kind::integer : Kind::number, digits);
}

bool GraphEvents::scalar(Kind kind, std::string_view value) {
  if (depth_ == 0) return fault("the text is no JSON object", "{\"nodes\": [..], \"links\": [..]}");
  if (in_row_) {
    if (depth_ != 3) return true;
    check_zero(value);
    row_.last().kind = kind;
    row_.last().text = value;
  } else if (in_rows()) {
    if (depth_ == 1) return fault(fmt::format("'{}' is no array", path_[1]), "an array of objects");
    if (depth_ == 2) fault(fmt::format("a value among the {} is no object", path_[1]));
  } else if (section_ == Section::graph) {
    keep_of_graph(kind, value);
  } else if (depth_ == 1) {
    keep_flag(kind, value);
  }
  return true;
}

void GraphEvents::check_zero(std::string_view value) {
  if (value.find('\0') == std::string_view::npos) return;
  fault(fmt::format("'{}' holds U+0000", printable(value)), "text", "remove the \\u0000");
}

void GraphEvents::keep_flag(Kind kind, std::string_view value) {
  const bool flag = section_ == Section::directed || section_ == Section::multigraph;
  if (flag && kind != Kind::boolean) fault(fmt::format("'{}' is no boolean", path_[1]), "true or false");
  if (section_ == Section::directed) head_.directed = value == "true";
  if (!flag && kind != Kind::null) head_.leave(path_[1]);
}

void GraphEvents::keep_of_graph(Kind kind, std::string_view value) {
  if (depth_ > 2) {
    if (path_[2] == "regionet" && !keep_own(kind, value)) {
      fault(fmt::format("'{}' of regionet is not known", printable(path_[std::min<std::size_t>(depth_, 4)])),
            "two_mode, or a type of actor_columns and edge_columns");
    }
  } else if (depth_ == 2 && path_[2] == "name" && kind != Kind::null) {
    check_zero(value);
    head_.title = value;
  } else if (kind != Kind::null) {
    head_.leave(path_[depth_]);
  }
}

/// A value of "graph": {"regionet": ..}, written by ourselves; false where it is not known.
bool GraphEvents::keep_own(Kind kind, std::string_view value) {
  if (depth_ == 3 && path_[3] == "two_mode" && kind == Kind::boolean) {
    head_.two_mode = value == "true";
    return true;
  }
  const auto* const type = std::ranges::find(type_names, value);
  const bool actors = path_[3] == "actor_columns";
  if (depth_ != 4 || type == type_names.end() || (!actors && path_[3] != "edge_columns")) return false;
  auto& columns = actors ? head_.actor_columns : head_.edge_columns;
  columns.push_back({path_[4], static_cast<AttributeType>(type - type_names.begin())});
  return true;
}

bool GraphEvents::key(string_t& name) {
  const Place at = here();
  keys_.add(name, at);
  if (depth_ < path_.size()) path_[depth_] = name;
  if (depth_ == 1) return begin_section(name);
  if (in_row_ && depth_ == 3) {
    check_zero(name);
    if (row_.cells().size() == most_columns) {
      return fault(fmt::format("more than {} members in one object of the {}", most_columns, path_[1]));
    }
    Cell& cell = row_.add();
    cell.key = name;
    cell.text.clear();
    cell.at = at;
  }
  return true;
}

bool GraphEvents::begin_section(std::string_view name) {
  const bool links = name == "links" || name == "edges";
  if (links && !head_.links.empty() && head_.links != name) {
    return fault("both 'links' and 'edges' stand in the file", "one of them", "remove one, or call it otherwise");
  }
  if ((links && !head_.links.empty()) || (name == "nodes" && head_.nodes)) {
    return fault(fmt::format("'{}' stands twice", name));
  }
  if (links) head_.links = name == "links" ? "links" : "edges";
  head_.nodes = head_.nodes || name == "nodes";
  section_ = links                  ? Section::links
             : name == "nodes"      ? Section::nodes
             : name == "graph"      ? Section::graph
             : name == "directed"   ? Section::directed
             : name == "multigraph" ? Section::multigraph
                                    : Section::none;
  return true;
}

/// What an object or array that begins means.
bool GraphEvents::enter(bool object) {
  if (depth_ == 0) return object || fault("the text is no JSON object", "{\"nodes\": [..], \"links\": [..]}");
  if (in_rows()) {
    if (depth_ == 1) return !object || fault(fmt::format("'{}' is no array", path_[1]), "an array of objects");
    if (depth_ == 2 && !object) fault(fmt::format("a value among the {} is no object", path_[1]));
    if (depth_ == 2 && object) {
      in_row_ = true;
      row_.clear(here());
    }
    if (depth_ == 3 && in_row_) nested_ = last();
  } else if (depth_ == 1 && section_ != Section::graph) {
    keep_flag(Kind::nested, "");
  } else if (section_ == Section::graph && depth_ <= 2) {
    const bool known = object && (depth_ == 1 || path_[2] == "regionet");
    if (!known) head_.leave(path_[depth_]);
  }
  return true;
}

bool GraphEvents::open(bool object) {
  if (depth_ == deepest) {
    return fault(fmt::format("more than {} objects and arrays inside each other", deepest), "a node-link graph");
  }
  if (!enter(object)) return false;
  ++depth_;
  if (depth_ < path_.size()) path_[depth_].clear();
  if (object) keys_.open();
  return true;
}

bool GraphEvents::close(bool object) {
  if (object) {
    keys_.close([&](std::string_view key, Place at) {
      faults_.add(diagnostic(file_, at, fmt::format("the key '{}' stands twice in an object", printable(key)), "",
                             "remove one of the two"));
    });
  }
  --depth_;
  if (!in_row_ || depth_ > 3) return true;
  if (depth_ == 3) {
    Cell& cell = row_.last();
    cell.kind = Kind::nested;
    append_compact(cell.text, {nested_, static_cast<std::size_t>(at_ - nested_)});
    return true;
  }
  in_row_ = false;
  (section_ == Section::nodes ? on_node_ : on_link_)(row_);
  return true;
}

bool GraphEvents::parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) {
  constexpr int number_overflow = 406;
  const auto in_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; };
  const char* begin = last();
  const char* end = at_;
  while (begin > text_.data() && in_word(begin[-1])) --begin;
  while (end < text_.data() + text_.size() && in_word(*end)) ++end;
  const std::string_view word(begin, static_cast<std::size_t>(end - begin));
  constexpr std::array<std::string_view, 7> not_finite{"NaN", "nan", "Infinity", "-Infinity", "-NaN", "inf", "-inf"};
  if (std::ranges::find(not_finite, word) != not_finite.end()) {
    return fault(fmt::format("{} is no value of JSON", word), "a finite number", "write null where there is none");
  }
  if (error.id == number_overflow) return fault("a number is too large", "at most 1.797e308");
  const std::string_view told(error.what());
  const std::size_t message = told.find("syntax error");
  return fault(printable(told.substr(message == std::string_view::npos ? 0 : message), 300), "JSON");
}

/// The columns of the nodes or of the links, in the order of the file, and what their cells hold.
class Columns {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  void see(std::string_view name, Kind kind) {
    const TextId column = names_.intern(name);
    if (column == kinds_.size()) kinds_.push_back(Kind::null);
    Kind& known = kinds_[column];
    if (kind == known || kind == Kind::null) return;
    const auto numeric = [](Kind one) { return one == Kind::integer || one == Kind::number; };
    if (known == Kind::null) {
      known = kind;
    } else if (numeric(known) && numeric(kind)) {
      known = Kind::number;
    } else if (known != Kind::mixed) {
      known = Kind::mixed;
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
  static AttributeType type_of(Kind kind) {
    return kind == Kind::boolean   ? AttributeType::boolean
           : kind == Kind::integer ? AttributeType::integer
           : kind == Kind::number  ? AttributeType::number
                                   : AttributeType::text;
  }

  StringTable names_;
  std::vector<Kind> kinds_;
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
      if (cell.kind == Kind::nested) ++nested_;
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
      written_as_text_.push_back(id->kind == Kind::text);
    } else if (written_as_text_[actor] != (id->kind == Kind::text)) {
      fault(id->at, fmt::format("the ids {0} and \"{0}\" stand in one file", printable(id->text)),
            "ids that differ as texts", "rename one of the two");
    } else {
      fault(id->at, fmt::format("the node '{}' stands twice", printable(id->text)));
    }
  }

  static bool is_id(const Cell& cell) {
    return cell.kind == Kind::text || cell.kind == Kind::integer || cell.kind == Kind::number;
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
      if (cell.kind == Kind::null || cell.key == "id") continue;
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
      if (role != json_edge_members.end() && cell.kind != Kind::null)
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
      if (column && cell.kind != Kind::null) graph_.set_edge_cell(edge, links_.number(cell.key), cell.text);
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
    } else if (written_as_text_[*actor] != (cell->kind == Kind::text)) {
      fault(cell->at,
            fmt::format("the {} is the {} {}, the node's id is not", role, cell->kind == Kind::text ? "text" : "number",
                        printable(cell->text)),
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
    if (!value || cell.kind == Kind::boolean || cell.kind == Kind::nested) {
      return fault(cell.at, fmt::format("weight '{}' is no number", printable(cell.text)), "", number_mend(cell.text));
    }
    ++weights_;
    texts_as_weights_ += cell.kind == Kind::text ? 1U : 0U;
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
    try {
      graph_.set_type(edge, cell.text);
    } catch (const std::length_error& error) {
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
  std::uint64_t weights_ = 0, texts_as_weights_ = 0, nested_ = 0, times_dropped_ = 0;
};

}  // namespace

void read_json_graph(GraphInput& input) { JsonGraphReader(input).read(); }

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
// The rows of a node-link file, as the parser's events give them; only json_graph_reader.cpp includes this.
#pragma once

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>

#include "graphs/io/place.hpp"

namespace regionet::json_graph {

using Json = nlohmann::json;

inline constexpr std::size_t deepest = 1000;
inline constexpr std::size_t most_columns = 10'000;

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

[[nodiscard]] Diagnostic diagnostic(const std::string& file, Place at, std::string what, std::string expected,
                                    std::string mend);

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

inline constexpr std::array<std::string_view, 4> type_names{"text", "integer", "number", "boolean"};

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

}  // namespace regionet::json_graph

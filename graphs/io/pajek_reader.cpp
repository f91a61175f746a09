// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <functional>
#include <unordered_map>

#include "graphs/io/attribute_cells.hpp"
#include "graphs/io/csv.hpp"
#include "graphs/io/edge_fields.hpp"
#include "graphs/io/lines.hpp"
#include "graphs/io/name_counts.hpp"
#include "graphs/io/pajek.hpp"
#include "graphs/io/pajek_vertices.hpp"
#include "graphs/io/two_sides.hpp"

namespace regionet {
namespace {

using Direction = PlainBuilder::Direction;
using Cells = std::vector<PajekCell>;

/// What the lines of a section are.
enum class Section : std::uint8_t { none, vertices, pairs, lists, matrix, skipped };

class PajekReader {
 public:
  explicit PajekReader(GraphInput& input)
      : input_(input),
        lines_(input.text, input.file, input.faults),
        vertices_(input),
        fields_(input),
        vertex_cells_(input.graph, AttributeCells::Of::actors, input.text.size()),
        edge_cells_(input.graph, AttributeCells::Of::edges, input.text.size()) {}

  void read() {
    input_.graph.directed = input_.options.directed;
    while (!stopped_ && lines_.next()) read_line();
    if (stopped_) return;
    end_section();
    if (!declared_) return add_fault(input_, {}, "there is no *Vertices", "*Vertices and how many they are");
    name_vertices();
    input_.graph.two_mode = input_.graph.two_mode || input_.options.two_mode;
    const std::uint64_t repeated =
        vertex_cells_.finish(AttributeCells::Repeated::joined) + edge_cells_.finish(AttributeCells::Repeated::joined);
    if (repeated > 0) {
      input_.notes.push_back(
          fmt::format("{} keywords stand more than once in their line: ';' is between the values", repeated));
    }
    if (!skipped_.empty()) input_.notes.push_back(fmt::format("sections were skipped: {}", skipped_.text()));
  }

 private:
  void read_line() {
    const std::string_view line = trimmed(lines_.line());
    if (lines_.number() == 1 && line == ids_are_numbers) numbers_are_ids_ = true;
    if (line.empty() || line.starts_with('%')) return;
    if (line.starts_with('*')) return begin_section(line);
    if (section_ == Section::skipped) return;
    if (!split_pajek_line(input_, lines_.line(), lines_.number(), cells_)) return;
    switch (section_) {
      case Section::vertices:
        return read_vertex();
      case Section::pairs:
        return read_pair();
      case Section::lists:
        return read_list();
      case Section::matrix:
        return read_row();
      default:
        stop(cells_[0].place, "a line before any section", "*Vertices and how many they are");
    }
  }

  void begin_section(std::string_view line) {
    end_section();
    const std::string word = lower_ascii(line.substr(0, line.find_first_of(" \t:")));
    if (word == "*network") return begin_network(line.substr(word.size()));
    const bool others = section_ == Section::skipped && word == "*vertices";  // those of a partition or a vector
    if (others) return;
    const bool list = word == "*arcslist" || word == "*edgeslist";
    const bool pairs = word == "*arcs" || word == "*edges";
    if (!list && !pairs && word != "*matrix" && word != "*vertices") {
      section_ = Section::skipped;
      skipped_.add(word);
      return;
    }
    if (!split_pajek_line(input_, lines_.line(), lines_.number(), cells_)) return;
    if (word == "*vertices") return begin_vertices();
    if (!declared_) return stop({lines_.number(), 1}, fmt::format("{} before *Vertices", word));
    name_vertices();
    section_ = list ? Section::lists : pairs ? Section::pairs : Section::matrix;
    begin_edges(word.starts_with("*edges") || (section_ == Section::matrix && vertices_.first_side()));
    read_relation(line.substr(word.size()));
  }

  void begin_network(std::string_view title) {
    if (declared_) return stop({lines_.number(), 1}, "a second network", "one network a file");
    title = trimmed(title);
    if (title.size() > 1 && title.starts_with('"') && title.ends_with('"')) title = title.substr(1, title.size() - 2);
    input_.graph.title = decode_pajek_text(title, buffer_);
    section_ = Section::none;
  }

  void begin_vertices() {
    if (declared_) return stop(cells_[0].place, "a second *Vertices", "one network a file");
    declared_ = vertices_.declare(cells_);
    stopped_ = !declared_;
    section_ = Section::vertices;
  }

  void begin_edges(bool undirected) {
    direction_ = undirected ? Direction::undirected : Direction::directed;
    input_.graph.directed = (input_.graph.directed && any_edges_) || !undirected;
    any_edges_ = true;
    place_ = 0;
  }

  /// `:2 "twinning"`: the number of a relation and, where it is first named, its name.
  void read_relation(std::string_view rest) {
    relation_.reset();
    const std::size_t colon = rest.find_first_not_of(" \t");
    if (colon == std::string_view::npos || rest[colon] != ':') return;
    const std::size_t after = cells_[0].text.find(':') == std::string_view::npos ? 1 : 0;
    const std::string_view number = cells_[after].text.substr(cells_[after].text.find(':') + 1);
    relation_ = number;
    if (after + 1 == cells_.size()) return;
    const PajekCell& name = cells_[after + 1];
    const std::string_view whole = rest.substr(static_cast<std::size_t>(name.text.data() - rest.data()));
    relations_[number] = decode_pajek_text(name.quoted ? name.text : trimmed(whole), buffer_);
  }

  void end_section() {
    const std::uint64_t size = rows() * columns();
    if (section_ != Section::matrix || place_ == size) return;
    add_fault(input_, {lines_.number(), 0}, fmt::format("the matrix ends after {} cells", place_),
              fmt::format("{} rows of {}", rows(), columns()));
  }

  void name_vertices() {
    if (named_) return;
    named_ = true;
    vertices_.add_actors(numbers_are_ids_);
  }

  void read_vertex() {
    const std::uint64_t vertex = vertices_.list(cells_);
    if (vertex == 0) return;
    constexpr std::array<std::string_view, 3> axes{"x", "y", "z"};
    const auto row = static_cast<std::uint32_t>(vertex - 1);
    std::size_t at = 2;
    for (; at < cells_.size() && at < 5 && is_meant_as_number(cells_[at]); ++at) {
      if (!parse_number(cells_[at].text)) return no_number(cells_[at], axes[at - 2]);
      set(vertex_cells_, row, axes[at - 2], cells_[at]);
    }
    read_parameters(vertex_cells_, row, at, true);
  }

  /// Pairs of keyword and value, intervals of time in brackets and, of a vertex, the shape before them.
  void read_parameters(AttributeCells& cells, std::uint32_t row, std::size_t at, bool of_vertex) {
    const auto is_interval = [](const PajekCell& cell) { return !cell.quoted && cell.text.starts_with('['); };
    const auto begin = cells_.begin() + static_cast<std::ptrdiff_t>(std::min(at, cells_.size()));
    const bool odd = std::count_if(begin, cells_.end(), std::not_fn(is_interval)) % 2 == 1;
    const bool shaped = of_vertex && begin != cells_.end() && !is_interval(*begin);
    if (shaped && (odd || is_pajek_shape(begin->text))) set(cells, row, "shape", cells_[at++]);
    while (at < cells_.size()) {
      const PajekCell& word = cells_[at];
      if (is_interval(word)) {
        set(cells, row, "time", word);
        ++at;
      } else if (at + 1 < cells_.size()) {
        set(cells, row, word.text, cells_[at + 1]);
        at += 2;
      } else {
        return add_fault(input_, word.place, fmt::format("the keyword '{}' has no value", printable(word.text)),
                         "a keyword and its value");
      }
    }
  }

  void set(AttributeCells& cells, std::uint32_t row, std::string_view name, const PajekCell& cell) {
    const bool number = !cell.quoted && parse_number(cell.text);
    const AttributeType as = number ? AttributeType::number : AttributeType::text;
    if (stopped_ || cells.set(row, name, decode_pajek_text(cell.text, buffer_), as)) return;
    stop(cell.place, std::string(AttributeCells::too_much));
  }

  void no_number(const PajekCell& cell, std::string_view what) {
    add_fault(input_, cell.place, fmt::format("{} '{}' is no number", what, printable(cell.text)), "",
              number_mend(cell.text));
  }

  /// `1 2 0.5 c Blue`, and before it perhaps the number of a relation: `3: 1 2 0.5 c Blue`.
  void read_pair() {
    std::optional<std::string_view> relation = relation_;
    std::size_t at = 0;
    if (cells_[0].text.size() > 1 && cells_[0].text.ends_with(':')) {
      relation = cells_[0].text.substr(0, cells_[0].text.size() - 1);
      at = 1;
    }
    if (cells_.size() < at + 2) {
      return add_fault(input_, cells_[0].place, "a line with one cell", "two numbers of vertices, perhaps a weight");
    }
    const auto edge = add_edge(cells_[at], cells_[at + 1]);
    if (!edge) return;
    set_relation(*edge, relation, cells_[0].place);
    at += 2;
    if (at < cells_.size() && is_meant_as_number(cells_[at])) {
      fields_.set_weight(*edge, cells_[at].text, cells_[at].place);
      ++at;
    }
    read_parameters(edge_cells_, *edge, at, false);
  }

  void read_list() {
    for (std::size_t at = 1; at < cells_.size(); ++at) {
      const auto edge = add_edge(cells_[0], cells_[at]);
      if (edge) set_relation(*edge, relation_, cells_[at].place);
    }
  }

  [[nodiscard]] std::uint64_t rows() const { return vertices_.first_side().value_or(vertices_.count()); }
  [[nodiscard]] std::uint64_t columns() const { return vertices_.count() - vertices_.first_side().value_or(0); }

  void read_row() {
    for (const PajekCell& cell : cells_) {
      if (place_ == rows() * columns()) return add_fault(input_, cell.place, "the matrix goes on after its last cell");
      const std::uint64_t row = place_ / columns() + 1;
      const std::uint64_t column = place_ % columns() + 1 + vertices_.first_side().value_or(0);
      ++place_;
      const auto weight = parse_number(cell.text);
      if (!weight) no_number(cell, "the cell");
      if (!weight || *weight == 0) continue;
      const AgreementId edge = put_edge(row, column);
      input_.graph.set_weight(edge, *weight);
      set_relation(edge, relation_, cell.place);
    }
  }

  std::optional<AgreementId> add_edge(const PajekCell& source, const PajekCell& target) {
    std::uint64_t from = vertices_.find(source);
    std::uint64_t to = vertices_.find(target);
    if (from == 0 || to == 0) return std::nullopt;
    const auto side = vertices_.first_side();
    if (side && direction_ == Direction::undirected && from > *side) std::swap(from, to);
    if (side && (from > *side || to <= *side)) {
      add_fault(input_, target.place, fmt::format("{} to {} does not lead from the first side to the second", from, to),
                fmt::format("a number up to {} and one past it", *side), "*Vertices with one number has no sides");
      return std::nullopt;
    }
    return put_edge(from, to);
  }

  /// Actors were added in the order of their numbers.
  AgreementId put_edge(std::uint64_t from, std::uint64_t to) {
    const auto source = static_cast<ActorId>(from - 1);
    const auto target = static_cast<ActorId>(to - 1);
    if (input_.options.two_mode && sides_.add(source, target) != no_actor) {
      add_fault(input_, {lines_.number(), 0}, "an end of this edge stands on both sides", "two sides");
    }
    return input_.graph.add(source, target, lines_.number(), direction_);
  }

  void set_relation(AgreementId edge, std::optional<std::string_view> relation, Place place) {
    if (!relation) return;
    const auto named = relations_.find(*relation);
    fields_.set_type(edge, named == relations_.end() ? *relation : std::string_view(named->second), place);
  }

  void stop(Place place, std::string what, std::string expected = "") {
    stopped_ = true;
    add_fault(input_, place, std::move(what), std::move(expected));
  }

  GraphInput& input_;
  LineReader lines_;
  PajekVertices vertices_;
  EdgeFields fields_;
  AttributeCells vertex_cells_;
  AttributeCells edge_cells_;
  Cells cells_;  // of the line
  Section section_ = Section::none;
  Direction direction_ = Direction::undirected;
  std::optional<std::string_view> relation_;  // its number
  std::unordered_map<std::string_view, std::string> relations_;
  std::uint64_t place_ = 0;  // in the matrix
  TwoSides sides_;
  NameCounts skipped_;
  std::string buffer_;
  bool declared_ = false;
  bool named_ = false;
  bool any_edges_ = false;
  bool numbers_are_ids_ = false;
  bool stopped_ = false;
};

}  // namespace

void read_pajek(GraphInput& input) { PajekReader(input).read(); }

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <numeric>

#include "graphs/io/csv.hpp"
#include "graphs/io/pajek.hpp"
#include "graphs/io/pajek_text.hpp"

namespace regionet {
namespace {

constexpr std::array<std::string_view, 3> axes{"x", "y", "z"};

/// A column that Pajek has a place for: behind its keyword, an interval of time without one.
struct Parameter {
  std::string_view word;
  std::size_t column = 0;
  bool text = true;
  bool interval = false;
};

/// Whether a value comes back the same without quotes; `text` where it is to come back as one.
bool may_stand_bare(std::string_view value, bool text) {
  const auto plain = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
           c == '-' || c == '+';
  };
  if (!std::ranges::all_of(value, plain)) return false;
  return parse_number(value) ? !text : !is_meant_as_number({value, false, {}});
}

bool is_interval(std::string_view value) {
  return value.starts_with('[') && value.ends_with(']') &&
         value.find_first_not_of("0123456789-,*[]") == std::string_view::npos;
}

class PajekWriter {
 public:
  PajekWriter(const Network& network, GraphOutput& out, Diagnostics& faults)
      : network_(network), out_(out), faults_(faults), order_(network.actor_count()), number_(network.actor_count()) {}

  void write() {
    order_actors();
    choose_labels();
    choose_columns();
    if (ids_are_numbers_) out_ << fmt::format("{}\n", ids_are_numbers);
    write_title();
    out_ << fmt::format("*Vertices {}", order_.size());
    out_ << (network_.two_mode() ? fmt::format(" {}\n", first_side_) : "\n");
    for (const ActorId actor : order_) write_vertex(actor);
    if (network_.agreement_count() == 0 || !network_.has_types()) begin_section(std::nullopt);
    for (AgreementId edge = 0; edge < network_.agreement_count(); ++edge) write_edge(edge);
  }

 private:
  /// The first side stands before the second; an actor without an edge may stand on either.
  void order_actors() {
    std::iota(order_.begin(), order_.end(), ActorId{0});
    if (network_.two_mode()) {
      std::vector<bool> first(network_.actor_count(), false);
      for (std::size_t i = 0; i < network_.ends().size(); i += 2) first[network_.ends()[i]] = true;
      const auto second = std::ranges::stable_partition(order_, [&](ActorId actor) { return first[actor]; });
      first_side_ = static_cast<std::size_t>(second.begin() - order_.begin());
    }
    for (std::size_t i = 0; i < order_.size(); ++i) number_[order_[i]] = i + 1;
  }

  void choose_labels() {
    std::uint64_t names = 0;
    bool numbers = true;
    for (ActorId actor = 0; actor < network_.actor_count(); ++actor) {
      names += network_.name(actor) != network_.id(actor) ? 1U : 0U;
      numbers = numbers && network_.id(actor) == std::to_string(number_[actor]);
    }
    ids_are_numbers_ = numbers && names > 0;
    if (names > 0 && !numbers) {
      warn(fmt::format("{} names beside the ids are not written: a vertex of Pajek has one text, and that is the id",
                       names));
    }
  }

  void choose_columns() {
    const auto of_actors = network_.actor_attributes();
    const auto find = [&](std::string_view name) {
      const auto found = std::ranges::find(of_actors, name, &Attribute::name);
      return static_cast<std::size_t>(found - of_actors.begin());
    };
    for (std::size_t i = 0; i < axes.size() && find(axes[i]) < of_actors.size(); ++i) axes_.push_back(find(axes[i]));
    if (!are_coordinates()) axes_.clear();
    for (std::size_t i = 0; i < of_actors.size(); ++i) {
      if (std::ranges::find(axes_, i) != axes_.end()) continue;
      if (of_actors[i].name == "shape") {
        shape_ = i;
      } else {
        const auto cell = [&](ActorId actor) { return network_.actor_attribute(actor, i); };
        choose(of_actors[i], i, are_intervals(network_.actor_count(), cell), pajek_vertex_words, vertex_parameters_);
      }
    }
    for (std::size_t i = 0; i < network_.attributes().size(); ++i) {
      const auto cell = [&](AgreementId edge) { return network_.attribute(edge, i); };
      const bool intervals = are_intervals(network_.agreement_count(), cell);
      choose(network_.attributes()[i], i, intervals, pajek_line_words, line_parameters_);
    }
  }

  template <typename Cell>
  static bool are_intervals(std::size_t rows, Cell cell) {
    for (std::uint32_t row = 0; row < rows; ++row) {
      if (!cell(row).empty() && !is_interval(cell(row))) return false;
    }
    return true;
  }

  void choose(const Attribute& column, std::size_t at, bool intervals, std::span<const std::string_view> words,
              std::vector<Parameter>& parameters) {
    const auto word = std::ranges::find(words, column.name);
    if (word != words.end()) {
      parameters.push_back({*word, at, column.type == AttributeType::text});
    } else if (column.name == "time" && intervals) {
      parameters.push_back({"", at, true, true});
    } else {
      warn(fmt::format("the column '{}' is not written: Pajek has no place for it", printable(column.name)));
    }
  }

  /// Coordinates are told apart by their place: there is no y without an x.
  [[nodiscard]] bool are_coordinates() const {
    for (ActorId actor = 0; actor < network_.actor_count(); ++actor) {
      bool ended = false;
      for (const std::size_t axis : axes_) {
        const std::string_view cell = network_.actor_attribute(actor, axis);
        if (!cell.empty() && (ended || !parse_number(cell))) return false;
        ended = ended || cell.empty();
      }
    }
    return true;
  }

  /// Bare, as Pajek has it, unless that would not come back the same.
  void write_title() {
    const std::string_view title = network_.info().title;
    if (title.empty()) return;
    line_.clear();
    append_pajek_text(line_, title);
    const bool bare = line_.size() == title.size() + 2 && trimmed(title) == title;
    out_ << fmt::format("*Network {}\n", bare ? title : std::string_view(line_));
  }

  void write_vertex(ActorId actor) {
    line_ = fmt::format("{} ", number_[actor]);
    append_pajek_text(line_, ids_are_numbers_ ? network_.name(actor) : network_.id(actor));
    for (const std::size_t axis : axes_) {
      const std::string_view cell = network_.actor_attribute(actor, axis);
      if (!cell.empty()) line_ += fmt::format(" {}", cell);
    }
    if (shape_ != none) append({"", shape_, true}, network_.actor_attribute(actor, shape_));
    for (const Parameter& parameter : vertex_parameters_) {
      append(parameter, network_.actor_attribute(actor, parameter.column));
    }
    out_ << line_ << "\n";
  }

  /// Edges keep their order: where the type changes, a section of that relation begins.
  void write_edge(AgreementId edge) {
    if (network_.has_types()) begin_section(network_.type(edge));
    const auto ends = network_.participants(edge);
    line_ = fmt::format("{} {}", number_[ends[0]], number_[ends[1]]);
    if (network_.has_weights()) line_ += fmt::format(" {}", network_.weight(edge));
    for (const Parameter& parameter : line_parameters_) append(parameter, network_.attribute(edge, parameter.column));
    out_ << line_ << "\n";
  }

  void begin_section(std::optional<Vocabulary::Id> type) {
    if (begun_ && type == relation_) return;
    begun_ = true;
    relation_ = type;
    line_ = network_.directed() ? "*Arcs" : "*Edges";
    if (type) {
      line_ += fmt::format(" :{} ", unsigned{*type} + 1);
      append_pajek_text(line_, network_.types()[*type].id);
    }
    out_ << line_ << "\n";
  }

  void append(const Parameter& parameter, std::string_view value) {
    if (value.empty()) return;
    if (!parameter.word.empty()) line_ += fmt::format(" {}", parameter.word);
    line_ += ' ';
    if (parameter.interval || may_stand_bare(value, parameter.text)) {
      line_ += value;
    } else {
      append_pajek_text(line_, value);
    }
  }

  void warn(std::string what) { faults_.add({.severity = Severity::warning, .what = std::move(what)}); }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  const Network& network_;
  GraphOutput& out_;
  Diagnostics& faults_;
  std::vector<ActorId> order_;
  std::vector<std::size_t> number_;  // of each actor, from 1
  std::size_t first_side_ = 0;
  bool ids_are_numbers_ = false;
  std::vector<std::size_t> axes_;
  std::size_t shape_ = none;
  std::vector<Parameter> vertex_parameters_;
  std::vector<Parameter> line_parameters_;
  bool begun_ = false;
  std::optional<Vocabulary::Id> relation_;
  std::string line_;
};

}  // namespace

void write_pajek(const Network& network, GraphOutput& out, Diagnostics& faults) {
  PajekWriter(network, out, faults).write();
}

}  // namespace regionet

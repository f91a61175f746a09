// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

#include "graphs/ascii.hpp"
#include "graphs/io/csv.hpp"
#include "graphs/io/gml.hpp"
#include "graphs/io/gml_text.hpp"

namespace regionet {
namespace {

constexpr std::array<std::string_view, 3> node_keys{"id", "label", "name"};
/// `key` is how NetworkX tells parallel edges apart.
constexpr std::array<std::string_view, 7> edge_keys{"source", "target", "weight", "date", "until", "type", "key"};

/// A key for each column: its name where that is one, otherwise the nearest that no other column has.
std::vector<std::string> keys_of(std::span<const Attribute> columns, std::span<const std::string_view> reserved) {
  std::set<std::string, std::less<>> taken(reserved.begin(), reserved.end());
  std::map<std::string, std::size_t> numbers;  // the last that was put behind a stem
  const auto key_of = [](std::string_view name) {
    std::string key;
    for (const char c : name) key += is_letter(c) || is_digit(c) ? c : '_';
    return key.empty() || !is_letter(key.front()) ? "x" + key : key;
  };
  const auto is_key = [&](const Attribute& column) { return key_of(column.name) == column.name; };
  std::vector<bool> as_named;
  for (const Attribute& column : columns) as_named.push_back(is_key(column) && taken.insert(column.name).second);
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::string key = key_of(columns[i].name);
    if (!as_named[i]) {
      const std::string stem = key;
      for (std::size_t& number = numbers[stem]; !taken.insert(key).second;) key = fmt::format("{}_{}", stem, ++number);
    }
    keys.push_back(std::move(key));
  }
  return keys;
}

bool is_small_integer(std::string_view text) {
  std::int32_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc{} && end == text.data() + text.size();
}

/// A number as GML spells it: whole numbers have 32 bits, others a point. Empty where our reader would not give the
/// same text back.
std::string gml_number(std::string_view text) {
  if (is_small_integer(text)) return std::string(text);
  if (!parse_number(text) || text.find(".0e") != std::string_view::npos) return {};
  if (text.find('.') != std::string_view::npos) return std::string(text);
  const std::size_t exponent = text.find('e');
  if (exponent == std::string_view::npos) return {};
  return fmt::format("{}.0{}", text.substr(0, exponent), text.substr(exponent));
}

class GmlWriter {
 public:
  GmlWriter(const Network& network, GraphOutput& out, Diagnostics& faults)
      : network_(network),
        out_(out),
        faults_(faults),
        actor_keys_(keys_of(network.actor_attributes(), node_keys)),
        edge_keys_(keys_of(network.attributes(), edge_keys)) {}

  void write() {
    out_ << "Creator \"regionet\"\ngraph [\n";
    out_ << fmt::format("  directed {}\n  multigraph {}\n", network_.directed() ? 1 : 0, has_parallel_edges() ? 1 : 0);
    what_ = "the title";
    if (!network_.info().title.empty()) text("  label ", network_.info().title, "\n");
    out_ << fmt::format("  regionet [\n    two_mode {}\n", network_.two_mode() ? 1 : 0);
    what_ = "a column";
    declare("actor", network_.actor_attributes(), actor_keys_);
    declare("edge", network_.attributes(), edge_keys_);
    out_ << "  ]\n";
    for (ActorId actor = 0; actor < network_.actor_count(); ++actor) write_node(actor);
    for (AgreementId edge = 0; edge < network_.agreement_count(); ++edge) write_edge(edge);
    out_ << "]\n";
  }

 private:
  /// NetworkX asks to be told.
  [[nodiscard]] bool has_parallel_edges() const {
    std::vector<std::pair<ActorId, ActorId>> pairs;
    pairs.reserve(network_.agreement_count());
    for (AgreementId edge = 0; edge < network_.agreement_count(); ++edge) {
      const auto ends = network_.participants(edge);
      pairs.emplace_back(ends[0], ends[1]);
      if (!network_.directed() && ends[1] < ends[0]) std::swap(pairs.back().first, pairs.back().second);
    }
    std::ranges::sort(pairs);
    return std::ranges::adjacent_find(pairs) != pairs.end();
  }

  void declare(std::string_view of, std::span<const Attribute> columns, std::span<const std::string> keys) {
    constexpr std::array<std::string_view, 4> types{"text", "integer", "number", "boolean"};
    for (std::size_t i = 0; i < columns.size(); ++i) {
      out_ << fmt::format("    {} [ key \"{}\" type \"{}\"", of, keys[i],
                          types[static_cast<std::size_t>(columns[i].type)]);
      if (keys[i] != columns[i].name) text(" name ", columns[i].name, "");
      out_ << " ]\n";
    }
  }

  void write_node(ActorId actor) {
    what_ = "actor";
    which_ = actor;
    out_ << fmt::format("  node [\n    id {}\n", actor);
    text("    label ", network_.id(actor), "\n");
    if (network_.name(actor) != network_.id(actor)) text("    name ", network_.name(actor), "\n");
    const auto columns = network_.actor_attributes();
    for (std::size_t i = 0; i < columns.size(); ++i)
      cell(columns[i], actor_keys_[i], network_.actor_attribute(actor, i));
    out_ << "  ]\n";
  }

  void write_edge(AgreementId edge) {
    what_ = "edge";
    which_ = edge;
    const auto ends = network_.participants(edge);
    out_ << fmt::format("  edge [\n    source {}\n    target {}\n", ends[0], ends[1]);
    if (network_.has_weights()) out_ << fmt::format("    weight {}\n", weight(edge));
    if (!network_.date_cell(edge).empty()) text("    date ", network_.date_cell(edge), "\n");
    if (network_.until(edge) != nullptr) text("    until ", network_.agreement(edge).until, "\n");
    if (network_.has_types()) text("    type ", network_.types()[network_.type(edge)].id, "\n");
    const auto columns = network_.attributes();
    for (std::size_t i = 0; i < columns.size(); ++i) cell(columns[i], edge_keys_[i], network_.attribute(edge, i));
    out_ << "  ]\n";
  }

  [[nodiscard]] std::string weight(AgreementId edge) const {
    const std::string shortest = fmt::format("{}", network_.weight(edge));
    const std::string number = gml_number(shortest);
    return number.empty() ? shortest + ".0" : number;  // whole, and more than 32 bits
  }

  void cell(const Attribute& column, std::string_view key, std::string_view value) {
    if (value.empty()) return;
    const bool number = column.type == AttributeType::integer || column.type == AttributeType::number;
    if (const std::string bare = number ? gml_number(value) : ""; !bare.empty()) {
      out_ << fmt::format("    {} {}\n", key, bare);
    } else {
      text(fmt::format("    {} ", key), value, "\n");
    }
  }

  void text(std::string_view before, std::string_view value, std::string_view after) {
    line_ = before;
    if (!append_gml_text(line_, value)) refuse(value);
    line_ += after;
    out_ << line_;
  }

  void refuse(std::string_view value) {
    const bool numbered = what_ == "actor" || what_ == "edge";
    faults_.add({.what = fmt::format("{}{}: '{}' is not UTF-8 or holds a zero byte, which GML cannot hold", what_,
                                     numbered ? fmt::format(" {}", which_ + 1) : "", printable(value)),
                 .mend = "choose another format, or mend the text"});
  }

  const Network& network_;
  GraphOutput& out_;
  Diagnostics& faults_;
  std::vector<std::string> actor_keys_;
  std::vector<std::string> edge_keys_;
  std::string line_;
  std::string_view what_;  // is being written, for messages
  std::uint32_t which_ = 0;
};

}  // namespace

void write_gml(const Network& network, GraphOutput& out, Diagnostics& faults) {
  GmlWriter(network, out, faults).write();
}

}  // namespace regionet

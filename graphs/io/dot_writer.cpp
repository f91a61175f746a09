// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "graphs/io/dot.hpp"
#include "graphs/io/dot_text.hpp"

namespace regionet {
namespace {

class DotWriter {
 public:
  DotWriter(const Network& network, GraphOutput& out, Diagnostics& faults)
      : network_(network), out_(out), faults_(faults) {}

  void write() {
    check_columns();
    check_keys();
    line_ = network_.directed() ? "digraph " : "graph ";
    if (!network_.info().title.empty()) {
      append_dot_text(line_, network_.info().title);
      line_ += ' ';
    }
    out_ << line_ << "{\n";
    if (network_.two_mode()) out_ << "  graph [two_mode=\"true\"];\n";
    declare("node", network_.actor_attributes());
    declare("edge", network_.attributes());
    for (ActorId actor = 0; actor < network_.actor_count(); ++actor) write_node(actor);
    for (AgreementId edge = 0; edge < network_.agreement_count(); ++edge) write_edge(edge);
    out_ << "}\n";
  }

 private:
  void check_columns() {
    constexpr std::array<std::string_view, 4> fields{"weight", "date", "until", "type"};
    const auto refuse = [&](std::string_view name, std::string_view of) {
      faults_.add(
          {.what = fmt::format("the column '{}' of the {} would be read as what DOT writes under that name", name, of),
           .mend = "choose a format that keeps columns apart, such as graphml"});
    };
    for (const Attribute& column : network_.actor_attributes()) {
      if (column.name == "label") refuse(column.name, "actors");
    }
    for (const Attribute& column : network_.attributes()) {
      if (std::ranges::find(fields, column.name) != fields.end()) refuse(column.name, "edges");
    }
  }

  /// Two edges with one key between the same nodes are one edge to GraphViz.
  void check_keys() {
    const auto columns = network_.attributes();
    const auto found = std::ranges::find(columns, "key", &Attribute::name);
    if (found == columns.end()) return;
    const auto column = static_cast<std::size_t>(found - columns.begin());
    std::set<std::tuple<ActorId, ActorId, std::string_view>> known;
    for (AgreementId edge = 0; edge < network_.agreement_count(); ++edge) {
      const std::string_view key = network_.attribute(edge, column);
      const auto ends = network_.participants(edge);
      const bool turned = !network_.directed() && ends[1] < ends[0];
      if (key.empty() || known.emplace(ends[turned ? 1 : 0], ends[turned ? 0 : 1], key).second) continue;
      faults_.add(
          {.what = fmt::format("edge {} has the key '{}' of another between the same actors", edge + 1, printable(key)),
           .mend = "choose a format that keeps such edges apart, such as graphml"});
    }
  }

  void declare(std::string_view what, std::span<const Attribute> columns) {
    if (columns.empty()) return;
    line_ = fmt::format("  {}", what);
    begin_attributes();
    for (const Attribute& column : columns) attribute(column.name, "");
    end_line();
  }

  void write_node(ActorId actor) {
    line_ = "  ";
    append_dot_text(line_, network_.id(actor));
    begin_attributes();
    if (network_.name(actor) != network_.id(actor)) attribute("label", network_.name(actor));
    const auto columns = network_.actor_attributes();
    for (std::size_t i = 0; i < columns.size(); ++i) cell(columns[i].name, network_.actor_attribute(actor, i));
    end_line();
  }

  void write_edge(AgreementId edge) {
    const auto ends = network_.participants(edge);
    line_ = "  ";
    append_dot_text(line_, network_.id(ends[0]));
    line_ += network_.directed() ? " -> " : " -- ";
    append_dot_text(line_, network_.id(ends[1]));
    begin_attributes();
    if (network_.has_weights()) attribute("weight", fmt::format("{}", network_.weight(edge)));
    cell("date", network_.date_cell(edge));
    if (network_.until(edge) != nullptr) attribute("until", network_.agreement(edge).until);
    if (network_.has_types()) attribute("type", network_.types()[network_.type(edge)].id);
    const auto columns = network_.attributes();
    for (std::size_t i = 0; i < columns.size(); ++i) cell(columns[i].name, network_.attribute(edge, i));
    end_line();
  }

  void begin_attributes() { first_ = true; }

  void cell(std::string_view name, std::string_view value) {
    if (!value.empty()) attribute(name, value);
  }

  void attribute(std::string_view name, std::string_view value) {
    line_ += first_ ? " [" : ", ";
    first_ = false;
    append_dot_text(line_, name);
    line_ += '=';
    append_dot_text(line_, value);
  }

  void end_line() { out_ << line_ << (first_ ? ";\n" : "];\n"); }

  const Network& network_;
  GraphOutput& out_;
  Diagnostics& faults_;
  std::string line_;
  bool first_ = true;  // no attribute of this line has been written yet
};

}  // namespace

void write_dot(const Network& network, GraphOutput& out, Diagnostics& faults) {
  DotWriter(network, out, faults).write();
}

}  // namespace regionet

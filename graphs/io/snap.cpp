// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/snap.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "graphs/io/decimal_edges.hpp"
#include "graphs/io/edge_fields.hpp"
#include "graphs/io/edge_roles.hpp"
#include "graphs/io/lines.hpp"

namespace regionet {
namespace {

using edge_role::Role, edge_role::role_count, edge_role::role_names;
constexpr std::size_t none = static_cast<std::size_t>(-1);

bool is_comment(std::string_view line) { return line.starts_with('#') || line.starts_with('%'); }

class SnapReader {
  using enum Role;

 public:
  explicit SnapReader(GraphInput& input) : input_(input), lines_(input.text, input.file, input.faults), fields_(input) {
    input.graph.directed = input.options.directed;
    input.graph.two_mode = input.options.two_mode;
  }

  void read() {
    std::string_view before = input_.text;
    while (lines_.next()) {
      if (is_comment(lines_.line())) {
        read_comment(lines_.line());
      } else if (lines_.cells().empty()) {
        if (lines_.rest().find_first_not_of("\r\n \t") != std::string_view::npos)
          lines_.fault(0, "blank line", "an edge");
      } else if (width_ == 0) {
        if (!find_roles() || read_decimals(before)) break;
        input_.check_text();
        read_edge();
      } else {
        read_edge();
      }
      before = lines_.rest();
    }
    fields_.add_notes();
  }

 private:
  void read_comment(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of("#% \t"), line.size()));
    if (line.starts_with("Directed graph")) input_.graph.directed = true;
    if (line.starts_with("Undirected graph") && !input_.options.directed) input_.graph.directed = false;
  }

  /// The first line tells how many cells there are; what they mean is the usual order, or `--columns`.
  bool find_roles() {
    width_ = lines_.cells().size();
    constexpr std::size_t most_cells = 10'000;
    if (width_ > most_cells) {
      lines_.fault(most_cells, fmt::format("the line has {} cells", width_), fmt::format("at most {}", most_cells),
                   "one edge a line");
      return false;
    }
    at_.fill(none);
    at_[source] = 0;
    at_[target] = 1;
    if (width_ > 2) at_[weight] = 2;
    for (const auto& [role, column] : input_.options.columns) {
      const auto known = static_cast<std::size_t>(std::ranges::find(role_names, role) - role_names.begin());
      std::size_t number = 0;
      for (const char c : column)
        number = c >= '0' && c <= '9' && number < 1000 ? 10 * number + std::size_t(c - '0') : 1000;
      if (number < 1 || number > width_) {
        lines_.fault(none, fmt::format("--columns {}={} names no cell", role, printable(column)),
                     fmt::format("a number from 1 to {}: the lines have no header", width_));
        return false;
      }
      for (std::size_t& taken : at_) taken = taken == number - 1 ? none : taken;
      at_[known] = number - 1;
    }
    if (width_ < 2 || at_[source] == none || at_[target] == none) {
      lines_.fault(0, fmt::format("the line has {} cell{}", width_, width_ == 1 ? "" : "s"),
                   "source, target and perhaps a weight", "check the format, or name the cells with --columns");
      return false;
    }
    for (std::size_t cell = 0; cell < width_; ++cell) {
      if (std::ranges::find(at_, cell) != at_.end()) continue;
      attributes_.emplace_back(cell, input_.graph.edge_column(std::to_string(cell + 1), AttributeType::text));
    }
    return true;
  }

  /// The short way, from the first edge on; `text` begins with its line.
  bool read_decimals(std::string_view text) {
    const bool usual = input_.options.columns.empty() && width_ <= 3 && !input_.options.two_mode;
    if (!usual) return false;
    auto edges = read_decimal_edges(text, {.separator = ' ', .weights = width_ == 3}, input_.run);
    if (!edges) return false;
    input_.graph.take(std::move(edges->labels), std::move(edges->ends), std::move(edges->weights),
                      static_cast<std::uint32_t>(lines_.number()));
    return true;
  }

  void read_edge() {
    const auto& cells = lines_.cells();
    if (cells.size() != width_) {
      lines_.fault(none, fmt::format("the line has {} cell{}", cells.size(), cells.size() == 1 ? "" : "s"),
                   fmt::format("{}, as in the first line", width_));
      return;
    }
    const ActorId from = input_.graph.actor(cells[at_[source]]);
    const ActorId to = input_.graph.actor(cells[at_[target]]);
    const AgreementId edge = input_.graph.add(from, to, lines_.number());
    for (const auto& [cell, column] : attributes_) input_.graph.set_edge_cell(edge, column, cells[cell]);
    const auto set = [&](Role role, auto field) {
      if (at_[role] != none) (fields_.*field)(edge, cells[at_[role]], lines_.place(at_[role]));
    };
    set(weight, &EdgeFields::set_weight);
    set(date, &EdgeFields::set_date);
    set(type, &EdgeFields::set_type);
  }

  GraphInput& input_;
  LineReader lines_;
  std::size_t width_ = 0;
  std::array<std::size_t, role_count> at_{};
  std::vector<std::pair<std::size_t, std::size_t>> attributes_;  // cell, column
  EdgeFields fields_;
};

/// Why an id cannot stand between blanks; empty where it can.
std::string_view not_an_id(std::string_view id) {
  if (id.empty()) return "it is empty";
  if (is_comment(id)) return "it begins as a comment";
  if (id.find_first_of(" \t\r\n") != std::string_view::npos) return "it holds blanks or line ends";
  return "";
}

}  // namespace

void read_snap(GraphInput& input) { SnapReader(input).read(); }

void write_snap(const Network& network, GraphOutput& out, Diagnostics& faults) {
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) {
    const std::string_view why = not_an_id(network.id(actor));
    if (why.empty()) continue;
    faults.add({.what = fmt::format("the id '{}' cannot be written: {}", printable(network.id(actor)), why),
                .mend = "choose a format that holds any id, such as csv"});
  }
  if (faults.errors() > 0) return;
  out << (network.directed() ? "# Directed graph\n" : "# Undirected graph\n");
  out << fmt::format("# Nodes: {} Edges: {}\n", network.actor_count(), network.agreement_count());
  for (AgreementId edge = 0; edge < network.agreement_count(); ++edge) {
    const auto ends = network.participants(edge);
    out << network.id(ends[0]) << "\t" << network.id(ends[1]);
    if (network.has_weights()) out << "\t" << fmt::format("{}", network.weight(edge));
    out << "\n";
  }
}

}  // namespace regionet

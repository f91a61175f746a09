// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/edge_list.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>

#include "graphs/ascii.hpp"
#include "graphs/io/csv.hpp"
#include "graphs/io/date_format.hpp"
#include "graphs/io/decimal_edges.hpp"
#include "graphs/io/edge_roles.hpp"

namespace regionet {
namespace {

using edge_role::Role, edge_role::role_count, edge_role::role_names;

void note_separator(GraphInput& input, char separator) {
  if (separator == ';') input.notes.emplace_back("read with ';' between the cells");
  if (separator == '\t') input.notes.emplace_back("read with tabs between the cells");
}

class EdgeListReader {
  using enum Role;

 public:
  EdgeListReader(CsvReader& rows, GraphInput& input)
      : rows_(rows), input_(input), options_(input.options), faults_(input.faults), plain_(input.graph) {}

  void read() {
    plain_.directed = options_.directed;
    plain_.two_mode = options_.two_mode;
    if (find_columns()) {
      while (rows_.next()) read_row();
    }
    note_separator(input_, rows_.separator());
    if (times_dropped_ > 0)
      input_.notes.push_back(fmt::format("the time of day of {} dates was dropped", times_dropped_));
  }

 private:
  bool find_columns() {
    if (rows_.width() == 0) return false;
    for (std::size_t role = 0; role < role_count; ++role) {
      if (const std::size_t at = rows_.column(role_names[role]); at != CsvReader::npos) columns_[role] = {at};
    }
    bool good = true;
    for (const auto& [role, joined] : options_.columns) good = choose(role, joined) && good;
    for (const Role role : {source, target}) {
      if (!columns_[role].empty()) continue;
      good = false;
      faults_.add({.file = rows_.file(),
                   .line = 1,
                   .what = fmt::format("no column '{}'", role_names[role]),
                   .expected = "a header source,target[,weight][,date][,type]",
                   .mend = fmt::format("name the columns with --columns source=..,target=.. (the file has: {})",
                                       printable(fmt::format("{}", fmt::join(rows_.header(), ", ")), 200))});
    }
    keep_attributes();
    return good;
  }

  bool choose(const std::string& role, std::string_view joined) {
    const auto known = std::ranges::find(role_names, role);
    if (known == role_names.end()) throw std::invalid_argument(fmt::format("role '{}' is not known", role));
    std::vector<std::size_t> chosen;
    for (std::size_t begin = 0; begin <= joined.size();) {
      const std::size_t end = std::min(joined.find('+', begin), joined.size());
      const std::string name = lower_ascii(joined.substr(begin, end - begin));
      const std::size_t at = rows_.column(name);
      if (at == CsvReader::npos) {
        faults_.add(
            {.file = rows_.file(),
             .line = 1,
             .what = fmt::format("no column '{}', named for {}", printable(name), role),
             .expected = fmt::format("one of {}", printable(fmt::format("{}", fmt::join(rows_.header(), ", ")), 200))});
        return false;
      }
      chosen.push_back(at);
      begin = end + 1;
    }
    columns_[static_cast<std::size_t>(known - role_names.begin())] = std::move(chosen);
    return true;
  }

  void keep_attributes() {
    for (std::size_t at = 0; at < rows_.width(); ++at) {
      const bool used = std::ranges::any_of(
          columns_, [&](const auto& chosen) { return std::ranges::find(chosen, at) != chosen.end(); });
      if (used) continue;
      attributes_.emplace_back(at, plain_.edge_column(rows_.header()[at], AttributeType::text));
    }
  }

  [[nodiscard]] std::string_view cell(Role role, std::string& joined) const {
    const auto& chosen = columns_[role];
    if (chosen.size() == 1) return rows_[chosen[0]];
    joined.clear();
    for (const std::size_t at : chosen) {
      if (at != chosen.front()) joined += ' ';
      joined += rows_[at];
    }
    return joined;
  }

  void read_row() {
    const ActorId from = plain_.actor(cell(source, joined_));
    const ActorId to = plain_.actor(cell(target, joined_));
    if (options_.two_mode) declare_sides(from, to);
    const AgreementId row = plain_.add(from, to, rows_.line());
    if (!columns_[weight].empty()) read_weight(row);
    if (!columns_[date].empty()) read_date(row);
    if (!columns_[type].empty()) read_type(row);
    for (const auto& [at, column] : attributes_) plain_.set_edge_cell(row, column, rows_[at]);
  }

  /// With declared sides a name must not stand on both: it would be two vertices.
  void declare_sides(ActorId from, ActorId to) {
    sides_.resize(std::max<std::size_t>(sides_.size(), std::max(from, to) + 1), 0);
    sides_[from] |= 1U;
    sides_[to] |= 2U;
    for (const ActorId actor : {from, to}) {
      if (sides_[actor] != 3U) continue;
      rows_.fault(columns_[actor == from ? source : target].front(),
                  fmt::format("'{}' stands on both sides", printable(cell(actor == from ? source : target, joined_))),
                  "two sides that share no name", "rename one of them, or leave out --two-mode");
    }
  }

  void read_weight(AgreementId row) {
    const std::string_view text = cell(weight, joined_);
    if (const auto value = parse_number(text)) {
      plain_.set_weight(row, *value);
    } else {
      rows_.fault(columns_[weight].front(), fmt::format("weight '{}' is no number", printable(text)), "",
                  text.empty() ? "write the weight, 1 where a row counts once" : number_mend(text));
    }
  }

  void read_date(AgreementId row) {
    const std::string_view text = cell(date, joined_);
    if (text.empty()) return;
    try {
      bool time_dropped = false;
      plain_.set_date(row, date_from(text, options_.date_format, time_dropped));
      times_dropped_ += time_dropped ? 1 : 0;
    } catch (const DateError& fault) {
      rows_.fault(columns_[date].front(), fault.what(), std::string(date_expected), fault.mend());
    }
  }

  void read_type(AgreementId row) {
    if (types_full_) return;
    const std::string_view text = cell(type, joined_);
    try {
      plain_.set_type(row, text);
    } catch (const std::length_error&) {
      types_full_ = true;  // said once, not in every row that follows
      rows_.fault(columns_[type].front(), "more than 256 types", "at most 256", "leave the column out with --columns");
    }
  }

  CsvReader& rows_;
  GraphInput& input_;
  const ReadOptions& options_;
  Diagnostics& faults_;
  PlainBuilder& plain_;
  std::uint64_t times_dropped_ = 0;
  std::array<std::vector<std::size_t>, role_count> columns_;
  std::vector<std::pair<std::size_t, std::size_t>> attributes_;  // cell, column
  std::vector<std::uint8_t> sides_;
  bool types_full_ = false;
  std::string joined_;
};

/// The short way: a header `source,target[,weight]` over lines of decimal ids. False where the long way is needed.
bool read_decimals(GraphInput& input, char separator) {
  const std::size_t line_end = input.text.find('\n');
  if (line_end == std::string_view::npos || input.options.two_mode || !input.options.columns.empty()) return false;
  std::string_view header = input.text.substr(0, line_end);
  if (header.ends_with('\r')) header.remove_suffix(1);
  for (const char between : {',', ';', '\t'}) {
    if (separator != '\0' && separator != between) continue;
    const std::string plain = fmt::format("source{}target", between);
    const bool weights = header == plain + between + "weight";
    if (header != plain && !weights) continue;
    auto edges =
        read_decimal_edges(input.text.substr(line_end + 1), {.separator = between, .weights = weights}, input.run);
    if (!edges) return false;
    input.graph.directed = input.options.directed;
    input.graph.take(std::move(edges->labels), std::move(edges->ends), std::move(edges->weights), 2);
    note_separator(input, between);
    return true;
  }
  return false;
}

}  // namespace

void read_separated(GraphInput& input, char separator) {
  if (read_decimals(input, separator)) return;
  input.check_text();
  CsvReader rows(input.text, input.file, input.faults, separator);
  EdgeListReader(rows, input).read();
}

void read_csv(GraphInput& input) { read_separated(input, '\0'); }
void read_tsv(GraphInput& input) { read_separated(input, '\t'); }

}  // namespace regionet

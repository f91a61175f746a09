// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/edge_list.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>

#include "graphs/io/csv.hpp"
#include "graphs/model/plain_builder.hpp"

namespace regionet {
namespace {

enum Role : std::size_t { source, target, weight, date, type, role_count };
constexpr std::array<std::string_view, role_count> role_names{"source", "target", "weight", "date", "type"};

class EdgeListReader {
 public:
  EdgeListReader(CsvReader& rows, const ReadOptions& options, Diagnostics& faults, EdgeListNotes& notes)
      : rows_(rows), options_(options), faults_(faults), notes_(notes) {}

  Network read() {
    plain_.directed = options_.directed;
    plain_.two_mode = options_.two_mode;
    if (find_columns()) {
      while (rows_.next()) read_row();
    }
    notes_.rows = rows_.rows();
    notes_.separator = rows_.separator();
    return plain_.freeze(faults_);
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
      std::string name(joined.substr(begin, end - begin));
      std::ranges::transform(name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
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
      attributes_.push_back(at);
      static_cast<void>(plain_.edge_column(rows_.header()[at], AttributeType::text));
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
    for (std::size_t i = 0; i < attributes_.size(); ++i) plain_.set_edge_cell(row, i, rows_[attributes_[i]]);
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
      notes_.times_dropped += time_dropped ? 1 : 0;
    } catch (const DateError& fault) {
      rows_.fault(columns_[date].front(), fault.what(), std::string(date_expected), fault.mend());
    }
  }

  void read_type(AgreementId row) {
    const std::string_view text = cell(type, joined_);
    try {
      plain_.set_type(row, text);
    } catch (const std::length_error&) {
      rows_.fault(columns_[type].front(), "more than 256 types", "at most 256", "leave the column out with --columns");
    }
  }

  CsvReader& rows_;
  const ReadOptions& options_;
  Diagnostics& faults_;
  EdgeListNotes& notes_;
  PlainBuilder plain_;
  std::array<std::vector<std::size_t>, role_count> columns_;
  std::vector<std::size_t> attributes_;
  std::vector<std::uint8_t> sides_;
  std::string joined_;
};

std::string from_unix(std::string_view cell, bool& time_dropped) {
  std::int64_t seconds = 0;
  const auto [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), seconds);
  constexpr std::int64_t day = 86400;
  const std::int64_t rest = (seconds % day + day) % day;
  const std::int64_t days = seconds / day - (seconds % day < 0 ? 1 : 0);
  const bool in_range = days >= day_number({0, 1, 1}) && days <= day_number({9999, 12, 31});
  if (fault != std::errc{} || end != cell.data() + cell.size() || !in_range) {
    throw DateError(fmt::format("'{}' is no number of seconds since 1970", printable(cell)), "write whole seconds");
  }
  time_dropped = rest != 0;
  return iso_day(static_cast<Day>(days));
}

/// What a strptime pattern reads: the conversions it holds, `%%` apart.
bool reads_any(const std::string& pattern, std::string_view letters) {
  for (std::size_t i = 0; i + 1 < pattern.size(); ++i) {
    if (pattern[i] != '%') continue;
    ++i;
    if ((pattern[i] == 'E' || pattern[i] == 'O') && i + 1 < pattern.size()) ++i;
    if (letters.find(pattern[i]) != std::string_view::npos) return true;
  }
  return false;
}

/// The parts that a strptime pattern names decide how precise the date is.
std::string from_pattern(std::string_view cell, const std::string& pattern, bool& time_dropped) {
  std::tm parts{};
  parts.tm_mday = 1;
  const std::string text(cell);
  const char* const end = ::strptime(text.c_str(), pattern.c_str(), &parts);
  const int year = parts.tm_year + 1900;
  // A year written with two digits where %Y asks for four would land in antiquity.
  const bool short_year = !reads_any(pattern, "yC") && (year < 1000 || year > 9999);
  if (end == nullptr || *end != '\0' || short_year) {
    throw DateError(fmt::format("'{}' does not fit the date format '{}'", printable(cell), printable(pattern)),
                    "mend the row; one format holds for the whole column");
  }
  const bool has_day = reads_any(pattern, "deDFxcj");
  std::string edtf = fmt::format("{:04}", year);
  if (has_day || reads_any(pattern, "mbBh")) edtf += fmt::format("-{:02}", parts.tm_mon + 1);
  if (has_day) edtf += fmt::format("-{:02}", parts.tm_mday);
  static_cast<void>(parse_date(edtf));  // strptime lets 30 February pass
  time_dropped = parts.tm_hour != 0 || parts.tm_min != 0 || parts.tm_sec != 0;
  return edtf;
}

}  // namespace

std::string date_from(std::string_view cell, const std::string& format, bool& time_dropped) {
  if (format == "iso") return std::string(cell);
  return format == "unix" ? from_unix(cell, time_dropped) : from_pattern(cell, format, time_dropped);
}

Network read_edge_list(std::string_view text, const std::string& file, char separator, const ReadOptions& options,
                       Diagnostics& faults, EdgeListNotes& notes) {
  CsvReader rows(text, file, faults, separator);
  return EdgeListReader(rows, options, faults, notes).read();
}

}  // namespace regionet

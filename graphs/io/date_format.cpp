// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/date_format.hpp"

#include <fmt/format.h>
#include <charconv>
#include <ctime>

#include "graphs/diagnostic.hpp"
#include "graphs/model/date.hpp"

namespace regionet {
namespace {

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

}  // namespace regionet

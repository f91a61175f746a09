// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/gexf_times.hpp"

#include <fmt/format.h>

#include "graphs/io/xml_text.hpp"

namespace regionet {

void GexfTimes::set_format(std::string_view name) {
  const bool number = name == "integer" || name == "long" || name == "double" || name == "float";
  format_ = name == "date" || name == "dateTime" ? Format::date : number ? Format::number : Format::untold;
}

bool GexfTimes::read(GexfSpan& span, std::string_view name, std::string_view value) {
  if (name == "startopen" || name == "endopen") ++open_bounds_;
  if (name == "start" || name == "startopen" || name == "timestamp") {
    span.start = value;
  } else if (name == "end" || name == "endopen") {
    span.end = value;
  } else {
    return false;
  }
  return true;
}

void GexfTimes::add_spell(GexfSpan& span, const XmlAttributes& tag) {
  GexfSpan told;
  for (const auto& [name, value] : tag) static_cast<void>(read(told, name, value));
  if (tag.find("timestamp") && span.spells > 0) told.end = told.start;
  if (span.spells++ == 0) span.start = std::move(told.start);
  span.end = std::move(told.end);
  if (span.spells == 2) ++spelled_;
}

bool GexfTimes::are_dates(const GexfSpan& span) {
  if (format_ == Format::untold && (span.start || span.end)) {
    const bool number = parse_xml_number(span.start ? *span.start : *span.end).has_value();
    format_ = number ? Format::number : Format::date;
    if (!number) input_.notes.emplace_back("no timeformat: the times are read as dates");
  }
  return format_ == Format::date;
}

std::optional<std::string> GexfTimes::day(const std::optional<std::string>& time) {
  if (!time || is_infinite(*time)) return std::nullopt;
  constexpr std::size_t size = std::string_view("2016-05-03").size();
  const bool longer =
      time->size() > size && (*time)[4] == '-' && (*time)[7] == '-' && input_.options.date_format == "iso";
  if (!longer || std::string_view("T Z+-").find((*time)[size]) == std::string_view::npos) return time;
  ++times_dropped_;
  return time->substr(0, size);
}

bool GexfTimes::is_infinite(std::string_view time) {
  return time == "INF" || time == "-INF" || time == "Infinity" || time == "-Infinity";
}

void GexfTimes::add_notes() {
  const auto note = [&](std::uint64_t count, std::string_view sentence) {
    if (count > 0) input_.notes.push_back(fmt::format("{} {}", count, sentence));
  };
  note(spelled_, "nodes or edges have several spells: the start of the first and the end of the last");
  note(open_bounds_, "open bounds of time are read as closed ones");
  if (times_dropped_ == 0) return;
  input_.notes.push_back(fmt::format("the time of day or the zone of {} dates was dropped", times_dropped_));
}

}  // namespace regionet

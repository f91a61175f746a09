// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graphs/io/xml.hpp"

namespace regionet {

/// From when to when a node or an edge of a GEXF file is there, as it is written: in its tag or, instead, in its
/// spells.
struct GexfSpan {
  std::optional<std::string> start, end;
  std::uint64_t spells = 0;
};

/// The times of a GEXF file: dates or numbers, as its graph says or else its first time.
class GexfTimes {
 public:
  explicit GexfTimes(GraphInput& input) : input_(input) {}

  /// The `timeformat` of the graph.
  void set_format(std::string_view name);
  /// Takes an attribute of a tag that is a time; false where it is none.
  bool read(GexfSpan& span, std::string_view name, std::string_view value);
  /// Of several spells the first gives the start, the last the end; a timestamp is a start.
  void add_spell(GexfSpan& span, const XmlAttributes& tag);

  /// Whether the times of the file are dates; its first one tells where the graph does not.
  bool are_dates(const GexfSpan& span);
  /// The date of a time, as far as it says one.
  std::optional<std::string> day(const std::optional<std::string>& time);
  [[nodiscard]] static bool is_infinite(std::string_view time);

  /// Tells what was dropped; to be called at the end.
  void add_notes();

 private:
  enum class Format : std::uint8_t { untold, date, number };

  GraphInput& input_;
  Format format_ = Format::untold;
  std::uint64_t spelled_ = 0;
  std::uint64_t open_bounds_ = 0;
  std::uint64_t times_dropped_ = 0;
};

}  // namespace regionet

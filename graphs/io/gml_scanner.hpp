// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "graphs/io/place.hpp"

namespace regionet {

/// A key with its value, or the end of a list.
struct GmlItem {
  enum class Kind : std::uint8_t { integer, real, text, list, list_end };
  Kind kind = Kind::list_end;
  std::string_view key;
  std::string_view value;  ///< as written; a text without its quotes
  Place place;             ///< of the key
};

/// Goes through a GML text item by item. Nothing is copied; a list is entered by asking for the next item.
class GmlScanner {
 public:
  explicit GmlScanner(GraphInput& input) : text_(input.text), input_(input) {}

  /// The next item; false at the end of the text, and after a fault that has no way on.
  bool next(GmlItem& item);
  /// Goes past the end of a list that was just opened.
  bool skip_list();
  /// Whether every bracket was closed and nothing stopped the scan; to be asked at the end.
  [[nodiscard]] bool complete();

  static constexpr std::size_t most_lists = 100;

 private:
  enum class Read : std::uint8_t { item, again, stop };

  Read read_item(GmlItem& item);
  bool read_text(GmlItem& item);
  bool read_number(GmlItem& item);
  void skip_blanks();
  std::string_view word();
  bool stop(Place place, std::string what, std::string expected = "", std::string mend = "");
  [[nodiscard]] Place here() const { return {line_, at_ - line_start_ + 1}; }

  std::string_view text_;
  GraphInput& input_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  std::uint64_t line_ = 1;
  std::vector<Place> open_;  // the lists that are not closed yet
  bool stopped_ = false;
};

}  // namespace regionet

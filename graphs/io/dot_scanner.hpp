// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "graphs/io/place.hpp"

namespace regionet {

/// A word or sign of the DOT language.
struct DotToken {
  enum class Kind : std::uint8_t {
    end,
    id,
    open,        ///< {
    close,       ///< }
    open_list,   ///< [
    close_list,  ///< ]
    semicolon,
    comma,
    colon,
    equals,
    arrow,  ///< ->
    line,   ///< --
    node,
    edge,
    graph,
    digraph,
    subgraph,
    strict
  };
  Kind kind = Kind::end;
  std::string_view as_written;
  std::string text;   ///< of an id, what it means
  bool html = false;  ///< the id is written as `<b>text</b>`
  Place place;
};

/// Cuts a DOT text into tokens. Comments are passed over; ids joined by `+` are one token.
class DotScanner {
 public:
  explicit DotScanner(GraphInput& input) : text_(input.text), input_(input) {}

  /// The next token; false after a fault.
  bool next(DotToken& token);

 private:
  bool skip_blanks();
  bool skip_comment();
  bool read_sign(DotToken& token);
  bool read_word(DotToken& token);
  bool read_pieces(DotToken& token);
  bool read_quoted(DotToken& token);
  bool read_html(DotToken& token);
  void count_lines(std::size_t begin, std::size_t end);
  bool fault(Place place, std::string what, std::string expected = "", std::string mend = "");
  [[nodiscard]] Place here() const { return {line_, at_ - line_start_ + 1}; }
  [[nodiscard]] bool looking_at(std::string_view sign) const { return text_.substr(at_).starts_with(sign); }

  std::string_view text_;
  GraphInput& input_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  std::uint64_t line_ = 1;
};

}  // namespace regionet

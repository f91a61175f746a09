// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/dot_scanner.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <utility>

#include "graphs/ascii.hpp"
#include "graphs/io/dot_text.hpp"

namespace regionet {
namespace {

using Token = DotToken::Kind;

/// The word of the language that this is, in any case; an id where it is none.
Token keyword(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, Token>, 6> words{{{"node", Token::node},
                                                                     {"edge", Token::edge},
                                                                     {"graph", Token::graph},
                                                                     {"digraph", Token::digraph},
                                                                     {"subgraph", Token::subgraph},
                                                                     {"strict", Token::strict}}};
  const auto same = [](char a, char b) { return (a | 0x20) == b; };  // letters in either case
  for (const auto& [name, token] : words) {
    if (std::ranges::equal(word, name, same)) return token;
  }
  return Token::id;
}

/// The sign that this is; `end` where it is none.
Token sign(std::string_view text) {
  switch (text.front()) {
    case '{':
      return Token::open;
    case '}':
      return Token::close;
    case '[':
      return Token::open_list;
    case ']':
      return Token::close_list;
    case ';':
      return Token::semicolon;
    case ',':
      return Token::comma;
    case ':':
      return Token::colon;
    case '=':
      return Token::equals;
    case '-':
      return text == "->" ? Token::arrow : text == "--" ? Token::line : Token::end;
    default:
      return Token::end;
  }
}

/// How long the name or number is that the text begins with; 0 where there is neither.
std::size_t word_length(std::string_view text) {
  const auto digits_from = [&](std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
  };
  if (!text.empty() && begins_word(text[0])) {
    const auto* const end = std::ranges::find_if_not(text, [](char c) { return begins_word(c) || is_digit(c); });
    return static_cast<std::size_t>(end - text.begin());
  }
  const std::size_t begin = text.starts_with('-') ? 1 : 0;
  const std::size_t whole = digits_from(begin);
  const bool point = whole < text.size() && text[whole] == '.';
  const std::size_t end = point ? digits_from(whole + 1) : whole;
  return end - begin > (point ? 1U : 0U) ? end : 0;
}

/// Whether the text begins with what cannot stand right behind a word or a text.
bool goes_on(std::string_view text) {
  return text.starts_with('.') || text.starts_with('"') || text.starts_with('<') || word_length(text.substr(0, 2)) > 0;
}

}  // namespace

bool DotScanner::next(DotToken& token) {
  if (!skip_blanks()) return false;
  token = {.place = here()};
  if (at_ == text_.size()) return true;
  if (text_[at_] == '"' || text_[at_] == '<') return read_pieces(token);
  if (word_length(text_.substr(at_, 3)) > 0) return read_word(token);
  return read_sign(token);
}

bool DotScanner::read_sign(DotToken& token) {
  const bool twofold = looking_at("->") || looking_at("--");
  token.as_written = text_.substr(at_, twofold ? 2 : 1);
  token.kind = sign(token.as_written);
  if (token.kind == Token::end) {
    return fault(token.place, fmt::format("'{}' has no meaning here", printable(token.as_written)), "",
                 "put texts into quotes");
  }
  at_ += token.as_written.size();
  return true;
}

/// A name or a number, and no other right behind it: libcgraph would take `1e5` for the nodes 1 and e5.
bool DotScanner::read_word(DotToken& token) {
  const std::string_view rest = text_.substr(at_);
  const std::size_t length = word_length(rest);
  std::size_t end = length;
  while (end < rest.size() && goes_on(rest.substr(end))) ++end;
  if (end > length) {
    return fault(token.place, fmt::format("'{}' is neither a name nor a number", printable(rest.substr(0, end))),
                 "letters, digits and _ with no digit first, or a number", "put it into quotes");
  }
  token.as_written = rest.substr(0, length);
  token.kind = keyword(token.as_written);
  token.text = token.as_written;
  at_ += length;
  return true;
}

bool DotScanner::read_pieces(DotToken& token) {
  token.kind = Token::id;
  const std::size_t begin = at_;
  for (bool more = true; more;) {
    const bool good = text_[at_] == '"' ? read_quoted(token) : read_html(token);
    if (!good) return false;
    token.as_written = text_.substr(begin, at_ - begin);
    if (goes_on(text_.substr(at_))) {
      return fault(here(), "a text goes on behind its end", "", "write a \" inside a text as \\\"");
    }
    if (!skip_blanks()) return false;
    more = looking_at("+");
    if (!more) break;
    ++at_;
    token.html = false;
    if (!skip_blanks()) return false;
    if (!looking_at("\"") && !looking_at("<")) return fault(here(), "no text behind +", "a \"text\" in quotes");
  }
  return true;
}

bool DotScanner::read_quoted(DotToken& token) {
  const std::size_t begin = at_;
  std::size_t end = text_.find_first_of("\"\\", begin + 1);
  while (end != std::string_view::npos && text_[end] == '\\') end = text_.find_first_of("\"\\", end + 2);
  if (end == std::string_view::npos) return fault(here(), "the text that begins here has no end", "a closing \"");
  append_undone_dot_text(token.text, text_.substr(begin + 1, end - begin - 1));
  at_ = end + 1;
  count_lines(begin, at_);
  return true;
}

bool DotScanner::read_html(DotToken& token) {
  const std::size_t begin = at_;
  std::size_t open = 1;
  std::size_t end = begin;
  while (open > 0) {
    end = text_.find_first_of("<>", end + 1);
    if (end == std::string_view::npos) return fault(here(), "the < that stands here is not closed", "a closing >");
    open = text_[end] == '<' ? open + 1 : open - 1;
  }
  token.html = token.text.empty();
  token.text += text_.substr(begin + 1, end - begin - 1);
  at_ = end + 1;
  count_lines(begin, at_);
  return true;
}

bool DotScanner::skip_blanks() {
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c == '\n') {
      ++line_;
      line_start_ = ++at_;
    } else if (c == ' ' || c == '\t' || c == '\r') {
      ++at_;
    } else if (c == '#' || looking_at("//") || looking_at("/*")) {
      if (!skip_comment()) return false;
    } else {
      return true;
    }
  }
  return true;
}

bool DotScanner::skip_comment() {
  const std::size_t begin = at_;
  if (!looking_at("/*")) {
    at_ = std::min(text_.find('\n', at_), text_.size());
    return true;
  }
  const std::size_t end = text_.find("*/", at_ + 2);
  if (end == std::string_view::npos) return fault(here(), "the comment that begins here has no end", "*/");
  at_ = end + 2;
  count_lines(begin, at_);
  return true;
}

void DotScanner::count_lines(std::size_t begin, std::size_t end) {
  const std::string_view passed = text_.substr(0, end);
  for (std::size_t i = passed.find('\n', begin); i != std::string_view::npos; i = passed.find('\n', i + 1)) {
    ++line_;
    line_start_ = i + 1;
  }
}

bool DotScanner::fault(Place place, std::string what, std::string expected, std::string mend) {
  add_fault(input_, place, std::move(what), std::move(expected), std::move(mend));
  return false;
}

}  // namespace regionet

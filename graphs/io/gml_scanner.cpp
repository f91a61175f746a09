// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/gml_scanner.hpp"

#include <fmt/format.h>
#include <algorithm>

#include "graphs/ascii.hpp"
#include "graphs/io/csv.hpp"

namespace regionet {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v'; }
bool ends_word(char c) { return is_blank(c) || c == '[' || c == ']' || c == '"'; }

std::string_view without_sign(std::string_view number) {
  if (number.starts_with('+') || number.starts_with('-')) number.remove_prefix(1);
  return number;
}

/// Infinite and not-a-number, which NetworkX writes: no weight, yet a value of a column.
bool is_not_finite(std::string_view number) {
  const std::string small = lower_ascii(number.substr(0, 4));
  return small == "inf" || small == "nan";
}

}  // namespace

bool GmlScanner::next(GmlItem& item) {
  for (;;) {
    const Read read = stopped_ ? Read::stop : read_item(item);
    if (read != Read::again) return read == Read::item;
  }
}

bool GmlScanner::skip_list() {
  GmlItem item;
  for (const std::size_t outside = open_.size() - 1; open_.size() > outside;) {
    if (!next(item)) return false;
  }
  return true;
}

bool GmlScanner::complete() {
  if (!stopped_ && !open_.empty()) stop(open_.back(), "the list that opens here is not closed", "a ]");
  return !stopped_;
}

GmlScanner::Read GmlScanner::read_item(GmlItem& item) {
  skip_blanks();
  if (at_ == text_.size()) return Read::stop;
  item = {.place = here()};
  if (text_[at_] == ']') {
    ++at_;
    if (open_.empty()) {
      stop(item.place, "a ] that closes no list");
      return Read::stop;
    }
    open_.pop_back();
    return Read::item;
  }
  if (!begins_word(text_[at_])) {
    stop(item.place, fmt::format("'{}' is no key", printable(text_.substr(at_, 1))),
         "a name that begins with a letter, then a number, a \"text\" or a [ list ]");
    return Read::stop;
  }
  item.key = word();
  skip_blanks();
  if (at_ == text_.size() || text_[at_] == ']') {
    add_fault(input_, item.place, fmt::format("the key '{}' has no value", printable(item.key)),
              "a number, a \"text\" or a list");
    return Read::again;
  }
  if (text_[at_] == '"') return read_text(item) ? Read::item : Read::stop;
  if (text_[at_] != '[') return read_number(item) ? Read::item : Read::again;
  item.kind = GmlItem::Kind::list;
  if (open_.size() == most_lists) {
    stop(here(), fmt::format("more than {} lists in each other", most_lists));
    return Read::stop;
  }
  open_.push_back(here());
  ++at_;
  return Read::item;
}

bool GmlScanner::read_text(GmlItem& item) {
  const Place begin = here();
  const std::size_t end = text_.find('"', at_ + 1);
  if (end == std::string_view::npos) return stop(begin, "the text that begins here has no end", "a closing \"");
  item.kind = GmlItem::Kind::text;
  item.value = text_.substr(at_ + 1, end - at_ - 1);
  for (std::size_t i = item.value.find('\n'); i != std::string_view::npos; i = item.value.find('\n', i + 1)) {
    ++line_;
    line_start_ = at_ + 1 + i + 1;
  }
  at_ = end + 1;
  return true;
}

bool GmlScanner::read_number(GmlItem& item) {
  const Place begin = here();
  item.value = word();
  const std::string_view unsigned_value = without_sign(item.value);
  const bool digits = !unsigned_value.empty() && std::ranges::all_of(unsigned_value, is_digit);
  item.kind = digits ? GmlItem::Kind::integer : GmlItem::Kind::real;
  const bool number = !unsigned_value.empty() && without_sign(unsigned_value) == unsigned_value &&
                      (parse_number(unsigned_value) || is_not_finite(unsigned_value));
  if (digits || number) return true;
  const bool meant = !unsigned_value.empty() && is_digit(unsigned_value.front());
  add_fault(input_, begin,
            fmt::format("'{}', the value of '{}', is no number", printable(item.value), printable(item.key)),
            "a number, a \"text\" or a [ list ]", meant ? number_mend(item.value) : "put a text into quotes");
  return false;
}

/// Lines that begin with # are comments; a # further on is one too, as NetworkX reads it.
void GmlScanner::skip_blanks() {
  for (; at_ < text_.size(); ++at_) {
    if (text_[at_] == '#') at_ = std::min(text_.find('\n', at_), text_.size());
    if (at_ == text_.size() || !is_blank(text_[at_])) return;
    if (text_[at_] != '\n') continue;
    ++line_;
    line_start_ = at_ + 1;
  }
}

std::string_view GmlScanner::word() {
  const std::size_t begin = at_;
  while (at_ < text_.size() && !ends_word(text_[at_])) ++at_;
  return text_.substr(begin, at_ - begin);
}

/// A fault with no way on.
bool GmlScanner::stop(Place place, std::string what, std::string expected, std::string mend) {
  stopped_ = true;
  add_fault(input_, place, std::move(what), std::move(expected), std::move(mend));
  return false;
}

}  // namespace regionet

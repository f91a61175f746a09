// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <vector>

#include "graphs/io/xml.hpp"
#include "graphs/io/xml_text.hpp"

namespace regionet {

/// Scans XML that is ASCII in its markup, holds no declaration, instruction or CDATA section, only the five named
/// references, and no line end in a value. All that it takes it has checked to be well-formed, save that it is UTF-8.
class PlainXml {
 public:
  explicit PlainXml(XmlReader& reader) : reader_(reader), text_(reader.input_.text) {}

  /// False where it gives up.
  [[nodiscard]] bool read() {
    text_ = text_.substr(0, text_.find_last_not_of(" \t\r\n") + 1);
    // Names and blanks are looked through without a bound: the last byte ends them.
    if (!text_.ends_with('>') || !has_plain_bytes() || !skip_declaration()) return false;
    while (at_ < text_.size()) {
      if (!(text_[at_] == '<' ? read_markup() : read_text())) return false;
      if (reader_.stopped_) return true;
    }
    return open_.empty() && !root_.empty();
  }

 private:
  enum Class : std::uint8_t { other = 0, blank = 1, begins_name = 2, in_name = 4, special = 8 };

  static constexpr std::array<std::uint8_t, 256> classes = [] {
    std::array<std::uint8_t, 256> table{};
    const auto mark = [&](std::string_view characters, unsigned what) {
      for (const char c : characters) {
        auto& entry = table[static_cast<unsigned char>(c)];
        entry = static_cast<std::uint8_t>(entry | what);
      }
    };
    mark(" \t\r\n", blank);
    mark("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_", begins_name | in_name);
    mark("0123456789-.:", in_name);
    mark("&<\t\r\n", special);
    return table;
  }();

  [[nodiscard]] static bool is(char c, Class what) { return (classes[static_cast<unsigned char>(c)] & what) != 0; }

  [[nodiscard]] bool has_plain_bytes() const {
    unsigned bad = 0;
    for (const char c : text_) {
      bad |= static_cast<unsigned char>(c) < 0x20U && c != '\t' && c != '\n' && c != '\r' ? 1U : 0U;
    }
    const bool no_nonsense =
        text_.find('\xEF') == std::string_view::npos ||
        (text_.find("\xEF\xBF\xBE") == std::string_view::npos && text_.find("\xEF\xBF\xBF") == std::string_view::npos);
    return bad == 0 && no_nonsense;
  }

  bool skip_declaration() {
    if (!text_.starts_with("<?xml")) return true;
    at_ = 5;
    if (!read_attributes() || text_.substr(at_, 2) != "?>" || pairs_.empty()) return false;
    at_ += 2;
    const auto says = [&](std::size_t i, std::string_view name) { return i < pairs_.size() && pairs_[i].name == name; };
    if (!says(0, "version") || pairs_[0].value != "1.0" || pairs_.size() > 3) return false;
    if (pairs_.size() > 1 && (!says(1, "encoding") || lower_ascii(pairs_[1].value) != "utf-8")) return false;
    return pairs_.size() < 3 || (says(2, "standalone") && (pairs_[2].value == "no" || pairs_[2].value == "yes"));
  }

  /// Up to the next tag.
  bool read_text() {
    const std::string_view run = text_.substr(at_, text_.find('<', at_) - at_);
    if (open_.empty() && !std::ranges::all_of(run, [](char c) { return is(c, blank); })) return false;
    at_ += run.size();
    if (run.find("]]>") != std::string_view::npos) return false;
    const bool references = run.find('&') != std::string_view::npos;
    if (!reader_.collecting_) {
      resolved_.clear();
      return !references || resolve(run, resolved_);
    }
    if (run.find('\r') != std::string_view::npos) return false;  // a parser makes it a line feed
    if (references) return resolve(run, reader_.value_);
    reader_.value_ += run;
    return true;
  }

  /// Appends a text, its references resolved.
  [[nodiscard]] static bool resolve(std::string_view text, std::string& out) {
    constexpr std::array<std::pair<std::string_view, char>, 5> known{
        {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}}};
    while (!text.empty()) {
      const std::size_t plain = std::min(text.find('&'), text.size());
      out += text.substr(0, plain);
      text.remove_prefix(plain);
      if (text.empty()) return true;
      const auto found = std::ranges::find_if(known, [&](const auto& row) { return text.starts_with(row.first); });
      if (found == known.end()) return false;
      out += found->second;
      text.remove_prefix(found->first.size());
    }
    return true;
  }

  bool read_markup() {
    const char next = text_[at_ + 1];
    if (next == '/') return read_end_tag();
    return next == '!' ? skip_comment() : read_start_tag();
  }

  bool skip_comment() {
    if (!text_.substr(at_).starts_with("<!--")) return false;
    const std::size_t hyphens = text_.find("--", at_ + 4);
    if (hyphens == std::string_view::npos || text_.substr(hyphens, 3) != "-->") return false;
    at_ = hyphens + 3;
    return true;
  }

  bool read_end_tag() {
    reader_.offset_ = at_;
    at_ += 2;
    if (open_.empty() || read_name() != open_.back()) return false;
    skip_blanks();
    if (text_[at_] != '>') return false;
    reader_.past_ = ++at_;
    reader_.leave();
    open_.pop_back();
    return true;
  }

  bool read_start_tag() {
    if (open_.empty() && !root_.empty()) return false;
    const std::size_t begin = at_++;
    const std::string_view name = read_name();
    if (name.empty() || !read_attributes()) return false;
    const bool is_empty = text_[at_] == '/';
    at_ += is_empty ? 1 : 0;
    if (at_ >= text_.size() || text_[at_] != '>') return false;
    reader_.offset_ = begin;
    reader_.past_ = ++at_;
    if (open_.empty()) root_ = name;
    reader_.enter(name, XmlAttributes(pairs_));
    if (reader_.stopped_) return true;
    if (!is_empty) {
      open_.push_back(name);
    } else {
      reader_.offset_ = at_;
      reader_.leave();
    }
    return true;
  }

  /// Up to the byte that ends the tag.
  bool read_attributes() {
    pairs_.clear();
    bool references = false;
    for (;;) {
      const std::size_t begin = at_;
      skip_blanks();
      if (!is(text_[at_], begins_name)) break;
      if (begin == at_) return false;
      const std::string_view name = read_name();
      std::string_view value;
      if (!read_value(value, references)) return false;
      for (const auto& pair : pairs_) {
        if (pair.name == name) return false;
      }
      pairs_.push_back({name, value});
      if (pairs_.size() > 16) return false;  // each is compared with all others
    }
    return !references || resolve_values();
  }

  bool read_value(std::string_view& value, bool& references) {
    skip_blanks();
    if (text_[at_] != '=') return false;
    ++at_;
    skip_blanks();
    const char quote = text_[at_];
    if (quote != '"' && quote != '\'') return false;
    const std::size_t begin = ++at_;
    for (; at_ < text_.size() && text_[at_] != quote; ++at_) {
      if (!is(text_[at_], special)) continue;
      if (text_[at_] != '&') return false;
      references = true;
    }
    value = text_.substr(begin, at_ - begin);
    return ++at_ < text_.size();
  }

  bool resolve_values() {
    std::size_t size = 0;
    for (const auto& pair : pairs_) size += pair.value.size();
    resolved_.clear();
    resolved_.reserve(size);  // so that it does not move under the values
    for (auto& pair : pairs_) {
      const std::size_t begin = resolved_.size();
      if (!resolve(pair.value, resolved_)) return false;
      pair.value = std::string_view(resolved_).substr(begin);
    }
    return true;
  }

  std::string_view read_name() {
    const std::size_t begin = at_;
    if (is(text_[at_], begins_name)) {
      while (is(text_[at_], in_name)) ++at_;
    }
    return text_.substr(begin, at_ - begin);
  }

  void skip_blanks() {
    while (is(text_[at_], blank)) ++at_;
  }

  XmlReader& reader_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::string_view root_;
  std::vector<std::string_view> open_;
  std::vector<XmlAttributes::Pair> pairs_;
  std::string resolved_;
};

}  // namespace regionet

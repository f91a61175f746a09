// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

namespace regionet {

/// Reads the numbers of one line from left to right; blanks and tabs between them.
class NumberLine {
 public:
  explicit NumberLine(std::string_view line) : line_(line), at_(line.data()) {}

  [[nodiscard]] bool at_end() {
    while (at_ != end() && is_blank(*at_)) ++at_;
    return at_ == end();
  }
  /// The next cell as a whole number, or as a finite one; nothing where it is none.
  std::optional<std::uint64_t> whole() { return next<std::uint64_t>(); }
  std::optional<double> real() {
    if (!at_end() && *at_ == '+') ++at_;
    const auto value = next<double>();
    return value && std::isfinite(*value) ? value : std::nullopt;
  }
  /// The cell that was read last, and the column where it begins.
  [[nodiscard]] std::string_view cell() const {
    const std::size_t begin = column() - 1;
    return line_.substr(begin, line_.find_first_of(" \t", begin) - begin);
  }
  /// What follows behind it and the blanks.
  [[nodiscard]] std::string_view rest() {
    static_cast<void>(at_end());
    return line_.substr(static_cast<std::size_t>(at_ - line_.data()));
  }
  [[nodiscard]] std::uint64_t column() const { return static_cast<std::uint64_t>(cell_ - line_.data()) + 1; }

 private:
  static bool is_blank(char c) { return c == ' ' || c == '\t'; }
  [[nodiscard]] const char* end() const { return line_.data() + line_.size(); }

  template <typename Number>
  std::optional<Number> next() {
    static_cast<void>(at_end());
    cell_ = at_;
    Number value{};
    const auto [stop, fault] = std::from_chars(at_, end(), value);
    at_ = stop;
    if (fault != std::errc{} || (stop != end() && !is_blank(*stop))) return std::nullopt;
    return value;
  }

  std::string_view line_;
  const char* at_;
  const char* cell_ = line_.data();
};

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "graphs/diagnostic.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <numeric>

namespace regionet {
namespace {

/// How many bytes the first character of `text` has; 0 where they are no character of UTF-8.
std::size_t character_size(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t size = lead < 0x80U   ? 1
                           : lead < 0xC2U ? 0
                           : lead < 0xE0U ? 2
                           : lead < 0xF0U ? 3
                           : lead < 0xF5U ? 4
                                          : 0;
  if (size > text.size()) return 0;
  for (std::size_t i = 1; i < size; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) return 0;
  }
  return size;
}

std::string summary(const Diagnostics& faults) {
  return faults.shown().empty() ? "bad input" : to_string(faults.shown().front());
}

Diagnostics single(Diagnostic fault) {
  Diagnostics faults;
  faults.add(std::move(fault));
  return faults;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

std::string printable(std::string_view text, std::size_t limit) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (out.size() >= limit) return out + "...";
    const std::size_t size = character_size(text.substr(i));
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c1_control = size == 2 && byte == 0xC2U && static_cast<unsigned char>(text[i + 1]) < 0xA0U;
    if (c1_control) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[i + 1]));
    } else if (size == 0 || byte < 0x20U || byte == 0x7FU) {
      out += fmt::format("\\x{:02x}", byte);
    } else {
      out += text.substr(i, size);
    }
    i += std::max<std::size_t>(1, size);
  }
  return out;
}

std::string to_string(const Diagnostic& fault) {
  std::string out = printable(fault.file, 4096);
  if (fault.line != 0) out += fmt::format("{}{}", out.empty() ? "line " : ":", fault.line);
  if (fault.column != 0) out += fmt::format(":{}", fault.column);
  if (!out.empty()) out += ": ";
  if (fault.severity == Severity::warning) out += "warning: ";
  out += fault.what;
  if (!fault.expected.empty()) out += "; expected " + fault.expected;
  if (!fault.mend.empty()) out += "; " + fault.mend;
  return out;
}

std::string_view nearest(std::string_view text, std::span<const std::string_view> names) {
  std::string_view best;
  std::size_t least = text.size() / 3 + 2;
  for (const std::string_view name : names) {
    const std::size_t distance = edit_distance(text, name);
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  return best;
}

void Diagnostics::add(Diagnostic fault) {
  std::uint64_t& count = fault.severity == Severity::error ? errors_ : warnings_;
  if (count++ < kept) shown_.push_back(std::move(fault));
}

void Diagnostics::append(const Diagnostics& other) {
  const std::uint64_t errors = errors_ + other.errors_;
  const std::uint64_t warnings = warnings_ + other.warnings_;
  for (const Diagnostic& fault : other.shown_) add(fault);
  errors_ = errors;
  warnings_ = warnings;
}

InputError::InputError(Diagnostics faults) : std::runtime_error(summary(faults)), faults_(std::move(faults)) {}

InputError::InputError(Diagnostic fault) : InputError(single(std::move(fault))) {}

}  // namespace regionet

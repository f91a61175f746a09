// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace regionet {

enum class Severity : std::uint8_t { error, warning };

/// One fault of an input: where it is, what is wrong, what was expected, how to mend it.
/// A line or column of 0 means that the fault has no such place.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string file;
  std::uint64_t line = 0;
  std::uint64_t column = 0;
  std::string what;
  std::string expected;
  std::string mend;
};

/// `FILE:LINE:COLUMN: what; expected ...; mend`, with control characters made visible.
[[nodiscard]] std::string to_string(const Diagnostic&);

/// Text that is safe to show in a message: control characters as \xNN, long text shortened.
[[nodiscard]] std::string printable(std::string_view text, std::size_t limit = 80);

/// Levenshtein distance in bytes. O(|a| |b|).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The name out of `names` nearest to `text` by edit distance, empty where none is near.
[[nodiscard]] std::string_view nearest(std::string_view text, std::span<const std::string_view> names);

/// A list of faults that counts all of them and keeps the first 100 of each severity.
class Diagnostics {
 public:
  static constexpr std::size_t kept = 100;

  void add(Diagnostic fault);
  void append(const Diagnostics& other);

  [[nodiscard]] const std::vector<Diagnostic>& shown() const { return shown_; }
  [[nodiscard]] std::uint64_t errors() const { return errors_; }
  [[nodiscard]] std::uint64_t warnings() const { return warnings_; }

 private:
  std::vector<Diagnostic> shown_;
  std::uint64_t errors_ = 0;
  std::uint64_t warnings_ = 0;
};

/// Bad input: carries every fault that was found.
class InputError : public std::runtime_error {
 public:
  explicit InputError(Diagnostics faults);
  explicit InputError(Diagnostic fault);

  [[nodiscard]] const Diagnostics& faults() const { return faults_; }

 private:
  Diagnostics faults_;
};

/// A file that cannot be opened, read or written.
class FileError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace regionet

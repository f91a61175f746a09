// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace regionet {

/// Seconds of the parts of a run, for `--stats`.
class RunClock {
 public:
  enum class Part : std::uint8_t { start, read, build, kernel, write };
  static constexpr std::array<std::string_view, 5> parts{"start", "read", "build", "kernel", "write"};

  /// What follows belongs to this part.
  void begin(Part part) {
    const auto now = std::chrono::steady_clock::now();
    seconds_[static_cast<std::size_t>(part_)] += std::chrono::duration<double>(now - since_).count();
    part_ = part;
    since_ = now;
  }
  [[nodiscard]] double seconds(Part part) const { return seconds_[static_cast<std::size_t>(part)]; }

 private:
  std::array<double, parts.size()> seconds_{};
  Part part_ = Part::start;
  std::chrono::steady_clock::time_point since_ = std::chrono::steady_clock::now();
};

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string_view>

#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// A step would take more memory than the run allows.
class MemoryLimitError : public std::invalid_argument {
 public:
  using std::invalid_argument::invalid_argument;
};

/// Throws MemoryLimitError, with the estimate, where a step that needs so many bytes would break the run's limit.
void refuse_beyond_limit(const RunContext&, std::uint64_t bytes, std::string_view what);

/// The most memory that this process has held so far, in bytes.
[[nodiscard]] std::uint64_t peak_memory();

}  // namespace regionet

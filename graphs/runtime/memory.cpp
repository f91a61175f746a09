// SPDX-License-Identifier: Apache-2.0
#include "graphs/runtime/memory.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

namespace regionet {

void refuse_beyond_limit(const RunContext& run, std::uint64_t bytes, std::string_view what) {
  if (run.memory_limit == 0 || bytes <= run.memory_limit) return;
  throw MemoryLimitError(
      fmt::format("{} needs some {} MiB, more than the {} MiB allowed; raise --memory-limit, or use fewer threads",
                  what, (bytes >> 20U) + 1, run.memory_limit >> 20U));
}

std::uint64_t peak_memory() {
  struct rusage usage {};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "graphs/runtime/buffer.hpp"

#include <sys/mman.h>
#include <cstdlib>
#include <new>

namespace regionet {
namespace {

constexpr std::size_t large_page = std::size_t{1} << 21U;

bool on_large_pages(std::size_t bytes) { return bytes >= 2 * large_page; }

}  // namespace

std::shared_ptr<void> allocate_pages(std::size_t bytes) {
  constexpr std::size_t cache_line = 64;
  const bool large = on_large_pages(bytes);
  const std::size_t alignment = large ? large_page : cache_line;
  const std::size_t rounded = (bytes / alignment + 1) * alignment;
  if (rounded < bytes) throw std::bad_alloc();
  std::shared_ptr<void> memory(std::aligned_alloc(alignment, rounded), std::free);
  if (memory == nullptr) throw std::bad_alloc();
  if (large) static_cast<void>(::madvise(memory.get(), rounded, MADV_HUGEPAGE));  // a wish, not a need
  return memory;
}

void release_pages(void* memory, std::size_t bytes, std::size_t allocated) {
  if (!on_large_pages(allocated)) return;
  const std::size_t kept = (bytes + large_page - 1) / large_page * large_page;
  if (kept >= allocated) return;
  static_cast<void>(::madvise(static_cast<std::byte*>(memory) + kept, allocated - kept, MADV_DONTNEED));
}

}  // namespace regionet

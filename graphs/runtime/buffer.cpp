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

void* allocate_block(std::size_t bytes) noexcept {
  if (!on_large_pages(bytes)) return std::malloc(bytes == 0 ? 1 : bytes);
  const std::size_t rounded = (bytes + large_page - 1) / large_page * large_page;
  void* const memory = rounded < bytes ? nullptr : std::aligned_alloc(large_page, rounded);
  if (memory != nullptr) static_cast<void>(::madvise(memory, rounded, MADV_HUGEPAGE));  // a wish, not a need
  return memory;
}

std::shared_ptr<void> allocate_pages(std::size_t bytes) {
  std::shared_ptr<void> memory(allocate_block(bytes), std::free);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void release_pages(void* memory, std::size_t bytes, std::size_t allocated) {
  if (!on_large_pages(allocated)) return;
  const std::size_t kept = (bytes + large_page - 1) / large_page * large_page;
  if (kept >= allocated) return;
  static_cast<void>(::madvise(static_cast<std::byte*>(memory) + kept, allocated - kept, MADV_DONTNEED));
}

}  // namespace regionet

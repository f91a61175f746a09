// SPDX-License-Identifier: Apache-2.0
// Large blocks of the program's heap on large pages: the columns of a network of a million agreements are hundreds of
// megabytes, and a page of 4 KiB is asked of the system, cleared and looked up for each of them one by one.
#include <sys/mman.h>
#include <cstdlib>
#include <new>

// Under a sanitizer its own operators have to stay, as they watch what they gave.
#ifndef REGIONET_SANITIZED
// NOLINTBEGIN(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory): these are what owners are made of

namespace {

constexpr std::size_t large_page = std::size_t{1} << 21U;

void* allocate(std::size_t size) {
  if (size < 2 * large_page) return std::malloc(size == 0 ? 1 : size);
  const std::size_t rounded = (size + large_page - 1) / large_page * large_page;
  void* const memory = rounded < size ? nullptr : std::aligned_alloc(large_page, rounded);
  if (memory != nullptr) static_cast<void>(::madvise(memory, rounded, MADV_HUGEPAGE));  // a wish, not a need
  return memory;
}

}  // namespace

void* operator new(std::size_t size) {
  void* const memory = allocate(size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

// NOLINTEND(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory)
#endif

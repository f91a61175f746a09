// SPDX-License-Identifier: Apache-2.0
// Large blocks of the program's heap on large pages: the columns of a network of a million agreements are hundreds of
// megabytes, and a page of 4 KiB is asked of the system, cleared and looked up for each of them one by one.
#include <cstdlib>
#include <new>

#include "graphs/runtime/buffer.hpp"

// Under a sanitizer its own operators have to stay, as they watch what they gave.
#ifndef REGIONET_SANITIZED
// NOLINTBEGIN(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory): these are what owners are made of

void* operator new(std::size_t size) {
  void* const memory = regionet::allocate_block(size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

// NOLINTEND(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory)
#endif

// SPDX-License-Identifier: Apache-2.0
#include "tests/allocation/failing_allocations.hpp"

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

std::atomic<bool> armed{false};
std::atomic<bool> failed{false};
std::atomic<bool> all_follow{false};
std::atomic<std::int64_t> left{0};

void* allocate(std::size_t bytes, std::size_t alignment) {
  if (armed && left.fetch_sub(1) <= 0 && (all_follow || !failed)) {
    failed = true;
    throw std::bad_alloc();
  }
  const std::size_t size = (bytes + alignment - 1) / alignment * alignment;
  void* const memory = std::aligned_alloc(alignment, size == 0 ? alignment : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

namespace regionet::test {

void fail_allocation(std::int64_t k, bool all_that_follow) {
  left = k;
  failed = false;
  all_follow = all_that_follow;
  armed = true;
}

bool stop_failing() {
  armed = false;
  return failed;
}

}  // namespace regionet::test

// The array and nothrow forms call these.
void* operator new(std::size_t bytes) { return allocate(bytes, alignof(std::max_align_t)); }
void* operator new(std::size_t bytes, std::align_val_t alignment) {
  return allocate(bytes, static_cast<std::size_t>(alignment));
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

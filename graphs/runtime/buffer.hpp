// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>

namespace regionet {

/// A block for std::free: on large pages where it is large and the system offers them. Null where there is no memory.
[[nodiscard]] void* allocate_block(std::size_t bytes) noexcept;

/// Memory for large columns, not written when it is made; on large pages where it is large and the system offers them.
/// Throws std::bad_alloc.
[[nodiscard]] std::shared_ptr<void> allocate_pages(std::size_t bytes);

/// Gives back the memory behind the first `bytes` of what `allocate_pages` gave, page by page.
void release_pages(void* memory, std::size_t bytes, std::size_t allocated);

/// An array whose elements are not written when it is made: for large columns that are filled at once.
template <typename Value>
class Buffer {
  static_assert(std::is_trivially_copyable_v<Value>);

 public:
  Buffer() = default;
  explicit Buffer(std::size_t size) : values_(allocate_pages(size * sizeof(Value))), size_(size) {}

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] Value* data() { return static_cast<Value*>(values_.get()); }
  [[nodiscard]] const Value* data() const { return static_cast<const Value*>(values_.get()); }
  [[nodiscard]] Value& operator[](std::size_t i) { return data()[i]; }
  [[nodiscard]] const Value& operator[](std::size_t i) const { return data()[i]; }
  [[nodiscard]] Value* begin() { return data(); }
  [[nodiscard]] Value* end() { return data() + size_; }
  [[nodiscard]] const Value* begin() const { return data(); }
  [[nodiscard]] const Value* end() const { return data() + size_; }
  [[nodiscard]] std::span<Value> view() { return {data(), size_}; }
  [[nodiscard]] std::span<const Value> view() const { return {data(), size_}; }

  /// Keeps the first `size` elements, where they are, and gives back the pages behind them.
  void shrink(std::size_t size) {
    release_pages(values_.get(), size * sizeof(Value), size_ * sizeof(Value));
    size_ = size;
  }

  /// Gives up the array, to be kept alive by whoever looks at it.
  [[nodiscard]] std::shared_ptr<const void> release() && {
    size_ = 0;
    return std::move(values_);
  }

 private:
  std::shared_ptr<void> values_;
  std::size_t size_ = 0;
};

}  // namespace regionet

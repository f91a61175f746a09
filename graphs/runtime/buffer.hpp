// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>

namespace regionet {

/// An array whose elements are not written when it is made: for large columns that are filled at once.
template <typename Value>
class Buffer {
  static_assert(std::is_trivially_copyable_v<Value>);

 public:
  Buffer() = default;
  explicit Buffer(std::size_t size) : values_(new Value[size]), size_(size) {}  // default-initialised: not written

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] Value* data() { return values_.get(); }
  [[nodiscard]] Value& operator[](std::size_t i) { return values_[i]; }
  [[nodiscard]] const Value& operator[](std::size_t i) const { return values_[i]; }
  [[nodiscard]] std::span<Value> view() { return {values_.get(), size_}; }
  [[nodiscard]] std::span<const Value> view() const { return {values_.get(), size_}; }

  /// Gives up the array, to be kept alive by whoever looks at it.
  [[nodiscard]] std::shared_ptr<const void> release() && {
    size_ = 0;
    return std::shared_ptr<const Value[]>(std::move(values_));
  }

 private:
  std::unique_ptr<Value[]> values_;
  std::size_t size_ = 0;
};

}  // namespace regionet

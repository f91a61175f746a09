// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace regionet {

/// One value a row, owned or mapped from a file. Rows past the end are `Value{}`: a column that nobody wrote is empty.
template <typename Value>
class Values {
 public:
  Values() = default;
  Values(std::vector<Value> values) : owned_(std::move(values)), rows_(owned_) {}
  /// Looks at rows that `owner` keeps alive; they cannot be written.
  Values(std::shared_ptr<const void> owner, std::span<const Value> rows) : owner_(std::move(owner)), rows_(rows) {}
  Values(const Values&) = delete;
  Values& operator=(const Values&) = delete;
  Values(Values&&) noexcept = default;
  Values& operator=(Values&&) noexcept = default;
  ~Values() = default;

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] Value operator[](std::size_t row) const { return row < rows_.size() ? rows_[row] : Value{}; }
  [[nodiscard]] std::span<const Value> rows() const { return rows_; }

  void push_back(Value value) {
    owned_.push_back(value);
    rows_ = owned_;
  }
  void reserve(std::size_t rows) {
    owned_.reserve(rows);
    rows_ = owned_;
  }
  void resize(std::size_t rows, Value value = Value{}) {
    owned_.resize(rows, value);
    rows_ = owned_;
  }
  /// Sets a row; the column grows as far as it is written.
  void write(std::size_t row, Value value) {
    if (row >= owned_.size()) {
      if (value == Value{}) return;
      resize(row + 1);
    }
    owned_[row] = value;
  }
  /// The owned rows, to be changed in place.
  [[nodiscard]] std::span<Value> edit() { return owned_; }

 private:
  std::vector<Value> owned_;
  std::shared_ptr<const void> owner_;
  std::span<const Value> rows_;
};

}  // namespace regionet

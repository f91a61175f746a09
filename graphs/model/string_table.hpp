// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regionet {

using TextId = std::uint32_t;

/// Every distinct text once, numbered from 0 in the order of first appearance; no allocation a text.
class StringTable {
 public:
  StringTable();

  /// The number of `text`, which is added where it is new. Throws std::length_error past 2^32 - 2 texts.
  TextId intern(std::string_view text);

  [[nodiscard]] std::optional<TextId> find(std::string_view text) const;
  [[nodiscard]] std::string_view operator[](TextId id) const {
    return {bytes_.data() + offsets_[id], offsets_[id + 1] - offsets_[id]};
  }
  [[nodiscard]] std::size_t size() const { return offsets_.size() - 1; }

  void reserve(std::size_t texts, std::size_t bytes);

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t id = vacant;
  };
  static constexpr std::uint32_t vacant = 0xFFFFFFFFU;

  [[nodiscard]] std::size_t probe(std::string_view text, std::uint32_t hash) const;
  void grow(std::size_t slots);

  std::vector<char> bytes_;
  std::vector<std::uint64_t> offsets_;
  std::vector<Slot> slots_;  // a power of two, at most half full
};

}  // namespace regionet

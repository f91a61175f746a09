// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regionet {

using TextId = std::uint32_t;

/// Every distinct text once, numbered from 0 in the order of first appearance; no allocation a text.
class StringTable {
 public:
  StringTable();
  StringTable(const StringTable&) = delete;
  StringTable& operator=(const StringTable&) = delete;
  StringTable(StringTable&&) noexcept = default;
  StringTable& operator=(StringTable&&) noexcept = default;
  ~StringTable() = default;

  /// The number of `text`, which is added where it is new. Throws std::length_error past 2^32 - 2 texts.
  TextId intern(std::string_view text);

  [[nodiscard]] std::optional<TextId> find(std::string_view text) const;
  [[nodiscard]] std::string_view operator[](TextId id) const {
    return text_.substr(starts_[id], starts_[id + 1] - starts_[id]);
  }
  [[nodiscard]] std::size_t size() const { return starts_.size() - 1; }

  /// Every text in a row, and where each begins, with the end of the last.
  [[nodiscard]] std::string_view bytes() const { return text_; }
  [[nodiscard]] std::span<const std::uint64_t> starts() const { return starts_; }
  /// A table that looks at texts which `owner` keeps alive. It cannot be added to.
  [[nodiscard]] static StringTable mapped(std::shared_ptr<const void> owner, std::span<const std::uint64_t> starts,
                                          std::string_view bytes);

  /// The bytes that the table holds, its index included; those of mapped texts are not its own.
  [[nodiscard]] std::size_t memory() const {
    return bytes_.capacity() + sizeof(std::uint64_t) * offsets_.capacity() + sizeof(Slot) * slots_.capacity();
  }

  void reserve(std::size_t texts, std::size_t bytes);
  /// Fetches from memory where `text` would be looked up: of a large table that takes longer than all else.
  void expect(std::string_view text) const;

  /// Nothing will be added any more: gives the index of texts back, to be made again by the first `find`.
  void forget_index();

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t id = vacant;
  };
  static constexpr std::uint32_t vacant = 0xFFFFFFFFU;

  [[nodiscard]] std::size_t probe(std::string_view text, std::uint32_t hash) const;
  void grow(std::size_t slots);
  void index_again() const;
  void look();

  std::vector<char> bytes_;
  std::vector<std::uint64_t> offsets_;
  mutable std::vector<Slot> slots_;           // a power of two, at most half full; empty where forgotten
  std::unique_ptr<std::once_flag> indexing_;  // once, by whichever thread asks first

  std::shared_ptr<const void> owner_;
  std::string_view text_;                  // the bytes, owned or mapped
  std::span<const std::uint64_t> starts_;  // the offsets, owned or mapped
};

}  // namespace regionet

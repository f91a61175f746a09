// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace regionet {

/// Whether a text is a number as regionet writes one: digits without a leading zero, fewer than 19.
[[nodiscard]] bool is_canonical_decimal(std::string_view);

/// Canonical order of ids: by number if every id is a canonical decimal, else by bytes.
[[nodiscard]] bool canonical_less(std::string_view a, std::string_view b, bool all_decimal);

/// The ids of a plain graph, distinct and in canonical order; owns the texts or looks at a mapped file.
///
/// Cost   finding O(log n); 8 bytes an id beside the text. Decimal ids are turned into text when first asked for.
class Labels {
 public:
  Labels() = default;
  /// `offsets` has one more entry than there are ids; `owner` keeps both spans alive.
  Labels(std::shared_ptr<const void> owner, std::span<const std::uint64_t> offsets, std::string_view bytes,
         bool all_decimal);
  /// The decimal ids `values`, which rise; the numbers 0 to count-1 where `values` is empty.
  static Labels decimals(std::size_t count, std::vector<std::uint64_t> values);

  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] std::string_view operator[](std::size_t id) const;
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const;
  /// Bytes that the texts take, as far as they stand.
  [[nodiscard]] std::uint64_t bytes() const;
  [[nodiscard]] bool all_decimal() const { return all_decimal_; }

 private:
  struct Numbers;

  std::shared_ptr<const void> owner_;
  std::shared_ptr<Numbers> numbers_;  // decimal ids that are not text yet
  std::span<const std::uint64_t> offsets_;
  std::string_view bytes_;
  std::size_t count_ = 0;
  bool all_decimal_ = false;
};

}  // namespace regionet

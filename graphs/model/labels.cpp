// SPDX-License-Identifier: Apache-2.0
#include "graphs/model/labels.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <mutex>
#include <string>

namespace regionet {

bool is_canonical_decimal(std::string_view id) {
  return !id.empty() && id.size() < 19 && (id.size() == 1 || id.front() != '0') &&
         std::ranges::all_of(id, [](char c) { return c >= '0' && c <= '9'; });
}

bool canonical_less(std::string_view a, std::string_view b, bool all_decimal) {
  if (all_decimal && a.size() != b.size()) return a.size() < b.size();
  return a < b;
}

struct Labels::Numbers {
  std::vector<std::uint64_t> values;  // empty: 0, 1, 2, ...
  std::once_flag once;
  std::vector<std::uint64_t> offsets;
  std::string bytes;

  [[nodiscard]] std::uint64_t value(std::size_t id) const { return values.empty() ? id : values[id]; }

  void write(std::size_t count) {
    offsets.reserve(count + 1);
    offsets.push_back(0);
    std::array<char, 20> digits{};
    for (std::size_t id = 0; id < count; ++id) {
      bytes.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value(id)).ptr);
      offsets.push_back(bytes.size());
    }
  }
};

Labels::Labels(std::shared_ptr<const void> owner, std::span<const std::uint64_t> offsets, std::string_view bytes,
               bool all_decimal)
    : owner_(std::move(owner)),
      offsets_(offsets),
      bytes_(bytes),
      count_(offsets.empty() ? 0 : offsets.size() - 1),
      all_decimal_(all_decimal) {}

Labels Labels::decimals(std::size_t count, std::vector<std::uint64_t> values) {
  Labels labels;
  labels.numbers_ = std::make_shared<Numbers>();
  labels.numbers_->values = std::move(values);
  labels.count_ = count;
  labels.all_decimal_ = true;
  return labels;
}

std::string_view Labels::operator[](std::size_t id) const {
  if (numbers_ == nullptr) return bytes_.substr(offsets_[id], offsets_[id + 1] - offsets_[id]);
  std::call_once(numbers_->once, [this] { numbers_->write(count_); });
  const auto& offsets = numbers_->offsets;
  return std::string_view(numbers_->bytes).substr(offsets[id], offsets[id + 1] - offsets[id]);
}

std::uint64_t Labels::bytes() const {
  if (numbers_ == nullptr) return bytes_.size() + offsets_.size_bytes();
  return 8 * (numbers_->values.size() + numbers_->offsets.size()) + numbers_->bytes.size();
}

std::optional<std::uint32_t> Labels::find(std::string_view text) const {
  if (all_decimal_ && !is_canonical_decimal(text)) return std::nullopt;
  std::size_t low = 0;
  for (std::size_t high = count_; low < high;) {
    const std::size_t middle = low + (high - low) / 2;
    canonical_less((*this)[middle], text, all_decimal_) ? low = middle + 1 : high = middle;
  }
  if (low == count_ || (*this)[low] != text) return std::nullopt;
  return static_cast<std::uint32_t>(low);
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "graphs/model/string_table.hpp"

#include <xxhash.h>
#include <bit>
#include <stdexcept>

namespace regionet {
namespace {

std::uint32_t hash_of(std::string_view text) {
  return static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size()) >> 32U);
}

}  // namespace

StringTable::StringTable() : offsets_{0}, slots_(16) { look(); }

void StringTable::look() {
  text_ = {bytes_.data(), bytes_.size()};
  starts_ = offsets_;
}

StringTable StringTable::mapped(std::shared_ptr<const void> owner, std::span<const std::uint64_t> starts,
                                std::string_view bytes) {
  StringTable table;
  table.owner_ = std::move(owner);
  table.starts_ = starts;
  table.text_ = bytes;
  table.slots_ = {};
  table.indexing_ = std::make_unique<std::once_flag>();
  return table;
}

std::size_t StringTable::probe(std::string_view text, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].id != vacant && !(slots_[at].hash == hash && (*this)[slots_[at].id] == text)) {
    at = (at + 1) & mask;
  }
  return at;
}

void StringTable::expect(std::string_view text) const {
  if (!slots_.empty()) __builtin_prefetch(&slots_[hash_of(text) & (slots_.size() - 1)]);
}

TextId StringTable::intern(std::string_view text) {
  const std::uint32_t hash = hash_of(text);
  const std::size_t at = probe(text, hash);
  if (slots_[at].id != vacant) return slots_[at].id;

  const std::size_t id = size();
  if (id >= vacant) throw std::length_error("more than 4294967294 distinct texts");
  bytes_.insert(bytes_.end(), text.begin(), text.end());
  offsets_.push_back(bytes_.size());
  look();
  slots_[at] = {hash, static_cast<std::uint32_t>(id)};
  if (2 * size() > slots_.size()) grow(2 * slots_.size());
  return static_cast<TextId>(id);
}

void StringTable::forget_index() {
  slots_ = {};
  bytes_.shrink_to_fit();
  offsets_.shrink_to_fit();
  look();
  indexing_ = std::make_unique<std::once_flag>();
}

void StringTable::index_again() const {
  std::vector<Slot> slots(std::bit_ceil(2 * size() + 2));
  const std::size_t mask = slots.size() - 1;
  for (TextId id = 0; id < size(); ++id) {
    const std::uint32_t hash = hash_of((*this)[id]);
    std::size_t at = hash & mask;
    while (slots[at].id != vacant) at = (at + 1) & mask;
    slots[at] = {hash, id};
  }
  slots_ = std::move(slots);
}

std::optional<TextId> StringTable::find(std::string_view text) const {
  if (indexing_ != nullptr) std::call_once(*indexing_, [this] { index_again(); });
  const Slot& slot = slots_[probe(text, hash_of(text))];
  return slot.id == vacant ? std::nullopt : std::optional<TextId>(slot.id);
}

void StringTable::reserve(std::size_t texts, std::size_t bytes) {
  bytes_.reserve(bytes);
  offsets_.reserve(texts + 1);
  look();
  const std::size_t slots = std::bit_ceil(2 * texts + 2);
  if (slots > slots_.size()) grow(slots);
}

void StringTable::grow(std::size_t slots) {
  std::vector<Slot> old(slots);
  old.swap(slots_);
  const std::size_t mask = slots - 1;
  for (const Slot& slot : old) {
    if (slot.id == vacant) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].id != vacant) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace regionet

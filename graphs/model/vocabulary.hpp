// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regionet {

enum class Kind : std::uint8_t {
  country,
  region,
  municipality,
  city,
  district,
  university,
  institute,
  company,
  agency,
  hospital,
  park,
  media,
  chamber,
  ministry,
  other
};
enum class Scope : std::uint8_t { subnational, national };
enum class Certainty : std::uint8_t { stated, inferred, disputed };

/// The names of a fixed list, in the order of its enumerators.
template <typename Enum>
[[nodiscard]] std::span<const std::string_view> names_of();
template <>
std::span<const std::string_view> names_of<Kind>();
template <>
std::span<const std::string_view> names_of<Scope>();
template <>
std::span<const std::string_view> names_of<Certainty>();

template <typename Enum>
[[nodiscard]] std::string_view to_string(Enum value) {
  return names_of<Enum>()[static_cast<std::size_t>(value)];
}

/// The enumerator called `name`, if there is one.
template <typename Enum>
[[nodiscard]] std::optional<Enum> from_name(std::string_view name) {
  const auto names = names_of<Enum>();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

/// A type or status of agreements.
struct Term {
  std::string id;
  std::string title;
  std::string definition;
  std::string group;
};

/// A list that a dataset may extend: the types of agreements, or their statuses.
class Vocabulary {
 public:
  using Id = std::uint8_t;

  Vocabulary() = default;
  Vocabulary(std::initializer_list<Term> terms) : terms_(terms) {}

  /// Adds a term or completes the one of the same id. Throws std::length_error past 256 terms.
  Id add(Term term);

  [[nodiscard]] std::optional<Id> find(std::string_view id) const;
  /// Whether this is the id of a term, or a group of terms.
  [[nodiscard]] bool knows(std::string_view id_or_group) const;
  [[nodiscard]] const Term& operator[](Id id) const { return terms_[id]; }
  [[nodiscard]] std::size_t size() const { return terms_.size(); }
  [[nodiscard]] std::vector<std::string_view> ids() const;

 private:
  std::vector<Term> terms_;
};

/// The types and statuses that every network has.
[[nodiscard]] Vocabulary standard_types();
[[nodiscard]] Vocabulary standard_statuses();

/// Statuses that a view counts unless told otherwise.
inline constexpr std::array<std::string_view, 4> default_statuses{"signed", "opened", "renewed", "ended"};

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "graphs/model/network.hpp"

namespace regionet {

/// In what language names, headings and dates are shown.
enum class Language : std::uint8_t { en, ru, zh, be };
inline constexpr std::array<std::string_view, 4> languages{"en", "ru", "zh", "be"};

/// A heading or the title of a type or status in a language; the English title, else the key itself where there is
/// no translation.
[[nodiscard]] std::string word(Language, std::string_view key);

/// The name of an actor in a language, in English where it has none.
[[nodiscard]] std::string_view name_of(const Network&, ActorId, Language);

/// An EDTF date as people say it: `spring 2015`, `2014 or 2015`, `before 2016`.
[[nodiscard]] std::string date_text(std::string_view edtf, Language = Language::en);

}  // namespace regionet

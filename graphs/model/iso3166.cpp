// SPDX-License-Identifier: Apache-2.0
#include "graphs/model/iso3166.hpp"

#include <algorithm>
#include <array>

namespace regionet {
namespace {

struct Entry {
  std::string_view code;
  std::string_view name;
};

constexpr Entry entries[] = {
#include "iso3166_entries.inc"
};

}  // namespace

std::optional<std::string_view> iso3166_name(std::string_view code) {
  const auto* found = std::ranges::lower_bound(entries, code, {}, &Entry::code);
  if (found == std::end(entries) || found->code != code) return std::nullopt;
  return found->name;
}

std::string_view iso3166_country(std::string_view code) { return code.substr(0, code.find('-')); }

}  // namespace regionet

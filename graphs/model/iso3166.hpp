// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace regionet {

/// The English name that ISO 3166-1 or 3166-2 gives to a code such as `BY` or `CN-GS`; none for an unknown code.
/// Source: Debian's iso-codes, taken in at build time. Other systems (HASC, FIPS, GB/T 2260) use other codes for the
/// same places: in ISO 3166-2 CN-HB is Hubei and CN-HE is Hebei.
[[nodiscard]] std::optional<std::string_view> iso3166_name(std::string_view code);

/// The country part of a code: `CN` of `CN-GS`.
[[nodiscard]] std::string_view iso3166_country(std::string_view code);

}  // namespace regionet

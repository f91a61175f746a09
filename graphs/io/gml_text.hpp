// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace regionet {

/// The text behind a quoted GML value: `raw` itself where it holds no `&`, otherwise decoded into `buffer`. An `&` that
/// begins no entity stays and is counted in `unknown`.
[[nodiscard]] std::string_view decode_gml_text(std::string_view raw, std::string& buffer, std::uint64_t& unknown);

/// Appends a text in quotes, in 7-bit ASCII. False where it is not UTF-8 or holds a zero byte.
[[nodiscard]] bool append_gml_text(std::string& out, std::string_view text);

}  // namespace regionet

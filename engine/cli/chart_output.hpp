// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace regionet {

/// Whether the file of `-o` is to hold a chart: .svg, .pdf or .png.
[[nodiscard]] bool is_chart(const std::string& output);

/// The bytes of that file: the chart itself, or what it is converted to. Throws FileError where that cannot be done.
[[nodiscard]] std::string chart_bytes(const std::string& svg, const std::string& output);

}  // namespace regionet

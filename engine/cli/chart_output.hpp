// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace regionet {

/// Whether the file of `-o` is to hold a chart. Only SVG is written: GraphViz, which makes the other pictures, draws no
/// charts. Throws UsageError for .pdf and .png.
[[nodiscard]] bool is_chart(const std::string& output);

}  // namespace regionet

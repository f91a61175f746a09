// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "graphs/io/open.hpp"
#include "graphs/view/view.hpp"

namespace regionet {

/// Version of the shapes of the output; raised when one changes.
inline constexpr int output_schema = 1;

/// How a result was made, as a JSON object: version, schema, network with SHA-256, view, command, seed.
[[nodiscard]] std::string manifest_json(const OpenedNetwork&, const View*, std::span<const std::string> command_line,
                                        std::uint64_t seed);

}  // namespace regionet

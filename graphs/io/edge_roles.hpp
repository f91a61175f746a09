// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace regionet::edge_role {

/// What a column of a list of edges may be to the engine; any other is an attribute.
enum Role : std::size_t { source, target, weight, date, type, role_count };

/// As `--columns` and headers name them.
inline constexpr std::array<std::string_view, role_count> role_names{"source", "target", "weight", "date", "type"};

}  // namespace regionet::edge_role

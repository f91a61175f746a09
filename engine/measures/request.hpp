// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/measure.hpp"

namespace regionet {

/// What is asked for by name, `name` or `name:parameter=value:...`: which entry of a table, and its parameters.
struct NamedRequest {
  std::size_t entry = 0;
  Parameters parameters;
};

/// `what` is the word for an entry of the table, whose names are `names`; `parameters_of(entry)` are those it has.
/// Throws std::invalid_argument, with the allowed names and the nearest, for a name or parameter that is not known.
[[nodiscard]] NamedRequest parse_request(
    std::string_view what, const std::string& typed, const std::vector<std::string_view>& names,
    const std::function<std::span<const ParameterInfo>(std::size_t)>& parameters_of);

}  // namespace regionet

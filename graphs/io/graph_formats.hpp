// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "graphs/io/graph_format.hpp"

namespace regionet {

/// The table of graph formats: what can be read, written and held. `convert` prints it, the tests are driven by it.
[[nodiscard]] std::span<const GraphFormat> graph_formats();

/// The format called so. Throws std::invalid_argument for an unknown name.
[[nodiscard]] const GraphFormat& graph_format(std::string_view name);

/// The format that a file's extension tells (compression extensions aside); null where it tells none.
[[nodiscard]] const GraphFormat* format_by_extension(std::string_view path);

/// The format that the first bytes tell beyond doubt; null where they do not.
[[nodiscard]] const GraphFormat* format_by_content(std::string_view text);

/// What a format cannot hold of a network, in sentences; empty where it holds all.
[[nodiscard]] std::vector<std::string> what_is_lost(const Network&, const GraphFormat&);

}  // namespace regionet

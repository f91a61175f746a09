// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/cli/arguments.hpp"
#include "graphs/io/graph_format.hpp"

namespace regionet {

class Session;

/// `--to FORMAT`.
void declare_target(Arguments&, std::string& to);

/// The format that `to` names, else the one that the file's extension tells. Throws UsageError.
[[nodiscard]] const GraphFormat& target_format(const std::string& to, const std::string& file);

/// Writes a plain network to a file of the run, or to `-`; compressed where the extension says so.
/// Throws InputError where a text cannot be written in the format.
void write_graph(Session&, const Network&, const GraphFormat&, const std::string& file);

}  // namespace regionet

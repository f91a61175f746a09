// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "graphs/diagnostic.hpp"
#include "graphs/io/dataset_files.hpp"
#include "graphs/io/read_options.hpp"
#include "graphs/model/network.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// A network and what is known of where it came from.
struct OpenedNetwork {
  Network network;
  std::string label;               ///< how messages call it
  std::vector<std::string> notes;  ///< what was noticed while reading, one sentence each
  Diagnostics faults;              ///< warnings only
  std::string digest;              ///< SHA-256, where it was asked for
  std::uint64_t rows = 0;          ///< edges of a graph file
};

/// Reads the network that `names` tell: dataset folders (or the names of `embedded` datasets) lying over each other,
/// or one graph file, or `-`. Throws InputError where the input has faults, FileError where it cannot be read.
[[nodiscard]] OpenedNetwork open_network(std::span<const std::string> names, std::span<const DatasetFiles> embedded,
                                         const ReadOptions&, bool with_digest, const RunContext& = {});

}  // namespace regionet

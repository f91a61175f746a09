// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graphs/model/network.hpp"

namespace regionet {

struct WrittenFile {
  std::string name;
  std::string bytes;
};

/// The tables of a dataset as files, rows in the order of the network. Reading them gives an equal network.
/// Throws std::invalid_argument for a plain network, which has no tables.
[[nodiscard]] std::vector<WrittenFile> write_dataset(const Network&);

}  // namespace regionet

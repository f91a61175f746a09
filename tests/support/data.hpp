// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>

#include "graphs/io/open.hpp"

namespace regionet::test {

/// The path of a file or folder in tests/data.
inline std::string data(const std::string& name) {
  std::string path = REGIONET_TEST_DATA "/";
  return path += name;
}

/// The network of a folder or file in tests/data. Throws InputError as the reader does.
inline OpenedNetwork open_data(const std::string& name, const ReadOptions& options = {}) {
  return open_network(std::array{data(name)}, {}, options, false);
}

}  // namespace regionet::test

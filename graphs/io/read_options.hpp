// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace regionet {

/// How a graph file is to be read.
struct ReadOptions {
  std::string format;               ///< a row of the format table; empty: by the extension
  std::string encoding;             ///< any name iconv knows; empty: UTF-8, or UTF-16 by its byte-order mark
  std::string date_format = "iso";  ///< `iso` (EDTF), `unix` (seconds, UTC) or a strptime pattern
  std::uint64_t memory_limit = 0;   ///< in bytes, of what is unpacked and built; 0: what the machine has
  bool trust = false;               ///< an .rgn file is taken as it is, without looking at every byte
  bool directed = false;
  bool two_mode = false;
  /// Role (source, target, weight, date, type) → column of the file; `a+b` joins columns with a blank.
  std::vector<std::pair<std::string, std::string>> columns;
};

}  // namespace regionet

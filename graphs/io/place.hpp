// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "graphs/io/graph_format.hpp"

namespace regionet {

/// Where something stands in a graph file, both counted from 1; 0 where it has no such place.
struct Place {
  std::uint64_t line = 0;
  std::uint64_t column = 0;
};

/// Adds a fault of the file that is being read.
inline void add_fault(GraphInput& input, Place place, std::string what, std::string expected = "",
                      std::string mend = "") {
  input.faults.add({.file = input.file,
                    .line = place.line,
                    .column = place.column,
                    .what = std::move(what),
                    .expected = std::move(expected),
                    .mend = std::move(mend)});
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "graphs/model/labels.hpp"
#include "graphs/model/values.hpp"
#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// The edges of a file whose lines hold two decimal ids and perhaps a weight.
struct DecimalEdges {
  Labels labels;               ///< the distinct ids, in canonical order
  Values<std::uint32_t> ends;  ///< two a line: numbers of labels
  Values<double> weights;      ///< one a line; empty without a column of weights
};

/// What the lines of such a file look like.
struct DecimalLines {
  char separator = ',';  ///< between the cells; a blank stands for any number of blanks and tabs
  bool weights = false;  ///< a third cell
};

/// Reads lines of decimal ids with all threads: the short way of an edge list.
///
/// Nothing where any byte is not as expected (another cell, an id with a leading zero or of 2^32 or more, a weight that
/// is no plain number, a blank line): then the long way reads the text, and tells what is wrong with it. Ids far
/// sparser than the lines are left to it too. Validates every byte.
/// Determinism  the same result for any number of threads.
/// Cost         O(bytes); 8 bytes a line, and a bit for each number up to the largest id.
[[nodiscard]] std::optional<DecimalEdges> read_decimal_edges(std::string_view text, const DecimalLines&,
                                                             const RunContext& = {});

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/io/graph_format.hpp"

namespace regionet {

/// Reads an edge list as SNAP publishes them: two ids a line between blanks or tabs, lines of `#` or `%` are comments
/// anywhere. A comment that begins with "Directed graph" or "Undirected graph" says the direction; otherwise the
/// graph is undirected unless `--directed` is given. A third cell is the weight unless `--columns` gives its number
/// (from 1) another role, such as `date=3`; further cells are kept as columns called by their number.
/// All lines have as many cells as the first. Ids are any text without blanks.
void read_snap(GraphInput&);

/// Writes one. Ids with blanks, empty ones and those that begin as a comment are faults.
void write_snap(const Network&, GraphOutput&, Diagnostics&);

}  // namespace regionet

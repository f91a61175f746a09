// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/io/graph_format.hpp"

namespace regionet {

/// Reads a graph of LDBC Graphalytics from any of its files NAME.properties, NAME.v, NAME.e: the vertices one a line,
/// the edges `from to [weight]`. The properties say the direction; without them the graph is undirected unless
/// `--directed` is given. An edge between vertices that NAME.v does not list is a fault.
void read_ldbc(GraphInput&);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/io/graph_format.hpp"

namespace regionet {

/// Reads the graph format of METIS 5: `n m [fmt [ncon]]`, then the neighbours of each vertex 1..n in a line.
///
/// Edges    undirected. Each stands in the lines of both its ends, with equal weights; it is added where it stands
/// first,
///          so the edges come by their lower vertex, then by their place in its line. Parallel edges stay.
/// Columns  the size of a vertex is the integer column `size`, its weights are `weight1`, `weight2` and so on.
/// Ids      the numbers, or what comments say before the header (VertexIds in matrix_market.hpp).
/// Errors   loops, which the format does not have; edges that stand once; a wrong m; more vertices than lines.
/// Cost     one pass, 16 bytes an edge; O(d log d) for a vertex with d neighbours where they are not in order.
void read_metis(GraphInput&);

/// Writes one: fmt 001 with weights, sizes and vertex weights from integer columns of the names above.
/// Errors    directed networks, loops, weights that are no positive integers up to 2^53.
/// Warnings  other columns of the actors, the sides of a two-mode network.
/// Cost      O(actors + edges), 16 bytes an edge.
void write_metis(const Network&, GraphOutput&, Diagnostics&);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/io/graph_format.hpp"

namespace regionet {

/// Reads a sparse matrix of Matrix Market (Boisvert, Pozo, Remington 1996) as a graph, an edge an entry in their order.
///
/// general         a square matrix is a directed graph of the vertices 1..n, entry (i, j) an edge from i to j.
/// symmetric       an undirected one; only entries on and below the diagonal may stand in the file.
/// skew-symmetric  a directed one in which each entry stands for two edges, the second reversed with weight negated.
/// Two-mode        a matrix with more rows than columns, or fewer: the rows r1.. and the columns c1..; a square one
///                 with --two-mode too. Undirected unless --directed.
/// Weights         the values of real and integer matrices, explicit zeros too; pattern has none.
/// Vertices        all that the size line counts, with entries or without, up to 1,000 and 16 for each byte of the
///                 file. Repeated entries are parallel edges.
/// Errors          complex and hermitian matrices, dense ones (array), positions outside, a wrong count of entries.
/// Cost            one pass, no allocation a line.
void read_matrix_market(GraphInput&);

/// Writes one: general where the network is directed, symmetric where it is not, rows and columns where it is two-mode.
/// Other tools number the vertices 1..n in the order of the actors; for our own reader ids stand in comments, see
/// VertexIds. They stand also where so few edges have so many actors that the reader would not believe the count.
/// Errors  weights that are not finite; an actor on both sides of a two-mode network.
void write_matrix_market(const Network&, GraphOutput&, Diagnostics&);

}  // namespace regionet

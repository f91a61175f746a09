// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/io/graph_format.hpp"

namespace regionet {

/// GraphML (Brandes, Eiglsperger, Herman, Himsolt, Marshall 2002; graphml.graphdrawing.org).
///
/// Reading    one `graph`, with its keys before it. The keys of edges called weight, date, until and type and the key
///            of nodes called label, in any case, are the model's own; others are columns, named by attr.name or else
///            by their id. A key's default stands for every element that has no datum; a datum that is there and empty
///            wins over it. Types that GraphML does not know are text, markup inside a datum is kept as it is written.
///            Edges run as edgedefault and their own `directed` say. The graph inside a node is read flat, the id of
///            that node kept in the column `within`; a hyperedge is an edge of every pair of its endpoints. Ports and
///            descriptions are not kept. Ids of edges are, as a column, unless they only count the edges. Data of the
///            graph called title (or name) and two_mode are its title, and that its sources and targets are two sides.
/// Errors     as XmlReader and XmlGraph say; an element in the wrong place, an unknown key, more than 10,000 keys.
/// Cost       O(bytes).
/// Writing    keys of the types boolean, long, double and string; nothing is a default. A column with a cell that is
///            none of its type is written as string.
void read_graphml(GraphInput&);
void write_graphml(const Network&, GraphOutput&, Diagnostics&);

}  // namespace regionet

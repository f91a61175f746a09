// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/io/graph_format.hpp"

namespace regionet {

/// The keyword of a graph with two sides.
inline constexpr std::string_view gexf_two_mode = "regionet:two-mode";

/// GEXF 1.2 and 1.3 (gexf.net), Gephi's format; 1.1 is read too.
///
/// Reading    one `graph`, its attributes declared before its nodes. An edge's weight, kind, start and end are its
///            weight, type, date and until; so are attributes of edges called weight, type, date and until, in any
///            case, which win over them. The label of a node is its label. Other attributes are columns, an
///            attribute's default stands for every element without a value, and of several values over time the last
///            is kept. Times are dates where timeformat says so: a time of day and a zone are dropped. Other times, and
///            those of nodes, are kept in the columns `start` and `end`. Of several spells the first gives the start,
///            the last the end; a timestamp is a start. A mutual edge is an undirected one. Nodes in nodes, and a pid,
///            are read flat, the parent kept in the column `within`. An edge's label is kept as a column, so is its id
///            unless the ids only count the edges. Colours, sizes and positions (viz) are not kept. The graph's name,
///            else the description of the file, is the title.
/// Errors     as XmlReader and XmlGraph say; an element in the wrong place, an unknown attribute, more than 10,000.
/// Cost       O(bytes).
/// Writing    version 1.2, which more tools open, with the `kind` of 1.3 on edges. `start` and `end` hold the dates
/// that are a plain year, month or day, and then the graph is
///            dynamic with timeformat date. Other dates are written to the edge attributes `date` and `until`, in
///            EDTF, which is a warning: other tools do not place them in time. That a graph has two sides is a keyword
///            in its meta, which GEXF has for any words; edges run from the first side to the second.
void read_gexf(GraphInput&);
void write_gexf(const Network&, GraphOutput&, Diagnostics&);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/io/date_format.hpp"
#include "graphs/io/graph_format.hpp"

namespace regionet {

/// Reads an edge list: a header `source,target[,weight][,date][,type]`, then one agreement of two actors a row.
/// Ids are any text, byte for byte, the empty one too. Other columns are kept as attributes.
/// csv finds its separator (comma, semicolon or tab) in the header.
void read_csv(GraphInput&);
void read_tsv(GraphInput&);

/// Writes one: the columns that the network has, comma or tab between them.
void write_csv(const Network&, GraphOutput&, Diagnostics&);
void write_tsv(const Network&, GraphOutput&, Diagnostics&);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/io/graph_format.hpp"

namespace regionet {

/// Reads a network of Pajek (.net): `*Vertices N`, then vertices, then sections of lines.
///
/// Vertices  are 1 to N, listed or not. Their labels are the ids of the actors where no two are the same (a vertex
///           without a label is called by its number), otherwise the numbers are the ids and the labels the names.
///           `*Vertices N N1` declares two sides. Coordinates are the columns x, y and z, the shape the column `shape`,
///           further parameters columns by their keyword, an interval of time the column `time`.
/// Lines     `*Arcs` and `*Edges` (two numbers, perhaps a weight, parameters), `*Arcslist` and `*Edgeslist` (one number
///           and those it leads to), `*Matrix` (a cell that is not 0 is an arc of that weight; an edge between sides).
///           `*Arcs :2 "twinning"` makes `twinning` the type of the edges that follow. A file with arcs and edges is
///           directed.
/// Texts     `&#1052;` is the character of that number, as Pajek writes Unicode; there is no other escape.
///
/// Errors    a number out of 1 to N, a vertex listed twice, an edge within a side, a matrix with too many or too few
///           cells, a second network, and an N of more than 1,000 and 16 for each byte of the file.
/// Cost      O(bytes + N).
void read_pajek(GraphInput&);

/// Writes one. A vertex has one text, the id; where the ids are the numbers 1 to n the text is the name, and the first
/// line, a comment, says so to our reader. Columns are written where Pajek has a place for them: x, y, z, shape and its
/// own keywords. What has none is told by a warning. `"`, `\` and control characters are written as `&#34;`.
void write_pajek(const Network&, GraphOutput&, Diagnostics&);

}  // namespace regionet

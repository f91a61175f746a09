// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/io/graph_format.hpp"

namespace regionet {

/// Reads GML (Himsolt 1996): keys with a number, a text or a list, lists in brackets.
///
/// `graph` holds `node` and `edge` lists. A node's `id` is a whole number, in decimal text the id of the actor; its
/// `label` is what people call it. Edges name their ends as `source` and `target`; `weight`, `date`, `until` and `type`
/// are fields of the model, `value` is the weight where no edge has a `weight` and all values are numbers. Other keys
/// are columns: of integers, numbers or text, as they are written; a key that stands again in the same list gives one
/// cell with `;` between. Texts hold `&#233;`, the names of Latin-1 (`&eacute;`), `&quot;`, `&amp;`, `&lt;`, `&gt;` and
/// `&apos;`; an `&` that begins none of them is itself. Lists such as `graphics` are skipped and counted.
///
/// Files of `write_gml` are known by the list `regionet` in the graph: there the label of a node is the id of the
/// actor, `name` is what people call it, and columns have the names and types that the list declares.
///
/// Errors  a node without id or with the id of another; an edge without ends, or with an end that is no node; a value
///         that is no number, text or list; a list that is not closed, or more than 100 lists in each other; two
///         graphs.
/// Cost    one pass, O(bytes); no recursion.
void read_gml(GraphInput&);

/// Writes it in 7-bit ASCII, as GML asks, so that NetworkX and igraph open it: nodes are numbered from 0, their labels
/// are the ids, which are distinct; the list `regionet` keeps what GML has no place for.
///
/// Errors  a text that is not UTF-8 or holds a zero byte.
void write_gml(const Network&, GraphOutput&, Diagnostics&);

}  // namespace regionet

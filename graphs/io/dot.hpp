// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/io/graph_format.hpp"

namespace regionet {

/// Reads a graph in the DOT language of GraphViz, as libcgraph does: `digraph { a -> b [weight=2]; }`.
///
/// Ids       are texts, quoted or not. In quotes `\"` is a quote and a backslash before a line end joins the lines;
/// every
///           other backslash, also that of `\n` in a label, stays as it is written. `"a" + "b"` is `ab`.
/// Nodes     are declared by being named. `label` is what people call the actor, other attributes are columns of text.
/// Edges     `weight`, `date`, `until` and `type` are fields of the model, other attributes columns; ports are the
///           columns `tailport` and `headport`. `{a b} -> {c d}` are four edges. An edge that a `strict` graph has
///           already, or one with the `key` of another between the same nodes, is that one, with the attributes of
///           both; how many were merged is told.
/// Defaults  (`node [shape=box]`) belong to the nodes and edges that come after them in their graph or subgraph.
/// Subgraphs are read flat; the column `cluster` names the cluster of the nodes that stand in one.
///
/// Errors    what the grammar does not know, at its line and column; `1e5` or `a.b` without quotes, which libcgraph
/// would
///           take for two nodes; anything after the first graph; more than 100 subgraphs in each other; groups whose
///           edges, or defaults whose cells, are more than 2 million and than 4 for each byte of the file.
/// Cost      one pass, O(bytes + edges + cells); no recursion, no state that threads would share.
void read_dot(GraphInput&);

/// Writes it, every text in quotes, so that keywords, ports and numbers stay what they are; columns are declared with
/// an empty default. Texts are written as they are and come back so, whatever backslashes they hold (see
/// `append_dot_text`); GraphViz alone gives nodes whose names begin with `%` other names.
///
/// Errors  a column of the actors called `label`, or of the edges called as a field of the model; edges between the
///         same nodes with the same `key`, which would be one.
void write_dot(const Network&, GraphOutput&, Diagnostics&);

}  // namespace regionet

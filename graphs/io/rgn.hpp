// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/io/graph_format.hpp"

namespace regionet {

/// regionet's own graph file: everything a plain network holds, and its rows built, ready to be looked at in place.
///
/// Layout     little-endian: a header (magic, version, byte order, flags, sizes, its checksum), a table of sections
///            (kind, size of an element, place, count, XXH3 checksum), the sections at multiples of 64 bytes: ids,
///            ends, weights, dates, types, texts, columns, the rows of the graph with parallel edges summed up, and the
///            vertices by falling degree. rgn_layout.hpp lists them.
/// Order      the rows stand in the canonical order of the vertices, as every view and `check` want them; of the
///            prepared order the file keeps the permutation alone, 4 bytes a vertex: with it the rows are turned in
///            one pass, in about half the time of building them. Kept a second time they would double the file.
/// Reading    maps the file; nothing is copied. Header and bounds of the sections are always checked. Unless
///            `--trust` is given every section's checksum is compared, what stands between them is checked to be
///            nothing, and every number is checked to be one (a vertex, a text, a date), with all threads.
/// Errors     of another version, byte order, size, checksum or bound: what differs, and the mend.
void read_rgn(GraphInput&);
void write_rgn(const Network&, GraphOutput&, Diagnostics&);

[[nodiscard]] bool looks_like_rgn(std::string_view bytes);

}  // namespace regionet

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
/// Reading    maps the file; nothing is copied. Header and bounds of the sections are always checked. Unless
///            `--trust` is given every section's checksum is compared and every number in it is checked to be one
///            (a vertex, a text, a date), with all threads.
/// Errors     of another version, byte order, size, checksum or bound: what differs, and the mend.
void read_rgn(GraphInput&);
void write_rgn(const Network&, GraphOutput&, Diagnostics&);

[[nodiscard]] bool looks_like_rgn(std::string_view bytes);

}  // namespace regionet

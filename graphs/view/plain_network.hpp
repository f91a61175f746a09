// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "graphs/model/plain_builder.hpp"
#include "graphs/view/view.hpp"

namespace regionet {

/// What becomes an edge of the plain graph: each agreement (one edge a pair that it ties), or each tie once.
enum class PlainEdges : std::uint8_t { agreements, ties };

/// A further column of the vertices, such as a measure: one cell a vertex, as text.
struct VertexColumn {
  std::string name;
  AttributeType type = AttributeType::text;
  std::vector<std::string> cells;
};

/// A view as a plain graph that any format can hold as far as it goes: its vertices with their names and, from a
/// dataset, kind, country, code and coordinates as columns; its edges with weight, date, until, type, and the
/// agreement's id, status, value and note as columns. A tie has its weight, the number of agreements and their types.
/// O(agreements + arcs).
[[nodiscard]] Network plain_network(const View&, PlainEdges, std::span<const VertexColumn> = {});

}  // namespace regionet

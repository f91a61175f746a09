// SPDX-License-Identifier: Apache-2.0
// The elements of a GEXF file and the types of its attributes; only gexf_reader.cpp includes this.
#pragma once

#include <array>
#include <optional>

#include "graphs/io/xml.hpp"
#include "graphs/model/attribute.hpp"

namespace regionet::gexf_file {

enum Kind : unsigned {
  gexf = 1U << 2U,
  meta = 1U << 3U,
  description = 1U << 4U,
  graph = 1U << 5U,
  attributes = 1U << 6U,
  attribute = 1U << 7U,
  fallback = 1U << 8U,
  nodes = 1U << 9U,
  node = 1U << 10U,
  edges = 1U << 11U,
  edge = 1U << 12U,
  attvalues = 1U << 13U,
  attvalue = 1U << 14U,
  spells = 1U << 15U,
  spell = 1U << 16U,
  parents = 1U << 17U,
  parent = 1U << 18U,
  keywords = 1U << 19U,
};

inline constexpr std::string_view viz = "elements of viz";

inline constexpr std::array<XmlElement, 27> elements{{
    {"attvalue", attvalue, attvalues},
    {"attvalues", attvalues, node | edge},
    {"edge", edge, edges},
    {"node", node, nodes},
    {"nodes", nodes, graph | node},
    {"edges", edges, graph | node},
    {"spell", spell, spells},
    {"spells", spells, node | edge},
    {"slice", spell, spells},  // as 1.1 calls a spell
    {"slices", spells, node | edge},
    {"parent", parent, parents},
    {"parents", parents, node},
    {"color", xml_ignored, node | edge, viz},
    {"position", xml_ignored, node | edge, viz},
    {"size", xml_ignored, node | edge, viz},
    {"shape", xml_ignored, node | edge, viz},
    {"thickness", xml_ignored, node | edge, viz},
    {"attribute", attribute, attributes},
    {"attributes", attributes, graph},
    {"default", fallback, attribute},
    {"options", xml_ignored, attribute, "lists of options"},
    {"graph", graph, gexf},
    {"meta", meta, gexf},
    {"description", description, meta},
    {"creator", xml_ignored, meta},
    {"keywords", keywords, meta},
    {"gexf", gexf, xml_outside},
}};

/// The type of an attribute; none where GEXF does not know it. Lists are text.
inline std::optional<AttributeType> type_of(std::string_view name) {
  for (const std::string_view text : {"string", "anyURI", "char"}) {
    if (name == text) return AttributeType::text;
  }
  for (const std::string_view whole : {"integer", "long", "short", "byte", "biginteger", "int"}) {
    if (name == whole) return AttributeType::integer;
  }
  for (const std::string_view number : {"double", "float", "bigdecimal"}) {
    if (name == number) return AttributeType::number;
  }
  if (name == "boolean") return AttributeType::boolean;
  return name.starts_with("list") ? std::optional(AttributeType::text) : std::nullopt;
}

}  // namespace regionet::gexf_file

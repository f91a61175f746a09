// SPDX-License-Identifier: Apache-2.0
// The bytes of an .rgn file; only rgn_reader.cpp and rgn_writer.cpp include this.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

namespace regionet::rgn {

static_assert(std::endian::native == std::endian::little, "the file is mapped as it is, in little-endian order");

/// Not ASCII, and broken by whoever changes line ends: as PNG does it.
inline constexpr std::string_view magic{"\x89RGN\r\n\x1A\n", 8};
inline constexpr std::uint32_t version = 1;
inline constexpr std::uint32_t byte_order = 0x01020304;
inline constexpr std::uint64_t alignment = 64;

enum Flag : std::uint64_t {
  directed = 1,
  two_mode = 2,
  identity_labels = 4,  ///< the ids are the numbers 0 to n-1 and stand nowhere
  decimal_labels = 8,   ///< the ids are decimal
  symmetric = 16,
  loops = 32
};

enum class SectionKind : std::uint32_t {
  description = 1,  ///< JSON: title, types, names and types of the columns
  label_values,     ///< decimal ids, as numbers
  label_starts,     ///< where each id begins, with the end of the last
  label_bytes,
  names,  ///< text of each actor's name, 0 where it is its id
  ends,   ///< two actors an edge
  weights,
  dates,  ///< number of each edge's date, 0 where it has none
  untils,
  date_texts,  ///< text of each date, the first one empty
  types,
  text_starts,  ///< texts of names, dates and columns
  text_bytes,
  offsets,  ///< the rows of the graph
  targets,
  arc_weights,
  arc_counts,
  order,               ///< vertices by falling degree
  actor_column = 100,  ///< + number of the column
  edge_column = 10'000
};

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t byte_order;
  std::uint64_t flags;
  std::uint64_t actors;
  std::uint64_t edges;
  std::uint64_t arcs;
  std::uint64_t file_bytes;
  std::uint64_t sections;
  std::uint64_t checksum;  ///< of the header with 0 here, and the table of sections
};
static_assert(sizeof(Header) == 72);

struct Section {
  SectionKind kind;
  std::uint32_t element;  ///< bytes of one
  std::uint64_t offset;
  std::uint64_t count;
  std::uint64_t checksum;
};
static_assert(sizeof(Section) == 32);

}  // namespace regionet::rgn

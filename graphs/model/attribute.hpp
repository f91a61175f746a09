// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace regionet {

/// What the cells of a column hold. The cells themselves are kept as text, byte for byte.
enum class AttributeType : std::uint8_t { text, integer, number, boolean };

/// A column that a graph file has beside those that regionet knows.
struct Attribute {
  std::string name;
  AttributeType type = AttributeType::text;

  friend bool operator==(const Attribute&, const Attribute&) = default;
};

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/model/network.hpp"

namespace regionet::rgn {

/// What the columns of an .rgn file mean: a section of JSON, {"title": text, "types": [text, ..], "edge_columns":
/// [{"name": text, "type": number}, ..], "actor_columns": the same}. Other members are passed over.
struct Description {
  std::string title;
  std::vector<std::string> types;
  std::vector<Attribute> edge_columns;
  std::vector<Attribute> actor_columns;
};

[[nodiscard]] Description describe(const Network&);
[[nodiscard]] std::string to_json(const Description&);
/// Nothing where the text is broken. By the parser's events: a document of nlohmann's needs memory to free itself.
[[nodiscard]] std::optional<Description> read_description(std::string_view json);

}  // namespace regionet::rgn

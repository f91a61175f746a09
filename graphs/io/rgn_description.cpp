// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/rgn_description.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace regionet::rgn {
namespace {

using Json = nlohmann::json;

std::string quoted(const std::string& text) {
  return Json(text).dump(-1, ' ', true, Json::error_handler_t::strict);
}

std::string columns_json(const std::vector<Attribute>& columns) {
  std::string out;
  for (const Attribute& column : columns) {
    out += fmt::format("{}{{\"name\":{},\"type\":{}}}", out.empty() ? "" : ",", quoted(column.name),
                       static_cast<int>(column.type));
  }
  return "[" + out + "]";
}

/// The events of the parser. A value is taken where its place in the document is one that the format knows: the title
/// at depth 1, types at depth 2, the members of a column at depth 3.
class DescriptionEvents {
 public:
  explicit DescriptionEvents(Description& out) : out_(out) {}

  /// Whether all four members were there.
  [[nodiscard]] bool complete() const { return seen_ == 4; }

  bool null() { return true; }
  bool boolean(bool) { return true; }
  bool number_integer(Json::number_integer_t) { return !is_type(); }  // a negative one
  bool number_unsigned(Json::number_unsigned_t number) {
    if (!is_type()) return true;
    if (number > static_cast<unsigned>(AttributeType::boolean)) return false;
    columns()->back().type = static_cast<AttributeType>(number);
    return true;
  }
  bool number_float(Json::number_float_t, const std::string&) { return true; }
  bool binary(const Json::binary_t&) { return true; }
  bool string(const std::string& text) {
    if (depth_ == 1 && member_ == "title") {
      out_.title = text;
      ++seen_;
    } else if (depth_ == 2 && member_ == "types") {
      out_.types.push_back(text);
    } else if (depth_ == 3 && columns() != nullptr && key_ == "name") {
      columns()->back().name = text;
    }
    return true;
  }
  bool key(const std::string& name) {
    (depth_ == 1 ? member_ : key_) = name;
    return true;
  }
  bool start_object(std::size_t) {
    if (++depth_ == 3 && columns() != nullptr) columns()->emplace_back();
    return true;
  }
  bool end_object() {
    --depth_;
    return true;
  }
  bool start_array(std::size_t) {
    if (++depth_ == 2 && (member_ == "types" || columns() != nullptr)) ++seen_;
    return true;
  }
  bool end_array() {
    --depth_;
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const Json::exception&) { return false; }

 private:
  [[nodiscard]] std::vector<Attribute>* columns() {
    if (member_ == "edge_columns") return &out_.edge_columns;
    return member_ == "actor_columns" ? &out_.actor_columns : nullptr;
  }

  [[nodiscard]] bool is_type() { return depth_ == 3 && columns() != nullptr && key_ == "type"; }

  Description& out_;
  std::string member_, key_;
  int depth_ = 0;
  int seen_ = 0;
};

}  // namespace

Description describe(const Network& network) {
  const auto ids = network.types().ids();
  return {.title = network.info().title,
          .types = {ids.begin(), ids.end()},
          .edge_columns = {network.attributes().begin(), network.attributes().end()},
          .actor_columns = {network.actor_attributes().begin(), network.actor_attributes().end()}};
}

std::string to_json(const Description& description) {
  std::string types;
  for (const std::string& type : description.types) types += (types.empty() ? "" : ",") + quoted(type);
  return fmt::format("{{\"actor_columns\":{},\"edge_columns\":{},\"title\":{},\"types\":[{}]}}",
                     columns_json(description.actor_columns), columns_json(description.edge_columns),
                     quoted(description.title), types);
}

std::optional<Description> read_description(std::string_view json) {
  Description out;
  DescriptionEvents events(out);
  if (!Json::sax_parse(json.begin(), json.end(), &events) || !events.complete()) return std::nullopt;
  return out;
}

}  // namespace regionet::rgn

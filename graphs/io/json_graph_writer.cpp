// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "graphs/ascii.hpp"
#include "graphs/io/csv.hpp"
#include "graphs/io/json_graph.hpp"
#include "graphs/io/text.hpp"

namespace regionet {
namespace {

constexpr std::array<std::string_view, 2> node_members{"id", "label"};
constexpr std::array<std::string_view, 4> type_names{"text", "integer", "number", "boolean"};

/// Digits without a leading zero, perhaps a minus before them: an integer of JSON.
bool is_json_integer(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && std::ranges::all_of(text, is_digit) && (text.size() == 1 || text.front() != '0');
}

/// A number of JSON that a double can hold.
bool is_json_number(std::string_view text) {
  const std::size_t end = std::min(text.find_first_of(".eE"), text.size());
  if (!is_json_integer(text.substr(0, end)) || !is_digit(text.back())) return false;
  if (end + 1 < text.size() && text[end] == '.' && !is_digit(text[end + 1])) return false;
  return parse_number(text).has_value();
}

bool is_json_value(std::string_view cell, AttributeType type) {
  switch (type) {
    case AttributeType::integer:
      return is_json_integer(cell) && parse_number(cell).has_value();
    case AttributeType::number:
      return is_json_number(cell);
    case AttributeType::boolean:
      return cell == "true" || cell == "false";
    case AttributeType::text:
      break;
  }
  return false;
}

std::string types_of(std::span<const Attribute> columns, Diagnostics& faults) {
  JsonObject types(faults);
  types.open();
  for (const Attribute& column : columns) types.text(column.name, type_names.at(static_cast<std::size_t>(column.type)));
  return std::string(types.close());
}

/// What stands in "graph": the title, and what the nodes and links do not tell.
std::string graph_member(const Network& network, Diagnostics& faults) {
  JsonObject own(faults);
  own.open();
  if (network.two_mode()) own.json("two_mode", "true");
  if (!network.actor_attributes().empty()) own.json("actor_columns", types_of(network.actor_attributes(), faults));
  if (!network.attributes().empty()) own.json("edge_columns", types_of(network.attributes(), faults));
  const std::string_view told = own.close();

  JsonObject graph(faults);
  graph.open();
  if (!network.info().title.empty()) graph.text("name", network.info().title);
  if (told != "{}") graph.json("regionet", told);
  return std::string(graph.close());
}

void write_nodes(const Network& network, GraphOutput& out, JsonObject& line) {
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) {
    line.open().text("id", network.id(actor));
    if (network.name(actor) != network.id(actor)) line.text("label", network.name(actor));
    append_json_columns(line, network, actor);
    out << (actor == 0 ? "\n" : ",\n") << line.close();
  }
}

void write_links(const Network& network, GraphOutput& out, JsonObject& line) {
  for (AgreementId edge = 0; edge < network.agreement_count(); ++edge) {
    line.open();
    append_json_edge(line, network, edge);
    out << (edge == 0 ? "\n" : ",\n") << line.close();
  }
}

}  // namespace

JsonObject& JsonObject::open() {
  line_.assign(1, '{');
  return *this;
}

JsonObject& JsonObject::text(std::string_view key, std::string_view value) {
  begin_member(key);
  append_string(value);
  return *this;
}

JsonObject& JsonObject::number(std::string_view key, double value) {
  begin_member(key);
  fmt::format_to(std::back_inserter(line_), "{}", value);
  if (!std::isfinite(value)) {
    faults_.add({.what = fmt::format("the {} {} cannot be written: JSON has finite numbers only", key, value),
                 .mend = "choose a format that has them, such as graphml"});
  }
  return *this;
}

JsonObject& JsonObject::cell(std::string_view key, std::string_view cell, AttributeType type) {
  return is_json_value(cell, type) ? json(key, cell) : text(key, cell);
}

JsonObject& JsonObject::json(std::string_view key, std::string_view value) {
  begin_member(key);
  line_ += value;
  return *this;
}

std::string_view JsonObject::close() { return line_ += '}'; }

void JsonObject::begin_member(std::string_view key) {
  if (line_.size() > 1) line_ += ',';
  append_string(key);
  line_ += ':';
}

void JsonObject::append_string(std::string_view text) {
  if (find_invalid_utf8(text) != std::string_view::npos) {
    faults_.add({.what = fmt::format("'{}' cannot be written: it is not valid UTF-8", printable(text)),
                 .mend = "JSON is UTF-8; read the network with --encoding"});
  }
  append_json_string(line_, text);
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20U && byte != 0x7FU && byte != '"' && byte != '\\') continue;
    out += text.substr(done, i - done);
    if (byte == '"' || byte == '\\') {
      out += '\\';
      out += text[i];
    } else {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", byte);
    }
    done = i + 1;
  }
  out += text.substr(done);
  out += '"';
}

void check_json_columns(std::span<const Attribute> columns, std::span<const std::string_view> own,
                        Diagnostics& faults) {
  for (const Attribute& column : columns) {
    if (std::ranges::find(own, column.name) == own.end()) continue;
    faults.add({.what = fmt::format("the column '{}' would stand twice in an object", column.name),
                .mend = "choose a format that keeps columns apart, such as graphml"});
  }
}

void append_json_edge(JsonObject& object, const Network& network, AgreementId edge) {
  const auto ends = network.participants(edge);
  object.text("source", network.id(ends[0])).text("target", network.id(ends[1]));
  if (network.has_weights()) object.number("weight", network.weight(edge));
  if (const std::string_view date = network.date_cell(edge); !date.empty()) object.text("date", date);
  if (network.until(edge) != nullptr) object.text("until", network.agreement(edge).until);
  if (network.has_types()) object.text("type", network.types()[network.type(edge)].id);
  for (std::size_t i = 0; i < network.attributes().size(); ++i) {
    const std::string_view cell = network.attribute(edge, i);
    if (!cell.empty()) object.cell(network.attributes()[i].name, cell, network.attributes()[i].type);
  }
}

void append_json_columns(JsonObject& object, const Network& network, ActorId actor) {
  for (std::size_t i = 0; i < network.actor_attributes().size(); ++i) {
    const Attribute& column = network.actor_attributes()[i];
    const std::string_view cell = network.actor_attribute(actor, i);
    if (!cell.empty()) object.cell(column.name, cell, column.type);
  }
}

void write_json_graph(const Network& network, GraphOutput& out, Diagnostics& faults) {
  check_json_columns(network.actor_attributes(), node_members, faults);
  check_json_columns(network.attributes(), json_edge_members, faults);
  if (faults.errors() > 0) return;
  out << "{\"directed\":" << (network.directed() ? "true" : "false") << ",\"multigraph\":true,\"graph\":";
  out << graph_member(network, faults) << ",\n\"nodes\":[";
  JsonObject line(faults);
  write_nodes(network, out, line);
  out << "\n],\n\"links\":[";
  write_links(network, out, line);
  out << "\n]}\n";
}

}  // namespace regionet

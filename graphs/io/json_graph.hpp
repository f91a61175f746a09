// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "graphs/io/graph_format.hpp"

namespace regionet {

/// Reads node-link JSON, the form of NetworkX and D3:
/// `{"directed": .., "multigraph": .., "graph": {..}, "nodes": [{"id": ..}], "links": [{"source": .., "target": ..}]}`.
///
/// Ids      texts, or numbers, which become the text that stands in the file; 1 and "1" in one file are an error, as
///          are nodes that stand twice and links whose ends are no nodes. `edges` may stand in the place of `links`.
/// Members  of a link: weight, date, until, type; of a node: label, or name where no node has a label. All others are
///          columns, typed by their values; null is an empty cell, objects and arrays are kept as JSON text.
/// Graph    its `name` is the title; `regionet` tells what the values do not (see the writer).
/// Errors   everything that is no JSON (NaN too), keys that stand twice, more than 1,000 levels, 10,000 columns.
/// Cost     two passes over the text, no allocation a node or link; the order of the members does not matter.
void read_json_graph(GraphInput&);

/// Writes the same, a node or link a line; ids are texts. Cells of typed columns are JSON numbers and booleans where
/// they can be. What the values do not tell stands in
/// `"graph": {"regionet": {"two_mode": true, "actor_columns": {"lat": "number"}, "edge_columns": {..}}}`.
/// Errors   texts that are no UTF-8, weights that are not finite, columns called as a member that regionet writes.
void write_json_graph(const Network&, GraphOutput&, Diagnostics&);

/// One JSON object in one line, member by member; for writers of JSON.
class JsonObject {
 public:
  explicit JsonObject(Diagnostics& faults) : faults_(faults) {}

  /// Begins anew.
  JsonObject& open();
  JsonObject& text(std::string_view key, std::string_view value);
  /// A number that is not finite is a fault: JSON has none.
  JsonObject& number(std::string_view key, double value);
  /// A number or boolean where the cell is one as JSON writes it, otherwise a text.
  JsonObject& cell(std::string_view key, std::string_view cell, AttributeType type);
  /// A value that is JSON already.
  JsonObject& json(std::string_view key, std::string_view value);
  /// Ends it; the line is good until the next `open`.
  [[nodiscard]] std::string_view close();

 private:
  void begin_member(std::string_view key);
  void append_string(std::string_view text);

  Diagnostics& faults_;
  std::string line_;
};

/// Appends a text as a JSON string: quotes, backslashes and control characters are escaped, all else stays.
void append_json_string(std::string& out, std::string_view text);

/// A fault for each column called as a member that the writer writes itself.
void check_json_columns(std::span<const Attribute> columns, std::span<const std::string_view> own, Diagnostics& faults);

/// The members of an edge beside its columns.
inline constexpr std::array<std::string_view, 6> json_edge_members{"source", "target", "weight",
                                                                   "date",   "until",  "type"};
/// Adds them, and its columns.
void append_json_edge(JsonObject& object, const Network& network, AgreementId edge);
/// Adds the columns of an actor.
void append_json_columns(JsonObject& object, const Network& network, ActorId actor);

}  // namespace regionet

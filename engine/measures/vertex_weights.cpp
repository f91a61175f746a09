// SPDX-License-Identifier: Apache-2.0
#include "engine/measures/vertex_weights.hpp"

#include <fmt/format.h>
#include <optional>

#include "graphs/io/csv.hpp"
#include "graphs/io/text.hpp"

namespace regionet {
namespace {

/// The vertex of which this is the id; none where it is another actor, or no actor.
std::optional<Vertex> vertex_called(const View& view, std::string_view id) {
  const std::optional<ActorId> actor = view.network().find_actor(id);
  const std::optional<Vertex> vertex = actor ? view.vertex(*actor) : std::nullopt;
  return vertex && view.actor(*vertex) == *actor ? vertex : std::nullopt;
}

}  // namespace

std::vector<double> read_vertex_weights(const View& view, const std::string& path) {
  Diagnostics faults;
  const Text text = Text::load(path);
  CsvReader rows(text.view(), path, faults);
  const std::size_t id = rows.column("id");
  const std::size_t weight = rows.column("weight");
  if (id == CsvReader::npos || weight == CsvReader::npos) {
    throw InputError(Diagnostic{.file = path,
                                .line = 1,
                                .what = "no column 'id' or none 'weight'",
                                .expected = "a first line 'id,weight'",
                                .mend = "name the columns so"});
  }
  std::vector<double> out(view.vertex_count(), 0);
  std::vector<bool> named(out.size(), false);
  while (rows.next()) {
    const std::optional<Vertex> vertex = vertex_called(view, rows[id]);
    const std::optional<double> value = parse_number(rows[weight]);
    if (!vertex) {
      rows.fault(id, fmt::format("'{}' is no vertex of this view", printable(rows[id])), "an id that 'rank' lists",
                 "take another id, or another --level");
    } else if (named[*vertex]) {
      rows.fault(id, fmt::format("'{}' stands twice", printable(rows[id])), "each vertex once", "add the weights up");
    } else if (!value || *value < 0) {
      rows.fault(weight, fmt::format("the weight '{}' is no number from 0 on", printable(rows[weight])),
                 "a number such as 2 or 0.5", "correct it, or leave the row out");
    } else {
      out[*vertex] = *value;
    }
    if (vertex) named[*vertex] = true;
  }
  if (faults.errors() > 0) throw InputError(std::move(faults));
  return out;
}

}  // namespace regionet

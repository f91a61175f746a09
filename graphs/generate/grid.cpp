// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "graphs/generate/models.hpp"

namespace regionet {
namespace {

constexpr ModelParameter parameters[] = {
    {"rows", 100, 1, most_vertices, true, "rows"},
    {"columns", 100, 1, most_vertices, true, "columns"},
    {"torus", 0, 0, 1, true, "1: the last row and column meet the first"},
};

GraphModel::Size size(const ModelParameters& given) {
  const double n = given["rows"] * given["columns"];
  if (2 * n > most_vertices) throw std::invalid_argument("more edges than 32 bits number");
  const std::uint64_t rows = given.whole("rows");
  const std::uint64_t columns = given.whole("columns");
  // A torus of two rows would tie the same two twice, of one row each to itself.
  const auto lines = [&](std::uint64_t length) { return given.flag("torus") && length > 2 ? length : length - 1; };
  return {rows * columns, lines(rows) * columns + rows * lines(columns), false};
}

void edges(const ModelParameters& given, const RunContext& run, const EdgeSink& sink) {
  const std::uint64_t rows = given.whole("rows");
  const std::uint64_t columns = given.whole("columns");
  const bool torus = given.flag("torus");
  stream_edges(
      run, rows * columns, 1U << 14U,
      [&](std::uint64_t begin, std::uint64_t end, std::vector<Vertex>& out) {
        for (std::uint64_t v = begin; v < end; ++v) {
          const std::uint64_t row = v / columns;
          const std::uint64_t column = v % columns;
          const auto tie = [&](std::uint64_t to_row, std::uint64_t to_column) {
            out.push_back(static_cast<Vertex>(v));
            out.push_back(static_cast<Vertex>(to_row * columns + to_column));
          };
          if (column + 1 < columns) tie(row, column + 1);
          if (column + 1 == columns && torus && columns > 2) tie(row, 0);
          if (row + 1 < rows) tie(row + 1, column);
          if (row + 1 == rows && torus && rows > 2) tie(0, column);
        }
      },
      sink);
}

}  // namespace

GraphModel grid_model() {
  return {.name = "grid",
          .definition = "rows by columns of vertices, each tied to its neighbours right and below",
          .source = "textbook",
          .parameters = parameters,
          .size = size,
          .edges = edges};
}

}  // namespace regionet

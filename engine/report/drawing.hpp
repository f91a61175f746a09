// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/measures/vertex_measures.hpp"
#include "engine/report/language.hpp"
#include "graphs/view/view.hpp"

namespace regionet {

struct Point {
  double x = 0;
  double y = 0;
};

struct DrawnVertex {
  Vertex vertex = 0;
  std::string id;
  std::string label;
  bool left = true;  ///< in which column; the label stands outside of it
  Point at;          ///< in points, y upwards
  double radius = 0;
  std::optional<std::uint32_t> community;  ///< where circles are coloured by it; counted from 0
  Point label_at;                          ///< centre of the label
  double label_width = 0;
};

struct DrawnTie {
  std::size_t from = 0;  ///< index into the vertices
  std::size_t to = 0;
  Vocabulary::Id type = 0;
  std::uint32_t agreements = 0;
  double width = 1;
  std::vector<Point> curve;  ///< the four points of a cubic Bezier curve
};

/// A network placed on paper: two columns, one a country, ordered to cut crossings. Positions in points.
/// No label overlaps another: rows are further apart than a line of text is high, and labels stand outside.
struct Drawing {
  std::string title;
  std::string source_line;
  std::string caption;  ///< what size and width mean
  std::string left_name, right_name;
  std::vector<DrawnVertex> vertices;
  std::vector<DrawnTie> ties;
  bool directed = false;
  std::vector<std::pair<Vocabulary::Id, std::string>> legend;  ///< types that occur, with their titles
};

struct DrawOptions {
  MeasureRequest size_by;
  bool color_by_community = false;  ///< a colour a community and its number behind the name, else a tone a column
  std::string title;                ///< empty: made from the network
  Language language = Language::en;
};

/// Most vertices that two columns can hold on a page worth looking at.
inline constexpr std::size_t drawing_limit = 2000;

/// O(iterations * (n + m log n)) time for the order of the columns.
/// Throws std::invalid_argument where the view has more vertices than `drawing_limit`.
[[nodiscard]] Drawing draw_columns(const View&, const DrawOptions&, const RunContext&);

struct DotOptions {
  double width_mm = 0;  ///< 0: as large as it comes
  int dpi = 0;          ///< 0: GraphViz's own
};

/// The drawing in the DOT language, with positions: one node a vertex and one edge a tie and type, nothing else.
[[nodiscard]] std::string write_dot(const Drawing&, const DotOptions&);

/// Runs the `dot` program (no shell, a time limit) on positioned DOT and returns what it wrote.
/// `format` is svg, pdf or png. Throws FileError where the program is missing, fails or takes too long.
[[nodiscard]] std::string run_dot(const std::string& dot, const std::string& format);

}  // namespace regionet

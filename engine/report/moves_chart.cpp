// SPDX-License-Identifier: Apache-2.0
#include "engine/report/moves_chart.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cstdlib>
#include <optional>

#include "engine/report/svg.hpp"

namespace regionet {
namespace {

constexpr std::size_t first_window = 4;  // columns before it: id, name, code, country
constexpr double margin = 24;
constexpr double row_height = 24;
constexpr double names_width = 220;
constexpr double heading_height = 34;
constexpr double axis_height = 44;

/// Where the places of one table stand: for each window the row of the picture, from 0, and the rank.
struct Panel {
  struct Point {
    std::size_t row = 0;
    std::int64_t rank = 0;
  };
  std::string title;
  std::vector<std::string> names;
  std::vector<std::vector<std::optional<Point>>> points;  // by place and window
  std::size_t rows = 0;                                   // the most places in a window
  std::size_t loudest = 0;                                // the place whose rank changed most
};

Panel panel_of(const Table& table) {
  Panel out{.title = table.title};
  const std::size_t windows = table.columns.size() - first_window;
  for (const auto& row : table.rows) out.names.push_back(plain_text(row[1]));
  out.points.assign(table.rows.size(), std::vector<std::optional<Panel::Point>>(windows));
  for (std::size_t window = 0; window < windows; ++window) {
    std::vector<std::pair<std::int64_t, std::size_t>> standing;
    for (std::size_t place = 0; place < table.rows.size(); ++place) {
      const Cell& cell = table.rows[place][first_window + window];
      if (const auto* const rank = std::get_if<std::int64_t>(&cell.value)) standing.emplace_back(*rank, place);
    }
    std::ranges::sort(standing, {}, [&](const auto& pair) { return std::pair(pair.first, out.names[pair.second]); });
    for (std::size_t i = 0; i < standing.size(); ++i) {
      out.points[standing[i].second][window] = Panel::Point{i, standing[i].first};
    }
    out.rows = std::max(out.rows, standing.size());
  }
  std::int64_t most = 0;
  for (std::size_t place = 0; place < out.points.size(); ++place) {
    std::optional<std::int64_t> first, last;
    for (const auto& point : out.points[place]) {
      if (!point) continue;
      if (!first) first = point->rank;
      last = point->rank;
    }
    const std::int64_t moved = first ? std::abs(*first - *last) : 0;
    if (moved > most) {
      most = moved;
      out.loudest = place;
    }
  }
  return out;
}

class MovesPainter {
 public:
  MovesPainter(Svg& svg, const Table& table, double top)
      : svg_(svg), table_(table), panel_(panel_of(table)), top_(top) {}

  [[nodiscard]] static double step(const Table& table) {
    const auto windows = static_cast<double>(table.columns.size() - first_window);
    return std::clamp(560 / std::max(1.0, windows), 26.0, 90.0);
  }
  [[nodiscard]] static double width(const Table& table) {
    return 2 * margin + step(table) * static_cast<double>(table.columns.size() - first_window) + names_width;
  }
  [[nodiscard]] double height() const {
    return heading_height + row_height * static_cast<double>(panel_.rows) + axis_height;
  }

  void paint() {
    svg_.text({margin, top_ + 14}, panel_.title, 13);
    for (std::size_t place = 0; place < panel_.names.size(); ++place) {
      if (place != panel_.loudest) paint_line(place, "#a6a6a6", 1.5);
    }
    if (!panel_.names.empty()) paint_line(panel_.loudest, "#1a1a1a", 2.5);
    std::vector<std::string> gone;
    for (std::size_t place = 0; place < panel_.names.size(); ++place) {
      paint_points(place);
      if (!panel_.points[place].back()) gone.push_back(panel_.names[place]);
    }
    paint_windows();
    if (!gone.empty()) note(fmt::format("–: {}", fmt::join(gone, ", ")));
  }

 private:
  [[nodiscard]] double x(std::size_t window) const {
    return margin + step(table_) * (static_cast<double>(window) + 0.5);
  }
  [[nodiscard]] double y(std::size_t row) const {
    return top_ + heading_height + row_height * (static_cast<double>(row) + 0.5);
  }

  void paint_line(std::size_t place, std::string_view colour, double width) {
    const auto& points = panel_.points[place];
    for (std::size_t window = 1; window < points.size(); ++window) {
      if (!points[window - 1] || !points[window]) continue;
      svg_.line({x(window - 1), y(points[window - 1]->row)}, {x(window), y(points[window]->row)}, colour, width);
    }
  }

  void paint_points(std::size_t place) {
    const auto& points = panel_.points[place];
    for (std::size_t window = 0; window < points.size(); ++window) {
      if (!points[window]) continue;
      const double row = y(points[window]->row);
      svg_.circle({x(window), row}, 9, place == panel_.loudest ? "#1a1a1a" : "#e6e6e6");
      svg_.text({x(window), row + 3.5}, std::to_string(points[window]->rank), 10, "middle",
                place == panel_.loudest ? "#ffffff" : "#1a1a1a");
    }
    if (!points.back()) return;
    const double size =
        std::min(12.0, 12 * (names_width - 20) / std::max(1.0, svg_text_width(panel_.names[place], 12)));
    svg_.text({x(points.size() - 1) + 18, y(points.back()->row) + 4}, panel_.names[place], size);
  }

  void paint_windows() {
    double free_from = 0;
    for (std::size_t window = 0; window + first_window < table_.columns.size(); ++window) {
      const std::string& label = table_.columns[first_window + window].key;
      const double half = svg_text_width(label, 11) / 2;
      if (x(window) - half < free_from) continue;
      free_from = x(window) + half + 6;
      svg_.text({x(window), y(panel_.rows) + 4}, label, 11, "middle");
    }
  }

  void note(const std::string& text) {
    const double room = width(table_) - 2 * margin;
    const double size = std::min(10.0, 10 * room / std::max(1.0, svg_text_width(text, 10)));
    svg_.text({margin, y(panel_.rows) + 20}, text, size, "start", "#4d4d4d");
  }

  Svg& svg_;
  const Table& table_;
  Panel panel_;
  double top_;
};

}  // namespace

std::string moves_chart(const Report& report, const std::string& title, const std::string& source) {
  double page = 400;
  for (const Table& table : report.tables) page = std::max(page, MovesPainter::width(table));
  const auto fitting = [&](const std::string& text, double size) {
    return std::min(size, size * (page - 2 * margin) / std::max(1.0, svg_text_width(text, size)));
  };
  // Painted twice: the first time only to see how high it becomes.
  double height = 0;
  for (const bool real : {false, true}) {
    Svg svg(page, height);
    svg.text({margin, 26}, title, fitting(title, 16));
    double top = 44;
    for (const Table& table : report.tables) {
      MovesPainter painter(svg, table, top);
      painter.paint();
      top += painter.height();
    }
    svg.text({margin, top + 8}, source, fitting(source, 10), "start", "#4d4d4d");
    height = top + 20;
    if (real) return svg.finish();
  }
  return {};
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <array>

#include "engine/report/child_program.hpp"
#include "engine/report/drawing.hpp"
#include "engine/report/table.hpp"

namespace regionet {
namespace {

/// Twelve pens that stay apart for the colour-blind and in grey: four kinds of line, each in a dark, a middle and a
/// light tone (colours after Okabe and Ito 2008).
struct Pen {
  std::string_view color;
  std::string_view style;
  std::string_view sample;  // drawn in the legend
  bool twofold = false;
};
constexpr std::array<Pen, 12> pens{{
    {"#0072B2", "solid", "━━━━"},
    {"#E69F00", "solid", "━━━━"},
    {"#882255", "dashed", "━ ━ ━"},
    {"#56B4E9", "dashed", "━ ━ ━"},
    {"#117733", "dotted", "┅┅┅┅"},
    {"#000000", "solid", "━━━━"},
    {"#D55E00", "dashed", "━ ━ ━"},
    {"#CC79A7", "dotted", "┅┅┅┅"},
    {"#661100", "solid", "════", true},
    {"#009E73", "solid", "════", true},
    {"#999999", "solid", "════", true},
    {"#555555", "dotted", "┅┅┅┅"},
}};

/// Fills that the colour-blind tell apart (Okabe and Ito 2008); the number behind the name tells where they come again.
constexpr std::array<std::string_view, 8> fills{"#0072B2", "#E69F00", "#009E73", "#CC79A7",
                                                "#56B4E9", "#D55E00", "#F0E442", "#999999"};

std::string_view fill_of(const DrawnVertex& drawn) {
  if (drawn.community) return fills[*drawn.community % fills.size()];
  return drawn.left ? "#666666" : "#DDDDDD";
}

const Pen& pen_of(Vocabulary::Id type) { return pens[type % pens.size()]; }

/// A quoted name: quotes and backslashes are escaped, so that different names stay different.
std::string quoted_name(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

/// A quoted label: as `quoted_name`, and what GraphViz would read as an entity or a line break stays text.
std::string label(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '&') {
      out += "&amp;";
    } else if (static_cast<unsigned char>(c) < 0x20U) {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += static_cast<unsigned char>(c) < 0x20U ? ' ' : c;
    }
  }
  return out;
}

/// Positions with two decimals, whatever the locale.
std::string number(double value) { return fmt::format("{:.2f}", value == 0 ? 0.0 : value); }
std::string point(Point at) { return number(at.x) + "," + number(at.y); }

/// Title, sides, legend and source as one label under the drawing: it adds no nodes.
std::string graph_label(const Drawing& drawing) {
  std::string out = "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"3\">";
  out += fmt::format("<TR><TD><FONT POINT-SIZE=\"16\"><B>{}</B></FONT></TD></TR>", html(drawing.title));
  if (!drawing.left_name.empty() && !drawing.right_name.empty()) {
    out += fmt::format("<TR><TD>← {}    ·    {} →</TD></TR>", html(drawing.left_name), html(drawing.right_name));
  }
  constexpr std::size_t in_a_row = 4;
  for (std::size_t i = 0; i < drawing.legend.size(); i += in_a_row) {
    out += "<TR><TD>";
    for (std::size_t j = i; j < std::min(i + in_a_row, drawing.legend.size()); ++j) {
      const Pen& pen = pen_of(drawing.legend[j].first);
      out += fmt::format("{}<FONT COLOR=\"{}\">{}</FONT> {}", j == i ? "" : "     ", pen.color, pen.sample,
                         html(drawing.legend[j].second));
    }
    out += "</TD></TR>";
  }
  out += fmt::format("<TR><TD><FONT POINT-SIZE=\"10\">{}</FONT></TD></TR>", html(drawing.caption));
  out += fmt::format("<TR><TD><FONT POINT-SIZE=\"10\">{}</FONT></TD></TR></TABLE>>", html(drawing.source_line));
  return out;
}

std::string edge_attributes(const DrawnTie& tie) {
  const Pen& pen = pen_of(tie.type);
  const std::string color = pen.twofold ? fmt::format("{0}:#FFFFFF:{0}", pen.color) : std::string(pen.color);
  std::string curve;
  for (const Point& at : tie.curve) curve += (curve.empty() ? "" : " ") + point(at);
  return fmt::format("color=\"{}\", style=\"{}\", penwidth=\"{}\", weight=\"{}\", pos=\"{}\"", color, pen.style,
                     number(pen.twofold ? std::max(0.8, tie.width / 2) : tie.width), tie.agreements, curve);
}

}  // namespace

std::string write_dot(const Drawing& drawing, const DotOptions& options) {
  constexpr double points_an_inch = 72;
  constexpr double millimetres_an_inch = 25.4;
  std::string out = fmt::format("{} \"regionet\" {{\n", drawing.directed ? "digraph" : "graph");
  out += fmt::format(
      "  graph [label={}, labelloc=\"b\", fontname=\"DejaVu Sans\", fontsize=\"11\", outputorder=\"edgesfirst\", "
      "bgcolor=\"white\", pad=\"0.2\"",
      graph_label(drawing));
  if (options.width_mm > 0) out += fmt::format(", size=\"{},1000\"", number(options.width_mm / millimetres_an_inch));
  if (options.dpi > 0) out += fmt::format(", dpi=\"{}\"", options.dpi);
  out += "];\n";
  out +=
      "  node [shape=\"circle\", fixedsize=\"true\", label=\"\", style=\"filled\", color=\"#333333\", "
      "fontname=\"DejaVu Sans\", fontsize=\"12\"];\n";
  for (const DrawnVertex& drawn : drawing.vertices) {
    out += fmt::format("  {} [xlabel={}, pos=\"{}\", xlp=\"{}\", width=\"{}\", fillcolor=\"{}\"];\n",
                       quoted_name(drawn.id), label(drawn.label), point(drawn.at), point(drawn.label_at),
                       number(2 * drawn.radius / points_an_inch), fill_of(drawn));
  }
  for (const DrawnTie& tie : drawing.ties) {
    out += fmt::format("  {} {} {} [{}];\n", quoted_name(drawing.vertices[tie.from].id), drawing.directed ? "->" : "--",
                       quoted_name(drawing.vertices[tie.to].id), edge_attributes(tie));
  }
  return out + "}\n";
}

std::string run_dot(const std::string& dot, const std::string& format) {
  return run_filter({"dot", "-Kneato", "-n2", "-T" + format}, dot, "install GraphViz, or write a .dot file");
}

}  // namespace regionet

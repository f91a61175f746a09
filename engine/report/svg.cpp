// SPDX-License-Identifier: Apache-2.0
#include "engine/report/svg.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/report/child_program.hpp"
#include "engine/report/write.hpp"
#include "graphs/diagnostic.hpp"
#include "graphs/io/xml_text.hpp"

namespace regionet {
namespace {

/// One decimal, and no sign at zero.
std::string coordinate(double value) {
  const double rounded = std::round(value * 10) / 10;
  return fmt::format("{:.1f}", rounded == 0 ? 0.0 : rounded);
}

std::string svg_points(const std::vector<Svg::At>& points) {
  std::string out;
  for (const Svg::At& point : points) {
    out += fmt::format("{}{},{}", out.empty() ? "" : " ", coordinate(point.x), coordinate(point.y));
  }
  return out;
}

std::string dash_attribute(std::string_view dashes) {
  return dashes.empty() ? "" : fmt::format(" stroke-dasharray=\"{}\"", dashes);
}

constexpr std::string_view patterns = R"svg(<defs>
<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#ffffff"/><rect width="2" height="5" fill="#4d4d4d"/></pattern>
<pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#ffffff"/><circle cx="2.5" cy="2.5" r="1.2" fill="#1a1a1a"/></pattern>
<pattern id="rows" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="#e0e0e0"/><rect width="4" height="1.5" fill="#4d4d4d"/></pattern>
</defs>
)svg";

}  // namespace

Svg::Svg(double width, double height) : width_(width), height_(height) {}

void Svg::polygon(const std::vector<At>& points, std::string_view fill) {
  body_ += fmt::format("<polygon points=\"{}\" fill=\"{}\"/>\n", svg_points(points), fill);
}

void Svg::polyline(const std::vector<At>& points, std::string_view colour, double width, std::string_view dashes) {
  body_ += fmt::format("<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{}/>\n",
                       svg_points(points), colour, coordinate(width), dash_attribute(dashes));
}

void Svg::rectangle(At corner, double width, double height, std::string_view fill, std::string_view edge) {
  body_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\" stroke=\"{}\"/>\n",
                       coordinate(corner.x), coordinate(corner.y), coordinate(width), coordinate(height), fill, edge);
}

void Svg::line(At from, At to, std::string_view colour, double width, std::string_view dashes) {
  body_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"{}\"{}/>\n",
                       coordinate(from.x), coordinate(from.y), coordinate(to.x), coordinate(to.y), colour,
                       coordinate(width), dash_attribute(dashes));
}

void Svg::circle(At centre, double radius, std::string_view fill) {
  body_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"/>\n", coordinate(centre.x),
                       coordinate(centre.y), coordinate(radius), fill);
}

void Svg::text(At baseline, std::string_view text, double size, std::string_view anchor, std::string_view colour) {
  body_ += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{}\" fill=\"{}\">",
                       coordinate(baseline.x), coordinate(baseline.y), coordinate(size), anchor, colour);
  append_xml_text(body_, printable(text, 400));
  body_ += "</text>\n";
}

std::string Svg::finish() const {
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" "
      "height=\"{1}\" viewBox=\"0 0 {0} {1}\" font-family=\"Helvetica, Arial, 'Noto Sans CJK SC', sans-serif\">\n",
      coordinate(width_), coordinate(height_));
  out += patterns;
  out += fmt::format("<rect width=\"{}\" height=\"{}\" fill=\"#ffffff\"/>\n", coordinate(width_), coordinate(height_));
  return out + body_ + "</svg>\n";
}

std::string_view Svg::fill(std::size_t i) {
  constexpr std::array<std::string_view, fill_count> fills{"#333333",    "#bdbdbd", "url(#hatch)",
                                                           "url(#dots)", "#7a7a7a", "url(#rows)"};
  return fills[i % fill_count];
}

double svg_text_width(std::string_view text, double size) {
  double em = 0;
  while (!text.empty()) {
    std::size_t bytes = 1;
    while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) ++bytes;
    em += display_width(text.substr(0, bytes)) > 1 ? 1.0 : 0.62;
    text.remove_prefix(bytes);
  }
  return em * size;
}

std::string convert_svg(const std::string& svg, const std::string& format) {
  std::vector<std::string> words{"rsvg-convert", "--format=" + format};
  if (format == "png") words.emplace_back("--zoom=2");  // sharp on paper
  return run_filter(std::move(words), svg, "install librsvg2-bin, or write an .svg file");
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace regionet {

/// A picture in SVG, written piece by piece: coordinates in pixels with one decimal, so that the bytes are the same on
/// every machine.
class Svg {
 public:
  struct At {
    double x = 0, y = 0;
  };

  Svg(double width, double height);

  /// A filled shape; `fill` is a colour, or `url(#hatch)` of a pattern below.
  void polygon(const std::vector<At>&, std::string_view fill);
  void polyline(const std::vector<At>&, std::string_view colour, double width, std::string_view dashes = "");
  void rectangle(At corner, double width, double height, std::string_view fill, std::string_view edge = "none");
  void line(At from, At to, std::string_view colour, double width, std::string_view dashes = "");
  void circle(At centre, double radius, std::string_view fill);
  /// `anchor` is start, middle or end. Characters that XML cannot hold are made visible.
  void text(At baseline, std::string_view text, double size, std::string_view anchor = "start",
            std::string_view colour = "#1a1a1a");

  [[nodiscard]] std::string finish() const;

  /// Six fills that can be told apart in grey print: shades and hatches in turn.
  static constexpr std::size_t fill_count = 6;
  [[nodiscard]] static std::string_view fill(std::size_t i);

 private:
  double width_, height_;
  std::string body_;
};

/// How wide a text is at a size, at most: a letter 0.62 em, one of the wide scripts 1 em.
[[nodiscard]] double svg_text_width(std::string_view text, double size);

/// The picture as pdf or png, by the program `rsvg-convert` (librsvg). Throws FileError as `run_filter` does.
[[nodiscard]] std::string convert_svg(const std::string& svg, const std::string& format);

}  // namespace regionet

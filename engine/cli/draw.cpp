// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <array>
#include <filesystem>

#include "engine/cli/commands.hpp"
#include "engine/cli/session.hpp"
#include "engine/report/drawing.hpp"
#include "graphs/io/csv.hpp"

namespace regionet {
namespace {

constexpr std::array<std::string_view, 2> fill_words{"side", "community"};
constexpr std::array<std::string_view, 4> picture_formats{"dot", "svg", "pdf", "png"};

struct DrawArguments {
  std::string size_by = "strength";
  std::string color_by = "side";
  std::string title;
  std::string width;
  std::size_t dpi = 0;
  std::string format;
};

double millimetres(const std::string& text) {
  if (text.empty()) return 0;
  const bool unit = text.ends_with("mm");
  const auto value = parse_number(unit ? std::string_view(text).substr(0, text.size() - 2) : text);
  if (!unit || !value || *value < 20 || *value > 5000) {
    throw UsageError(fmt::format("--width '{}' is not good; expected 20mm to 5000mm, such as 160mm", printable(text)));
  }
  return *value;
}

std::string format_of(const DrawArguments& options, const std::string& output) {
  if (!options.format.empty()) return options.format;
  if (output.empty() || output == "-") return "dot";
  std::string extension = std::filesystem::path(output).extension().string();
  if (extension == ".gv") return "dot";
  if (!extension.empty()) extension.erase(0, 1);
  require_one_of("extension of -o", extension, picture_formats);
  return extension;
}

int run_draw(Session& session, const DrawArguments& options) {
  const std::string format = format_of(options, session.output());
  DrawOptions drawing{
      .color_by_community = options.color_by == "community", .title = options.title, .language = session.language()};
  const DotOptions page{.width_mm = millimetres(options.width),
                        .dpi = static_cast<int>(std::min<std::size_t>(options.dpi, 2400))};
  const OpenedNetwork opened = session.open(Session::Output::picture);
  if (session.dry_run(opened)) return exit_good;
  const View view = session.view(opened);
  try {
    drawing.size_by = parse_measure(options.size_by);
    const std::string dot = write_dot(draw_columns(view, drawing, session.run()), page);
    session.write_bytes(format == "dot" ? dot : run_dot(dot, format));
    session.write_manifest(opened, &view);
  } catch (const std::invalid_argument& fault) {
    throw UsageError(fault.what());
  }
  return exit_good;
}

}  // namespace

Command draw_command() {
  return {
      "draw", "the network in two columns: .dot, .svg, .pdf or .png", true, [](Arguments& arguments, Session& session) {
        auto options = std::make_shared<DrawArguments>();
        session.declare_input(arguments, true);
        session.declare_view(arguments);
        arguments.group("Drawing");
        arguments.option("--size-by", options->size_by, "measure that the circles show (default strength)", "MEASURE");
        arguments.choice("--color-by", options->color_by, fill_words,
                         "what the fill of the circles shows (default side)");
        arguments.option("--title", options->title, "title in the picture", "TEXT");
        arguments.option("--width", options->width, "width on paper, such as 160mm", "LENGTH");
        arguments.number("--dpi", options->dpi, "resolution of a .png");
        arguments.choice("--format", options->format, picture_formats, "where the extension of -o does not tell");
        session.declare_files(arguments);
        return [options](Session& live) { return run_draw(live, *options); };
      }};
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/chart_output.hpp"

#include <filesystem>

#include "engine/report/svg.hpp"
#include "graphs/ascii.hpp"

namespace regionet {
namespace {

std::string chart_extension(const std::string& output) {
  return lower_ascii(std::filesystem::path(output).extension().string());
}

}  // namespace

bool is_chart(const std::string& output) {
  const std::string extension = chart_extension(output);
  return extension == ".svg" || extension == ".pdf" || extension == ".png";
}

std::string chart_bytes(const std::string& svg, const std::string& output) {
  const std::string extension = chart_extension(output);
  return extension == ".svg" ? svg : convert_svg(svg, extension.substr(1));
}

}  // namespace regionet

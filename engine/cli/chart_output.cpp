// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/chart_output.hpp"

#include <filesystem>

#include "engine/cli/arguments.hpp"
#include "graphs/ascii.hpp"
#include "graphs/diagnostic.hpp"

namespace regionet {

bool is_chart(const std::string& output) {
  const std::string extension = lower_ascii(std::filesystem::path(output).extension().string());
  if (extension == ".pdf" || extension == ".png") {
    throw UsageError("-o '" + printable(output) + "': the chart is written as SVG; name the file .svg");
  }
  return extension == ".svg";
}

}  // namespace regionet

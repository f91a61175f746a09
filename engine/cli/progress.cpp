// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/progress.hpp"

#include <unistd.h>
#include <chrono>
#include <cstdio>
#include <memory>

#include "engine/report/progress_line.hpp"

namespace regionet {

std::function<void(double)> progress_on_terminal() {
  if (::isatty(STDERR_FILENO) == 0) return nullptr;
  const auto line = std::make_shared<ProgressLine>(
      [](const std::string& text) {
        std::fputs(text.c_str(), stderr);
        std::fflush(stderr);
      },
      [] { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); });
  return [line](double share) { line->tell(share); };
}

}  // namespace regionet

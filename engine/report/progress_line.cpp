// SPDX-License-Identifier: Apache-2.0
#include "engine/report/progress_line.hpp"

#include <fmt/format.h>

namespace regionet {

void ProgressLine::tell(double share) {
  constexpr double quiet_seconds = 1;
  constexpr double pause = 0.2;
  constexpr const char* wipe = "\r\x1b[K";
  const double now = now_();
  if (share <= 0) {
    begun_ = now;
    shown_ = now + quiet_seconds - pause;
  }
  if (share >= 1) {
    if (visible_) write_(wipe);
    visible_ = false;
    return;
  }
  if (now < shown_ + pause) return;
  shown_ = now;
  visible_ = true;
  std::string line = fmt::format("{}regionet: {:.0f} %", wipe, 100 * share);
  if (share > 0) line += fmt::format(", about {:.0f} s to go", (now - begun_) * (1 - share) / share);
  write_(line);
}

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

namespace regionet {

/// A line that says how far a computation is: shown from the second second on, renewed five times a second, and wiped
/// out when it is complete. `write` gets what the terminal is to show; `now` gives seconds since any start.
class ProgressLine {
 public:
  ProgressLine(std::function<void(const std::string&)> write, std::function<double()> now)
      : write_(std::move(write)), now_(std::move(now)) {}

  /// `share` of the work is done, from 0 to 1; 0 begins anew.
  void tell(double share);

 private:
  std::function<void(const std::string&)> write_;
  std::function<double()> now_;
  double begun_ = 0;
  double shown_ = 0;
  bool visible_ = false;
};

}  // namespace regionet

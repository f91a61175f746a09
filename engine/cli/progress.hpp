// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace regionet {

/// What a run calls to tell how far it is: a line on stderr where that is a terminal, otherwise nothing.
[[nodiscard]] std::function<void(double)> progress_on_terminal();

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/cli/arguments.hpp"

namespace regionet {

[[nodiscard]] Command rank_command();
[[nodiscard]] Command list_command();
[[nodiscard]] Command ties_command();
[[nodiscard]] Command explain_command();
[[nodiscard]] Command growth_command();
[[nodiscard]] Command compare_command();
[[nodiscard]] Command draw_command();
[[nodiscard]] Command summary_command();
[[nodiscard]] Command communities_command();
[[nodiscard]] Command check_command();
[[nodiscard]] Command convert_command();
[[nodiscard]] Command generate_command();
[[nodiscard]] Command cite_command();

}  // namespace regionet

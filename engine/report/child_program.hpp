// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace regionet {

/// Runs a program that turns what it reads into what it writes: without a shell, on files without a name, for at most
/// two minutes. `words` are its name and arguments; `mend` says what to do where it cannot be started.
/// Throws FileError where it is missing, fails, writes nothing or takes too long.
[[nodiscard]] std::string run_filter(std::vector<std::string> words, std::string_view input, std::string_view mend);

}  // namespace regionet

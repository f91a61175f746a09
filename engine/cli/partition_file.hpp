// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/report/reports.hpp"

namespace regionet {

/// A csv file with the columns `id` and `community`, or a json file with `result.communities`, as the command
/// `communities` writes them; told apart by the brace at the beginning. Throws FileError where it
/// cannot be read, InputError with every fault where it is none.
[[nodiscard]] NamedPartition read_partition(const std::string& file);

}  // namespace regionet

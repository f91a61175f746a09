// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/io/dataset_files.hpp"

namespace regionet {

/// The Belarus-China network as built into the program: equal to the folder datasets/belarus-china.
[[nodiscard]] DatasetFiles belarus_china();

}  // namespace regionet

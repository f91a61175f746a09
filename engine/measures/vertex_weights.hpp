// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "graphs/view/view.hpp"

namespace regionet {

/// Weights for vertices of a view, from a table with the columns `id` and `weight`; vertices that it does not name have
/// 0. Throws FileError where it cannot be read, InputError with every fault (file, line, column): an id that is no
/// vertex or stands twice, a weight that is no number from 0 on.
[[nodiscard]] std::vector<double> read_vertex_weights(const View&, const std::string& path);

}  // namespace regionet

// SPDX-License-Identifier: Apache-2.0
// The rows of the table of models, one file each; model.cpp joins them.
#pragma once

#include "graphs/generate/model.hpp"

namespace regionet {

[[nodiscard]] GraphModel gnm_model();
[[nodiscard]] GraphModel barabasi_albert_model();
[[nodiscard]] GraphModel rmat_model();
[[nodiscard]] GraphModel block_model();
[[nodiscard]] GraphModel lfr_model();
[[nodiscard]] GraphModel configuration_model();
[[nodiscard]] GraphModel grid_model();

/// The most vertices and edges that a model may ask for: what 32 bits number.
inline constexpr double most_vertices = 4294967294.0;
inline constexpr double most_edges = 4294967294.0;

}  // namespace regionet

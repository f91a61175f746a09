// SPDX-License-Identifier: Apache-2.0
#include "bench/graphblas_handles.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>
#include <stdexcept>

namespace regionet::bench::grb {

void need(GrB_Info info) {
  if (info != GrB_SUCCESS && info != GrB_NO_VALUE) throw std::runtime_error(fmt::format("GraphBLAS says {}", +info));
}

void* handed_over(const void* values, std::size_t bytes) {
  void* const out = std::malloc(std::max(bytes, sizeof(GrB_Index)));  // NOLINT: the library frees it
  if (out == nullptr) throw std::bad_alloc();
  std::memcpy(out, values, bytes);
  return out;
}

void start(const Input& input) {
  static const bool started = [] {
    need(GrB_init(GrB_NONBLOCKING));
    return std::atexit([] { GrB_finalize(); }) == 0;
  }();
  if (!started) throw std::runtime_error("GraphBLAS could not be started");
  need(GxB_Global_Option_set(GxB_GLOBAL_NTHREADS, static_cast<int>(input.threads)));
}

Matrix adjacency(const Input& input) {
  start(input);
  const GraphView graph = input.graph.view();
  const std::vector<GrB_Index> wide(graph.targets().begin(), graph.targets().end());
  const bool yes = true;
  auto* offsets = static_cast<GrB_Index*>(handed_over(graph.offsets().data(), graph.offsets().size_bytes()));
  auto* targets = static_cast<GrB_Index*>(handed_over(wide.data(), wide.size() * sizeof(GrB_Index)));
  void* values = handed_over(&yes, sizeof yes);
  const GrB_Index n = graph.vertex_count();
  return Matrix(GxB_Matrix_import_CSR, GrB_BOOL, n, n, &offsets, &targets, &values, (n + 1) * sizeof(GrB_Index),
                std::max<GrB_Index>(wide.size(), 1) * sizeof(GrB_Index), sizeof yes, true, false, nullptr);
}

}  // namespace regionet::bench::grb

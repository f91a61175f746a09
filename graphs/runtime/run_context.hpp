// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>

namespace regionet {

/// Which library runs the blocks of a parallel loop; both give the same bytes.
enum class Backend : std::uint8_t { tbb, threads };

#ifdef REGIONET_DEFAULT_BACKEND_THREADS
inline constexpr Backend default_backend = Backend::threads;
#else
inline constexpr Backend default_backend = Backend::tbb;
#endif

/// How a kernel ended.
enum class Outcome : std::uint8_t { complete, not_converged, stopped };

/// What a run may use and whom it tells. Results never depend on `threads` or `backend`.
///
/// `progress` is called on the caller's thread with a share that never decreases, starts at 0 and reaches 1 only
/// when the work is complete. A stop asked before the start counts.
struct RunContext {
  unsigned threads = 1;
  Backend backend = default_backend;
  std::uint64_t seed = 1;
  std::uint64_t memory_limit = 0;  ///< bytes that one large step may ask for; 0: no limit
  std::stop_token stop;
  std::function<void(double)> progress;
};

}  // namespace regionet

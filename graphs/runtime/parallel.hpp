// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "graphs/runtime/run_context.hpp"

namespace regionet {

/// Calls `body(block)` once for each block in [0, blocks), on up to `run.threads` threads, in no stated order.
/// The first exception (by block number) is thrown again on the caller's thread after all blocks have ended. Throws
/// std::bad_alloc where the system has no room for the threads.
void for_each_block(const RunContext& run, std::size_t blocks, const std::function<void(std::size_t)>& body);

/// Calls `body(begin, end)` for consecutive ranges of `grain` items that cover [0, items).
/// The cut depends on `grain` alone, never on the number of threads.
template <typename Body>
void for_each_range(const RunContext& run, std::size_t items, std::size_t grain, Body body) {
  const std::size_t blocks = (items + grain - 1) / grain;
  for_each_block(run, blocks, [&](std::size_t block) { body(block * grain, std::min(items, (block + 1) * grain)); });
}

/// Vertices a block of a loop over the vertices of a graph, where nothing argues for another size.
inline constexpr std::size_t vertex_grain = 1U << 12U;

/// Calls `work(block, slot)` for each block on up to `run.threads` threads and `join(slot)` on the caller's thread, in
/// the order of the blocks: so that what is summed up is the same for any number of threads. `create()` makes a slot,
/// once a thread; it is used again, so `work` must not read what it finds there as a result. Tells progress and heeds a
/// stop between rounds of blocks.
template <typename Create, typename Work, typename Join>
Outcome for_each_in_order(const RunContext& run, std::size_t blocks, Create create, Work work, Join join) {
  using Slot = decltype(create());
  std::vector<std::unique_ptr<Slot>> slots(std::min<std::size_t>(std::max(1U, run.threads), blocks));
  if (run.progress) run.progress(0);
  for (std::size_t first = 0; first < blocks; first += slots.size()) {
    if (run.stop.stop_requested()) return Outcome::stopped;
    const std::size_t count = std::min(slots.size(), blocks - first);
    for_each_block(run, count, [&](std::size_t i) {
      if (!slots[i]) slots[i] = std::make_unique<Slot>(create());
      work(first + i, *slots[i]);
    });
    for (std::size_t i = 0; i < count; ++i) join(*slots[i]);
    if (run.progress) run.progress(static_cast<double>(first + count) / static_cast<double>(blocks));
  }
  return Outcome::complete;
}

/// Reduces [0, items): `partial(begin, end)` for each range of `grain` items, joined pairwise in a fixed tree, so
/// that a sum of doubles has the same bits for any number of threads.
template <typename Value, typename Partial, typename Join>
[[nodiscard]] Value reduce_ranges(const RunContext& run, std::size_t items, std::size_t grain, Value identity,
                                  Partial partial, Join join) {
  std::vector<Value> values((items + grain - 1) / grain, identity);
  for_each_range(run, items, grain,
                 [&](std::size_t begin, std::size_t end) { values[begin / grain] = partial(begin, end); });
  if (values.empty()) return identity;
  for (std::size_t step = 1; step < values.size(); step *= 2) {
    for (std::size_t i = 0; i + step < values.size(); i += 2 * step) {
      values[i] = join(std::move(values[i]), std::move(values[i + step]));
    }
  }
  return std::move(values.front());
}

}  // namespace regionet

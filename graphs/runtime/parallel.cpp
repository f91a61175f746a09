// SPDX-License-Identifier: Apache-2.0
#include "graphs/runtime/parallel.hpp"

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/partitioner.h>
#include <oneapi/tbb/task_arena.h>
#include <atomic>
#include <exception>
#include <new>
#include <stdexcept>
#include <thread>

namespace regionet {
namespace {

using Body = std::function<void(std::size_t)>;

void run_on_tbb(unsigned threads, std::size_t blocks, const Body& body) {
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::task_arena arena(static_cast<int>(threads));
  arena.execute([&] {
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, blocks, 1),
        [&](const tbb::blocked_range<std::size_t>& range) {
          for (std::size_t block = range.begin(); block != range.end(); ++block) body(block);
        },
        tbb::simple_partitioner{});
  });
}

void run_on_threads(unsigned threads, std::size_t blocks, const Body& body) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t block = next++; block < blocks; block = next++) body(block);
  };
  std::vector<std::jthread> team;
  for (unsigned i = 1; i < std::min<std::size_t>(threads, blocks); ++i) team.emplace_back(work);
  work();
}

}  // namespace

void for_each_block(const RunContext& run, std::size_t blocks, const Body& body) {
  if (run.threads <= 1 || blocks <= 1) {
    for (std::size_t block = 0; block < blocks; ++block) body(block);
    return;
  }
  std::vector<std::exception_ptr> failures(blocks);
  const Body guarded = [&](std::size_t block) {
    try {
      body(block);
    } catch (...) {
      failures[block] = std::current_exception();
    }
  };
  try {
    run.backend == Backend::tbb ? run_on_tbb(run.threads, blocks, guarded)
                                : run_on_threads(run.threads, blocks, guarded);
  } catch (const std::runtime_error&) {  // not of a block: the system has no room for another thread
    throw std::bad_alloc();
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace regionet

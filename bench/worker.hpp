// SPDX-License-Identifier: Apache-2.0
// Peers that live in another process: bench/peer_worker.py does the work when told to, and says its own seconds.
#pragma once

#include <sys/types.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bench/harness.hpp"
#include "bench/input.hpp"

namespace regionet::bench {

/// A child that answers a line with a line. It is killed when this ends.
class Worker {
 public:
  Worker(std::string name, const std::vector<std::string>& command);
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker();

  /// The next line the child writes; throws std::runtime_error where it ends instead.
  std::string line();
  std::string ask(std::string_view request);

 private:
  std::string name_;
  pid_t child_ = -1;
  int socket_ = -1;
  std::string unread_;
};

/// A contender, or why there is none.
struct WorkerContender {
  std::optional<Contender> contender;
  std::string reason;
};

/// Starts the worker of a peer for a case; the graph is in its memory when this returns.
[[nodiscard]] WorkerContender worker_contender(const std::string& peer, std::string_view case_name, const Input&);

}  // namespace regionet::bench

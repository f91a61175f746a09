// SPDX-License-Identifier: Apache-2.0
// Times ours beside peers in one process, interleaved, and prints one JSON line a pair.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace regionet::bench {

/// Something to be timed. `run` does the work once; `certificate` says after it what is wrong with the answer, and
/// nothing where it is right: an answer that fails has no time.
struct Contender {
  std::string name;
  std::function<void()> run;
  std::function<std::string()> certificate;
};

/// What is measured, and on what.
struct Case {
  std::string name;
  std::string input;  ///< a file, or a description
  std::size_t vertices = 0;
  std::size_t edges = 0;
  unsigned threads = 1;
  double megabytes = 0;  ///< of the input, where a rate is of interest
};

/// One warm-up each, then `trials` rounds: ours, each peer, ours again. Prints for each peer, and for ours against
/// itself (the smallest effect that can be seen), the median ratio with its 95 % interval by order statistics.
void measure(const Case&, const Contender& ours, const std::vector<Contender>& peers, int trials);

}  // namespace regionet::bench

// SPDX-License-Identifier: Apache-2.0
// Times ours beside peers, interleaved, and prints one JSON line a pair.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace regionet::bench {

/// Something to be timed. `trial` does the work once and returns its seconds; `certificate` says after it what is wrong
/// with the answer, and nothing where it is right: an answer that fails has no time. `answer` is the answer in one
/// line, to compare contenders by.
struct Contender {
  std::string name;
  std::function<double()> trial;
  std::function<std::string()> certificate;
  std::function<std::string()> answer;
};

/// A trial of work in this process, by the wall clock.
[[nodiscard]] std::function<double()> timed(std::function<void()> work);

/// What is measured, and on what.
struct Case {
  std::string name;
  std::string input;  ///< a file, or a description
  std::size_t vertices = 0;
  std::size_t edges = 0;
  unsigned threads = 1;
  double megabytes = 0;  ///< of the input, where a rate is of interest
};

/// One warm-up each, then rounds of ours, ours again and each peer once, in balanced order (see rounds.hpp). Prints for
/// each peer, and for ours against itself (the smallest effect that can be seen), the median over the rounds of the
/// ratio within a round, with its 95 % interval by order statistics. Without ours: the peers' seconds.
void measure(const Case&, const std::optional<Contender>& ours, const std::vector<Contender>& peers, int trials);

}  // namespace regionet::bench

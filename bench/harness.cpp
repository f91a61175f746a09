// SPDX-License-Identifier: Apache-2.0
#include "bench/harness.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "engine/version.hpp"
#include "graphs/runtime/memory.hpp"

namespace regionet::bench {
namespace {

double timed(const std::function<void()>& run) {
  const auto begin = std::chrono::steady_clock::now();
  run();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

struct Interval {
  double median, low, high;
};

/// The median and its 95 % interval by order statistics (binomial, normal approximation).
Interval interval(std::vector<double> values) {
  std::ranges::sort(values);
  const auto n = static_cast<double>(values.size());
  const double half = 0.98 * std::sqrt(n);
  const auto at = [&](double place) { return values[static_cast<std::size_t>(std::clamp(place, 0.0, n - 1))]; };
  return {at(std::floor(n / 2)), at(std::floor(n / 2 - half)), at(std::floor(n / 2 + half))};
}

std::vector<double> ratios(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> out;
  for (std::size_t i = 0; i < a.size(); ++i) out.push_back(a[i] / b[i]);
  return out;
}

std::string processor() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  }
  return "unknown";
}

void require_good(const Contender& contender) {
  const std::string fault = contender.certificate ? contender.certificate() : "";
  if (fault.empty()) return;
  fmt::print(stderr, "bench: the answer of {} is wrong: {}\n", contender.name, fault);
  std::exit(1);
}

void print(const Case& what, const std::string& peer, const std::vector<double>& ours,
           const std::vector<double>& theirs, const Interval& spread) {
  const Interval ratio = interval(ratios(ours, theirs));
  const Interval own = interval(ours);
  const auto round = [](double value) { return std::round(value * 1e5) / 1e5; };
  nlohmann::ordered_json json{
      {"case", what.name},
      {"input", what.input},
      {"n", what.vertices},
      {"m", what.edges},
      {"threads", what.threads},
      {"peer", peer},
      {"trials", ours.size()},
      {"ours_s", {round(std::ranges::min(ours)), round(own.median), round(std::ranges::max(ours))}},
      {"peer_s", {round(std::ranges::min(theirs)), round(interval(theirs).median), round(std::ranges::max(theirs))}},
      {"ratio", round(ratio.median)},
      {"ratio_95", {round(ratio.low), round(ratio.high)}},
      {"a_a_95", {round(spread.low), round(spread.high)}},
      {"peak_mib", peak_memory() >> 20U},
      {"version", version},
      {"compiler", __VERSION__},
      {"flags", REGIONET_BENCH_FLAGS},
      {"cpu", processor()}};
  if (what.megabytes > 0) json["ours_mb_per_s"] = round(what.megabytes / own.median);
  fmt::print("{}\n", json.dump());
  std::fflush(stdout);
}

}  // namespace

void measure(const Case& what, const Contender& ours, const std::vector<Contender>& peers, int trials) {
  ours.run();
  require_good(ours);
  for (const Contender& peer : peers) {
    peer.run();
    require_good(peer);
  }
  std::vector<double> own;
  std::vector<double> again;
  std::vector<std::vector<double>> theirs(peers.size());
  for (int trial = 0; trial < trials; ++trial) {
    own.push_back(timed(ours.run));
    for (std::size_t i = 0; i < peers.size(); ++i) theirs[i].push_back(timed(peers[i].run));
    again.push_back(timed(ours.run));
  }
  require_good(ours);
  const Interval spread = interval(ratios(own, again));
  for (std::size_t i = 0; i < peers.size(); ++i) print(what, peers[i].name, own, theirs[i], spread);
}

}  // namespace regionet::bench

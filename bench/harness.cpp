// SPDX-License-Identifier: Apache-2.0
#include "bench/harness.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "bench/rounds.hpp"
#include "bench/statistics.hpp"
#include "engine/version.hpp"
#include "graphs/runtime/memory.hpp"

namespace regionet::bench {
namespace {

using Json = nlohmann::ordered_json;
using Seconds = std::vector<double>;

std::string processor() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  }
  return "unknown";
}

void require_good(const Contender& contender) {
  const std::string fault = contender.certificate ? contender.certificate() : "";
  if (!fault.empty()) throw std::runtime_error(fmt::format("the answer of {} is wrong: {}", contender.name, fault));
}

double rounded(double value) { return std::round(value * 1e5) / 1e5; }

Json spread(const Seconds& seconds) {
  const auto to_a_tenth_microsecond = [](double value) { return std::round(value * 1e7) / 1e7; };
  return {to_a_tenth_microsecond(std::ranges::min(seconds)), to_a_tenth_microsecond(interval(seconds).median),
          to_a_tenth_microsecond(std::ranges::max(seconds))};
}

Json low_and_high(const Interval& of) { return {rounded(of.low), rounded(of.high)}; }

/// The seconds of each contender, round by round.
std::vector<Seconds> run_rounds(const std::vector<const Contender*>& contenders, int trials) {
  for (const Contender* contender : contenders) {
    contender->trial();
    require_good(*contender);
  }
  std::vector<Seconds> out(contenders.size());
  for (int round = 0; round < rounds_for(contenders.size(), trials); ++round) {
    for (const std::size_t at : order_of_round(contenders.size(), round)) out[at].push_back(contenders[at]->trial());
  }
  for (const Contender* contender : contenders) require_good(*contender);
  return out;
}

Json heading(const Case& what, std::size_t rounds) {
  return {{"case", what.name},  {"input", what.input},     {"n", what.vertices},
          {"m", what.edges},    {"threads", what.threads}, {"trials", rounds},
          {"version", version}, {"compiler", __VERSION__}, {"flags", REGIONET_BENCH_FLAGS},
          {"cpu", processor()}};
}

void add_answer(Json& line, const char* key, const Contender& contender) {
  if (contender.answer) line[key] = contender.answer();
}

void add_ours(Json& line, const Case& what, const Contender& contender, const Seconds& ours, const Seconds& again) {
  line["ours_s"] = spread(ours);
  line["a_a_95"] = low_and_high(interval(ratios(ours, again)));
  if (what.megabytes > 0) line["ours_mb_per_s"] = rounded(what.megabytes / interval(ours).median);
  add_answer(line, "ours_answer", contender);
}

void add_peer(Json& line, const Contender& peer, const Seconds& theirs) {
  line["peer"] = peer.name;
  line["peer_s"] = spread(theirs);
  add_answer(line, "peer_answer", peer);
}

void print(Json& line) {
  line["peak_mib"] = peak_memory() >> 20U;
  fmt::print("{}\n", line.dump());
  std::fflush(stdout);
}

}  // namespace

std::function<double()> timed(std::function<void()> work) {
  return [work = std::move(work)] {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
}

void measure(const Case& what, const std::optional<Contender>& ours, const std::vector<Contender>& peers, int trials) {
  std::vector<const Contender*> contenders(ours ? 2 : 0, ours ? &*ours : nullptr);
  const std::size_t first_peer = contenders.size();
  for (const Contender& peer : peers) contenders.push_back(&peer);
  const std::vector<Seconds> seconds = run_rounds(contenders, trials);
  Json common = heading(what, seconds.empty() ? 0 : seconds[0].size());
  if (ours) add_ours(common, what, *ours, seconds[0], seconds[1]);
  for (std::size_t i = 0; i < peers.size(); ++i) {
    const Seconds& theirs = seconds[first_peer + i];
    Json line = common;
    add_peer(line, peers[i], theirs);
    if (ours) {
      const Interval ratio = interval(ratios(seconds[0], theirs));
      line["ratio"] = rounded(ratio.median);
      line["ratio_95"] = low_and_high(ratio);
    }
    print(line);
  }
  if (ours && peers.empty()) print(common);
}

}  // namespace regionet::bench

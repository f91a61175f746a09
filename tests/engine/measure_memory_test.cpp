// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <malloc.h>
#include <fstream>
#include <sstream>

#include "engine/measures/view_measures.hpp"
#include "graphs/model/plain_builder.hpp"
#include "graphs/runtime/memory.hpp"
#include "graphs/runtime/random.hpp"
#include "tests/support/catch.hpp"

namespace regionet::test::measure_memory_test {
namespace {

/// A random network of two sides of `side` places with `ties` ties a place.
Network two_sides(std::uint64_t side, std::uint64_t ties) {
  PlainBuilder graph;
  graph.two_mode = true;
  for (std::uint64_t i = 0; i < ties * side; ++i) {
    const auto a = graph.actor(fmt::format("a{}", random_bits(1, i, 0) % side));
    const auto b = graph.actor(fmt::format("b{}", random_bits(1, i, 1) % side));
    graph.add(a, b, i + 1);
  }
  Diagnostics faults;
  return graph.freeze(faults);
}

/// A line of /proc/self/status, in bytes.
std::uint64_t status(const std::string& name) {
  std::ifstream file("/proc/self/status");
  for (std::string line; std::getline(file, line);) {
    if (line.rfind(name + ":", 0) != 0) continue;
    std::istringstream number(line.substr(name.size() + 1));
    std::uint64_t kibibytes = 0;
    number >> kibibytes;
    return kibibytes << 10U;
  }
  return 0;
}

/// Sets the highest memory so far back to what is held now; whether the system lets us.
bool forget_peak() {
  ::malloc_trim(0);
  std::ofstream file("/proc/self/clear_refs");
  file << 5;
  file.flush();
  return static_cast<bool>(file);
}

/// Pages that the allocator takes beside what is asked for.
constexpr std::uint64_t slack = 2U << 20U;

/// What a sparse factor takes depends on the graph, and no row says it.
bool keeps_a_factor(const VertexMeasure& measure) {
  return measure.name.starts_with("current_flow") || measure.name == "fiedler";
}

}  // namespace

TEST_CASE("a measure takes no more memory than its row says, and is refused where that is not allowed", "[memory]") {
  const Network network = two_sides(3'000, 6);
  for (const unsigned threads : {1U, 3U}) {
    // Plain threads: the other backend keeps pools of its own, whose size depends on the machine.
    RunContext run{.threads = threads, .backend = Backend::threads};
    const View view(network, {}, run);
    const std::size_t n = view.graph().vertex_count();
    // The first parallel loop makes the threads, which have memory of their own.
    static_cast<void>(ViewMeasures(view, run).compute(parse_measure("eccentricity")));
    for (const VertexMeasure& measure : vertex_measures()) {
      if (keeps_a_factor(measure)) continue;
      INFO(measure.name << " on " << threads << " threads");
      const std::uint64_t allowed = measure.memory.bytes(n, view.graph().arc_count(), threads);
      const MeasureRequest request = parse_measure(std::string(measure.name));
      run.memory_limit = allowed - 1;
      CHECK_THROWS_AS(ViewMeasures(view, run).compute(request), MemoryLimitError);
      run.memory_limit = allowed;
      ViewMeasures measures(view, run);
      const bool known = forget_peak();  // whether the system says what was held
      const std::uint64_t before = status("VmRSS");
      const VertexScores scores = measures.compute(request);
      if (known) CHECK(status("VmHWM") - before <= allowed + slack);
    }
  }
}

}  // namespace regionet::test::measure_memory_test

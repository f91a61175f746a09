// SPDX-License-Identifier: Apache-2.0
// Kernels of growth on a dataset in memory: growth_cases DATASET LEVEL TRIALS PEERS. bench/growth calls it.
#include <fmt/format.h>
#include <time.h>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <memory>
#include <numeric>

#include "bench/harness.hpp"
#include "bench/input.hpp"
#include "bench/worker.hpp"
#include "engine/structure/assortativity.hpp"
#include "engine/structure/components.hpp"
#include "engine/structure/triangles.hpp"
#include "engine/temporal/concentration.hpp"
#include "engine/temporal/curves.hpp"
#include "engine/temporal/densification.hpp"
#include "engine/temporal/structure_over_time.hpp"
#include "graphs/csr/build.hpp"

namespace {

using namespace regionet;
using namespace regionet::bench;

struct GrowthInput {
  std::string file;
  OpenedNetwork opened;
  View view;
  History history;
  Periods years, months;

  GrowthInput(const std::string& dataset, Level level)
      : file(dataset),
        opened(open(dataset, {})),
        view(opened.network, {.level = level}),
        history(history_of(view)),
        years(periods_of(history, PeriodLength::year)),
        months(periods_of(history, PeriodLength::month)) {}
};

/// A trial of work on this thread, by the time that the processor gave it: another program's share does not count.
std::function<double()> timed_by_processor(std::function<void()> work) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
  };
  return [now, work = std::move(work)] {
    const double begin = now();
    work();
    return now() - begin;
  };
}

/// The same columns read once, from first to last: what no pass over them can be faster than.
std::uint64_t read_columns(const History& history) {
  const auto sum = [](const auto& column) { return std::accumulate(column.begin(), column.end(), std::uint64_t{0}); };
  std::uint64_t out = sum(history.date) + sum(history.tie_offsets) + sum(history.ties);
  for (const DayRange days : history.dates) out += static_cast<std::uint64_t>(days.last - days.first);
  for (const auto& [a, b] : history.ends) out += a + b;
  return out;
}

/// The rows as the peer of Python takes them: agreement, two places, first and last day, 32 bits each.
class RowFile {
 public:
  explicit RowFile(const GrowthInput& input) : path_(input.file + ".rows") {
    std::ofstream out(path_, std::ios::binary);
    const History& history = input.history;
    for (std::size_t i = 0; i < history.size(); ++i) {
      const DayRange days = history.days(i);
      for (const std::uint32_t tie : history.ties_of(i)) {
        const auto [a, b] = history.ends[tie];
        const std::array<std::int32_t, 5> row{static_cast<std::int32_t>(i), static_cast<std::int32_t>(a),
                                              static_cast<std::int32_t>(b), days.first, days.last};
        out.write(reinterpret_cast<const char*>(row.data()), sizeof row);
      }
    }
    if (!out.flush()) throw std::runtime_error("cannot write " + path_);
  }
  RowFile(const RowFile&) = delete;
  RowFile& operator=(const RowFile&) = delete;
  ~RowFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// The curves in one line, to compare contenders by: the last values, and the sums of what is new.
std::string told(const GrowthCurves& curves) {
  const auto sum = [](const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); };
  return fmt::format("agreements {} {:.3f}, ties {} {:.3f}, places {} {:.3f}", curves.agreements.certain.back(),
                     sum(curves.agreements.expected), curves.ties.certain.back(), sum(curves.ties.expected),
                     curves.actors.certain.back(), sum(curves.actors.expected));
}

Contender reading(const History& history) {
  auto sum = std::make_shared<std::uint64_t>(0);
  return {"reading the columns", timed_by_processor([&history, sum] { *sum += read_columns(history); }), {}, [sum] {
            return *sum == 0 ? "nothing" : "read";
          }};
}

Contender python_loop(const std::string& rows, const Periods& periods) {
  std::string starts;
  for (std::size_t i = 0; i < periods.size(); ++i) starts += fmt::format("{},", periods[i].first);
  const auto worker = std::make_shared<Worker>(
      "python3", std::vector<std::string>{"/usr/bin/python3", REGIONET_BENCH_GROWTH_WORKER, rows,
                                          starts + std::to_string(periods.days().last + 1)});
  const std::string ready = worker->line();
  if (ready != "ready") throw std::runtime_error(ready);
  return {"python3 loop",
          [worker] { return std::stod(worker->ask("run")); },
          {},
          [worker] { return worker->ask("answer"); }};
}

/// One pass without windows: the ties that all agreements make, their graph built once, and looked at once.
Contender one_pass(const History& history) {
  return {"one pass",
          timed_by_processor([&history] {
            std::vector<bool> came(history.ends.size(), false);
            for (const std::uint32_t tie : history.ties) came[tie] = true;
            std::vector<Vertex> ends;
            for (std::size_t tie = 0; tie < came.size(); ++tie) {
              if (came[tie]) ends.insert(ends.end(), {history.ends[tie].first, history.ends[tie].second});
            }
            const BuiltGraph built = build_graph(history.vertices, {ends, {}}, {}, {});
            const GraphView graph = built.graph.view();
            (void)components(graph);
            (void)triangles(graph);
            (void)degree_assortativity(graph);
          }),
          {},
          {}};
}

class GrowthBench {
 public:
  GrowthBench(const GrowthInput& input, int trials) : input_(input), trials_(trials) {}

  template <typename Work>
  void kernel(const std::string& name, std::vector<Contender> peers, Work work) const {
    auto result = std::make_shared<decltype(work())>(work());
    Contender own{"regionet", timed_by_processor([result, work] { *result = work(); }), {}, {}};
    if constexpr (std::is_same_v<decltype(work()), GrowthCurves>) own.answer = [result] { return told(*result); };
    const Case what{
        name, std::filesystem::path(input_.file).filename().string(), input_.history.vertices, input_.history.size(), 1,
        0};
    measure(what, own, peers, trials_);
  }

  void all(bool python) const {
    const History& history = input_.history;
    const auto curves = [&](const Periods& periods) { return growth_curves(history, periods); };
    const auto by_year = [&] { return curves(input_.years); };
    kernel("curves", {reading(history)}, by_year);
    kernel("densification", {reading(history)}, [&] {
      const GrowthCurves found = by_year();
      return densification(found.ties.expected, found.actors.expected);
    });
    kernel("concentration", {reading(history)}, [&] { return concentration(history, input_.years); });
    if (python) {
      const RowFile rows(input_);
      kernel("curves", {python_loop(rows.path(), input_.years)}, by_year);
    }
    kernel("curves-360", {{"curves by year", timed_by_processor([&] { (void)by_year(); }), {}, {}}},
           [&] { return curves(input_.months); });
    kernel("structure-360", {one_pass(history)},
           [&] { return structure_over_time(history, input_.months, Certainly::possible); });
  }

 private:
  const GrowthInput& input_;
  int trials_;
};

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<std::string> words(argv + 1, argv + argc);
  int trials = 0;
  if (words.size() == 4) std::from_chars(words[2].data(), words[2].data() + words[2].size(), trials);
  if (trials < 1 || (words[1] != "region" && words[1] != "city")) {
    fmt::print(stderr, "growth_cases: expected DATASET region|city TRIALS python|none\n");
    return 2;
  }
  const GrowthInput input(words[0], words[1] == "city" ? Level::city : Level::region);
  GrowthBench(input, trials).all(words[3] == "python");
  return 0;
} catch (const std::exception& fault) {
  fmt::print(stderr, "growth_cases: {}\n", fault.what());
  return 1;
}

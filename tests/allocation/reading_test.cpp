// SPDX-License-Identifier: Apache-2.0
// Memory that runs out anywhere, while a file is read, its graph built and written: the error is told, nothing else is.
#include <fmt/format.h>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>

#include <unistd.h>

#include "graphs/csr/transpose.hpp"
#include "graphs/io/graph_formats.hpp"
#include "graphs/io/open.hpp"
#include "graphs/view/view.hpp"
#include "tests/allocation/failing_allocations.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/plain_networks.hpp"

namespace regionet::test::reading_test {
namespace {

/// Fails the 0th allocation of `run`, then the 1st, and so on until it needs no more; how many there were. The run ends
/// in std::bad_alloc and nothing else, or well, where it can do without (a stable sort can). `after(well)` judges.
int fail_each(bool all_that_follow, const std::function<void()>& run, const std::function<void(bool)>& after) {
  for (int k = 0;; ++k) {
    std::optional<std::string> other;
    bool out_of_memory = false;
    fail_allocation(k, all_that_follow);
    try {
      run();
    } catch (const std::bad_alloc&) {
      out_of_memory = true;
    } catch (...) {
      other = "another exception";
    }
    const bool failed = stop_failing();
    CAPTURE(k);
    REQUIRE_FALSE(other);
    REQUIRE((failed || !out_of_memory));
    after(!out_of_memory);
    if (!failed) return k;
  }
}

Network small_network(bool directed) {
  PlainBuilder graph;
  graph.directed = directed;
  graph.title = "towns";
  const AgreementId first = graph.add(graph.actor("Minsk & Brest"), graph.actor("Xi'an"), 1);
  graph.set_weight(first, 2);
  graph.set_date(first, "2016-05");
  graph.set_type(first, "twinning");
  graph.set_edge_cell(first, graph.edge_column("note", AttributeType::text), "a long note that no short string holds");
  const AgreementId second = graph.add(graph.actor("Xi'an"), graph.actor("7"), 2);
  graph.set_weight(second, 0.5);
  graph.set_type(second, "other");
  graph.set_weight(graph.add(graph.actor("7"), graph.actor("7"), 3), 1);
  graph.set_label(graph.actor("7"), "Seven");
  graph.set_actor_cell(graph.actor("7"), graph.actor_column("people", AttributeType::integer), "1200");
  Diagnostics none;
  return graph.freeze(none);
}

class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / fmt::format("regionet_allocation_{}", ::getpid())) {
    std::filesystem::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Folder(Folder&&) = delete;
  Folder& operator=(Folder&&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  [[nodiscard]] std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("memory that runs out while a graph file is read is told, for every format", "[allocation]") {
  const Folder folder;
  const bool all_that_follow = GENERATE(false, true);
  for (const GraphFormat& format : graph_formats()) {
    if (format.read == nullptr || format.write == nullptr) continue;
    Diagnostics faults;
    const std::string bytes = write_graph(format.write, small_network(false), faults);
    if (faults.errors() > 0) continue;  // the ids of some formats hold no blanks
    const std::string file = folder.write(fmt::format("graph.{}", format.name), bytes);
    CAPTURE(format.name);
    const ReadOptions options{.format = std::string(format.name)};
    OpenedNetwork good = open_network(std::array{file}, {}, options, false);
    const std::vector<std::string> wanted = described(good.network);
    OpenedNetwork opened;
    bool whole = false;
    const int count = fail_each(
        all_that_follow,
        [&] {
          whole = false;
          opened = open_network(std::array{file}, {}, options, false);
          const View view(opened.network, {});
          whole = view.graph().vertex_count() == 3;
        },
        [&](bool well) {
          REQUIRE(whole == well);
          if (well) REQUIRE(described(opened.network) == wanted);
        });
    CHECK(whole);
    CHECK(count > 10);
  }
}

TEST_CASE("memory that runs out while a graph is built or turned leaves none behind", "[allocation]") {
  const bool directed = GENERATE(false, true);
  const bool weighted = GENERATE(false, true);
  const std::vector<Vertex> ends{0, 1, 1, 2, 2, 0, 0, 1, 3, 3, 3, 1};
  const std::vector<double> weights{1, 2, 3, 4, 5, 6};
  BuiltGraph built;
  const int count = fail_each(
      true,
      [&] {
        built = build_graph(4, {ends, weighted ? std::span<const double>(weights) : std::span<const double>{}},
                            {.directed = directed});
        static_cast<void>(transpose(built.graph.view()));
      },
      [&](bool) { REQUIRE(check(built.graph.view()).empty()); });
  CHECK(built.graph.view().vertex_count() == 4);
  CHECK(count > 5);
}

TEST_CASE("memory that runs out while a graph is written leaves the file unfinished, and is told", "[allocation]") {
  const Network network = small_network(true);
  for (const GraphFormat& format : graph_formats()) {
    if (format.write == nullptr) continue;
    CAPTURE(format.name);
    const int count = fail_each(
        true,
        [&] {
          Diagnostics faults;
          std::string bytes;
          GraphOutput out([&](std::string_view piece) { bytes += piece; });
          format.write(network, out, faults);
          out.flush();
        },
        [](bool) {});
    CHECK(count > 0);
  }
}

}  // namespace regionet::test::reading_test

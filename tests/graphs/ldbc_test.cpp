// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/ldbc.hpp"

#include <filesystem>
#include <fstream>

#include "graphs/io/open.hpp"
#include "tests/support/catch.hpp"

namespace regionet::test::ldbc_test {
namespace {

namespace fs = std::filesystem;

/// The files of a graph in a folder that is gone at the end of the test.
class Files {
 public:
  Files() {
    std::string pattern = (fs::temp_directory_path() / "regionet-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) FAIL("no temporary folder");
    folder_ = pattern;
  }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;
  Files(Files&&) = delete;
  Files& operator=(Files&&) = delete;
  ~Files() { fs::remove_all(folder_); }

  Files& write(const char* extension, std::string_view text) {
    std::ofstream(path(extension), std::ios::binary) << text;
    return *this;
  }
  [[nodiscard]] std::string path(const char* extension) const {
    return (folder_ / (std::string("g") + extension)).string();
  }

 private:
  fs::path folder_;
};

OpenedNetwork open(const Files& files, const char* extension, const ReadOptions& options = {}) {
  return open_network(std::array{files.path(extension)}, {}, options, false);
}

void check_refused(const Files& files, std::uint64_t line, const std::string& what) {
  try {
    open(files, ".e");
    FAIL("not refused");
  } catch (const InputError& fault) {
    CHECK(fault.faults().shown()[0].line == line);
    CHECK_THAT(fault.faults().shown()[0].what, ContainsSubstring(what));
  }
}

}  // namespace

TEST_CASE("a Graphalytics graph is read from any of its files", "[ldbc]") {
  Files files;
  files.write(".properties", "# a graph\ngraph.g.directed = true\ngraph.g.edge-properties.names = weight\n")
      .write(".v", "2\n3\n7\n10\n")
      .write(".e", "2 3 0.5\n3 2 1.25\n10 2 3\n");
  for (const char* const extension : {".properties", ".v", ".e"}) {
    const Network network = open(files, extension).network;
    CHECK(network.directed());
    CHECK(network.actor_count() == 4);  // 7 has no edge
    REQUIRE(network.agreement_count() == 3);
    CHECK(network.weight(1) == 1.25);
    CHECK(network.id(network.participants(2)[0]) == "10");
  }
}

TEST_CASE("without properties the direction is asked for, and that is said", "[ldbc]") {
  Files files;
  files.write(".v", "1\n2\n").write(".e", "1 2\n");
  const OpenedNetwork opened = open(files, ".e");
  CHECK_FALSE(opened.network.directed());
  REQUIRE(opened.notes.size() == 1);
  CHECK_THAT(opened.notes[0], ContainsSubstring("no g.properties"));
  ReadOptions options;
  options.directed = true;
  CHECK(open(files, ".e", options).network.directed());
}

TEST_CASE("faults of a Graphalytics graph are refused where they stand", "[ldbc]") {
  Files files;
  files.write(".v", "1\n2\n");
  CHECK_THROWS_AS(open(files, ".v"), FileError);  // there are no edges
  check_refused(files.write(".e", "1 2\n1 3\n"), 2, "no vertex '3'");
  check_refused(files.write(".e", "1 2 1\n1 2\n"), 2, "2 cells");
  check_refused(files.write(".e", "1 2 x\n"), 1, "weight 'x'");
  check_refused(files.write(".e", "1 2\n").write(".v", "1\n2\n1\n"), 3, "stands twice");
  files.write(".v", "1\n2\n").write(".properties", "graph.g.directed = perhaps\n");
  check_refused(files, 1, "directed is 'perhaps'");
}

}  // namespace regionet::test::ldbc_test

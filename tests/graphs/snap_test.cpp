// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/snap.hpp"

#include <map>

#include "graphs/io/edge_list.hpp"
#include "graphs/io/open.hpp"
#include "graphs/runtime/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/data.hpp"
#include "tests/support/plain_networks.hpp"

namespace regionet::test::snap_test {
namespace {

test::GraphRead read(std::string_view text, void (*reader)(GraphInput&) = read_snap, const ReadOptions& options = {},
                     const RunContext& run = {}) {
  return test::read_graph(reader, text, options, run);
}

using Edge = std::tuple<std::string, std::string, double, std::string>;

std::vector<Edge> edges(const Network& network) {
  std::vector<Edge> out;
  for (AgreementId id = 0; id < network.agreement_count(); ++id) {
    const auto ends = network.participants(id);
    out.emplace_back(network.id(ends[0]), network.id(ends[1]), network.weight(id), network.date_cell(id));
  }
  return out;
}

std::string written(const Network& network) { return test::good_bytes(write_snap, network); }

}  // namespace

TEST_CASE("case 039: comments stand anywhere, sparse ids make no other vertices", "[snap][case]") {
  const Network network = test::open_data("cases/039-snap-konect-columns/snap.txt").network;
  CHECK(network.directed());
  CHECK(network.actor_count() == 4);
  CHECK(network.agreement_count() == 3);
  CHECK_FALSE(network.has_weights());  // none are invented
  CHECK(network.line(2) == 6);
}

TEST_CASE("case 039: a third cell is the weight", "[snap][case]") {
  const Network network = test::open_data("cases/039-snap-konect-columns/snap-weighted.txt").network;
  CHECK(edges(network) == std::vector<Edge>{{"0", "7", 2, ""}, {"7", "9", 1, ""}, {"100", "0", 5, ""}});
}

TEST_CASE("cells of an edge list without a header are named by their number", "[snap]") {
  const ReadOptions options{.date_format = "unix", .columns = {{"date", "3"}}};
  const test::GraphRead out = read("a b 1136073600 x\nc d 1167609600 y\n", read_snap, options);
  REQUIRE(out.faults.errors() == 0);
  CHECK(edges(out.network) == std::vector<Edge>{{"a", "b", 1, "2006-01-01"}, {"c", "d", 1, "2007-01-01"}});
  REQUIRE(out.network.attributes().size() == 1);
  CHECK(out.network.attributes()[0].name == "4");
  CHECK(out.network.attribute(1, 0) == "y");
}

TEST_CASE("lines that are no edges are refused where they stand", "[snap]") {
  const test::GraphRead out = read("a b 1\nc d\n\nc d 1,5\n");
  REQUIRE(out.faults.errors() == 3);
  CHECK(to_string(out.faults.shown()[0]) == "file:2: the line has 2 cells; expected 3, as in the first line");
  CHECK(out.faults.shown()[1].line == 3);
  CHECK(out.faults.shown()[2].column == 5);
  CHECK_THAT(out.faults.shown()[2].mend, ContainsSubstring("a point"));
  CHECK(read("a\n").faults.errors() == 1);
  CHECK(read("a b\n", read_snap, {.columns = {{"date", "3"}}}).faults.errors() == 1);
}

TEST_CASE("the short way of decimal ids gives the same network as the long one", "[snap][decimal_edges]") {
  const bool weights = GENERATE(false, true);
  const char* const line_end = GENERATE("\n", "\r\n");
  const std::uint64_t sparse = GENERATE(1U, 7U, 40'000'000U);
  std::string snap = "# numbers\n";
  std::string csv = weights ? "source,target,weight\n" : "source,target\n";
  for (std::uint64_t i = 0; i < 20'000; ++i) {
    const std::string from = std::to_string(random_bits(1, i) % 100 * sparse);
    const std::string to = std::to_string(random_bits(2, i) % 1000);
    const std::string weight = std::to_string(random_bits(3, i) % 1000) + "." + std::to_string(random_bits(4, i) % 100);
    snap += from + (i % 2 == 0 ? "\t" : "  ") + to + (weights ? " " + weight : "") + line_end;
    csv += from + "," + to + (weights ? "," + weight : "") + line_end;
  }
  const ReadOptions long_way{.columns = {{"source", "source"}, {"target", "target"}}};
  const test::GraphRead wanted = read(csv, read_csv, long_way);
  REQUIRE(wanted.faults.errors() == 0);
  for (const unsigned threads : {1U, 2U, 3U, 8U}) {
    const RunContext run{.threads = threads, .backend = Backend::threads};
    for (const test::GraphRead& found : {read(csv, read_csv, {}, run), read(snap, read_snap, {}, run)}) {
      REQUIRE(found.network.actor_count() == wanted.network.actor_count());
      for (ActorId actor = 0; actor < found.network.actor_count(); ++actor) {
        REQUIRE(found.network.id(actor) == wanted.network.id(actor));
      }
      REQUIRE(std::ranges::equal(found.network.ends(), wanted.network.ends()));
      REQUIRE(std::ranges::equal(found.network.weights(), wanted.network.weights()));
    }
    CHECK(read(csv, read_csv, {}, run).network.line(5) == wanted.network.line(5));
  }
}

TEST_CASE("what the short way does not know is read by the long one", "[decimal_edges]") {
  for (const char* const row : {"01,2", "1,2x", "4294967296,1", "99999999999,1", "123456789012345678901,1", "x,1",
                                "\"1\",2", "1,", ",1", "-1,2", "1 ,2"}) {
    CAPTURE(row);
    const std::string csv = std::string("source,target\n3,4\n") + row + "\n3,5\n";
    const test::GraphRead found = read(csv, read_csv);
    REQUIRE(found.faults.errors() == 0);
    CHECK(found.network.agreement_count() == 3);
    const test::GraphRead again = read(csv, read_csv, {.columns = {{"source", "source"}, {"target", "target"}}});
    CHECK(edges(found.network) == edges(again.network));
  }
  CHECK(read("source,target\n1,2,3\n", read_csv).faults.errors() == 1);
  CHECK(read("source,target,weight\n1,2,nan\n", read_csv).faults.errors() == 1);
  CHECK(read("source,target,weight\n1,2,\n", read_csv).faults.errors() == 1);
  CHECK(read("source,target\n", read_csv).network.agreement_count() == 0);
  CHECK(read("source,target\n1,2", read_csv).network.agreement_count() == 1);
}

TEST_CASE("case 057: ids of any size are names", "[snap][case]") {
  const test::GraphRead out = read("0 3999999999\n4000000000 4294967295\n4294967294 5\n");
  REQUIRE(out.faults.errors() == 0);
  CHECK(out.network.actor_count() == 6);
  CHECK(out.network.id(5) == "4294967295");
}

TEST_CASE("a written SNAP file is read again equal", "[snap]") {
  const Network network = read("# Directed graph\na b 1.5\na b 2\nb b -3\nc a 1e-7\n").network;
  const Network again = read(written(network)).network;
  CHECK(again.directed());
  CHECK(edges(again) == edges(network));
}

TEST_CASE("ids that cannot stand between blanks are refused, all of them", "[snap]") {
  const Network network = read("source,target\n#a,b c\n,d\n", read_csv).network;
  Diagnostics faults;
  const std::string text = test::write_graph(write_snap, network, faults);
  CHECK(faults.errors() == 3);
  CHECK(text.empty());
}

}  // namespace regionet::test::snap_test

// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/konect.hpp"

#include "graphs/io/open.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/data.hpp"
#include "tests/support/plain_networks.hpp"

namespace regionet::test::konect_test {
namespace {

test::GraphRead read(std::string_view text) { return test::read_graph(read_konect, text); }

}  // namespace

TEST_CASE("case 039: columns of KONECT are from, to, weight, seconds", "[konect][case]") {
  const OpenedNetwork opened = test::open_data("cases/039-snap-konect-columns/out.konect-asym");
  const Network& network = opened.network;
  CHECK(network.directed());
  REQUIRE(network.agreement_count() == 3);  // parallel arcs stay
  CHECK(network.date_cell(0) == "2006-01-01");
  CHECK(network.date_cell(1) == "2007-01-01");
  CHECK(network.weight(2) == 4);
  CHECK(network.id(network.participants(2)[0]) == "3");
}

TEST_CASE("case 039: left 1 and right 1 of a two-mode file are two vertices", "[konect][case]") {
  const Network network = test::open_data("cases/039-snap-konect-columns/out.konect-bip").network;
  CHECK_FALSE(network.directed());
  CHECK(network.two_mode());
  CHECK(network.actor_count() == 5);
  CHECK(network.agreement_count() == 3);
  CHECK_FALSE(network.has_weights());
  const ActorId untied = network.find_actor("R2").value();  // declared by the second line
  CHECK(network.agreements_of(untied).empty());
  CHECK(network.name(untied) == "2");
}

TEST_CASE("a KONECT file that lies or breaks is refused where it does", "[konect]") {
  CHECK(read("1 2\n").faults.errors() == 1);
  CHECK(read("% sym nonsense\n1 2\n").faults.errors() == 1);
  CHECK(read("% sym unweighted\n1 0\n").faults.shown()[0].line == 2);
  CHECK(read("% sym unweighted\n% 1 2 2\n1 3\n").faults.shown()[0].line == 3);
  CHECK(read("% sym weighted\n1 2 x\n").faults.shown()[0].column == 5);
  CHECK(read("% sym weighted\n1 2 1 soon\n").faults.shown()[0].column == 7);
  CHECK(read("% sym weighted\n1\n").faults.errors() == 1);
  const test::GraphRead many = read("% sym unweighted\n% 1 4000000000 4000000000\n1 2\n");
  REQUIRE(many.faults.errors() == 1);
  CHECK_THAT(many.faults.shown()[0].what, ContainsSubstring("4000000000"));
  CHECK(read("% sym unweighted\n% 5 2 2\n1 2\n").notes.size() == 1);  // the count of edges is told, not trusted
}

}  // namespace regionet::test::konect_test

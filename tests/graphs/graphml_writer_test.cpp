// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/graphml.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/graphml_files.hpp"

namespace regionet::test::graphml_writer_test {

using namespace graphml_files;  // NOLINT(google-build-using-namespace): the helpers of this format's tests

TEST_CASE("what is written is read back", "[graphml]") {
  for (const bool directed : {false, true}) {
    const Network network = test::weird_network({.directed = directed});
    const std::string text = written(network);
    const Network again = good(text);
    test::check_equal(network, again);
    CHECK(written(again) == text);
  }
  test::check_equal(
      test::weird_network({.labels = false, .weights = false, .dates = false, .ends = false, .types = false}),
      good(written(
          test::weird_network({.labels = false, .weights = false, .dates = false, .ends = false, .types = false}))));
}

TEST_CASE("line ends and tabs of names come back", "[graphml]") {
  PlainBuilder builder;
  builder.title = "a\r\n<title>";
  for (const char* id : {"a\nb", "a\r\nb", "\t", "\r", "\x7f", "\xC2\x85", "\xE2\x80\xA8", " a ", ""}) {
    const ActorId actor = builder.actor(id);
    builder.set_label(actor, fmt::format("\r{}\n", id));
    builder.set_actor_cell(actor, builder.actor_column("\n\"<", AttributeType::text), id);
  }
  Diagnostics faults;
  const Network network = builder.freeze(faults);
  test::check_equal(network, good(written(network)));
}

TEST_CASE("the title and two sides come back", "[graphml]") {
  PlainBuilder builder;
  builder.title = "Davis";
  builder.two_mode = true;
  builder.add(builder.actor("w"), builder.actor("e"), 1);
  Diagnostics faults;
  const Network network = builder.freeze(faults);
  test::check_equal(network, good(written(network)));
}

TEST_CASE("the name that other tools give a graph is its title", "[graphml]") {
  const std::string key = "<key id='n' for='graph' attr.name='name'/>";
  CHECK(good(graph(key, "<data key='n'>Karate</data>" + two_nodes)).info().title == "Karate");
}

TEST_CASE("texts that XML cannot hold are refused, all of them", "[graphml]") {
  PlainBuilder builder;
  const ActorId a = builder.actor("a\x01");
  const ActorId b = builder.actor("b");
  builder.set_label(b, "\x1b[31m");
  builder.set_actor_cell(b, builder.actor_column("x\x02", AttributeType::text), "\xEF\xBF\xBF");
  const AgreementId edge = builder.add(a, b, 1);
  builder.set_type(edge, "\x0c");
  builder.set_edge_cell(edge, builder.edge_column("note", AttributeType::text), "\x08");
  Diagnostics faults;
  const Network network = builder.freeze(faults);
  GraphOutput out([](std::string_view) { FAIL("written"); });
  write_graphml(network, out, faults);
  out.flush();
  Texts what;
  for (const Diagnostic& fault : faults.shown()) what.push_back(fault.what);
  CHECK(what == Texts{"the name of the column 'x\\x02' holds U+0002", "the type '\\x0c' holds U+000C",
                      "the id of actor 'a\\x01' holds U+0001", "the name of actor 'b' holds U+001B",
                      "'x\\x02' of actor 'b' holds U+FFFF", "'note' of the edge from 'a\\x01' to 'b' holds U+0008"});
}

TEST_CASE("a column that would be read as something else is refused", "[graphml]") {
  const auto faults_of = [](const std::string& column, bool weights) {
    PlainBuilder builder;
    const AgreementId edge = builder.add(builder.actor("a"), builder.actor("b"), 1);
    if (weights) builder.set_weight(edge, 2);
    builder.set_edge_cell(edge, builder.edge_column(column, AttributeType::text), "x");
    Diagnostics faults;
    const Network network = builder.freeze(faults);
    GraphOutput out([](std::string_view) {});
    write_graphml(network, out, faults);
    if (faults.errors() == 0) test::check_equal(network, good(written(network)));
    return faults.errors();
  };
  CHECK(faults_of("weight", false) == 1);
  CHECK(faults_of("Weight", false) == 1);
  CHECK(faults_of("weight", true) == 1);
  CHECK(faults_of("Weight", true) == 0);
  CHECK(faults_of("label", false) == 0);
}

TEST_CASE("a column with cells that are none of its type is written as text", "[graphml]") {
  PlainBuilder builder;
  const ActorId a = builder.actor("a");
  builder.set_actor_cell(a, builder.actor_column("whole", AttributeType::integer), "1.5");
  builder.set_actor_cell(a, builder.actor_column("number", AttributeType::number), "0x1p0");
  builder.set_actor_cell(a, builder.actor_column("infinite", AttributeType::number), "-INF");
  builder.set_actor_cell(a, builder.actor_column("yes", AttributeType::boolean), "TRUE");
  Diagnostics faults;
  const Network again = good(written(builder.freeze(faults)));
  std::vector<AttributeType> types;
  for (const Attribute& column : again.actor_attributes()) types.push_back(column.type);
  CHECK(types == std::vector{AttributeType::text, AttributeType::text, AttributeType::number, AttributeType::boolean});
  CHECK(cell(again, "a", "whole") == "1.5");
  CHECK(cell(again, "a", "infinite") == "-INF");
}

}  // namespace regionet::test::graphml_writer_test

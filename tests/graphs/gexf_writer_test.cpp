// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/gexf.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/gexf_files.hpp"

namespace regionet::test::gexf_writer_test {

using namespace gexf_files;  // NOLINT(google-build-using-namespace): the helpers of this format's tests

TEST_CASE("what is written as GEXF is read back", "[gexf]") {
  for (const bool directed : {false, true}) {
    const Network network = test::weird_network({.directed = directed});
    const std::string text = written(network);
    const Network again = good(text);
    test::check_equal(network, again);
    CHECK(written(again) == text);
  }
  const test::Weird bare{.labels = false,
                         .weights = false,
                         .dates = false,
                         .ends = false,
                         .types = false,
                         .actor_columns = false,
                         .edge_columns = false};
  test::check_equal(test::weird_network(bare), good(written(test::weird_network(bare))));
}

TEST_CASE("dates that GEXF has are start and end, others are attributes, which is a warning", "[gexf]") {
  PlainBuilder builder;
  for (const char* date :
       {"2016", "2016-05", "2016-05-03", "2016-21", "201X", "2016-05-XX", "2016/2017", "2016?", ""}) {
    const AgreementId id = builder.add(builder.actor("a"), builder.actor("b"), 1);
    builder.set_date(id, date);
    builder.set_until(id, id == 0 ? "2020-02-29" : "");
  }
  Diagnostics faults;
  const Network network = builder.freeze(faults);
  const std::string text = written(network, faults);
  CHECK_THAT(text, ContainsSubstring("mode=\"dynamic\" timeformat=\"date\""));
  CHECK_THAT(text, ContainsSubstring("start=\"2016\" end=\"2020-02-29\"/>"));
  CHECK_THAT(text, ContainsSubstring("start=\"2016-05-03\"/>"));
  CHECK_THAT(text, ContainsSubstring("<attvalue for=\"0\" value=\"2016-21\"/>"));
  CHECK(text.find("start=\"2016-21\"") == std::string::npos);
  CHECK(faults.errors() == 0);
  REQUIRE(faults.warnings() == 1);
  CHECK(faults.shown()[0].what == "5 dates are not a plain year, month or day");
  test::check_equal(network, good(text));

  PlainBuilder doubtful;
  doubtful.set_date(doubtful.add(doubtful.actor("a"), doubtful.actor("b"), 1), "2016?");
  CHECK_THAT(written(doubtful.freeze(faults)), ContainsSubstring("mode=\"static\">"));
}

TEST_CASE("two sides are a keyword of GEXF and come back", "[gexf]") {
  for (const bool directed : {false, true}) {
    PlainBuilder builder;
    builder.two_mode = true;
    builder.directed = directed;
    static_cast<void>(builder.actor("alone"));
    builder.add(builder.actor("w"), builder.actor("e"), 1);
    builder.add(builder.actor("a"), builder.actor("e"), 2);
    Diagnostics faults;
    const Network network = builder.freeze(faults);
    const std::string text = written(network, faults);
    CHECK(faults.shown().empty());
    CHECK_THAT(text, ContainsSubstring("<keywords>regionet:two-mode</keywords>\n  </meta>"));
    const Network again = good(text);
    CHECK(again.two_mode());
    test::check_equal(network, again);
  }
  const auto of = [](std::string_view keywords) {
    return fmt::format("<gexf><meta><keywords>{}</keywords></meta><graph><nodes><node id='a'/></nodes></graph></gexf>",
                       keywords);
  };
  CHECK(good(of("regionet:two-mode")).two_mode());
  CHECK_FALSE(good(of("two-mode, networks")).two_mode());
  CHECK_FALSE(good(of("")).two_mode());
}

TEST_CASE("declared sides are checked in GEXF", "[gexf]") {
  CHECK_THAT(
      fault_of("<gexf><meta><keywords>regionet:two-mode</keywords></meta><graph><nodes><node id='a'/><node id='b'/>"
               "<node id='c'/></nodes>\n<edges><edge source='a' target='b'/>\n<edge source='b' target='c'/></edges>"
               "</graph></gexf>")
          .what,
      ContainsSubstring("both sides"));
}

TEST_CASE("names that need escapes come back from GEXF, others are refused", "[gexf]") {
  PlainBuilder builder;
  builder.title = "a <title>\r\n";
  for (const char* id : {"a\nb", "\t", "\r", "<&\"'>", " a "}) {
    builder.set_actor_cell(builder.actor(id), builder.actor_column("label", AttributeType::text), id);
  }
  Diagnostics faults;
  const Network network = builder.freeze(faults);
  test::check_equal(network, good(written(network)));

  PlainBuilder bad;
  const AgreementId id = bad.add(bad.actor("a\x01"), bad.actor("b\xEF\xBF\xBE"), 1);
  bad.set_edge_cell(id, bad.edge_column("weight", AttributeType::text), "x");
  static_cast<void>(written(bad.freeze(faults), faults));
  REQUIRE(faults.errors() == 3);
  CHECK(faults.shown()[0].what == "the column 'weight' would be read back as the weight");
  CHECK(faults.shown()[1].what == "the id of actor 'a\\x01' holds U+0001");
  CHECK_THAT(faults.shown()[2].what, ContainsSubstring("holds U+FFFE"));
}

}  // namespace regionet::test::gexf_writer_test

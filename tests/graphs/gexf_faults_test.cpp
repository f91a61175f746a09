// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/gexf.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/gexf_files.hpp"

namespace regionet::test::gexf_faults_test {

using namespace gexf_files;  // NOLINT(google-build-using-namespace): the helpers of this format's tests

TEST_CASE("faults of GEXF stand with their line", "[gexf]") {
  const test::GraphRead out =
      read(nodes("<node id='a'/>\n<node id='a'/>\n<node/>\n"
                 "<node id='b'><attvalues><attvalue for='9' value='1'/><attvalue for='n' value='x'/>"
                 "<attvalue for='n'/></attvalues></node>\n<edge source='a' target='b'/>\n<vertex/>\n",
                 "",
                 "<attributes class='node'><attribute id='n' title='n' type='integer'/><attribute id='n'/></attributes>"
                 "<attributes class='graph'/><edges><edge source='a' target='z'/><edge source='a'/>"
                 "<edge source='a' target='a' weight='1,5'/></edges>"));
  const std::vector<std::pair<std::uint64_t, std::string>> expected{{1, "attribute 'n' stands twice"},
                                                                    {1, "attributes of the class 'graph'"},
                                                                    {1, "an edge without source or target"},
                                                                    {1, "weight '1,5' is no number"},
                                                                    {4, "node 'a' stands twice, first in line 3"},
                                                                    {5, "a node without id"},
                                                                    {6, "attribute '9' is not declared"},
                                                                    {6, "'x' in 'n'"},
                                                                    {6, "an attvalue without for or value"},
                                                                    {7, "<edge> stands where it may not"},
                                                                    {8, "GEXF has no element <vertex>"},
                                                                    {1, "an edge ends at 'z', which is no node"}};
  REQUIRE(out.faults.shown().size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(out.faults.shown()[i].line == expected[i].first);
    CHECK_THAT(out.faults.shown()[i].what, ContainsSubstring(expected[i].second));
  }
  CHECK(out.faults.shown()[3].mend == "write a point, not a comma, and no thousands separators");
  CHECK_THAT(fault_of("<graphml/>").what, ContainsSubstring("this is no GEXF: its root is <graphml>"));
  CHECK_THAT(fault_of("<gexf/>").what, ContainsSubstring("there is no <graph>"));
  CHECK_THAT(fault_of("<gexf><graph/>\n<graph/></gexf>").what, ContainsSubstring("more than one graph"));
  CHECK_THAT(fault_of("<!DOCTYPE gexf><gexf><graph/></gexf>").what, ContainsSubstring("DOCTYPE"));
}

TEST_CASE("hostile GEXF is refused at once", "[gexf]") {
  std::string deep = "<gexf><graph>";
  for (int i = 0; i < 200'000; ++i) deep += "<nodes><node id='" + std::to_string(i) + "'>";
  CHECK_THAT(fault_of(deep).what, ContainsSubstring("more than 1000 deep"));

  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "<node id='" + std::to_string(i) + "'/>";
  CHECK_THAT(fault_of(nodes(many, "",
                            "<attributes class='node'><attribute id='0'><default>" + std::string(100'000, 'x') +
                                "</default></attribute></attributes>"))
                 .what,
             ContainsSubstring("far larger"));
  CHECK(good(nodes("<node id='4000000000'/>")).actor_count() == 1);
  CHECK(good("<gexf><graph><nodes count='4000000000'><node id='a'/></nodes></graph></gexf>").actor_count() == 1);

  const std::string whole = written(test::weird_network());
  for (std::size_t size = 0; size + 2 < whole.size(); size += 997) {
    CHECK(read(std::string_view(whole).substr(0, size)).faults.errors() == 1);
  }
}

}  // namespace regionet::test::gexf_faults_test

// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/graphml.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/graphml_files.hpp"

namespace regionet::test::graphml_faults_test {

using namespace graphml_files;  // NOLINT(google-build-using-namespace): the helpers of this format's tests

TEST_CASE("faults stand with their line and go on where they can", "[graphml]") {
  const std::string key =
      "<key id='n' attr.name='n' attr.type='int'/><key id='b' attr.name='b' attr.type='boolean'/>"
      "<key id='d' for='edge' attr.name='date'/>\n";
  const test::GraphRead out =
      read(graph(key,
                 "<node id='a'/>\n<node id='a'/>\n<node/>\n<edge source='a' target='z'/>\n"
                 "<edge source='a'/>\n<edge source='a' target='a'><data key='d'>2019-02-30</data></edge>\n"
                 "<node id='c'><data key='n'>1.5</data><data key='b'>yes</data></node>\n"
                 "<node id='e'><data key='x'>1</data><data/><data key='d'/></node>\n"
                 "<edge source='a' target='a' directed='maybe'/>\n<vertex/>\n<key id='late'/>\n"));
  const std::vector<std::pair<std::uint64_t, std::string>> expected{{5, "node 'a' stands twice, first in line 4"},
                                                                    {6, "a node without id"},
                                                                    {8, "an edge without source or target"},
                                                                    {9, "2019-02 has no day 30"},
                                                                    {10, "'1.5' in 'n'"},
                                                                    {10, "'yes' in 'b'"},
                                                                    {11, "key 'x' is not declared"},
                                                                    {11, "data without key"},
                                                                    {11, "key 'd' is not declared for this element"},
                                                                    {12, "directed is 'maybe'"},
                                                                    {13, "GraphML has no element <vertex>"},
                                                                    {14, "<key> stands where it may not"},
                                                                    {7, "an edge ends at 'z', which is no node"}};
  REQUIRE(out.faults.shown().size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(out.faults.shown()[i].line == expected[i].first);
    CHECK_THAT(out.faults.shown()[i].what, ContainsSubstring(expected[i].second));
  }
  CHECK(out.faults.shown()[11].expected == "it in <graphml>");
}

TEST_CASE("a file is one graph of GraphML", "[graphml]") {
  CHECK_THAT(fault_of("<gexf/>").what, ContainsSubstring("this is no GraphML: its root is <gexf>"));
  CHECK_THAT(fault_of("<graphml/>").what, ContainsSubstring("there is no <graph>"));
  const Diagnostic two =
      fault_of("<graphml><graph edgedefault='directed'/>\n<graph edgedefault='directed'/></graphml>");
  CHECK_THAT(two.what, ContainsSubstring("more than one graph"));
  CHECK(two.line == 2);
  CHECK_THAT(fault_of(graph("", "", "both")).what, ContainsSubstring("edgedefault is 'both'"));
  CHECK_THAT(fault_of(graph("<key id='k'/>\n<key id='k'/>", "")).what, ContainsSubstring("key 'k' stands twice"));
  CHECK_THAT(fault_of(graph("<key id='k' for='vertex'/>", "")).what, ContainsSubstring("key 'k' is for 'vertex'"));
  CHECK_THAT(fault_of("<graphml><graph edgedefault='directed'/><key id='k'/></graphml>").what,
             ContainsSubstring("key 'k' stands behind the graph"));
}

TEST_CASE("another prefix of the vocabulary is no matter", "[graphml]") {
  CHECK(edges(good("<g:graphml xmlns:g='u'><g:graph edgedefault='directed'><g:node id='a'/>"
                   "<g:edge source='a' target='a'/></g:graph></g:graphml>")) == Texts{"a-a"});
}

TEST_CASE("the two ways through XML find the same", "[graphml]") {
  // The first of each is read the plain way, the others are not.
  const std::string node = "<node id='a &amp; &lt;b&gt; &quot;c&apos;'>";
  const Network plain =
      good(graph("<key id='k' attr.name='x'/>", node + "<data key='k'>&lt;&amp;&gt; 1</data></node>"));
  REQUIRE(plain.actor_count() == 1);
  CHECK(plain.id(0) == "a & <b> \"c'");
  for (const char* other : {"<![CDATA[<&> 1]]>", "&#60;&#x26;> 1", "<?instruction?>&lt;&amp;&gt; 1"}) {
    test::check_equal(plain,
                      good(graph("<key id='k' attr.name='x'/>", node + "<data key='k'>" + other + "</data></node>")));
  }
  CHECK(cell(good(graph("<key id='k' attr.name='x'/>", "<node id='a'><data key='k'>1\r\n2</data></node>")), "a", "x") ==
        "1\n2");
  CHECK(good(graph("", "<node id='a\n&#10;\tb'/>")).id(0) == "a \n b");  // as XML reads attributes
}

TEST_CASE("what is not well-formed is refused where it stands", "[graphml]") {
  const auto refused = [](const std::string& inside) {
    const Diagnostic fault = fault_of("<graphml>\n<graph edgedefault='directed'>\n" + inside + "</graph></graphml>");
    CHECK_THAT(fault.what, ContainsSubstring("this is no well-formed XML"));
    CHECK(fault.line == 3);
  };
  for (const char* bad :
       {"<node id='a'></edge>", "<node id='a' id='b'/>", "<node id=a/>", "<node id='<'/>", "&unknown;", "]]>",
        "<node id='a'b='c'/>", "<node id='&#0;'/>", "<node id='\x01'/>", "\x0b", "<!-- -- -->", "<1/>", "< node/>",
        "<node id='\xEF\xBF\xBE'/>", "<node id='&#xFFFF;'/>", "&amp", "<?xml version='1.0'?>"}) {
    INFO(bad);
    refused(bad);
  }
  CHECK_THAT(fault_of("").what, ContainsSubstring("this is no well-formed XML"));
  CHECK_THAT(fault_of("graph {a -- b}").what, ContainsSubstring("this is no well-formed XML"));
  CHECK_THAT(fault_of("<graphml/><graphml/>").what, ContainsSubstring("this is no well-formed XML"));
  CHECK_THAT(fault_of("<graphml/>text").what, ContainsSubstring("this is no well-formed XML"));
  const std::string whole = written(test::weird_network());
  for (std::size_t size = 0; size + 2 < whole.size(); size += 997) {
    const test::GraphRead cut = read(std::string_view(whole).substr(0, size));
    CHECK(cut.faults.errors() == 1);
    CHECK_THAT(cut.faults.shown()[0].mend, ContainsSubstring("cut off"));
  }
}

TEST_CASE("declarations of types and entities are refused", "[graphml]") {
  const std::string bomb =
      "<?xml version='1.0'?>\n<!DOCTYPE g [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>\n<graphml>&b;</graphml>";
  const Diagnostic fault = fault_of(bomb);
  CHECK(fault.line == 2);
  CHECK_THAT(fault.what, ContainsSubstring("DOCTYPE"));
  CHECK_THAT(fault.mend, ContainsSubstring("remove <!DOCTYPE"));
}

TEST_CASE("hostile files are refused at once", "[graphml]") {
  std::string deep = "<graphml><graph edgedefault='directed'>";
  for (int i = 0; i < 200'000; ++i) deep += "<node id='" + std::to_string(i) + "'><graph edgedefault='directed'>";
  CHECK_THAT(fault_of(deep).what, ContainsSubstring("more than 1000 deep"));
  deep.clear();
  for (int i = 0; i < 200'000; ++i) deep += "<a>";
  CHECK_THAT(fault_of(deep).what, ContainsSubstring("its root is <a>"));

  std::string hyper = "<hyperedge>";
  for (int i = 0; i < 20'000; ++i) hyper += "<endpoint node='a'/>";  // 200 million pairs
  CHECK_THAT(fault_of(graph("", "<node id='a'/>" + hyper + "</hyperedge>")).what, ContainsSubstring("far larger"));

  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "<node id='" + std::to_string(i) + "'/>";
  CHECK_THAT(fault_of(graph("<key id='k'><default>" + std::string(100'000, 'x') + "</default></key>", many)).what,
             ContainsSubstring("far larger"));  // 2 GB of defaults

  std::string keys;
  for (int i = 0; i < 10'001; ++i) keys += "<key id='" + std::to_string(i) + "' for='node' attr.name='x'/>";
  CHECK_THAT(fault_of(graph(keys, "")).what, ContainsSubstring("more than 10000 keys"));

  std::string wrong;  // many faults of one line
  for (int i = 0; i < 50'000; ++i) wrong += "<edge source='a'/>";
  CHECK(read(graph("", wrong)).faults.errors() == 50'000);
}

TEST_CASE("more than 256 types are refused once", "[graphml]") {
  std::string edges;
  for (int i = 0; i < 300; ++i) edges += fmt::format("<edge source='a' target='b'><data key='t'>{}</data></edge>\n", i);
  const Diagnostic fault = fault_of(graph("<key id='t' for='edge' attr.name='type'/>", two_nodes + edges));
  CHECK_THAT(fault.what, ContainsSubstring("more than 256 types"));
  CHECK(fault.line == 260);  // the first edge stands in line 4
}

TEST_CASE("two sides are checked where they are declared", "[graphml]") {
  ReadOptions options;
  options.two_mode = true;
  const std::string edge = "<edge source='a' target='b'/>";
  CHECK(good(graph("", two_nodes + edge), options).two_mode());
  CHECK_THAT(fault_of(graph("", two_nodes + edge + "<edge source='b' target='a'/>"), options).what,
             ContainsSubstring("stands on both sides"));
}

}  // namespace regionet::test::graphml_faults_test

// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/gexf.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/gexf_files.hpp"

namespace regionet::test::gexf_test {

using namespace gexf_files;  // NOLINT(google-build-using-namespace): the helpers of this format's tests

TEST_CASE("nodes, edges and their attributes", "[gexf]") {
  const test::GraphRead out = read(R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
  <meta lastmodifieddate="2009-03-20"><creator>Gephi</creator><description>A hello world file</description></meta>
  <graph mode="static" defaultedgetype="directed">
    <attributes class="node" mode="static">
      <attribute id="0" title="url" type="anyURI"/>
      <attribute id="1" title="indegree" type="float"/>
      <attribute id="2" title="frog" type="boolean"><default>true</default><options>true|false</options></attribute>
      <attribute id="3" title="names" type="liststring"/>
    </attributes>
    <attributes class="edge"><attribute id="0" title="note" type="string"/></attributes>
    <nodes count="2">
      <node id="0" label="Gephi">
        <attvalues><attvalue for="0" value="http://gephi.org"/><attvalue for="1" value="1"/></attvalues>
        <viz:size value="2"/><viz:color r="1" g="2" b="3"/>
      </node>
      <node id="001"><attvalues><attvalue id="2" value="false"/><attvalue for="3" value="a|b"/></attvalues></node>
    </nodes>
    <edges>
      <edge id="0" source="0" target="001" weight="2.5"><attvalues><attvalue for="0" value="x"/></attvalues></edge>
      <edge id="1" source="001" target="0" kind="twin" label="L"/>
    </edges>
  </graph>
</gexf>)");
  for (const Diagnostic& fault : out.faults.shown()) UNSCOPED_INFO(to_string(fault));
  REQUIRE(out.faults.shown().empty());
  const Network& network = out.network;
  CHECK(network.info().title == "A hello world file");
  CHECK(network.directed());
  CHECK(ends(network) == Texts{"0-001", "001-0"});
  CHECK(network.name(*network.find_actor("0")) == "Gephi");
  CHECK(network.name(*network.find_actor("001")) == "001");
  CHECK(cell(network, "0", "url") == "http://gephi.org");
  CHECK(cell(network, "0", "frog") == "true");
  CHECK(cell(network, "001", "frog") == "false");
  CHECK(cell(network, "001", "names") == "a|b");
  std::vector<AttributeType> types;
  for (const Attribute& attribute : network.actor_attributes()) types.push_back(attribute.type);
  CHECK(types == std::vector{AttributeType::text, AttributeType::number, AttributeType::boolean, AttributeType::text});
  CHECK(network.weight(0) == 2.5);
  CHECK(network.weight(1) == 1);
  CHECK(network.line(0) == 20);
  CHECK(network.types()[network.type(0)].id == "tie");
  CHECK(network.types()[network.type(1)].id == "twin");
  CHECK(edge_cell(network, 0, "note") == "x");
  CHECK(edge_cell(network, 1, "label") == "L");
  CHECK(network.attributes().size() == 2);  // the ids of the edges only count them
  CHECK(out.notes == Texts{"'label' of edges is kept as a column", "1 values are the defaults that the file gives",
                           "1 of 2 edges have no weight: 1 each", "not kept: 1 lists of options, the first 'options'",
                           "not kept: 2 elements of viz, the first 'viz:size'"});
}

TEST_CASE("directions of the graph and of single edges", "[gexf]") {
  CHECK_FALSE(good(graph(edge(""))).directed());
  CHECK(good(graph(edge(""), "defaultedgetype='directed'")).directed());
  CHECK(good(graph("", "defaultedgetype='directed'")).directed());
  CHECK(ends(good(graph(edge("") + edge("type='directed'")))) == Texts{"a-b", "a-b", "b-a"});
  ReadOptions directed;
  directed.directed = true;
  CHECK(good(graph(edge("")), directed).directed());
  CHECK_FALSE(good(graph(edge(""), "defaultedgetype='undirected'"), directed).directed());

  const test::GraphRead mutual = read(graph(edge("type='mutual'") + edge(""), "defaultedgetype='directed'"));
  CHECK(ends(mutual.network) == Texts{"a-b", "a-b", "b-a"});
  CHECK(mutual.notes == Texts{"mutual edges are read as undirected ones"});
  CHECK_FALSE(good(graph(edge(""), "defaultedgetype='mutual'")).directed());

  const Diagnostic fault = fault_of(graph(edge("type='friend'")));
  CHECK_THAT(fault.what, ContainsSubstring("the edge type is 'friend'"));
  CHECK(fault.line == 4);
}

TEST_CASE("start and end of an edge are its date and until", "[gexf]") {
  const test::GraphRead out = read(graph(edge("start='2009-03-01' end='2010'") + edge("end='2016-05'") +
                                             edge("timestamp='2011'") + edge("start='-INF' end='Infinity'") + edge(""),
                                         dated));
  CHECK(out.faults.shown().empty());
  CHECK(dates(out.network) == Texts{"2009-03-01/2010", "/2016-05", "2011/", "/", "/"});
  CHECK(out.notes.empty());
}

TEST_CASE("a time of day and a zone are dropped, and that is told", "[gexf]") {
  const test::GraphRead out =
      read(graph(edge("start='2009-03-01T10:15:30.000+02:00' end='2010-01-01Z'") + edge("start='2009-03-02'"),
                 "timeformat='dateTime'"));
  CHECK(out.faults.shown().empty());
  CHECK(dates(out.network) == Texts{"2009-03-01/2010-01-01", "2009-03-02/"});
  CHECK(out.notes == Texts{"the time of day or the zone of 2 dates was dropped"});
}

TEST_CASE("times that are numbers are columns", "[gexf]") {
  for (const std::string says : {"timeformat='double'", "timeformat='integer'", ""}) {
    const test::GraphRead out = read(graph(edge("start='1.0' end='2016'"), says));
    CHECK(out.faults.shown().empty());
    CHECK(dates(out.network) == Texts{"/"});
    CHECK(edge_cell(out.network, 0, "start") == "1.0");
    CHECK(edge_cell(out.network, 0, "end") == "2016");
    CHECK(out.network.attributes()[0].type == AttributeType::number);
    CHECK(out.notes == Texts{"'end' of edges is kept as a column", "'start' of edges is kept as a column"});
  }
  const Diagnostic fault = fault_of(graph(edge("start='1'") + edge("start='2016-05-03'")));
  CHECK_THAT(fault.what, ContainsSubstring("start is '2016-05-03'"));
  CHECK_THAT(fault.mend, ContainsSubstring("timeformat=\"date\""));
  CHECK(fault.line == 5);
}

TEST_CASE("without timeformat the first time tells what they are", "[gexf]") {
  const test::GraphRead out = read(graph(edge("start='2016-05-03'")));
  CHECK(dates(out.network) == Texts{"2016-05-03/"});
  CHECK(out.notes == Texts{"no timeformat: the times are read as dates"});
}

TEST_CASE("the option --date-format holds for the times too", "[gexf]") {
  ReadOptions options;
  options.date_format = "%d.%m.%Y";
  CHECK(dates(good(graph(edge("start='03.05.2016' end='4.5.2016'"), dated), options)) ==
        Texts{"2016-05-03/2016-05-04"});
}

TEST_CASE("impossible dates are refused where they stand", "[gexf]") {
  for (const std::string bad : {"2019-02-30", "1900-02-29", "2019-13-01", "03/08/2016", "2019-02-30T00:00:00"}) {
    const Diagnostic fault = fault_of(graph(edge("start='2019-01-01'") + edge("start='" + bad + "'"), dated));
    CHECK(fault.line == 5);
    CHECK(fault.column == 1);
  }
}

TEST_CASE("of several spells the first start and the last end stand", "[gexf]") {
  const test::GraphRead out = read(
      graph(edge("start='1999' end='1999'",
                 "<spells><spell start='2009-01-01' end='2009-01-15'/>"
                 "<spell start='2010' end='2011'/></spells>") +
                edge("", "<spells><spell end='2009'/></spells>") +
                edge("", "<spells><spell start='2009'/><spell start='2010'/></spells>") +
                edge("", "<spells><spell timestamp='2009'/><spell timestamp='2012'/></spells>") +
                edge("", "<slices><slice start='2001' end='2002'/></slices>") + edge("startopen='2003' endopen='2004'"),
            dated));
  CHECK(out.faults.shown().empty());
  CHECK(dates(out.network) == Texts{"2009-01-01/2011", "/2009", "2009/", "2009/2012", "2001/2002", "2003/2004"});
  CHECK(out.notes == Texts{"3 nodes or edges have several spells: the start of the first and the end of the last",
                           "2 open bounds of time are read as closed ones"});
}

TEST_CASE("an attribute of an edge wins over what its tag says", "[gexf]") {
  const std::string attributes =
      "<attributes class='edge'><attribute id='d' title='date' type='string'/>"
      "<attribute id='u' title='Until' type='string'/>"
      "<attribute id='w' title='weight' type='double'><default>9</default></attribute>"
      "<attribute id='t' title='type' type='string'/></attributes>";
  const test::GraphRead out =
      read(graph(edge("start='2016' end='2020' weight='3' kind='k'",
                      "<attvalues><attvalue for='d' value='2016-05?'/><attvalue for='u' value='2020'/>"
                      "<attvalue for='w' value='5'/><attvalue for='t' value='twin'/></attvalues>") +
                     edge("start='2016' weight='3' kind='k'") + edge(""),
                 dated, attributes));
  CHECK(out.faults.shown().empty());
  CHECK(dates(out.network) == Texts{"2016-05?/2020", "2016/", "/"});
  CHECK(out.network.weight(0) == 5);
  CHECK(out.network.weight(1) == 3);  // the tag, not the default
  CHECK(out.network.weight(2) == 9);
  CHECK(out.network.types()[out.network.type(0)].id == "twin");
  CHECK(out.network.types()[out.network.type(1)].id == "k");
  CHECK(out.network.attributes().empty());
  CHECK(out.notes == Texts{"2 values are the defaults that the file gives",
                           "3 times an attribute of an edge and its tag differ: the attribute counts"});
}

TEST_CASE("of values over time the last is kept", "[gexf]") {
  const test::GraphRead out = read(
      nodes("<node id='a'><attvalues><attvalue for='0' value='1' end='2009'/>"
            "<attvalue for='0' value='2' start='2009'/></attvalues></node>",
            "", "<attributes class='node' mode='dynamic'><attribute id='0' title='x' type='float'/></attributes>"));
  CHECK(cell(out.network, "a", "x") == "2");
  CHECK(out.notes == Texts{"1 values were followed by another of the same attribute and element: the last is kept",
                           "2 values hold for a time: the time is not kept"});
}

TEST_CASE("times of nodes and lists of times are columns", "[gexf]") {
  const test::GraphRead out =
      read(nodes("<node id='a' start='2009-03-01T00:00:00'><spells><spell start='2008' end='2009'/></spells></node>"
                 "<node id='b' start='2010' intervals='&lt;[1, 2]&gt;'/>",
                 dated));
  CHECK(out.faults.shown().empty());
  CHECK(cell(out.network, "a", "start") == "2008");
  CHECK(cell(out.network, "a", "end") == "2009");
  CHECK(cell(out.network, "b", "start") == "2010");
  CHECK(cell(out.network, "b", "intervals") == "<[1, 2]>");
}

TEST_CASE("nodes in nodes, a pid and parents are kept in a column", "[gexf]") {
  const test::GraphRead out =
      read(nodes("<node id='a'><nodes><node id='b'><nodes><node id='c' pid='b'/></nodes>"
                 "<edges><edge source='b' target='c'/></edges></node></nodes></node>"
                 "<node id='d' pid='a'/><node id='e'><parents><parent for='a'/><parent for='b'/></parents></node>"));
  CHECK(out.faults.shown().empty());
  Texts within;
  for (const char* id : {"a", "b", "c", "d", "e"}) within.push_back(cell(out.network, id, "within"));
  CHECK(within == Texts{"", "a", "b", "a", "a;b"});
  CHECK(ends(out.network) == Texts{"b-c"});
  CHECK_THAT(out.notes.back(), ContainsSubstring("4 nodes stand within others"));
}

TEST_CASE("1.1, 1.2 and 1.3, with any prefixes", "[gexf]") {
  for (const char* space : {"http://www.gexf.net/1.1draft", "http://www.gexf.net/1.2draft", "http://gexf.net/1.3"}) {
    const test::GraphRead out =
        read(fmt::format("<x:gexf xmlns:x='{}' xmlns:ns0='viz'><x:graph><x:nodes><x:node id='a'>"
                         "<ns0:color r='1'/><ns0:what/></x:node></x:nodes></x:graph></x:gexf>",
                         space));
    CHECK(out.faults.shown().empty());
    CHECK(out.network.actor_count() == 1);
    CHECK(out.notes == Texts{"not kept: 1 elements of viz, the first 'ns0:color'",
                             "not kept: 1 elements of other vocabularies, the first 'ns0:what'"});
  }
}

}  // namespace regionet::test::gexf_test

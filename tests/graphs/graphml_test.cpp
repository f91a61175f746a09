// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/graphml.hpp"

#include <clocale>
#include <locale>

#include "tests/support/catch.hpp"
#include "tests/support/graphml_files.hpp"

namespace regionet::test::graphml_test {

using namespace graphml_files;  // NOLINT(google-build-using-namespace): the helpers of this format's tests

TEST_CASE("case 032: a default stands for what has no datum, and only for that", "[graphml][case]") {
  const test::GraphRead out = read(R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="k0" for="node" attr.name="side" attr.type="string"><default>CN</default></key>
  <key id="k1" for="node" attr.name="signed" attr.type="boolean"><default>TRUE</default></key>
  <key id="k2" for="edge" attr.name="weight" attr.type="double"><default>1</default></key>
  <key id="k3" for="node" attr.name="note" attr.type="string"><default>-</default></key>
  <key id="k4" for="edge" attr.name="empty" attr.type="string"><default/></key>
  <graph id="G" edgedefault="undirected">
    <node id="Minsk"><data key="k0">BY</data><data key="k3"></data></node>
    <node id="Gansu"/>
    <node id="Hubei"><data key="k1">0</data></node>
    <edge source="Minsk" target="Gansu"><data key="k2">3</data></edge>
    <edge source="Minsk" target="Hubei"/>
  </graph>
</graphml>)");
  REQUIRE(out.faults.shown().empty());
  const Network& network = out.network;
  CHECK(cell(network, "Minsk", "side") == "BY");
  CHECK(cell(network, "Gansu", "side") == "CN");
  CHECK(cell(network, "Hubei", "side") == "CN");
  CHECK(cell(network, "Minsk", "signed") == "TRUE");
  CHECK(cell(network, "Gansu", "signed") == "TRUE");
  CHECK(cell(network, "Hubei", "signed") == "0");
  CHECK(cell(network, "Minsk", "note").empty());
  CHECK(cell(network, "Gansu", "note") == "-");
  CHECK(network.actor_attributes()[1].type == AttributeType::boolean);
  CHECK(edges(network) == Texts{"Minsk-Gansu", "Minsk-Hubei"});
  CHECK(network.weight(0) == 3);
  CHECK(network.weight(1) == 1);
  CHECK(edge_cell(network, 0, "empty").empty());
  // Gansu: three, Hubei and Minsk: the rest of the nodes' six; one weight.
  CHECK(out.notes == Texts{"7 values are the defaults that the file gives"});
}

TEST_CASE("case 032: a key without a name is called by its id", "[graphml][case]") {
  const test::GraphRead out = read(
      graph("<key id=\"page\" for=\"node\"/>", "<node id=\"a\"><data key=\"page\">12</data></node><node id=\"b\"/>"));
  CHECK(out.faults.shown().empty());
  CHECK(cell(out.network, "a", "page") == "12");
  CHECK(out.network.actor_attributes()[0].type == AttributeType::text);
  REQUIRE(out.notes.size() == 1);
  CHECK_THAT(out.notes[0], ContainsSubstring("the first 'page'"));
}

TEST_CASE("case 033: hexadecimal weights are numbers, foreign types are text", "[graphml][case]") {
  const test::GraphRead out =
      read(graph("<key id='w' for='edge' attr.name='weight' attr.type='double'/>"
                 "<key id='p' for='node' attr.name='pos' attr.type='vector_float'/>"
                 "<key id='c' for='node' attr.name='code' attr.type='integer'/>",
                 "<node id='a'><data key='p'>0x1p+0, 0x1.4p+1</data><data key='c'>7</data></node>"
                 "<node id='b'/>"
                 "<edge source='a' target='b'><data key='w'>0x1.8p+1</data></edge>"
                 "<edge source='a' target='b'><data key='w'>0x1.999999999999ap-4</data></edge>"
                 "<edge source='a' target='b'><data key='w'> -0X1p-1\n</data></edge>"));
  CHECK(out.faults.shown().empty());
  CHECK(out.network.weight(0) == 3);
  CHECK(out.network.weight(1) == 0.1);
  CHECK(out.network.weight(2) == -0.5);
  CHECK(cell(out.network, "a", "pos") == "0x1p+0, 0x1.4p+1");
  CHECK(cell(out.network, "a", "code") == "7");
  CHECK(out.network.actor_attributes()[1].type == AttributeType::integer);
  REQUIRE(out.notes.size() == 1);
  CHECK_THAT(out.notes[0], ContainsSubstring("the first 'vector_float': kept as text"));
}

TEST_CASE("case 033: a number with something behind it is refused where it stands", "[graphml][case]") {
  const std::string key = "<key id='w' for='edge' attr.name='weight' attr.type='double'/>\n";
  for (const std::string bad :
       {"3abc", "0x", "0x1.8p", "0x-1p0", "inf", "NaN", "1,5", "1 234", "--1", "+-1", "+", ""}) {
    const std::string edge = fmt::format("<edge source='a' target='b'><data key='w'>{}</data></edge>", bad);
    const Diagnostic fault = fault_of(graph(key, two_nodes + edge));
    CHECK(fault.line == 5);
    CHECK(fault.column == 43);
    CHECK_THAT(fault.what, ContainsSubstring("weight '" + bad + "' is no number"));
  }
}

TEST_CASE("case 054: numbers have a point, whatever the locale", "[graphml][case]") {
  const std::locale before = std::locale::global(std::locale(std::locale::classic(), new Commas));
  const std::string in_c = std::setlocale(LC_ALL, nullptr);
  for (const char* name : {"ru_RU.UTF-8", "de_DE.UTF-8", "C.UTF-8"}) std::setlocale(LC_ALL, name);
  const Network network = good(graph("<key id='w' for='edge' attr.name='weight' attr.type='double'/>",
                                     two_nodes + "<edge source='a' target='b'><data key='w'>1234.5</data></edge>"));
  const std::string text = written(network);
  std::setlocale(LC_ALL, in_c.c_str());
  std::locale::global(before);
  CHECK(network.weight(0) == 1234.5);
  CHECK_THAT(text, ContainsSubstring(">1234.5</data>"));
}

TEST_CASE("known names of edges and nodes, in any case, are the model's own", "[graphml]") {
  const Network network =
      good(graph("<key id='1' for='edge' attr.name='Weight' attr.type='int'/>"
                 "<key id='2' for='edge' attr.name='DATE' attr.type='string'/>"
                 "<key id='3' for='edge' attr.name='until'/>"
                 "<key id='4' for='edge' attr.name='Type'/>"
                 "<key id='5' for='node' attr.name='Label'/>"
                 "<key id='6' for='node' attr.name='weight' attr.type='double'/>",
                 "<node id='a'><data key='5'>Minsk</data><data key='6'>2.50</data></node>"
                 "<node id='b'/>"
                 "<edge source='a' target='b'><data key='1'>4</data><data key='2'>2016-05?</data>"
                 "<data key='3'>2020</data><data key='4'>twin</data></edge>"));
  CHECK(network.name(*network.find_actor("a")) == "Minsk");
  CHECK(network.name(*network.find_actor("b")) == "b");
  CHECK(network.weight(0) == 4);
  CHECK(network.date_cell(0) == "2016-05?");
  CHECK(network.agreement(0).until == "2020");
  CHECK(network.types()[network.type(0)].id == "twin");
  CHECK(network.attributes().empty());
  CHECK(cell(network, "a", "weight") == "2.50");  // of a node it is a column like any other
}

TEST_CASE("a name declared for integers and for numbers, as NetworkX does, is one", "[graphml]") {
  const test::GraphRead out = read(
      "<graphml><key id='d0' for='edge' attr.name='weight' attr.type='long'/>"
      "<key id='d1' for='edge' attr.name='weight' attr.type='double'/>"
      "<key id='d2' for='edge' attr.name='n' attr.type='long'/><key id='d3' for='edge' attr.name='n' "
      "attr.type='double'/>"
      "<graph edgedefault='undirected'><node id='a'/><node id='b'/>"
      "<edge source='a' target='b'><data key='d0'>2</data><data key='d2'>3</data></edge>"
      "<edge source='a' target='b'><data key='d1'>0.5</data><data key='d3'>1.5</data></edge></graph></graphml>");
  REQUIRE(out.faults.errors() == 0);
  CHECK(out.network.weight(0) == 2);
  CHECK(out.network.weight(1) == 0.5);
  REQUIRE(out.network.attributes().size() == 1);
  CHECK(out.network.attributes()[0] == Attribute{"n", AttributeType::number});
  CHECK(out.network.attribute(1, 0) == "1.5");
}

TEST_CASE("the option --columns chooses other names, and a name that is not there is refused", "[graphml]") {
  ReadOptions options;
  options.columns = {{"weight", "value"}, {"date", "day"}};
  options.date_format = "%d.%m.%Y";
  const std::string keys =
      "<key id='1' for='edge' attr.name='value'/><key id='2' for='edge' attr.name='day'/>"
      "<key id='3' for='edge' attr.name='weight'/>";
  const std::string edge =
      "<edge source='a' target='b'><data key='1'>7</data><data key='2'>03.05.2016</data>"
      "<data key='3'>heavy</data></edge>";
  const Network network = good(graph(keys, two_nodes + edge), options);
  CHECK(network.weight(0) == 7);
  CHECK(network.date_cell(0) == "2016-05-03");
  CHECK(edge_cell(network, 0, "weight") == "heavy");

  options.columns = {{"weight", "strength"}};
  CHECK_THAT(fault_of(graph(keys, two_nodes), options).what, ContainsSubstring("'strength', named for weight"));
}

TEST_CASE("directions: of the graph, of single edges, of none", "[graphml]") {
  const std::string edge = "<edge source='a' target='b'/>";
  CHECK(good(graph("", two_nodes + edge, "directed")).directed());
  CHECK_FALSE(good(graph("", two_nodes + edge)).directed());
  CHECK(good(graph("", two_nodes, "directed")).directed());  // without edges too

  const Network mixed =
      good(graph("", two_nodes + "<node id='c'/>" + edge + "<edge source='b' target='c' directed='true'/>"));
  CHECK(mixed.directed());
  CHECK(edges(mixed) == Texts{"a-b", "b-c", "b-a"});
  const Network mixed_too =
      good(graph("", two_nodes + "<edge source='a' target='b' directed='false'/>" + edge, "directed"));
  CHECK(edges(mixed_too) == Texts{"a-b", "a-b", "b-a"});

  const std::string silent = "<graphml><graph>" + two_nodes + edge + "</graph></graphml>";
  const test::GraphRead told = read(silent);
  CHECK_FALSE(told.network.directed());
  CHECK(told.notes == Texts{"a graph without edgedefault: its edges are undirected"});
  ReadOptions directed;
  directed.directed = true;
  CHECK(good(silent, directed).directed());
  CHECK_FALSE(good(graph("", two_nodes + edge), directed).directed());  // the file says what it is
}

TEST_CASE("edges may stand before their nodes, with their lines", "[graphml]") {
  const Network network = good(graph("",
                                     "<edge source='x' target='y'/>\n\n<node id='y'/><edge source='y' target='y'/>\n"
                                     "<node id='x'/>\n"));
  CHECK(edges(network) == Texts{"x-y", "y-y"});
  CHECK(network.line(0) == 3);
  CHECK(network.line(1) == 5);
}

TEST_CASE("nested graphs are read flat, their node kept", "[graphml]") {
  const test::GraphRead out = read(graph("<key id='l' for='node' attr.name='label'><default>none</default></key>",
                                         "<node id='p'><data key='l'>P</data><graph edgedefault='directed'>"
                                         "<node id='c'><graph edgedefault='undirected'><node id='d'/></graph></node>"
                                         "<edge source='c' target='p'/></graph></node>"));
  CHECK(out.faults.shown().empty());
  CHECK(cell(out.network, "p", "within").empty());
  CHECK(cell(out.network, "c", "within") == "p");
  CHECK(cell(out.network, "d", "within") == "c");
  CHECK(out.network.name(*out.network.find_actor("p")) == "P");  // a nested node does not bring the default back
  CHECK(out.network.name(*out.network.find_actor("d")) == "none");
  CHECK(out.network.directed());  // the inner graph says so of its edge
  CHECK_THAT(out.notes.back(), ContainsSubstring("2 nested graphs are read flat"));
}

TEST_CASE("a hyperedge is an edge of every pair of its endpoints", "[graphml]") {
  const test::GraphRead out =
      read(graph("<key id='w' for='hyperedge' attr.name='weight'/>",
                 two_nodes + "<node id='c'/>\n<hyperedge><endpoint node='c'/><data key='w'>2</data>"
                             "<endpoint node='a' port='x'/><endpoint node='b'/></hyperedge>"
                             "<hyperedge><endpoint node='a'/></hyperedge>"));
  CHECK(out.faults.shown().empty());
  CHECK(edges(out.network) == Texts{"c-a", "c-b", "a-b"});
  for (AgreementId edge = 0; edge < 3; ++edge) {
    CHECK(out.network.weight(edge) == 2);
    CHECK(out.network.line(edge) == 5);
  }
  CHECK(out.notes == Texts{"2 hyperedges are read as an undirected edge of every pair of their endpoints",
                           "1 hyperedges have fewer than two endpoints and give no edge",
                           "not kept: 1 ports, the first 'port'"});
}

TEST_CASE("markup inside a datum is kept as it is written", "[graphml]") {
  const std::string markup =
      "\n <y:ShapeNode xmlns:y='u'><y:NodeLabel>A &amp; B</y:NodeLabel><!-- c --></y:ShapeNode>\n";
  const test::GraphRead out = read(graph("<key id='d6' for='node' yfiles.type='nodegraphics'/>",
                                         "<node id='a'><data key='d6'>" + markup + "</data></node>"));
  CHECK(out.faults.shown().empty());
  CHECK(cell(out.network, "a", "d6") == markup);
  CHECK_THAT(out.notes.back(), ContainsSubstring("1 data hold markup"));
}

TEST_CASE("what is not kept is told", "[graphml]") {
  const test::GraphRead out = read(
      "<graphml xmlns:y='u'><desc>x</desc><key id='g' for='graph' attr.name='colour'/>"
      "<graph edgedefault='directed'><data key='g'>red</data>"
      "<node id='a'><port name='p'><data key='g'>x</data></port></node>"
      "<edge source='a' target='a' sourceport='p' value='3'/><y:x><y:y/></y:x></graph></graphml>");
  CHECK(out.faults.shown().empty());
  CHECK(out.notes == Texts{"not kept: 1 descriptions, the first 'desc'",
                           "not kept: 1 data of the graph itself, the first 'colour'",
                           "not kept: 2 ports, the first 'port'",
                           "not kept: 1 data of ports, endpoints or the file, the first 'colour'",
                           "not kept: 1 XML attributes that GraphML does not define, the first 'value'",
                           "not kept: 1 elements of other vocabularies, the first 'y:x'"});
}

TEST_CASE("ids of edges are kept unless they only count them", "[graphml]") {
  const auto with = [](const std::string& ids) {
    std::string text;
    for (std::size_t at = 0; at < ids.size(); at += 3) {
      const std::string id = ids.substr(at, 2);
      text += "<edge " + (id == ".." ? "" : "id='" + id + "' ") + "source='a' target='b'/>";
    }
    return good(graph("", two_nodes + text));
  };
  for (const char* counting : {"e0 e1 e2", "01 02 03", "e1 e2 e3", ".. .. .."}) {
    INFO(counting);
    if (std::string(counting) != "01 02 03") CHECK(with(counting).attributes().empty());
  }
  const auto kept = [&](const std::string& ids) {
    const Network network = with(ids);
    Texts out;
    for (AgreementId edge = 0; edge < network.agreement_count(); ++edge) out.push_back(edge_cell(network, edge, "id"));
    return out;
  };
  CHECK(kept("e0 e1 e3") == Texts{"e0", "e1", "e3"});
  CHECK(kept("01 02 03") == Texts{"01", "02", "03"});
  CHECK(kept("e1 e2 ..") == Texts{"e1", "e2", ""});
  CHECK(kept(".. e1 e2") == Texts{"", "e1", "e2"});
}

TEST_CASE("names that are taken are told apart", "[graphml]") {
  const test::GraphRead out =
      read(graph("<key id='1' for='edge' attr.name='weight'/><key id='2' for='edge' attr.name='Weight'/>"
                 "<key id='3' for='edge' attr.name='id'/><key id='4' for='edge' attr.name='id'/>",
                 two_nodes + "<edge id='x' source='a' target='b'><data key='1'>2</data>"
                             "<data key='2'>heavy</data><data key='3'>p</data><data key='4'>q</data></edge>"));
  CHECK(out.faults.shown().empty());
  CHECK(out.network.weight(0) == 2);
  CHECK(edge_cell(out.network, 0, "Weight") == "heavy");
  CHECK(edge_cell(out.network, 0, "id") == "p");
  CHECK(edge_cell(out.network, 0, "id (2)") == "q");
  CHECK(edge_cell(out.network, 0, "id (3)") == "x");
}

TEST_CASE("of two data with one key the last is kept, and that is told", "[graphml]") {
  const test::GraphRead out =
      read(graph("<key id='k' attr.name='x'/>", "<node id='a'><data key='k'>1</data><data key='k'>2</data></node>"));
  CHECK(cell(out.network, "a", "x") == "2");
  CHECK_THAT(out.notes[0], ContainsSubstring("1 values were followed by another of the same key"));
}

}  // namespace regionet::test::graphml_test

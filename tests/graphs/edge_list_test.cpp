// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/edge_list.hpp"

#include <algorithm>

#include "graphs/io/csv.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/edge_list_text.hpp"
#include "tests/support/plain_networks.hpp"

namespace regionet::test::edge_list_test {

using namespace edge_list_text;  // NOLINT(google-build-using-namespace): the helpers of this format's tests
namespace {

ReadOptions columns(std::vector<std::pair<std::string, std::string>> chosen) {
  ReadOptions options;
  options.columns = std::move(chosen);
  return options;
}

std::string row_of(std::string_view source, std::string_view target) {
  std::string row;
  append_csv_cell(row, source);
  row += ',';
  append_csv_cell(row, target);
  return row + '\n';
}

}  // namespace

TEST_CASE("a row is one agreement of two actors, and equal rows are two", "[edge_list]") {
  const Network network = good("source,target\nMinsk,Gansu\nMinsk,Gansu\nGansu,Minsk\n");
  CHECK(network.plain());
  CHECK_FALSE(network.directed());
  CHECK(network.actor_count() == 2);
  CHECK(network.agreement_count() == 3);
  CHECK(ties(network) == 1);
  CHECK(network.agreements_of(0).size() == 3);
  CHECK(network.id(network.participants(2)[0]) == "Gansu");  // each keeps its own direction
  CHECK(network.weight(0) == 1.0);
  CHECK(network.line(2) == 4);
  CHECK(network.agreement_id(2) == "4");
  CHECK(network.name(0) == "Gansu");  // canonical order
}

TEST_CASE("a loop names its actor twice and is one agreement", "[edge_list]") {
  const Network network = good("source,target\na,a\na,b\n");
  CHECK(network.participants(0).size() == 2);
  CHECK(network.agreements_of(0).size() == 2);
  CHECK(network.agreements_of(1).size() == 1);
}

TEST_CASE("direction and sides are declared by the reader's options", "[edge_list]") {
  ReadOptions options;
  options.directed = true;
  CHECK(good("source,target\na,b\n", options).directed());
  options.directed = false;
  options.two_mode = true;
  const Network sides = good("source,target\na,x\nb,x\na,y\n", options);
  CHECK(sides.two_mode());
  CHECK(sides.actor_count() == 4);
}

TEST_CASE("with declared sides a name that stands on both is refused", "[edge_list]") {
  ReadOptions options;
  options.two_mode = true;
  const Diagnostic fault = fault_of("source,target\na,x\nb,a\n", options);
  CHECK(fault.line == 3);
  CHECK(fault.column == 3);
  CHECK_THAT(fault.what, ContainsSubstring("'a' stands on both sides"));
  CHECK_THAT(fault.mend, ContainsSubstring("--two-mode"));
  CHECK(read("source,target\na,a\n", options).faults.errors() > 0);
  CHECK(read("source,target\na,x\nb,a\n").faults.errors() == 0);
}

TEST_CASE("weights are kept with their sign", "[edge_list]") {
  const Network network = good("source,target,weight\na,b,-1.5\na,c,0\nb,c,1e-300\nc,d,2\n");
  CHECK(network.weight(0) == -1.5);
  CHECK(network.weight(1) == 0.0);
  CHECK(network.weight(2) == 1e-300);
  CHECK(network.weight(3) == 2.0);
}

TEST_CASE("a weight that is no number is refused with the mend", "[edge_list]") {
  const Diagnostic comma = fault_of("source,target,weight\na,b,\"1,5\"\n");
  CHECK(comma.line == 2);
  CHECK(comma.column == 5);
  CHECK_THAT(comma.what, ContainsSubstring("weight '1,5' is no number"));
  CHECK_THAT(comma.mend, ContainsSubstring("a point, not a comma"));
  CHECK_THAT(fault_of("source;target;weight\na;b;1,5\n").what, ContainsSubstring("'1,5'"));
  CHECK_THAT(fault_of("source,target,weight\na,b,1 234\n").mend, ContainsSubstring("blanks"));
  CHECK_THAT(fault_of("source,target,weight\na,b,\n").mend, ContainsSubstring("1 where a row counts once"));
  for (const std::string cell : {"inf", "nan", "0x10", "1e999", "3abc"}) {
    CHECK_THAT(fault_of("source,target,weight\na,b," + cell + "\n").what,
               ContainsSubstring("'" + cell + "' is no number"));
  }
}

TEST_CASE("types are those of the file, in the order of its rows", "[edge_list]") {
  const Network network = good("source,target,type\na,b,twin\na,c,\nb,c,twin\n");
  REQUIRE(network.types().size() == 2);
  CHECK(network.types()[network.type(0)].id == "twin");
  CHECK(network.types()[network.type(1)].id == "");
  CHECK(network.type(2) == network.type(0));
  CHECK(good("source,target\na,b\n").types().size() == 1);
}

TEST_CASE("256 types are read, the next is refused where it stands", "[edge_list]") {
  std::string text = "source,target,type\n";
  for (int i = 0; i < 256; ++i) text += "a,b,t" + std::to_string(i) + "\n";
  CHECK(good(text).types().size() == 256);
  const Diagnostic fault = fault_of(text + "a,b,t0\na,b,new\n");
  CHECK(fault.line == 259);
  CHECK_THAT(fault.what, ContainsSubstring("256"));
}

TEST_CASE("other columns are kept as attributes, cell by cell", "[edge_list]") {
  const Network network = good("colour,source,note,target\nred,a,\"x,y\",b\n,a,,c\n");
  CHECK(std::ranges::equal(network.attributes(), Texts{"colour", "note"}, {}, &Attribute::name));
  CHECK(network.attribute(0, 0) == "red");
  CHECK(network.attribute(0, 1) == "x,y");
  CHECK(network.attribute(1, 0).empty());
  CHECK(network.attribute(1, 1).empty());
}

TEST_CASE("two further columns of one name are refused, and nothing else breaks", "[edge_list]") {
  const Read out = read("source,target,note,Note\na,b,x,y\n");
  REQUIRE(out.faults.errors() == 1);
  CHECK_THAT(out.faults.shown()[0].what, ContainsSubstring("stands twice"));
}

TEST_CASE("columns can be named, and joined with a blank", "[edge_list]") {
  const Network network =
      good("first,last,to,kilos,when\nAda,Lovelace,x,2,2016\nAda,King,x,3,2017\n",
           columns({{"source", "first+Last"}, {"target", "TO"}, {"weight", "kilos"}, {"date", "when"}}));
  CHECK(actors(network) == Texts{"Ada King", "Ada Lovelace", "x"});
  CHECK(network.weight(1) == 3.0);
  CHECK(date_cells(network) == Texts{"2016", "2017"});
  CHECK(network.attributes().empty());
}

TEST_CASE("a role that is given another column leaves its own as an attribute", "[edge_list]") {
  const Network network = good("source,target,from\na,b,c\n", columns({{"source", "from"}}));
  CHECK(actors(network) == Texts{"b", "c"});
  CHECK(std::ranges::equal(network.attributes(), Texts{"source"}, {}, &Attribute::name));
  CHECK(network.attribute(0, 0) == "a");
}

TEST_CASE("a column that is named and not there is refused, and the columns are listed", "[edge_list]") {
  const Diagnostic fault = fault_of("source,target,kilos\na,b,1\n", columns({{"weight", "weihgt"}}));
  CHECK(fault.line == 1);
  CHECK_THAT(fault.what, ContainsSubstring("no column 'weihgt', named for weight"));
  CHECK_THAT(fault.expected, ContainsSubstring("source, target, kilos"));
  const Read joined = read("a,b,target\n1,2,3\n", columns({{"source", "a+c"}}));
  CHECK_THAT(joined.faults.shown().at(0).what, ContainsSubstring("no column 'c', named for source"));
}

TEST_CASE("a file without source and target is refused with its columns", "[edge_list]") {
  const Read out = read("from,to\na,b\n");
  CHECK(out.faults.errors() == 2);
  CHECK_THAT(out.faults.shown()[0].what, ContainsSubstring("no column 'source'"));
  CHECK_THAT(out.faults.shown()[1].what, ContainsSubstring("no column 'target'"));
  CHECK_THAT(out.faults.shown()[0].mend, ContainsSubstring("--columns") && ContainsSubstring("from, to"));
  CHECK(read("").faults.errors() == 1);
}

TEST_CASE("a header alone is a network without actors", "[edge_list]") {
  const Network network = good("source,target,weight\n");
  CHECK(network.actor_count() == 0);
  CHECK(network.agreement_count() == 0);
}

TEST_CASE("a row with too few cells is refused, the others are counted", "[edge_list]") {
  const Read out = read("source,target,weight\na,b,1\na,c\nb,c,2\n");
  CHECK(out.faults.errors() == 1);
  CHECK(lines_of(out.faults) == Lines{3});
  CHECK_THAT(out.faults.shown()[0].what, ContainsSubstring("the row has 2 cells"));
  CHECK(out.network.agreement_count() == 2);
  CHECK(out.network.line(1) == 4);
}

TEST_CASE("the empty name is a name", "[edge_list]") {
  const Network network = good("source,target\n,b\n\"\",c\n");
  REQUIRE(network.actor_count() == 3);
  CHECK(network.id(0).empty());
  CHECK(network.agreements_of(0).size() == 2);
  CHECK(network.find_actor("") == ActorId{0});
}

TEST_CASE("names are kept byte for byte", "[edge_list]") {
  const Texts hostile{" a",
                      "a ",
                      "a",
                      "A",
                      "a,b",
                      "a;b",
                      "\"",
                      "a\nb",
                      "a\r\nb",
                      "a\r",
                      "=1+1",
                      "@x",
                      "-",
                      "+",
                      "\x1b[31mred",
                      "<b>&amp;",
                      "'; drop",
                      "\\",
                      "..",
                      "/etc/passwd",
                      "%s%n",
                      "\xC3\xA9",
                      "e\xCC\x81",
                      "\xE2\x80\xAE"
                      "abc",
                      "\xF0\x9F\x98\x80",
                      "NULL",
                      "nan",
                      "0",
                      "00",
                      "\t"};
  std::string text = "source,target\n";
  for (const std::string& name : hostile) text += row_of(name, "end");
  const Network network = good(text);
  REQUIRE(network.actor_count() == hostile.size() + 1);
  for (const std::string& name : hostile) {
    const auto id = network.find_actor(name);
    REQUIRE(id);
    CHECK(network.id(*id) == name);
    CHECK(network.name(*id) == name);
    CHECK(network.agreements_of(*id).size() == 1);
  }
}

TEST_CASE("control characters of a refused cell never reach the message raw", "[edge_list]") {
  const Diagnostic fault = fault_of("source,target,weight\na,b,\x1b[31m\n");
  CHECK_THAT(to_string(fault), ContainsSubstring("\\x1b[31m"));
  CHECK(to_string(fault).find('\x1b') == std::string::npos);
}

TEST_CASE("a written column whose name is full of separators does not change the one that is read", "[edge_list]") {
  const Network network = good("source,target,\"a;b;c;d;e;f\"\nx,y,1;2\n");
  Diagnostics faults;
  const std::string text = write_graph(write_csv, network, faults);
  CHECK(text == "source,target,\"a;b;c;d;e;f\"\nx,y,1;2\n");
  CHECK(described(good(text)) == described(network));
}

TEST_CASE("tabs are the separator where the format says so", "[edge_list]") {
  const Read out = read("source\ttarget\tnote\na,1\tb;2\tx\n", {}, '\t');
  CHECK(out.faults.errors() == 0);
  CHECK(actors(out.network) == Texts{"a,1", "b;2"});
  CHECK(out.notes == Texts{"read with tabs between the cells"});
}

}  // namespace regionet::test::edge_list_test

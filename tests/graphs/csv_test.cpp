// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/csv.hpp"

#include <cmath>

#include "tests/support/catch.hpp"

namespace regionet::test::csv_test {
namespace {

using Row = std::vector<std::string>;

struct Table {
  Row header;
  std::vector<Row> rows;
  std::vector<std::uint64_t> lines;
  Diagnostics faults;
  char separator = '\0';
  std::uint64_t counted = 0;
  std::uint64_t faulty = 0;
};

Table read(std::string_view text, char separator = '\0') {
  Table table;
  CsvReader rows(text, "t.csv", table.faults, separator);
  table.header = rows.header();
  while (rows.next()) {
    Row& row = table.rows.emplace_back();
    for (std::size_t i = 0; i < rows.width(); ++i) row.emplace_back(rows[i]);
    table.lines.push_back(rows.line());
  }
  table.separator = rows.separator();
  table.counted = rows.rows();
  table.faulty = rows.faulty_rows();
  return table;
}

/// The one fault of a text.
Diagnostic fault_of(std::string_view text) {
  const Table table = read(text);
  REQUIRE(table.faults.shown().size() == 1);
  CHECK(table.faults.shown()[0].file == "t.csv");
  return table.faults.shown()[0];
}

}  // namespace

TEST_CASE("rows are read cell by cell and byte for byte", "[csv]") {
  const Table table = read("a,b\n1, x \n,\n\xD0\x91,'q'\n");
  CHECK(table.header == Row{"a", "b"});
  CHECK(table.rows == std::vector<Row>{{"1", " x "}, {"", ""}, {"\xD0\x91", "'q'"}});
  CHECK(table.lines == std::vector<std::uint64_t>{2, 3, 4});
  CHECK(table.counted == 3);
  CHECK(table.faults.errors() == 0);
}

TEST_CASE("the last line needs no line end", "[csv]") {
  CHECK(read("a,b\n1,2").rows == std::vector<Row>{{"1", "2"}});
  CHECK(read("a,b\n1,\"2\"").rows == std::vector<Row>{{"1", "2"}});
  CHECK(read("a,b\n1,").rows == std::vector<Row>{{"1", ""}});
}

TEST_CASE("quoted cells hold separators, doubled quotes and line ends", "[csv]") {
  const Table table = read("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"two\nlines\",\"\"\n\"\"\"\",\"\"\"\"\"\"\n");
  CHECK(table.rows == std::vector<Row>{{"x,y", "say \"hi\""}, {"two\nlines", ""}, {"\"", "\"\""}});
  CHECK(table.faults.errors() == 0);
}

TEST_CASE("a quote inside a bare cell is an ordinary character", "[csv]") {
  CHECK(read("a,b\n5\" disk,x\n").rows == std::vector<Row>{{"5\" disk", "x"}});
}

TEST_CASE("line numbers stay right after a cell of several lines", "[csv]") {
  // Row 1 stands in lines 2 to 4, row 2 in line 5, the short row in line 6.
  const Table table = read("a,b\n\"1\n2\n3\",x\n4,y\n5\n6,z\n");
  CHECK(table.lines == std::vector<std::uint64_t>{2, 5, 7});
  REQUIRE(table.faults.shown().size() == 1);
  CHECK(table.faults.shown()[0].line == 6);
}

TEST_CASE("a header cell of two lines moves the rows down", "[csv]") {
  const Table table = read("\"a\nb\",c\n1,2\n");
  CHECK(table.header == Row{"a\nb", "c"});
  CHECK(table.lines == std::vector<std::uint64_t>{3});
}

TEST_CASE("CRLF ends a line and stays out of the cells", "[csv]") {
  const Table table = read("a,b\r\n1,2\r\n\"3\",\"4\r\n5\"\r\n6,7\r\n");
  CHECK(table.header == Row{"a", "b"});
  CHECK(table.rows == std::vector<Row>{{"1", "2"}, {"3", "4\r\n5"}, {"6", "7"}});
  CHECK(table.lines == std::vector<std::uint64_t>{2, 3, 5});
  CHECK(table.faults.errors() == 0);
}

TEST_CASE("a last line that ends with CR alone is read in a file of CRLF", "[csv]") {
  CHECK(read("a,b\r\n1,2\r").rows == std::vector<Row>{{"1", "2"}});
  CHECK(read("a,b\r\n1,\"2\"\r").rows == std::vector<Row>{{"1", "2"}});
}

TEST_CASE("CR alone ends lines where the text has no LF", "[csv]") {
  const Table table = read("a,b\r1,\"x\ry\"\r2,z\r");
  CHECK(table.header == Row{"a", "b"});
  CHECK(table.rows == std::vector<Row>{{"1", "x\ry"}, {"2", "z"}});
  CHECK(table.lines == std::vector<std::uint64_t>{2, 4});
}

TEST_CASE("the separator is the one that the header holds most", "[csv]") {
  CHECK(read("a,b\n1,2\n").separator == ',');
  CHECK(read("a;b\n1;2\n").separator == ';');
  CHECK(read("a\tb\n1\t2\n").separator == '\t');
  CHECK(read("a;b;c,d\n1;2;3\n").rows == std::vector<Row>{{"1", "2", "3"}});
  CHECK(read("a;b\n1,5;2,5\n").rows == std::vector<Row>{{"1,5", "2,5"}});
  CHECK(read("alone\n1\n").separator == ',');
}

TEST_CASE("separators inside quotes do not count", "[csv]") {
  const Table table = read("\"a,b,c,d\";e\n1;2\n");
  CHECK(table.separator == ';');
  CHECK(table.header == Row{"a,b,c,d", "e"});
  CHECK(read("\"a \"\"x\"\";;;\",e\n1,2\n").header == Row{"a \"x\";;;", "e"});
}

TEST_CASE("a separator that is given is not guessed", "[csv]") {
  const Table table = read("a,b,c\td\n1,2\t3\n", '\t');
  CHECK(table.header == Row{"a,b,c", "d"});
  CHECK(table.rows == std::vector<Row>{{"1,2", "3"}});
}

TEST_CASE("the header is trimmed and matched without case", "[csv]") {
  Diagnostics faults;
  const CsvReader rows(" Source ;\tTARGET; two words ;\n", "t.csv", faults);
  CHECK(rows.column("source") == 0);
  CHECK(rows.column("target") == 1);
  CHECK(rows.column("two words") == 2);
  CHECK(rows.column("") == 3);
  CHECK(rows.column("Source") == CsvReader::npos);  // names are asked for in small letters
  CHECK(rows.width() == 4);
}

TEST_CASE("a header that names a column twice is refused", "[csv]") {
  const Diagnostic fault = fault_of("a,b, A\n1,2,3\n");
  CHECK(fault.line == 1);
  CHECK(fault.column == 5);
  CHECK_THAT(fault.what, ContainsSubstring("'A' stands twice"));
  CHECK_THAT(fault.mend, ContainsSubstring("rename"));
}

TEST_CASE("a row with too few cells is refused with its place", "[csv]") {
  const Diagnostic fault = fault_of("a,b,c\n1,2,3\n44,5\n");
  CHECK(fault.line == 3);
  CHECK(fault.column == 4);  // the last cell there is
  CHECK_THAT(fault.what, ContainsSubstring("the row has 2 cells"));
  CHECK_THAT(fault.expected, ContainsSubstring("3, as in the header"));
  CHECK_THAT(fault.mend, ContainsSubstring("add the missing cells"));
}

TEST_CASE("a row with too many cells is refused with its place", "[csv]") {
  const Diagnostic fault = fault_of("a,b\n11,22,33\n");
  CHECK(fault.line == 2);
  CHECK(fault.column == 4);  // the last cell that the header knows
  CHECK_THAT(fault.what, ContainsSubstring("the row has 3 cells"));
  CHECK_THAT(fault.mend, ContainsSubstring("quote a cell"));
}

TEST_CASE("faulty rows are skipped and counted, the others are read", "[csv]") {
  const Table table = read("a,b\n1\n2,3\n4,5,6\n7,8\n");
  CHECK(table.rows == std::vector<Row>{{"2", "3"}, {"7", "8"}});
  CHECK(table.counted == 4);
  CHECK(table.faulty == 2);
  CHECK(table.faults.errors() == 2);
}

TEST_CASE("blank lines at the end are ignored", "[csv]") {
  for (const std::string_view text : {"a,b\n1,2\n\n", "a,b\n1,2\n\n\n\n", "a,b\r\n1,2\r\n\r\n", "a,b\r1,2\r\r"}) {
    const Table table = read(text);
    CHECK(table.rows == std::vector<Row>{{"1", "2"}});
    CHECK(table.counted == 1);
    CHECK(table.faults.errors() == 0);
  }
}

TEST_CASE("a row of one short cell is told from a blank line", "[csv]") {
  CHECK(fault_of("a,b\nc\n1,2\n").what == "the row has 1 cell");
  CHECK(fault_of("a,b\n1,2\nc").what == "the row has 1 cell");
  CHECK(fault_of("a,b\n\"\"\n1,2\n").what == "the row has 1 cell");
}

TEST_CASE("a header has at most 10,000 columns, and nothing is read behind more", "[csv]") {
  std::string header = "0";
  for (int i = 1; i < 10'000; ++i) header += "," + std::to_string(i);
  CHECK(read(header + "\n").header.size() == 10'000);
  const Diagnostic fault = fault_of(header + ",x,y\n1\n2\n");
  CHECK(fault.what == "the header has 10002 columns");
  CHECK(fault.column == header.size() + 2);
  CHECK(fault_of("a,b\n" + std::string(50'000, ',') + "\n").what == "the row has 50001 cells");
}

TEST_CASE("a blank line in the middle is refused", "[csv]") {
  const Diagnostic fault = fault_of("a,b\n1,2\n\n3,4\n");
  CHECK(fault.line == 3);
  CHECK_THAT(fault.what, ContainsSubstring("blank line"));
  CHECK_THAT(fault.mend, ContainsSubstring("remove"));
  CHECK(read("a,b\n1,2\n\n3,4\n").rows.size() == 2);
}

TEST_CASE("in a table of one column an empty line is an empty cell", "[csv]") {
  CHECK(read("a\nx\n\ny\n").rows == std::vector<Row>{{"x"}, {""}, {"y"}});
}

TEST_CASE("a quote that is never closed is refused where it opens", "[csv]") {
  const Diagnostic fault = fault_of("a,b\n1,2\n3,\"4\n5,6\n");
  CHECK(fault.line == 3);
  CHECK(fault.column == 3);
  CHECK_THAT(fault.what, ContainsSubstring("never closed"));
  CHECK_THAT(fault.mend, ContainsSubstring("close it"));
}

TEST_CASE("a quote that is never closed is named by the line it opens in, however far it runs", "[csv]") {
  const Diagnostic fault = fault_of("a,b\n1,\"x\ny\"\"z\n");
  CHECK(fault.line == 2);
  CHECK(fault.column == 3);
}

TEST_CASE("text after a closing quote is refused where it stands", "[csv]") {
  const Diagnostic fault = fault_of("a,b\n\"x\"y,1\n2,3\n");
  CHECK(fault.line == 2);
  CHECK(fault.column == 4);
  CHECK_THAT(fault.what, ContainsSubstring("text after a closing quote"));
  CHECK_THAT(fault.mend, ContainsSubstring("double the quotes"));
  CHECK(read("a,b\n\"x\"y,1\n2,3\n").rows == std::vector<Row>{{"2", "3"}});
}

TEST_CASE("an empty file is refused, a header alone has no rows", "[csv]") {
  const Diagnostic fault = fault_of("");
  CHECK_THAT(fault.what, ContainsSubstring("the file is empty"));
  CHECK_THAT(fault.expected, ContainsSubstring("header"));

  for (const std::string_view text : {"a,b", "a,b\n", "a,b\r\n"}) {
    const Table table = read(text);
    CHECK(table.header == Row{"a", "b"});
    CHECK(table.rows.empty());
    CHECK(table.faults.errors() == 0);
  }
}

TEST_CASE("a fault of a cell names its line and column", "[csv]") {
  Diagnostics faults;
  CsvReader rows("a,b\n12,\"3\"\n", "t.csv", faults);
  REQUIRE(rows.next());
  rows.fault(1, "wrong", "right", "mend");
  REQUIRE(faults.shown().size() == 1);
  CHECK(to_string(faults.shown()[0]) == "t.csv:2:4: wrong; expected right; mend");
}

TEST_CASE("a byte-order mark is left to the reader of texts", "[csv]") {
  Diagnostics faults;
  const CsvReader rows(
      "\xEF\xBB\xBF"
      "a,b\n",
      "t.csv", faults);
  CHECK(rows.header()[0] ==
        "\xEF\xBB\xBF"
        "a");
}

TEST_CASE("numbers are written with a point, whole and finite", "[csv]") {
  CHECK(parse_number("1.5") == 1.5);
  CHECK(parse_number("-3") == -3.0);
  CHECK(parse_number("1e3") == 1000.0);
  CHECK(parse_number("1e-300") == 1e-300);
  CHECK(parse_number("0.1") == 0.1);
  CHECK(parse_number("9007199254740993") == 9007199254740992.0);  // 2^53 + 1 has no double; ties go to even
  const auto zero = parse_number("-0");
  REQUIRE(zero);
  CHECK(*zero == 0);
  CHECK(std::signbit(*zero));
}

TEST_CASE("what is no number is refused", "[csv]") {
  for (const std::string_view text : {"1,5",
                                      "1 234",
                                      "1\xC2\xA0"
                                      "234",
                                      "3abc",
                                      "abc",
                                      "inf",
                                      "-inf",
                                      "infinity",
                                      "nan",
                                      "NaN",
                                      "0x10",
                                      "1e999",
                                      "-1e999",
                                      "",
                                      " ",
                                      " 1",
                                      "1 ",
                                      "1.5.2",
                                      "--1",
                                      "1e"}) {
    INFO("'" << text << "'");
    CHECK_FALSE(parse_number(text));
  }
}

TEST_CASE("the mend of a number fits what is wrong with it", "[csv]") {
  CHECK_THAT(number_mend("1,5"), ContainsSubstring("a point, not a comma"));
  CHECK_THAT(number_mend("1,234.5"), ContainsSubstring("thousands"));
  CHECK_THAT(number_mend("1 234"), ContainsSubstring("remove the blanks"));
  CHECK_THAT(number_mend("1\xC2\xA0"
                         "234"),
             ContainsSubstring("remove the blanks"));
  CHECK_THAT(number_mend("3abc"), ContainsSubstring("digits with a point"));
}

TEST_CASE("a cell is quoted only where it has to be", "[csv]") {
  const auto written = [](std::string_view cell, char separator = ',') {
    std::string out;
    append_csv_cell(out, cell, separator);
    return out;
  };
  CHECK(written("plain text") == "plain text");
  CHECK(written("") == "");
  CHECK(written("a,b") == "\"a,b\"");
  CHECK(written("a;b", ';') == "\"a;b\"");
  CHECK(written("say \"hi\"") == "\"say \"\"hi\"\"\"");
  CHECK(written("two\nlines") == "\"two\nlines\"");
}

TEST_CASE("hostile cells come back as they were written", "[csv]") {
  const Row hostile{"",
                    " ",
                    " a",
                    "a ",
                    "a,b",
                    "a;b",
                    "a\tb",
                    "\"",
                    "\"\"",
                    "\"a\"",
                    "a\"b",
                    "a\nb",
                    "a\r\nb",
                    "\r",
                    "\n",
                    "\r\n",
                    "a\r",
                    "\t",
                    "=1+1",
                    "@SUM(A1)",
                    "-5",
                    "'",
                    "\x1b[31m",
                    "\xE7\x94\x98\xE8\x82\x83",
                    "\\n",
                    "a\"\n\"b",
                    ",",
                    ";",
                    ",\"\r\n\"",
                    "\xEF\xBB\xBF"
                    "x",
                    "#"};
  for (const char separator : {',', ';', '\t'}) {
    std::string text = std::string("one") + separator + "two" + separator + "three\n";
    for (const std::string& cell : hostile) {
      append_csv_cell(text, cell, separator);
      text += separator;
      append_csv_cell(text, "x" + cell, separator);
      text += separator;
      append_csv_cell(text, cell, separator);  // also the last of its line
      text += '\n';
    }
    const Table table = read(text, separator);
    CHECK(table.faults.errors() == 0);
    REQUIRE(table.rows.size() == hostile.size());
    for (std::size_t i = 0; i < hostile.size(); ++i) {
      CHECK(table.rows[i] == Row{hostile[i], "x" + hostile[i], hostile[i]});
    }
  }
}

TEST_CASE("faults after a cell of several lines stand in their own line and column", "[csv]") {
  Diagnostics faults;
  CsvReader rows("a,b\n\"x\ny\",\"z\"w\n", "f.csv", faults);
  CHECK_FALSE(rows.next());
  REQUIRE(faults.errors() == 1);
  CHECK(faults.shown()[0].line == 3);
  CHECK(faults.shown()[0].column == 7);
}

TEST_CASE("a header that runs on inside quotes still tells the separator", "[csv]") {
  Diagnostics faults;
  CsvReader rows("\"a\nb\";c\n1;2\n", "f.csv", faults);
  REQUIRE(rows.next());
  CHECK(rows[1] == "2");
  CHECK(faults.errors() == 0);
}

}  // namespace regionet::test::csv_test

// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/edge_list.hpp"

#include <algorithm>
#include <clocale>
#include <locale>
#include <map>
#include <set>

#include "graphs/io/csv.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/data.hpp"

using namespace regionet;

namespace {

using Texts = std::vector<std::string>;
using Lines = std::vector<std::uint64_t>;

struct Read {
  Network network;
  Diagnostics faults;
  std::vector<std::string> notes;
};

Read read(std::string_view text, const ReadOptions& options = {}, char separator = '\0') {
  Read out;
  const std::string file = "e.csv";
  PlainBuilder graph;
  GraphInput input{text, file, options, graph, out.faults, out.notes};
  separator == '\t' ? read_tsv(input) : read_csv(input);
  out.network = graph.freeze(out.faults);
  return out;
}

/// The network of a text without faults.
Network good(std::string_view text, const ReadOptions& options = {}) {
  Read out = read(text, options);
  for (const Diagnostic& fault : out.faults.shown()) UNSCOPED_INFO(to_string(fault));
  REQUIRE(out.faults.shown().empty());
  return std::move(out.network);
}

/// The one fault of a text.
Diagnostic fault_of(std::string_view text, const ReadOptions& options = {}) {
  const Read out = read(text, options);
  for (const Diagnostic& fault : out.faults.shown()) UNSCOPED_INFO(to_string(fault));
  REQUIRE(out.faults.shown().size() == 1);
  CHECK(out.faults.shown()[0].file == "e.csv");
  return out.faults.shown()[0];
}

ReadOptions columns(std::vector<std::pair<std::string, std::string>> chosen) {
  ReadOptions options;
  options.columns = std::move(chosen);
  return options;
}

ReadOptions dates(const std::string& format) {
  ReadOptions options;
  options.date_format = format;
  return options;
}

/// Names by their bytes.
Texts actors(const Network& network) {
  Texts names;
  for (ActorId id = 0; id < network.actor_count(); ++id) names.emplace_back(network.id(id));
  std::ranges::sort(names);
  return names;
}

/// Distinct unordered pairs.
std::size_t ties(const Network& network) {
  std::set<std::pair<ActorId, ActorId>> pairs;
  for (AgreementId at = 0; at < network.agreement_count(); ++at) {
    const auto members = network.participants(at);
    pairs.insert(std::minmax(members[0], members[1]));
  }
  return pairs.size();
}

std::map<std::string, double> strengths(const Network& network) {
  std::map<std::string, double> sums;
  for (ActorId id = 0; id < network.actor_count(); ++id) {
    for (const AgreementId at : network.agreements_of(id)) sums[std::string(network.id(id))] += network.weight(at);
  }
  return sums;
}

Texts date_cells(const Network& network) {
  Texts cells;
  for (AgreementId at = 0; at < network.agreement_count(); ++at) cells.emplace_back(network.date_cell(at));
  return cells;
}

Diagnostics faults_of_case(const std::string& file, const ReadOptions& options = {}) {
  try {
    static_cast<void>(test::open_data("cases/" + file, options));
  } catch (const InputError& error) {
    return error.faults();
  }
  return {};
}

Lines lines_of(const Diagnostics& faults) {
  Lines lines;
  for (const Diagnostic& fault : faults.shown()) lines.push_back(fault.line);
  return lines;
}

std::string row_of(std::string_view source, std::string_view target) {
  std::string row;
  append_csv_cell(row, source);
  row += ',';
  append_csv_cell(row, target);
  return row + '\n';
}

/// A locale that writes decimal commas and groups thousands, whatever is installed.
struct Commas : std::numpunct<char> {
  [[nodiscard]] char do_decimal_point() const override { return ','; }
  [[nodiscard]] char do_thousands_sep() const override { return ' '; }
  [[nodiscard]] std::string do_grouping() const override { return "\3"; }
};

}  // namespace

TEST_CASE("case 025: byte-order mark, semicolons, CRLF and a blank line at the end", "[edge_list][case]") {
  const OpenedNetwork opened = test::open_data("cases/025-csv-bom-semicolon-crlf/input.csv");
  CHECK(actors(opened.network) == Texts{"Brest", "Gansu", "Hubei", "Minsk"});
  CHECK(ties(opened.network) == 3);
  CHECK(strengths(opened.network) ==
        std::map<std::string, double>{{"Brest", 1}, {"Gansu", 2}, {"Hubei", 4}, {"Minsk", 5}});
  CHECK(opened.rows == 3);
  REQUIRE(opened.notes.size() == 2);  // what was undone is said
  CHECK_THAT(opened.notes[0], ContainsSubstring("byte-order mark"));
  CHECK_THAT(opened.notes[1], ContainsSubstring("';'"));
}

TEST_CASE("case 030: UTF-16 with a mark gives the network of UTF-8", "[edge_list][case]") {
  for (const std::string file : {"utf8.csv", "utf16le-bom.csv", "utf16be-bom.csv"}) {
    INFO(file);
    const Network network = test::open_data("cases/030-csv-utf16-and-legacy-encodings/" + file).network;
    CHECK(actors(network) == Texts{"Брэст", "Ганьсу", "Мінск", "Хубэй"});
    CHECK(ties(network) == 2);
  }
}

TEST_CASE("case 030: other encodings are refused with place and mend, and read when they are named",
          "[edge_list][case]") {
  const std::string folder = "030-csv-utf16-and-legacy-encodings/";
  const Diagnostics legacy = faults_of_case(folder + "cp1251.csv");
  REQUIRE(legacy.errors() == 1);
  CHECK(legacy.shown()[0].line == 2);
  CHECK_THAT(legacy.shown()[0].what, ContainsSubstring("not valid UTF-8"));
  CHECK_THAT(legacy.shown()[0].mend, ContainsSubstring("--encoding"));

  const Diagnostics unmarked = faults_of_case(folder + "utf16le-no-bom.csv");
  REQUIRE(unmarked.errors() == 1);
  CHECK(unmarked.shown()[0].line == 1);
  CHECK_THAT(unmarked.shown()[0].mend, ContainsSubstring("--encoding utf-16le"));

  ReadOptions options;
  options.encoding = "cp1251";
  CHECK(actors(test::open_data("cases/" + folder + "cp1251.csv", options).network) ==
        Texts{"Брэст", "Ганьсу", "Мінск", "Хубэй"});
  options.encoding = "utf-16le";
  CHECK(ties(test::open_data("cases/" + folder + "utf16le-no-bom.csv", options).network) == 2);
}

TEST_CASE("case 042: impossible days are refused with line and reason", "[edge_list][case]") {
  const Diagnostics faults = faults_of_case("042-date-impossible/input.csv");
  CHECK(lines_of(faults) == Lines{3, 4, 5, 6, 7, 8});
  const Texts reasons{"2019-02 has no day 30", "1900 is no leap year", "no month 13", "no day 0", "no month 0",
                      "2019-04 has no day 31"};
  // Every pair of names is of five letters each, so the date begins at column 13.
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    CHECK_THAT(faults.shown()[i].what, ContainsSubstring(reasons[i]));
    CHECK(faults.shown()[i].column == 13);
  }
}

TEST_CASE("case 042: the possible days of the file are kept", "[edge_list][case]") {
  const Text text = Text::load(test::data("cases/042-date-impossible/input.csv"));
  const Network network = read(text.view()).network;
  for (AgreementId at = 0; at < network.agreement_count(); ++at) {
    const bool is_good = network.line(at) == 2 || network.line(at) == 9;
    CHECK((network.date(at) != nullptr) == is_good);
  }
  CHECK(network.date_cell(0) == "2020-02-29");
  CHECK(network.date_cell(7) == "2000-02-29");
}

TEST_CASE("case 046: two-digit years and unclear orders are refused, an interval is kept", "[edge_list][case]") {
  const std::string file = "046-date-two-digit-and-day-order/input.csv";
  const Diagnostics faults = faults_of_case(file);
  CHECK(lines_of(faults) == Lines{2, 3, 4, 5, 6, 7});
  for (const Diagnostic& fault : faults.shown()) CHECK_FALSE(fault.mend.empty());
  CHECK_THAT(faults.shown()[4].what, ContainsSubstring("'2016/5/3'"));
  CHECK_THAT(faults.shown()[4].mend, ContainsSubstring("write 2016-05-03"));

  const Text text = Text::load(test::data("cases/" + file));
  const Network network = read(text.view()).network;
  REQUIRE(network.line(6) == 8);
  REQUIRE(network.date(6) != nullptr);
  CHECK(iso_day(network.date(6)->earliest) == "2016-01-01");
  CHECK(iso_day(network.date(6)->latest) == "2017-12-31");
}

TEST_CASE("case 046: a date format holds for the whole column and refuses rows that do not fit", "[edge_list][case]") {
  const Diagnostics faults = faults_of_case("046-date-two-digit-and-day-order/input.csv", dates("%m/%d/%y"));
  CHECK(lines_of(faults) == Lines{2, 4, 5, 6, 7, 8});  // 4/15/26 alone fits
  CHECK_THAT(faults.shown()[2].what, ContainsSubstring("'31/12/16' does not fit the date format '%m/%d/%y'"));
}

TEST_CASE("case 054: numbers are read with points in any locale", "[edge_list][case]") {
  const std::locale before = std::locale::global(std::locale(std::locale::classic(), new Commas));
  for (const char* name : {"ru_RU.UTF-8", "de_DE.UTF-8"}) {
    if (std::setlocale(LC_NUMERIC, name) != nullptr) break;
  }
  const auto sums = strengths(test::open_data("cases/054-locale-decimal-point/input.csv").network);
  const auto number = parse_number("1234.5");
  const std::string mend = number_mend("1,5");
  std::locale::global(before);
  std::setlocale(LC_NUMERIC, "C");

  REQUIRE(sums.size() == 3);
  CHECK(sums.at("Minsk") == Approx(4.64).epsilon(1e-12));
  CHECK(sums.at("Gansu") == 1.5);
  CHECK(sums.at("Hubei") == 3.14);
  CHECK(number == 1234.5);
  CHECK_THAT(mend, ContainsSubstring("a point"));
}

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

TEST_CASE("EDTF dates are kept as they are written", "[edge_list]") {
  const Texts cells{"2016", "2016-05?", "201X", "2016-21", "2016/..", "2016/", "../2016", "/2016", ""};
  std::string text = "source,target,date\n";
  for (const std::string& cell : cells) text += "a,b," + cell + "\n";
  const Network network = good(text);
  CHECK(date_cells(network) == cells);
  CHECK(network.date(8) == nullptr);
  CHECK(network.date(4)->end == DateEnd::open);
  CHECK(network.date(5)->end == DateEnd::unknown);
}

TEST_CASE("Unix seconds are read as days of UTC", "[edge_list]") {
  // 16801 days lie before 2016-01-01, 31 + 29 + 31 + 6 more before 7 April; 12800 seconds of that day are dropped.
  const std::string april = std::to_string(std::int64_t{16801 + 97} * 86400 + 12800);
  CHECK(april == "1460000000");
  const Read out =
      read("source,target,date\na,b,0\na,b,86399\na,b,86400\na,b,-1\na,b,-86400\na,b," + april + "\n", dates("unix"));
  CHECK(out.faults.errors() == 0);
  CHECK(date_cells(out.network) ==
        Texts{"1970-01-01", "1970-01-01", "1970-01-02", "1969-12-31", "1969-12-31", "2016-04-07"});
  CHECK(out.notes == Texts{"the time of day of 3 dates was dropped"});  // 86399, -1 and the day of April
}

TEST_CASE("what is no number of Unix seconds is refused", "[edge_list]") {
  for (const std::string cell : {"2016-05-03", "1460000000.5", "1460000000000", "99999999999999999999", "x", " 1"}) {
    const Diagnostic fault = fault_of("source,target,date\na,b," + cell + "\n", dates("unix"));
    CHECK(fault.line == 2);
    CHECK(fault.column == 5);
    CHECK_THAT(fault.what, ContainsSubstring("'" + cell + "' is no number of seconds"));
  }
  CHECK(good("source,target,date\na,b,\n", dates("unix")).date(0) == nullptr);
}

TEST_CASE("a strptime pattern says what a column holds", "[edge_list]") {
  const auto cells = [](const std::string& pattern, const std::string& cell) {
    return date_cells(good("source,target,date\na,b,\"" + cell + "\"\n", dates(pattern)));
  };
  CHECK(cells("%d.%m.%Y", "03.08.2016") == Texts{"2016-08-03"});
  CHECK(cells("%m/%d/%Y", "03/08/2016") == Texts{"2016-03-08"});
  CHECK(cells("%d.%m.%y", "15.04.91") == Texts{"1991-04-15"});
  CHECK(cells("%Y/%m/%d", "2016/5/3") == Texts{"2016-05-03"});
  CHECK(cells("%Y%m%d", "20160503") == Texts{"2016-05-03"});
}

TEST_CASE("a pattern without day or month gives a month or a year", "[edge_list]") {
  bool time_dropped = false;
  CHECK(date_from("May 2016", "%B %Y", time_dropped) == "2016-05");
  CHECK(date_from("05/2016", "%m/%Y", time_dropped) == "2016-05");
  CHECK(date_from("2016", "%Y", time_dropped) == "2016");
  CHECK_FALSE(time_dropped);
}

TEST_CASE("a cell that does not fit the pattern is refused", "[edge_list]") {
  for (const std::string cell : {"31/12/2016", "2016-05-03", "5/3/2016x", "5/3", "x"}) {
    const Diagnostic fault = fault_of("source,target,date\na,b," + cell + "\n", dates("%m/%d/%Y"));
    CHECK_THAT(fault.what, ContainsSubstring("'" + cell + "' does not fit the date format '%m/%d/%Y'"));
    CHECK_THAT(fault.mend, ContainsSubstring("one format holds for the whole column"));
  }
  const Diagnostic rolled = fault_of("source,target,date\na,b,30.02.2019\n", dates("%d.%m.%Y"));
  CHECK_THAT(rolled.what, ContainsSubstring("2019-02 has no day 30"));
  bool time_dropped = false;
  CHECK_THROWS_AS(date_from("30.02.2019", "%d.%m.%Y", time_dropped), DateError);
}

TEST_CASE("tabs are the separator where the format says so", "[edge_list]") {
  const Read out = read("source\ttarget\tnote\na,1\tb;2\tx\n", {}, '\t');
  CHECK(out.faults.errors() == 0);
  CHECK(actors(out.network) == Texts{"a,1", "b;2"});
  CHECK(out.notes == Texts{"read with tabs between the cells"});
}

TEST_CASE("a pattern with a four-digit year refuses two digits, and a time of day is dropped aloud", "[edge_list]") {
  bool dropped = false;
  CHECK_THROWS_AS(date_from("31/12/16", "%d/%m/%Y", dropped), DateError);
  CHECK_THROWS_AS(date_from("91", "%Y", dropped), DateError);
  CHECK(date_from("31/12/16", "%d/%m/%y", dropped) == "2016-12-31");
  CHECK(date_from("2016-123", "%Y-%j", dropped) == "2016-05-02");  // 31 + 29 + 31 + 30 = 121 days before May
  CHECK_FALSE(dropped);
  CHECK(date_from("2016-05-03T10:30:00", "%Y-%m-%dT%H:%M:%S", dropped) == "2016-05-03");
  CHECK(dropped);
}

TEST_CASE("seconds before 1970 fall on the day they lie in", "[edge_list]") {
  bool dropped = false;
  CHECK(date_from("-1", "unix", dropped) == "1969-12-31");
  CHECK(dropped);
  CHECK(date_from("-86400", "unix", dropped) == "1969-12-31");
  CHECK_FALSE(dropped);
  CHECK_THROWS_AS(date_from("-9223372036854775808", "unix", dropped), DateError);
}

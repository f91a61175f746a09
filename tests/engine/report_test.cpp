// SPDX-License-Identifier: Apache-2.0
#include "engine/report/reports.hpp"

#include <set>

#include "engine/report/write.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/data.hpp"

namespace regionet::test::report_test {

TEST_CASE("numbers are shortest, exact and without an exponent where people meet them", "[report]") {
  CHECK(number_text(5'000'000) == "5000000");
  CHECK(number_text(0.1) == "0.1");
  CHECK(number_text(1.5 + 3.14) == "4.640000000000001");
  CHECK(number_text(-0.0) == "0");
  CHECK(number_text(1e300) == "1e+300");
  CHECK(number_text(1e-9) == "1e-09");
  for (const double value : {1.0 / 3, 123456789.125, 2.5e-5, 9.999999e16})
    CHECK(std::stod(number_text(value)) == value);
}

TEST_CASE("every column of every ranking has a key of its own", "[report]") {
  const OpenedNetwork opened = open_data("hand");
  const View view(opened.network, {.level = Level::region});
  for (const Split split : {Split::type, Split::status, Split::signer, Split::kind}) {
    const Report report = rank_report(view, {.by = {parse_measure("strength")}, .split = split}, {}).report;
    std::set<std::string> keys;
    for (const Column& column : report.tables.front().columns) CHECK(keys.insert(column.key).second);
  }
}

TEST_CASE("a column from data does not take the key of another", "[report]") {
  Table table{.columns = {{"id", ""}}};
  add_column(table, "id", "id");
  add_column(table, "note", "note");
  CHECK(table.columns[1].key == "column:id");
  CHECK(table.columns[2].key == "note");
}

TEST_CASE("the margins of the matrix are the strengths, loops counted twice", "[report]") {
  const OpenedNetwork opened = open_data("hand");
  const View view(opened.network, {.between = Between::within});
  REQUIRE(view.graph().facts().has_loops);
  const Report matrix = matrix_report(view, {});
  const Report ranks = rank_report(view, {.by = {parse_measure("strength")}}, {}).report;
  for (const Table& block : ranks.tables) {
    for (const auto& row : block.rows) {
      const auto same = [&](const auto& cells) { return plain_text(cells[0]) == plain_text(row[2]); };
      const auto& rows = matrix.tables.front().rows;
      const auto found = std::find_if(rows.begin(), rows.end(), same);
      REQUIRE(found != rows.end());
      CHECK(plain_text(found->back()) == plain_text(row[6]));
    }
  }
}

TEST_CASE("JSON has null beside a reason, never NaN; text is escaped for each target", "[report]") {
  Table table{.columns = {{"name", ""}, {"x", ""}}};
  table.rows.push_back({"a|b<c>\n\"q\"", Cell::undefined("no ties")});
  table.rows.push_back({"=1+1", Cell(0.5)});
  const Report report{.tables = {table}};
  CHECK(write_json(report, {}) ==
        "{\"manifest\": null,\n\"result\": [\n{\"name\": \"a|b<c>\\n\\\"q\\\"\", \"x\": null, \"x_reason\": \"no "
        "ties\"},\n{\"name\": \"=1+1\", \"x\": 0.5}\n]}\n");
  CHECK_THAT(write_markdown(report), ContainsSubstring("a\\|b\\<c\\>\\\\x0a"));
  CHECK_THAT(write_text(report, {}), ContainsSubstring("a|b<c>\\x0a\"q\""));
  CHECK_THAT(write_separated(report, ',', {}), ContainsSubstring("\n=1+1,0.5\n"));
  CHECK_THAT(write_separated(report, ',', {.excel = true}), ContainsSubstring("\n'=1+1,0.5\n"));
}

}  // namespace regionet::test::report_test

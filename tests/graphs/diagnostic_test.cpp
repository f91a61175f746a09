// SPDX-License-Identifier: Apache-2.0
#include "graphs/diagnostic.hpp"

#include <array>

#include "tests/support/catch.hpp"

namespace regionet::test::diagnostic_test {
namespace {

Diagnostic numbered(std::uint64_t line, Severity severity = Severity::error) {
  return {.severity = severity, .file = "f", .line = line, .what = "fault"};
}

}  // namespace

TEST_CASE("a fault reads file, line, column, what, expected, mend", "[diagnostic]") {
  CHECK(to_string({.file = "a.csv", .line = 3, .column = 7, .what = "wrong", .expected = "right", .mend = "mend it"}) ==
        "a.csv:3:7: wrong; expected right; mend it");
  CHECK(to_string({.file = "a.csv", .line = 3, .what = "wrong"}) == "a.csv:3: wrong");
  CHECK(to_string({.file = "a.csv", .what = "wrong", .mend = "mend it"}) == "a.csv: wrong; mend it");
  CHECK(to_string({.what = "wrong", .expected = "right"}) == "wrong; expected right");
  CHECK(to_string({.severity = Severity::warning, .file = "a.csv", .what = "odd"}) == "a.csv: warning: odd");
}

TEST_CASE("control characters of a file name never reach the message raw", "[diagnostic]") {
  CHECK(to_string({.file = "a\x1b[31m.csv", .what = "wrong"}) == "a\\x1b[31m.csv: wrong");
}

TEST_CASE("control characters are made visible", "[diagnostic]") {
  CHECK(printable("a\x1b[0m\tb\nc\rd") == "a\\x1b[0m\\x09b\\x0ac\\x0dd");
  CHECK(printable(std::string_view("a\0b", 3)) == "a\\x00b");
  CHECK(printable("\x7f") == "\\x7f");
  CHECK(printable("\xC2\x9B"
                  "31m") == "\\x9b31m");  // U+009B, the one-character form of ESC [
  CHECK(printable("\xC2\x80") == "\\x80");
  CHECK(printable("\xC2\x9F") == "\\x9f");
}

TEST_CASE("text that is no control character stays as it is", "[diagnostic]") {
  const std::string text = "Gansu \xC2\xA0 \xD0\x9C\xD1\x96\xD0\xBD\xD1\x81\xD0\xBA \xE7\x94\x98\xE8\x82\x83 ~\\'\"";
  CHECK(printable(text) == text);
}

TEST_CASE("long text is cut at a character, never inside one", "[diagnostic]") {
  CHECK(printable("abcde", 5) == "abcde");
  CHECK(printable("abcdef", 5) == "abcde...");
  // Cyrillic letters take two bytes: the third one begins at byte 4 and is finished.
  CHECK(printable("\xD0\xB0\xD0\xB1\xD0\xB2\xD0\xB3", 5) == "\xD0\xB0\xD0\xB1\xD0\xB2...");
  CHECK(printable("\xD0\xB0\xD0\xB1\xD0\xB2\xD0\xB3", 4) == "\xD0\xB0\xD0\xB1...");
  CHECK(printable(std::string(80, 'x')) == std::string(80, 'x'));
  CHECK(printable(std::string(81, 'x')) == std::string(80, 'x') + "...");
}

TEST_CASE("edit distances agree with those counted by hand", "[diagnostic]") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("abc", "") == 3);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("city", "city") == 0);
  CHECK(edit_distance("citty", "city") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);  // k→s, e→i, +g
  CHECK(edit_distance("ab", "ba") == 2);
}

TEST_CASE("the nearest name is found, and none where none is near", "[diagnostic]") {
  constexpr std::array<std::string_view, 4> names{"city", "country", "region", "university"};
  CHECK(nearest("citty", names) == "city");
  CHECK(nearest("contry", names) == "country");
  CHECK(nearest("universty", names) == "university");
  CHECK(nearest("zzzzzz", names).empty());
  CHECK(nearest("x", names).empty());
  CHECK(nearest("city", {}).empty());
}

TEST_CASE("the first of two names that are equally near is taken", "[diagnostic]") {
  constexpr std::array<std::string_view, 2> names{"bart", "cart"};
  CHECK(nearest("dart", names) == "bart");
}

TEST_CASE("all faults are counted and the first 100 of each severity are kept", "[diagnostic]") {
  Diagnostics faults;
  for (std::uint64_t line = 1; line <= 150; ++line) faults.add(numbered(line));
  CHECK(faults.errors() == 150);
  CHECK(faults.warnings() == 0);
  REQUIRE(faults.shown().size() == 100);
  CHECK(faults.shown().back().line == 100);

  // Errors that fill their share leave room for warnings.
  for (std::uint64_t line = 1; line <= 101; ++line) faults.add(numbered(line, Severity::warning));
  CHECK(faults.errors() == 150);
  CHECK(faults.warnings() == 101);
  CHECK(faults.shown().size() == 200);
}

TEST_CASE("appended faults add to the counts, also those that were not kept", "[diagnostic]") {
  Diagnostics many;
  for (std::uint64_t line = 1; line <= 150; ++line) many.add(numbered(line));
  Diagnostics sum;
  for (std::uint64_t line = 1001; line <= 1060; ++line) sum.add(numbered(line));
  sum.add(numbered(1, Severity::warning));
  sum.append(many);
  CHECK(sum.errors() == 210);
  CHECK(sum.warnings() == 1);
  REQUIRE(sum.shown().size() == 101);  // 60 + 40 errors and the warning
  CHECK(sum.shown().back().line == 40);
  sum.append({});
  CHECK(sum.errors() == 210);
}

TEST_CASE("an input error speaks with its first fault and carries them all", "[diagnostic]") {
  Diagnostics faults;
  faults.add(numbered(4));
  faults.add(numbered(5));
  const InputError error(faults);
  CHECK(std::string(error.what()) == "f:4: fault");
  CHECK(error.faults().errors() == 2);
  CHECK(InputError(numbered(9)).faults().errors() == 1);
}

}  // namespace regionet::test::diagnostic_test

// SPDX-License-Identifier: Apache-2.0
#include "graphs/model/string_table.hpp"

#include "tests/support/catch.hpp"

namespace regionet::test::string_table_test {

TEST_CASE("texts are numbered in the order of first appearance", "[string_table]") {
  StringTable table;
  CHECK(table.size() == 0);
  CHECK(table.intern("Minsk") == 0);
  CHECK(table.intern("Gansu") == 1);
  CHECK(table.intern("Minsk") == 0);
  CHECK(table.intern("Brest") == 2);
  CHECK(table.size() == 3);
  CHECK(table[0] == "Minsk");
  CHECK(table[1] == "Gansu");
  CHECK(table[2] == "Brest");
}

TEST_CASE("texts are found only as they are, byte for byte", "[string_table]") {
  StringTable table;
  table.intern("Minsk");
  CHECK(table.find("Minsk") == 0U);
  for (const std::string_view other : {"minsk", "Minsk ", "Mins", "Minskk", ""}) CHECK_FALSE(table.find(other));
  CHECK(table.size() == 1);  // looking does not add
}

TEST_CASE("the empty text and texts with zero bytes are texts", "[string_table]") {
  StringTable table;
  CHECK_FALSE(table.find(""));
  CHECK(table.intern("") == 0);
  CHECK(table.intern(std::string_view("a\0b", 3)) == 1);
  CHECK(table.intern("a") == 2);
  CHECK(table.find("") == 0U);
  CHECK(table.find(std::string_view("a\0b", 3)) == 1U);
  CHECK(table[1].size() == 3);
}

TEST_CASE("numbers never move while the table grows", "[string_table]") {
  constexpr TextId count = 300000;  // enough for some ten pairs of texts with the same 32 bits of hash
  const bool reserved = GENERATE(false, true);
  StringTable table;
  if (reserved) table.reserve(count, std::size_t{6} * count);
  unsigned wrong = 0;
  for (TextId i = 0; i < count; ++i) wrong += table.intern(std::to_string(i)) == i ? 0U : 1U;
  for (TextId i = 0; i < count; ++i) {
    wrong += table.intern(std::to_string(i)) == i ? 0U : 1U;
    wrong += table.find(std::to_string(i)) == i ? 0U : 1U;
    wrong += table[i] == std::to_string(i) ? 0U : 1U;
  }
  CHECK(wrong == 0);
  CHECK(table.size() == count);
  CHECK_FALSE(table.find(std::to_string(count)));
}

TEST_CASE("room reserved late keeps what is there", "[string_table]") {
  StringTable table;
  table.intern("a");
  table.intern("b");
  table.reserve(1000, 1000);
  CHECK(table.find("a") == 0U);
  CHECK(table.find("b") == 1U);
  table.reserve(1, 1);
  CHECK(table.find("b") == 1U);
  CHECK(table.intern("c") == 2);
}

}  // namespace regionet::test::string_table_test

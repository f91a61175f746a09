// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/text.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

#include "graphs/diagnostic.hpp"
#include "tests/support/catch.hpp"

namespace regionet::test::text_test {
namespace {

constexpr std::size_t npos = std::string_view::npos;

/// A file with given bytes that is gone at the end of the test.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view bytes) {
    std::string pattern = (std::filesystem::temp_directory_path() / "regionet-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) FAIL("no temporary folder");
    folder_ = pattern;
    std::ofstream(path(), std::ios::binary) << bytes;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  TemporaryFile(TemporaryFile&&) = delete;
  TemporaryFile& operator=(TemporaryFile&&) = delete;
  ~TemporaryFile() { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::string path() const { return (folder_ / "text.csv").string(); }
  [[nodiscard]] std::string folder() const { return folder_.string(); }

 private:
  std::filesystem::path folder_;
};

std::string load(std::string_view bytes, const std::string& encoding = "") {
  const TemporaryFile file(bytes);
  return std::string(Text::load(file.path(), encoding).view());
}

std::string note_of(std::string_view bytes, const std::string& encoding = "") {
  const TemporaryFile file(bytes);
  return Text::load(file.path(), encoding).note();
}

Diagnostic fault_of(std::string_view bytes, const std::string& encoding = "") {
  const TemporaryFile file(bytes);
  try {
    static_cast<void>(Text::load(file.path(), encoding));
  } catch (const InputError& error) {
    CHECK(error.faults().shown().at(0).file == file.path());
    return error.faults().shown().at(0);
  }
  FAIL("the text was read");
  return {};
}

std::string utf8(std::uint32_t code) {
  const auto byte = [](std::uint32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xC0 | (code >> 6)), byte(0x80 | (code & 0x3F))};
  if (code < 0x10000) return {byte(0xE0 | (code >> 12)), byte(0x80 | ((code >> 6) & 0x3F)), byte(0x80 | (code & 0x3F))};
  return {byte(0xF0 | (code >> 18)), byte(0x80 | ((code >> 12) & 0x3F)), byte(0x80 | ((code >> 6) & 0x3F)),
          byte(0x80 | (code & 0x3F))};
}

std::string_view bytes(const char* text, std::size_t size) { return {text, size}; }

}  // namespace

TEST_CASE("every code point but the surrogates is valid UTF-8", "[text]") {
  std::uint32_t wrong = 0;
  for (std::uint32_t code = 0; code < 0x110000; ++code) {
    const bool surrogate = code >= 0xD800 && code < 0xE000;
    const std::size_t found = find_invalid_utf8(utf8(code));
    if (found != (surrogate ? 0 : npos)) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("overlong forms, surrogates and codes past U+10FFFF are invalid at their first byte", "[text]") {
  for (const std::string bad : {"\xC0\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xE0\x9F\xBF", "\xF0\x80\x80\xAF",
                                "\xF0\x8F\xBF\xBF", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF4\x90\x80\x80",
                                "\xF5\x80\x80\x80", "\xF8\x88\x80\x80\x80", "\xFE", "\xFF", "\x80", "\xBF"}) {
    // After 0 to 17 letters: the check takes eight bytes at a time where it can.
    for (std::size_t before = 0; before < 18; ++before) {
      CHECK(find_invalid_utf8(std::string(before, 'a') + bad + "0123456789") == before);
    }
  }
}

TEST_CASE("characters that are cut short are invalid", "[text]") {
  for (const std::string bad : {"\xC3", "\xE2", "\xE2\x82", "\xF0", "\xF0\x9F", "\xF0\x9F\x98"}) {
    CHECK(find_invalid_utf8(bad) == 0);
    CHECK(find_invalid_utf8("abcdefgh" + bad) == 8);
    CHECK(find_invalid_utf8("\xE7\x94\x98" + bad + "a,b") == 3);
  }
  // Bytes behind the end of the text do not complete its last character.
  for (const std::string_view whole : {"\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"}) {
    for (std::size_t size = 1; size < whole.size(); ++size) CHECK(find_invalid_utf8(whole.substr(0, size)) == 0);
  }
}

TEST_CASE("the last valid code points before a gap are valid", "[text]") {
  for (const std::string good : {"\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                                 "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", ""}) {
    CHECK(find_invalid_utf8(good) == npos);
  }
}

TEST_CASE("plain UTF-8 is read as it is, without a note", "[text]") {
  const std::string text = "a,b\r\n\xD0\x9C\xD1\x96\xD0\xBD\xD1\x81\xD0\xBA,\xE7\x94\x98\n";
  CHECK(load(text) == text);
  CHECK(note_of(text).empty());
  CHECK(load("").empty());
}

TEST_CASE("a byte-order mark is dropped and noted", "[text]") {
  CHECK(load("\xEF\xBB\xBF"
             "a,b\n") == "a,b\n");
  CHECK_THAT(note_of("\xEF\xBB\xBF"
                     "a"),
             ContainsSubstring("byte-order mark"));
  CHECK(load("\xEF\xBB\xBF").empty());
  // Only the first one is a mark.
  CHECK(load("\xEF\xBB\xBF\xEF\xBB\xBF"
             "a") ==
        "\xEF\xBB\xBF"
        "a");
}

TEST_CASE("UTF-16 is read where a byte-order mark says so", "[text]") {
  // "aБ😀": U+0061, U+0411, and U+1F600 as the surrogates D83D DE00.
  const std::string wanted = "a\xD0\x91\xF0\x9F\x98\x80";
  CHECK(load(bytes("\xFF\xFE"
                   "a\0"
                   "\x11\x04"
                   "\x3D\xD8\x00\xDE",
                   10)) == wanted);
  CHECK(load(bytes("\xFE\xFF"
                   "\0a"
                   "\x04\x11"
                   "\xD8\x3D\xDE\x00",
                   10)) == wanted);
  CHECK_THAT(note_of(bytes("\xFF\xFE"
                           "a\0",
                           4)),
             ContainsSubstring("UTF-16 (little-endian"));
  CHECK_THAT(note_of(bytes("\xFE\xFF"
                           "\0a",
                           4)),
             ContainsSubstring("UTF-16 (big-endian"));
}

TEST_CASE("broken UTF-16 is refused", "[text]") {
  CHECK_THAT(fault_of(bytes("\xFF\xFE"
                            "a\0b",
                            5))
                 .what,
             ContainsSubstring("not valid UTF-16"));  // odd byte
  CHECK_THAT(fault_of(bytes("\xFF\xFE\x3D\xD8"
                            "a\0",
                            6))
                 .what,
             ContainsSubstring("not valid UTF-16"));  // half a pair
  CHECK_THAT(fault_of(bytes("\xFE\xFF\xDE\x00", 4)).what, ContainsSubstring("not valid UTF-16"));
}

TEST_CASE("UTF-16 without a mark is refused and read with its encoding", "[text]") {
  const std::string_view little = bytes("a\0,\0b\0\n\0", 8);
  const std::string_view big = bytes("\0a\0,\0b\0\n", 8);
  for (const std::string_view text : {little, big}) {
    const Diagnostic fault = fault_of(text);
    CHECK_THAT(fault.what, ContainsSubstring("zero"));
    CHECK(fault.line == 1);
    CHECK_THAT(fault.mend, ContainsSubstring("--encoding utf-16le"));
  }
  CHECK(load(little, "utf-16le") == "a,b\n");
  CHECK(load(big, "utf-16be") == "a,b\n");
  // The encoding is told and the mark is there too.
  CHECK(load(bytes("\xFF\xFE"
                   "a\0",
                   4),
             "utf-16le") == "a");
}

TEST_CASE("bytes of a legacy encoding are refused with line and mend", "[text]") {
  // "Минск" in Windows-1251; its first byte is the third of line 2.
  const std::string text = "a,b\n1,\xCC\xE8\xED\xF1\xEA\n";
  const Diagnostic fault = fault_of(text);
  CHECK(fault.line == 2);
  CHECK_THAT(fault.what, ContainsSubstring("byte 6 (0xcc) is not valid UTF-8"));
  CHECK_THAT(fault.mend, ContainsSubstring("--encoding"));
  CHECK(load(text, "cp1251") == "a,b\n1,\xD0\x9C\xD0\xB8\xD0\xBD\xD1\x81\xD0\xBA\n");
  CHECK(note_of(text, "cp1251") == "cp1251");
}

TEST_CASE("Chinese in GB18030 is read with its encoding", "[text]") {
  // 甘肃: B8 CA, CB E0 in GB 2312 and its successors.
  CHECK(load("\xB8\xCA\xCB\xE0", "gb18030") == "\xE7\x94\x98\xE8\x82\x83");
}

TEST_CASE("bytes that the named encoding does not have are refused", "[text]") {
  // 0x98 is the one byte that Windows-1251 leaves free.
  const Diagnostic fault = fault_of("a\nb\x98", "cp1251");
  CHECK_THAT(fault.what, ContainsSubstring("byte 3 is not valid cp1251"));
  CHECK(fault.line == 2);
}

TEST_CASE("an unknown encoding is refused", "[text]") {
  const Diagnostic fault = fault_of("a", "klingon-1");
  CHECK_THAT(fault.what, ContainsSubstring("unknown encoding 'klingon-1'"));
  CHECK_THAT(fault.mend, ContainsSubstring("iconv -l"));
}

TEST_CASE("a zero byte is no text", "[text]") {
  const Diagnostic fault = fault_of(bytes("a\nb\0c", 5));
  CHECK_THAT(fault.what, ContainsSubstring("byte 3 is zero"));
  CHECK(fault.line == 2);
}

TEST_CASE("a missing file and a folder cannot be read", "[text]") {
  const TemporaryFile file("a");
  const std::string missing = file.folder() + "/missing.csv";
  try {
    static_cast<void>(Text::load(missing));
    FAIL("a missing file was read");
  } catch (const FileError& error) {
    CHECK_THAT(error.what(), ContainsSubstring(missing) && ContainsSubstring("cannot open"));
  }
  try {
    static_cast<void>(Text::load(file.folder()));
    FAIL("a folder was read");
  } catch (const FileError& error) {
    CHECK_THAT(error.what(), ContainsSubstring(file.folder()) && ContainsSubstring("folder"));
  }
}

TEST_CASE("a text outlives the loading and its copies", "[text]") {
  Text text;
  {
    const TemporaryFile file("a,b\n");
    const Text first = Text::load(file.path());
    text = first;
  }
  CHECK(text.view() == "a,b\n");
  const std::string elsewhere = "borrowed";
  CHECK(Text::borrow(elsewhere).view().data() == elsewhere.data());
}

TEST_CASE("what a converter still holds at the end is written out", "[text]") {
  const auto path = std::filesystem::temp_directory_path() / "regionet-cp1258.txt";
  std::ofstream(path, std::ios::binary) << "source,target\nA,Ba";
  CHECK(Text::load(path.string(), "cp1258").view() == "source,target\nA,Ba");
  std::filesystem::remove(path);
}

}  // namespace regionet::test::text_test

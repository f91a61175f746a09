// SPDX-License-Identifier: Apache-2.0
// What a dataset says of itself in datapackage.json, the files that it lists, and their digest.
#include "tests/support/catch.hpp"

#include <algorithm>
#include <filesystem>

#include "graphs/io/open.hpp"
#include "tests/support/dataset_copy.hpp"
#include "tests/support/dataset_faults.hpp"

namespace regionet::test::dataset_package_test {
namespace fs = std::filesystem;

namespace {

/// The faults of a changed datapackage.json.
void check_package(std::string_view from, std::string_view to, const std::string& what, const std::string& help) {
  Copy copy;
  copy.replace("datapackage.json", from, to);
  check_only(copy, {"datapackage.json", 0, 0, what, help});
}

}  // namespace

TEST_CASE("a folder without datapackage.json is no dataset", "[dataset_reader]") {
  Copy copy;
  fs::remove(copy.path("datapackage.json"));
  try {
    static_cast<void>(open_network(std::array{copy.folder()}, {}, {}, false));
    FAIL("it was read");
  } catch (const FileError& error) {
    CHECK_THAT(error.what(), ContainsSubstring(copy.folder()) && ContainsSubstring("no datapackage.json"));
  }
}

TEST_CASE("a datapackage.json that is no JSON is refused with its line", "[dataset_reader]") {
  Copy copy;
  copy.write("datapackage.json", "{\n  \"name\": \"x\",\n  oops\n}\n");
  check_only(copy, {"datapackage.json", 3, 0, "no JSON", "brackets, commas and quotes"});
  copy.write("datapackage.json", "");
  CHECK(faults_of(copy).errors() == 1);
  copy.write("datapackage.json", "[1, 2]");
  check_only(copy, {"datapackage.json", 0, 0, "no object", "an object"});
}

TEST_CASE("faults of what a dataset says of itself are refused", "[dataset_reader]") {
  check_package("\"name\": \"small\",", "", "'name' is missing", "the name of the dataset");
  check_package("\"name\": \"small\",", "\"name\": 7,", "'name' is no text", "a string");
  check_package("1992/2019-03", "1992/2019-13", "there is no month 13", "EDTF");
  check_package("1992/2019-03", "1992/..", "'temporalCoverage' is open", "both ends");
  check_package("[\"BY\", \"CN\"]", "[\"BY\", 7]", "'countries'", "codes");
  check_package("[\"BY\", \"CN\"]", "\"BY\"", "'countries' is no list", "a list");
  check_package("{\"paused\": \"In force, but at rest.\"}", "[\"paused\"]", "'statuses' is no object",
                "object of terms");
  check_package("{\"name\": \"claims\", \"path\": \"claims.csv\"}", "{\"name\": \"claims\"}", "without name or path",
                "both");
}

TEST_CASE("a path that leads out of the folder is refused", "[dataset_reader]") {
  for (const std::string path : {"../claims.csv", "tables/../../claims.csv", "/etc/hostname", ".."}) {
    check_package("claims.csv", path, "the path '" + path + "' leads out of the dataset's folder", "into the folder");
  }
}

TEST_CASE("a path with two points is refused even where it comes back", "[dataset_reader]") {
  Copy copy;
  fs::create_directory(copy.path("tables"));
  copy.replace("datapackage.json", "claims.csv", "tables/../claims.csv");
  check_only(copy, {"datapackage.json", 0, 0, "'tables/../claims.csv'", "without .."});
}

TEST_CASE("a link that leads out of the folder is refused, one inside is followed", "[dataset_reader]") {
  Copy copy;
  fs::rename(copy.path("claims.csv"), copy.root() / "outside.csv");
  fs::create_symlink("../outside.csv", copy.path("claims.csv"));
  check_only(copy, {"datapackage.json", 0, 0, "'claims.csv' leads out of the dataset's folder", "links"});

  Copy inside;
  fs::rename(inside.path("claims.csv"), inside.path("real.csv"));
  fs::create_symlink("real.csv", inside.path("claims.csv"));
  CHECK(faults_of(inside).errors() == 0);
}

TEST_CASE("a linked folder inside a path cannot lead out either", "[dataset_reader]") {
  Copy copy;
  fs::create_directory(copy.root() / "elsewhere");
  fs::rename(copy.path("claims.csv"), copy.root() / "elsewhere" / "claims.csv");
  fs::create_directory_symlink(copy.root() / "elsewhere", copy.path("tables"));
  copy.replace("datapackage.json", "\"path\": \"claims.csv\"", "\"path\": \"tables/claims.csv\"");
  check_only(copy, {"datapackage.json", 0, 0, "'tables/claims.csv' leads out", "links"});
}

TEST_CASE("a dataset may be reached by a link and keep tables in a folder", "[dataset_reader]") {
  Copy copy;
  fs::create_directory(copy.path("tables"));
  fs::rename(copy.path("claims.csv"), copy.path("tables/claims.csv"));
  copy.replace("datapackage.json", "\"path\": \"claims.csv\"", "\"path\": \"tables/claims.csv\"");
  fs::create_directory_symlink(copy.folder(), copy.root() / "link");
  CHECK(faults_of(std::array{DatasetFiles::folder((copy.root() / "link").string() + "/")}).errors() == 0);
}

TEST_CASE("a table that is needed and not listed is refused", "[dataset_reader]") {
  for (const std::string table : {"actors", "agreements", "participants", "sources"}) {
    INFO(table);
    Copy copy;
    copy.replace("datapackage.json", "{\"name\": \"" + table + "\", \"path\": \"" + table + ".csv\"}",
                 "{\"name\": \"old-" + table + "\", \"path\": \"" + table + ".csv\"}");
    const Diagnostics faults = faults_of(copy);
    const auto found = std::ranges::find(faults.shown(), "no resource '" + table + "'", &Diagnostic::what);
    REQUIRE(found != faults.shown().end());
    CHECK(found->file == copy.path("datapackage.json"));
    CHECK_THAT(found->mend, ContainsSubstring("list the table under resources"));
  }
}

TEST_CASE("a table that is listed and not there cannot be read", "[dataset_reader]") {
  Copy copy;
  fs::remove(copy.path("agreements.csv"));
  try {
    static_cast<void>(faults_of(copy));
    FAIL("it was read");
  } catch (const FileError& error) {
    CHECK_THAT(error.what(), ContainsSubstring(copy.path("agreements.csv")));
  }
}

TEST_CASE("digests agree with those of FIPS 180", "[dataset_files]") {
  CHECK(sha256({}) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  constexpr std::array<std::string_view, 2> parts{"a", "bc"};
  CHECK(sha256(parts) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("the digest of a dataset changes with any byte of its tables", "[dataset_files]") {
  const auto digest = [](const Copy& copy) { return open_network(std::array{copy.folder()}, {}, {}, true).digest; };
  Copy copy;
  const std::string before = digest(copy);
  CHECK(before.size() == 64);
  CHECK(before == digest(Copy()));
  copy.replace("sources.csv", "News of the day", "News of the Day");
  CHECK(digest(copy) != before);
}

}  // namespace regionet::test::dataset_package_test

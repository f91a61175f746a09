// SPDX-License-Identifier: Apache-2.0
#include "graphs/model/iso3166.hpp"

#include <set>
#include <string>

#include "tests/support/catch.hpp"

namespace regionet::test::iso3166_test {

TEST_CASE("CN-HB is Hubei and CN-HE is Hebei", "[iso3166]") {
  // Other systems have it the other way round: HASC's CN.HB is Hebei.
  CHECK_THAT(std::string(iso3166_name("CN-HB").value()), ContainsSubstring("Hubei"));
  CHECK_THAT(std::string(iso3166_name("CN-HE").value()), ContainsSubstring("Hebei"));
}

TEST_CASE("all first-level units of Belarus and China have a code", "[iso3166]") {
  std::set<std::string_view> names;
  for (const std::string unit : {"BR", "HM", "HO", "HR", "MA", "MI", "VI"}) {
    INFO(unit);
    const auto name = iso3166_name("BY-" + unit);
    REQUIRE(name);
    names.insert(*name);
  }
  CHECK(names.size() == 7);
  for (const std::string unit :
       {"AH", "BJ", "CQ", "FJ", "GD", "GS", "GX", "GZ", "HA", "HB", "HE", "HI", "HK", "HL", "HN", "JL", "JS",
        "JX", "LN", "MO", "NM", "NX", "QH", "SC", "SD", "SH", "SN", "SX", "TJ", "TW", "XJ", "XZ", "YN", "ZJ"}) {
    INFO(unit);
    const auto name = iso3166_name("CN-" + unit);
    REQUIRE(name);
    names.insert(*name);
  }
  CHECK(names.size() == 7 + 34);
}

TEST_CASE("countries have their English names", "[iso3166]") {
  CHECK(iso3166_name("BY") == "Belarus");
  CHECK(iso3166_name("CN") == "China");
}

TEST_CASE("the table is in order from its first code to its last", "[iso3166]") {
  // A table out of order loses codes to the search by halves.
  for (const std::string_view code :
       {"AD",    "AD-02", "AE",     "AF",    "BY",     "BY-BR", "BY-VI", "BZ", "CN", "CN-AH", "CN-ZJ", "CO",
        "DE-BW", "FR-2A", "GB-SCT", "NL-NH", "RU-MOS", "US",    "US-WY", "ZA", "ZM", "ZW",    "ZW-MW"}) {
    INFO(code);
    CHECK(iso3166_name(code));
  }
}

TEST_CASE("what is no code of ISO 3166 is not known", "[iso3166]") {
  for (const std::string_view code :
       {"",      "B",     "b",    "by",    "BYX",   "BLR", "BY-", "BY-XX", "by-br", "BY-BR ", " BY",
        "CN.HB", "CN_HB", "CNHB", "CN-42", "CH-14", "XX",  "ZZ",  "ZZZ",   "\xFF",  "0"}) {
    INFO("'" << code << "'");
    CHECK_FALSE(iso3166_name(code));
  }
}

TEST_CASE("the country of a code is the part before the hyphen", "[iso3166]") {
  CHECK(iso3166_country("CN-GS") == "CN");
  CHECK(iso3166_country("BY") == "BY");
  CHECK(iso3166_country("") == "");
}

}  // namespace regionet::test::iso3166_test

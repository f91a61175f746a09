// SPDX-License-Identifier: Apache-2.0
// The traps of the Belarus-China list, one test each. What must hold was read in the book, not from the program.
#include "datasets/embedded.hpp"

#include <array>
#include <set>

#include "engine/measures/claims.hpp"
#include "graphs/io/dataset_reader.hpp"
#include "graphs/view/view.hpp"
#include "tests/support/catch.hpp"

namespace regionet::test::belarus_china_test {
namespace {

const Network& network() {
  static const Network read = [] {
    Diagnostics faults;
    return read_dataset(std::array{belarus_china()}, faults);
  }();
  return read;
}

AgreementId agreement(std::string_view id) { return network().find_agreement(id).value(); }

Fate fate(const ViewOptions& options, std::string_view id) { return View(network(), options).fate(agreement(id)); }

/// The agreements behind the tie of two actors' vertices, by id.
std::set<std::string> behind(const ViewOptions& options, std::string_view a, std::string_view b) {
  const View view(network(), options);
  const auto u = view.vertex(network().find_actor(a).value());
  const auto v = view.vertex(network().find_actor(b).value());
  std::set<std::string> ids;
  if (!u || !v) return ids;
  for (const AgreementId id : view.agreements(*u, *v)) ids.insert(network().agreement_id(id));
  return ids;
}

std::set<std::string> locators(std::string_view id) {
  std::set<std::string> out;
  for (const Evidence& evidence : network().evidence(agreement(id))) out.emplace(network().text(evidence.locator));
  return out;
}

ViewOptions window(std::string_view date, DateMode mode = DateMode::possible) {
  const Date days = parse_date(date);
  return {.from = days.earliest, .until = days.latest, .dates = mode};
}

}  // namespace

TEST_CASE("belarus-china: an agreement that the book tells again is one, with all its places", "[belarus_china]") {
  // The venture of Zoomlion and MAZ is told in four passages, Brest and Baiyin in two chapters.
  CHECK(locators("a087").size() == 4);
  CHECK(behind({.level = Level::actor}, "cn.zoomlion", "by.maz") == std::set<std::string>{"a087"});
  CHECK(behind({.level = Level::city}, "by.brest", "cn.baiyin") == std::set<std::string>{"a037"});
  CHECK(locators("a037") == std::set<std::string>{"ch2 n39-n40", "ch3 n62-n63"});
  // Chapter 1 tells the four university agreements of chapter 2 again.
  for (const char* const id : {"a030", "a031", "a032", "a033"}) {
    CHECK(locators(id) == std::set<std::string>{"ch1 n23-n24", "ch2 n37"});
  }
}

TEST_CASE("belarus-china: a planned agreement is not counted unless asked for", "[belarus_china]") {
  const ViewOptions usual{.level = Level::city};
  const ViewOptions planned{.level = Level::city, .statuses = {"planned"}};
  CHECK(behind(usual, "by.slutsk", "cn.wuwei") == std::set<std::string>{"a038"});
  CHECK(fate(usual, "a094") == Fate::status);
  CHECK(behind(planned, "by.slutsk", "cn.wuwei") == std::set<std::string>{"a094"});
}

TEST_CASE("belarus-china: ministries speak for their country, not for the place of their seat", "[belarus_china]") {
  // The working group of the two ministries of economy and commerce.
  const ViewOptions usual;
  CHECK(fate(usual, "a004") == Fate::national);
  CHECK(!behind(usual, "BY-HM", "CN-BJ").contains("a004"));
  CHECK(behind({.count_national = true}, "BY-HM", "CN-BJ").count("a004") == 1);
  CHECK(behind({.level = Level::country}, "BY", "CN").count("a004") == 1);
}

TEST_CASE("belarus-china: a district counts for its region", "[belarus_china]") {
  // Zhlobin District lies in Gomel Region, Lianyungang in Jiangsu; no city stands above the district.
  CHECK(behind({.level = Level::region}, "BY-HO", "CN-JS").count("a047") == 1);
  CHECK(behind({.level = Level::city}, "by.zhlobin-district", "cn.lianyungang") == std::set<std::string>{"a047"});
  // Districts of Minsk and Shanghai count for the two cities.
  for (const Level level : {Level::region, Level::city}) {
    CHECK(behind({.level = level}, "BY-HM", "CN-SH").count("a138") == 1);
  }
}

TEST_CASE("belarus-china: an open interval lies in the windows that it meets", "[belarus_china]") {
  // Minsk and Changchun were twins before November 2018; the network covers 1992 to March 2019.
  REQUIRE(network().date_cell(agreement("a134")) == "/2018-11");
  CHECK(fate(window("2005"), "a134") == Fate::kept);
  CHECK(fate(window("2018"), "a134") == Fate::kept);
  CHECK(fate(window("2018-12/2019"), "a134") == Fate::outside_window);
  CHECK(fate(window("1990/1991"), "a134") == Fate::outside_window);
  CHECK(fate(window("2005", DateMode::certain), "a134") == Fate::not_certain);
  CHECK(fate(window("1992/2018", DateMode::certain), "a134") == Fate::kept);
  CHECK(View(network(), window("2005")).account().open_ended > 0);
}

TEST_CASE("belarus-china: a municipality answers as a region and as a city", "[belarus_china]") {
  for (const Level level : {Level::region, Level::city}) {
    CHECK(behind({.level = level}, "BY-HM", "CN-SH").count("a133") == 1);
  }
}

TEST_CASE("belarus-china: the claims are counted beside what they claim", "[belarus_china]") {
  const View view(network(), {});
  bool eight_with_gansu = false;
  for (const CountedClaim& counted : count_claims(view)) {
    REQUIRE(counted.claimed);
    if (counted.claim->id != "c008") continue;
    // Eight agreements signed together in 2016: a026 to a033.
    eight_with_gansu = counted.claimed == 8.0 && counted.named == std::uint64_t{8};
  }
  CHECK(eight_with_gansu);
}

}  // namespace regionet::test::belarus_china_test

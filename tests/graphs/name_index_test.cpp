// SPDX-License-Identifier: Apache-2.0
#include "graphs/model/name_index.hpp"

#include <algorithm>

#include "graphs/model/network_builder.hpp"
#include "tests/support/catch.hpp"

namespace regionet::test::name_index_test {
namespace {

struct Place {
  std::string_view id, name, iso, aliases, name_ru, name_zh;
  Kind kind = Kind::region;
};

Network network_of(std::initializer_list<Place> places) {
  NetworkBuilder builder;
  for (const Place& place : places) {
    const ActorId actor = builder.add_actor(place.id, {}).first;
    builder.actor(actor).name = builder.text(place.name);
    builder.actor(actor).iso = builder.text(place.iso);
    builder.actor(actor).aliases = builder.text(place.aliases);
    builder.actor(actor).kind = place.kind;
    if (!place.name_ru.empty()) builder.set_name(actor, "ru", place.name_ru);
    if (!place.name_zh.empty()) builder.set_name(actor, "zh", place.name_zh);
  }
  Diagnostics faults;
  Network network = std::move(builder).freeze(faults);
  REQUIRE(faults.errors() == 0);
  return network;
}

Network places() {
  return network_of({
      {"BY-BR", "Brest Region", "BY-BR", "Brest Oblast; Bresckaja voblasć", "Брестская область", "布列斯特州"},
      {"BY-HM", "Minsk", "BY-HM", "Minsk City", "Минск", "明斯克", Kind::municipality},
      {"BY-MI", "Minsk Region", "BY-MI", "Minsk Oblast", "Минская область", ""},
      {"by.brest", "Brest", "", "Brest-Litovsk", "Брест", "布列斯特", Kind::city},
      {"by.bsu", "Belarusian State University", "", "BSU;БГУ", "", "", Kind::university},
      {"cn.gansu", "Gansu Province", "CN-GS", "", "Ганьсу", "甘肃"},
      {"cn.lanzhou", "Lanzhou", "", "", "Ланьчжоу", "兰州", Kind::city},
      {"cn.urumqi", "Ürümqi", "", "Wulumuqi", "", "", Kind::city},
  });
}

std::vector<std::string> found(std::string_view name) {
  const Network network = places();
  std::vector<std::string> ids;
  for (const ActorId actor : NameIndex(network).find(name)) ids.emplace_back(network.id(actor));
  return ids;
}

std::vector<std::string> suggested(std::string_view name, std::size_t limit = 3) {
  const Network network = places();
  return NameIndex(network).suggest(name, limit);
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("folding takes away case, accents, width and the blanks around", "[name_index]") {
  CHECK(fold_name("MINSK") == "minsk");
  CHECK(fold_name("  Minsk ") == "minsk");
  CHECK(fold_name("\xC2\xA0"
                  "Minsk\xE3\x80\x80") == "minsk");  // no-break space, ideographic space
  CHECK(fold_name("Ürümqi") == "urumqi");
  CHECK(fold_name("U\xCC\x88"
                  "ru\xCC\x88mqi") == "urumqi");  // combining marks
  CHECK(fold_name("МИНСК") == "минск");
  CHECK(fold_name("Могилёв") == "могилев");
  CHECK(fold_name("Ｍｉｎｓｋ") == "minsk");  // full width
  CHECK(fold_name("甘肃") == "甘肃");
  CHECK(fold_name("Straße") == fold_name("STRASSE"));
  CHECK(fold_name("two  words") == "two  words");
  CHECK(fold_name("").empty());
  CHECK(fold_name("   ").empty());
}

TEST_CASE("folding twice changes nothing more", "[name_index]") {
  for (const std::string_view name : {"Ürümqi", "Брестская Область", " Straße ", "İstanbul", "ﬁ", "甘肃省"}) {
    CHECK(fold_name(fold_name(name)) == fold_name(name));
  }
}

TEST_CASE("text that is not UTF-8 is left as it is", "[name_index]") {
  CHECK(fold_name("A\xFF"
                  "B") ==
        "A\xFF"
        "B");
}

TEST_CASE("actors are found by name in any language, alias, id and code", "[name_index]") {
  CHECK(found("Lanzhou") == Ids{"cn.lanzhou"});
  CHECK(found("Ланьчжоу") == Ids{"cn.lanzhou"});
  CHECK(found("兰州") == Ids{"cn.lanzhou"});
  CHECK(found("cn.lanzhou") == Ids{"cn.lanzhou"});
  CHECK(found("Brest-Litovsk") == Ids{"by.brest"});
  CHECK(found("БГУ") == Ids{"by.bsu"});
  CHECK(found("BSU") == Ids{"by.bsu"});
  CHECK(found("CN-GS") == Ids{"cn.gansu"});
  CHECK(found("Bresckaja voblasć") == Ids{"BY-BR"});  // after a blank in the list of aliases
}

TEST_CASE("actors are found without regard to case and accents", "[name_index]") {
  CHECK(found("lanzhou") == Ids{"cn.lanzhou"});
  CHECK(found("LANZHOU ") == Ids{"cn.lanzhou"});
  CHECK(found("Urumqi") == Ids{"cn.urumqi"});
  CHECK(found("ÜRÜMQI") == Ids{"cn.urumqi"});
  CHECK(found("by-br") == Ids{"BY-BR"});
  CHECK(found("брест") == Ids{"by.brest"});
  CHECK(found("bresckaja voblasc") == Ids{"BY-BR"});
}

TEST_CASE("a region answers to its name without the word for its kind", "[name_index]") {
  CHECK(found("Brest") == Ids{"BY-BR", "by.brest"});
  CHECK(found("Brest Region") == Ids{"BY-BR"});
  CHECK(found("Minsk") == Ids{"BY-HM", "BY-MI"});
  CHECK(found("Gansu") == Ids{"cn.gansu"});
}

TEST_CASE("only regions answer to a shortened name", "[name_index]") {
  const Network network = network_of({{"park", "Great Region", "", "", "", "", Kind::park}});
  CHECK(NameIndex(network).find("Great").empty());
  CHECK(NameIndex(network).find("Great Region").size() == 1);
}

TEST_CASE("an actor that has one name several times is found once", "[name_index]") {
  const Network network = network_of({{"minsk", "Minsk", "", "Minsk;MINSK; minsk", "Minsk", "Minsk"}});
  CHECK(NameIndex(network).find("Minsk") == std::vector<ActorId>{0});
}

TEST_CASE("a part of a name, an empty name and a separator find nothing", "[name_index]") {
  for (const std::string_view name : {"", " ", ";", "Lanz", "Lanzhou City", "Minsk;Minsk City", "BY-XX"}) {
    INFO("'" << name << "'");
    CHECK(found(name).empty());
  }
}

TEST_CASE("near names are suggested, the nearest first", "[name_index]") {
  CHECK(suggested("Lanzou").front() == "Lanzhou");  // one letter away; the others are further
  CHECK(suggested("лланьчжоу") == Ids{"Lanzhou"});
  const Ids near = suggested("Gansu Provnce");
  REQUIRE_FALSE(near.empty());
  CHECK(near.front() == "Gansu Province");
}

TEST_CASE("names that hold the text are suggested", "[name_index]") {
  CHECK(suggested("University") == Ids{"Belarusian State University"});
  CHECK(suggested("litovsk") == Ids{"Brest"});
}

TEST_CASE("suggestions keep to their limit, name each once and may be none", "[name_index]") {
  CHECK(suggested("zzzzzzzz").empty());
  CHECK(suggested("Region", 1).size() == 1);
  const Ids regions = suggested("Region", 10);
  CHECK(std::ranges::count(regions, "Brest Region") == 1);
  CHECK(std::ranges::count(regions, "Minsk Region") == 1);
  CHECK(suggested("Region", 0).empty());
}

}  // namespace regionet::test::name_index_test

// SPDX-License-Identifier: Apache-2.0
// Views of the hand network at every level. Expected numbers: tests/data/hand/NUMBERS.md.
#include "tests/support/catch.hpp"

#include <map>

#include "graphs/view/view.hpp"
#include "tests/support/hand_views.hpp"

namespace regionet::test::view_hand_levels_test {
namespace {

using Pairs = TieWeights;

ViewOptions at(Level level) { return {.level = level}; }

}  // namespace

TEST_CASE("hand: roll-up of every actor at every level") {
  struct Row {
    const char* actor;
    const char* city;
    const char* region;
    const char* country;
  };
  const std::vector<Row> rows{
      {"BY", "BY", "BY", "BY"},
      {"BY-HM", "BY-HM", "BY-HM", "BY"},
      {"CN-SH", "CN-SH", "CN-SH", "CN"},
      {"BY-BR", "above level", "BY-BR", "BY"},
      {"BY-MA", "above level", "BY-MA", "BY"},
      {"by.brest", "by.brest", "BY-BR", "BY"},
      {"by.brest-uni", "by.brest", "BY-BR", "BY"},
      {"by.polotsk", "by.polotsk", "BY-VI", "BY"},
      {"by.polotsk-d", "by.polotsk-d", "BY-VI", "BY"},
      {"by.lepel-d", "by.lepel-d", "BY-VI", "BY"},
      {"by.mintrade", "national actor", "national actor", "BY"},
      {"by.potash", "no place of the level known", "no place of the level known", "BY"},
      {"cn.home", "cn.lanzhou", "CN-GS", "CN"},
      {"cn.wuhan-tech", "cn.wuhan", "CN-HB", "CN"},
  };
  const auto place = [](const RollUp& places, ActorId actor) -> std::string {
    const ActorId found = places.place[actor];
    if (found == no_actor) return std::string(to_string(places.reason[actor]));
    CHECK(places.reason[actor] == Fate::kept);
    return std::string(hand().id(found));
  };
  const RollUp actors = roll_up(hand(), Level::actor, false);
  const RollUp cities = roll_up(hand(), Level::city, false);
  const RollUp regions = roll_up(hand(), Level::region, false);
  const RollUp countries = roll_up(hand(), Level::country, false);
  for (const Row& row : rows) {
    CAPTURE(row.actor);
    const ActorId actor = hand().find_actor(row.actor).value();
    CHECK(place(actors, actor) == row.actor);
    CHECK(place(cities, actor) == row.city);
    CHECK(place(regions, actor) == row.region);
    CHECK(place(countries, actor) == row.country);
  }
  const ActorId ministry = hand().find_actor("by.mintrade").value();
  CHECK(place(roll_up(hand(), Level::city, true), ministry) == "BY-HM");
  CHECK(place(roll_up(hand(), Level::region, true), ministry) == "BY-HM");

  const std::map<Level, std::size_t> sizes{
      {Level::actor, 23}, {Level::city, 10}, {Level::region, 12}, {Level::country, 2}};
  for (const auto& [level, size] : sizes) {
    std::size_t standing = 0;
    for (ActorId actor = 0; actor < hand().actor_count(); ++actor) {
      if (stands_at(hand(), actor, level)) ++standing;
    }
    CHECK(standing == size);
  }
}

TEST_CASE("hand: national actors count for their seat when asked") {
  const View view = make({.count_national = true});
  CHECK(view.account()[Fate::kept] == 14);
  CHECK(view.account()[Fate::national] == 0);
  const Vertex minsk = vertex(view, "BY-HM");
  const Vertex gansu = vertex(view, "CN-GS");
  CHECK(names(view.agreements(minsk, gansu)) == Ids{"h03", "h10", "h17"});
  CHECK((weights(view)[{"BY-HM", "CN-GS"}]) == 3);
  CHECK(view.agreement_count(minsk) == 6);
  CHECK(view.agreement_count(gansu) == 5);
  CHECK(view.graph().edge_count() == 11);
}

TEST_CASE("hand: isolates are the actors of the level without a tie") {
  const View regions = make({.with_isolates = true});
  CHECK(vertex_ids(regions) ==
        Ids{"BY", "BY-BR", "BY-HM", "BY-MA", "BY-MI", "BY-VI", "CN", "CN-GD", "CN-GS", "CN-HB", "CN-SH", "CN-ZJ"});
  CHECK(regions.graph().edge_count() == 11);
  CHECK(regions.agreement_count(vertex(regions, "BY-MA")) == 0);
  CHECK(regions.agreements(vertex(regions, "BY-MA")).empty());
  CHECK(regions.graph().neighbours(vertex(regions, "CN-ZJ")).empty());
  CHECK(regions.two_mode());
  CHECK(make({.level = Level::city, .with_isolates = true}).vertex_count() == 10);
  CHECK(make({.level = Level::actor, .with_isolates = true}).vertex_count() == 23);
  CHECK(make({.level = Level::country, .with_isolates = true}).vertex_count() == 2);
}

TEST_CASE("hand: cities, and districts without one") {
  const View view = make(at(Level::city));
  CHECK(vertex_ids(view) ==
        Ids{"BY", "BY-HM", "CN", "CN-SH", "by.brest", "by.lepel-d", "by.polotsk", "cn.lanzhou", "cn.wuhan"});
  check_weights(view, {{{"BY-HM", "CN-SH"}, 3},
                       {{"by.brest", "cn.wuhan"}, 2},
                       {{"by.polotsk", "cn.lanzhou"}, 1},
                       {{"by.lepel-d", "cn.lanzhou"}, 1},
                       {{"by.brest", "cn.lanzhou"}, 1},
                       {{"BY-HM", "cn.lanzhou"}, 1},
                       {{"BY", "CN"}, 1}});
  CHECK(with_fate(view, Fate::above_level) == Ids{"h03", "h07", "h08", "h13"});
  CHECK(with_fate(view, Fate::no_place) == Ids{"h09"});
  CHECK(with_fate(view, Fate::national) == Ids{"h10"});
  CHECK(with_fate(view, Fate::wrong_pair) == Ids{"h06"});
  CHECK(view.account().pairs_dropped == 1);
  CHECK(view.account().merged == 3);
  CHECK(names(view.agreements(vertex(view, "cn.lanzhou"))) == Ids{"h05", "h16", "h17"});
  CHECK(view.partners(hand().find_agreement("h05").value(), vertex(view, "cn.lanzhou")) == 2);

  const Pairs fractional = weights(make({.level = Level::city, .weighting = Weighting::fractional}));
  CHECK(fractional.at({"by.polotsk", "cn.lanzhou"}) == 0.5);
  CHECK(fractional.at({"BY-HM", "CN-SH"}) == 3);  // h18 keeps two places of its four actors
  check_weights(make({.level = Level::city, .weighting = Weighting::value}), {{{"BY-HM", "CN-SH"}, 6e6},
                                                                              {{"BY-HM", "cn.lanzhou"}, 250000},
                                                                              {{"by.polotsk", "cn.lanzhou"}, 1e6},
                                                                              {{"by.lepel-d", "cn.lanzhou"}, 1e6}});
  // Two distinct cities of one country are no loop.
  CHECK((weights(make({.level = Level::city, .between = Between::within}))[{"by.lepel-d", "by.polotsk"}]) ==
        2);  // h05 and h06
}

TEST_CASE("hand: Minsk and Shanghai answer alike as regions and as cities") {
  const View regions = make(at(Level::region));
  const View cities = make(at(Level::city));
  const Ids wanted{"h01", "h12", "h18"};
  CHECK(names(regions.agreements(vertex(regions, "BY-HM"), vertex(regions, "CN-SH"))) == wanted);
  CHECK(names(cities.agreements(vertex(cities, "BY-HM"), vertex(cities, "CN-SH"))) == wanted);
}

TEST_CASE("hand: actors stand for themselves") {
  const View view = make(at(Level::actor));
  CHECK(view.vertex_count() == 20);
  CHECK(view.graph().edge_count() == 18);
  CHECK(view.account()[Fate::kept] == 15);
  CHECK(with_fate(view, Fate::wrong_pair) == Ids{"h06"});
  CHECK(view.account().pairs_dropped == 4);
  CHECK(view.account().merged == 2);
  const Pairs found = weights(view);
  for (const auto& [ends, weight] : found) {
    CHECK(weight == (ends == std::pair<std::string, std::string>("BY-HM", "CN-SH") ? 3 : 1));
  }
  CHECK(found.count({"CN-GD", "by.potash"}) == 1);
  CHECK(found.count({"CN-GS", "by.mintrade"}) == 1);
  CHECK(found.count({"BY-HM", "cn.home"}) == 1);
}

TEST_CASE("hand: two countries") {
  check_weights(make(at(Level::country)), {{{"BY", "CN"}, 15}});
  check_weights(make({.level = Level::country, .weighting = Weighting::fractional}), {{{"BY", "CN"}, 15}});
  check_weights(make({.level = Level::country, .weighting = Weighting::tie}), {{{"BY", "CN"}, 1}});
  const View value = make({.level = Level::country, .weighting = Weighting::value});
  check_weights(value, {{{"BY", "CN"}, 10250000}});
  CHECK(value.account()[Fate::no_value] == 11);

  const View within = make({.level = Level::country, .between = Between::within});
  check_weights(within, {{{"BY", "BY"}, 1}});
  CHECK(within.account()[Fate::wrong_pair] == 15);
  CHECK(within.account()[Fate::kept] == 1);
  check_weights(make({.level = Level::country, .between = Between::all}), {{{"BY", "BY"}, 1}, {{"BY", "CN"}, 15}});
}

}  // namespace regionet::test::view_hand_levels_test

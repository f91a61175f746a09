// SPDX-License-Identifier: Apache-2.0
// Views of the hand network at the region level. Expected numbers: tests/data/hand/NUMBERS.md.
#include "tests/support/catch.hpp"

#include <set>

#include "graphs/view/view.hpp"
#include "tests/support/hand_views.hpp"

namespace regionet::test::view_hand_test {
namespace {

using Pairs = TieWeights;

ViewOptions between(Between between, Weighting weighting = Weighting::count) {
  return {.weighting = weighting, .between = between};
}

}  // namespace

TEST_CASE("hand: the network as read") {
  CHECK(hand().actor_count() == 23);
  CHECK(hand().agreement_count() == 18);
  CHECK_FALSE(hand().plain());
  CHECK(hand().date_bounds() == DayRange{day(2010, 1, 1), day(2019, 12, 31)});
  CHECK(hand().info().countries == Ids{"BY", "CN"});
}

TEST_CASE("hand: the default view is the region level between countries") {
  const View view = make({});
  CHECK(view.level() == Level::region);
  CHECK(view.between() == Between::countries);
  CHECK(view.two_mode());
  CHECK(vertex_ids(view) == Ids{"BY", "BY-BR", "BY-HM", "BY-MI", "BY-VI", "CN", "CN-GD", "CN-GS", "CN-HB", "CN-SH"});
  check_weights(view, {{{"BY-HM", "CN-SH"}, 3},
                       {{"BY-HM", "CN-GS"}, 2},
                       {{"BY-HM", "CN-GD"}, 1},
                       {{"BY-BR", "CN-HB"}, 3},
                       {{"BY-BR", "CN-GS"}, 2},
                       {{"BY-VI", "CN-GS"}, 1},
                       {{"BY-VI", "CN-HB"}, 1},
                       {{"BY-VI", "CN-SH"}, 1},
                       {{"BY-VI", "CN-GD"}, 1},
                       {{"BY-MI", "CN-GD"}, 1},
                       {{"BY", "CN"}, 1}});
  CHECK(with_fate(view, Fate::kept) ==
        Ids{"h01", "h02", "h03", "h04", "h05", "h07", "h08", "h11", "h12", "h13", "h16", "h17", "h18"});
  CHECK(with_fate(view, Fate::status) == Ids{"h14", "h15"});
  CHECK(with_fate(view, Fate::no_place) == Ids{"h09"});
  CHECK(with_fate(view, Fate::national) == Ids{"h10"});
  CHECK(with_fate(view, Fate::wrong_pair) == Ids{"h06"});
  CHECK(view.account().pairs_dropped == 3);
  CHECK(view.account().merged == 6);
  CHECK(view.account().partly_in_window == 0);
  for (Vertex v = 0; v < view.vertex_count(); ++v) CHECK(view.first_side(v) == (v < 5));
}

TEST_CASE("hand: from a vertex or a tie back to its agreements, members and partners") {
  const View view = make({});
  const Vertex minsk = vertex(view, "BY-HM");
  const Vertex shanghai = vertex(view, "CN-SH");
  const Vertex brest = vertex(view, "BY-BR");
  const Vertex vitebsk = vertex(view, "BY-VI");
  const Vertex gansu = vertex(view, "CN-GS");
  CHECK(names(view.agreements(minsk, shanghai)) == Ids{"h01", "h12", "h18"});
  CHECK(names(view.agreements(brest, gansu)) == Ids{"h03", "h16"});
  CHECK(view.agreements(minsk, brest).empty());  // h03 has both, but the pair is not between countries
  CHECK(view.agreements(minsk, minsk).empty());
  CHECK(view.agreements(vitebsk, vitebsk).empty());  // the loop h06 is not kept
  CHECK(names(view.agreements(minsk)) == Ids{"h01", "h03", "h12", "h17", "h18"});
  CHECK(names(view.agreements(vitebsk)) == Ids{"h05", "h08", "h18"});
  CHECK(names(view.agreements(gansu)) == Ids{"h03", "h05", "h16", "h17"});

  const auto members = [&](Vertex v) {
    std::set<std::string> out;
    for (const ActorId actor : view.members(v)) out.emplace(hand().id(actor));
    return out;
  };
  CHECK(members(minsk) == std::set<std::string>{"BY-HM"});  // the ministry is national
  CHECK(members(vitebsk) == std::set<std::string>{"BY-VI", "by.lepel-d", "by.polotsk", "by.polotsk-d"});
  CHECK(members(gansu) == std::set<std::string>{"CN-GS", "cn.home", "cn.lanzhou"});
  CHECK(members(vertex(view, "BY")) == std::set<std::string>{"BY"});
  CHECK(view.vertex(hand().find_actor("cn.home").value()) == gansu);
  CHECK_FALSE(view.vertex(hand().find_actor("by.mintrade").value()));
  CHECK_FALSE(view.vertex(hand().find_actor("by.potash").value()));
  CHECK_FALSE(view.vertex(hand().find_actor("BY-MA").value()));  // tied to nobody

  const auto agreement = [](const char* id) { return hand().find_agreement(id).value(); };
  CHECK(view.partners(agreement("h01"), minsk) == 1);
  CHECK(view.partners(agreement("h03"), minsk) == 1);
  CHECK(view.partners(agreement("h03"), gansu) == 2);
  CHECK(view.partners(agreement("h18"), minsk) == 2);
  CHECK(view.partners(agreement("h05"), vitebsk) == 1);
}

TEST_CASE("hand: fractional counting shares by the partners before --between") {
  const View view = make({.weighting = Weighting::fractional});
  check_weights(view, {{{"BY-HM", "CN-SH"}, 7.0 / 3},
                       {{"BY-HM", "CN-GS"}, 1.5},
                       {{"BY-HM", "CN-GD"}, 1.0 / 3},
                       {{"BY-BR", "CN-HB"}, 3},
                       {{"BY-BR", "CN-GS"}, 1.5},
                       {{"BY-VI", "CN-GS"}, 1},
                       {{"BY-VI", "CN-HB"}, 1},
                       {{"BY-VI", "CN-SH"}, 1.0 / 3},
                       {{"BY-VI", "CN-GD"}, 1.0 / 3},
                       {{"BY-MI", "CN-GD"}, 1},
                       {{"BY", "CN"}, 1}});
  const auto pair_weight = [&](const char* id) { return view.pair_weight(hand().find_agreement(id).value()); };
  CHECK(pair_weight("h01") == 1);
  CHECK(pair_weight("h03") == 0.5);
  CHECK(pair_weight("h05") == 1);  // three actors, two places
  CHECK(pair_weight("h18") == Approx(1.0 / 3));
}

TEST_CASE("hand: a tie weighs 1 whatever the number of its agreements") {
  const View view = make({.weighting = Weighting::tie});
  const Pairs found = weights(view);
  CHECK(found.size() == 11);
  for (const auto& [ends, weight] : found) CHECK(weight == 1);
}

TEST_CASE("hand: value is shared by the pairs of K, agreements without one left out") {
  const View view = make({.weighting = Weighting::value});
  check_weights(view, {{{"BY-VI", "CN-GS"}, 3e6},
                       {{"BY-HM", "CN-GS"}, 250000},
                       {{"BY-HM", "CN-SH"}, 1e6},
                       {{"BY-HM", "CN-GD"}, 1e6},
                       {{"BY-VI", "CN-SH"}, 1e6},
                       {{"BY-VI", "CN-GD"}, 1e6}});
  CHECK(with_fate(view, Fate::no_value) ==
        Ids{"h01", "h02", "h03", "h04", "h07", "h08", "h10", "h11", "h12", "h13", "h16"});
  CHECK(with_fate(view, Fate::no_place) == Ids{"h09"});
  CHECK(view.account()[Fate::kept] == 3);
  CHECK(view.vertex_count() == 5);
  CHECK(view.account().pairs_dropped == 2);
}

TEST_CASE("hand: within a country, with a loop after roll-up") {
  const View view = make(between(Between::within));
  CHECK_FALSE(view.two_mode());
  CHECK(vertex_ids(view) == Ids{"BY-BR", "BY-HM", "BY-VI", "CN-GD", "CN-SH"});
  check_weights(view,
                {{{"BY-BR", "BY-HM"}, 1}, {{"BY-VI", "BY-VI"}, 1}, {{"BY-HM", "BY-VI"}, 1}, {{"CN-GD", "CN-SH"}, 1}});
  CHECK(view.graph().facts().has_loops);
  CHECK(with_fate(view, Fate::kept) == Ids{"h03", "h06", "h18"});
  CHECK(view.account()[Fate::wrong_pair] == 11);
  CHECK(view.account().pairs_dropped == 6);
  CHECK(view.account().merged == 0);
  const Vertex vitebsk = vertex(view, "BY-VI");
  CHECK(names(view.agreements(vitebsk, vitebsk)) == Ids{"h06"});
  CHECK(names(view.agreements(vitebsk)) == Ids{"h06", "h18"});
  CHECK(names(view.agreements(vertex(view, "BY-HM"), vitebsk)) == Ids{"h18"});

  check_weights(make(between(Between::within, Weighting::fractional)), {{{"BY-BR", "BY-HM"}, 0.5},
                                                                        {{"BY-VI", "BY-VI"}, 1},
                                                                        {{"BY-HM", "BY-VI"}, 1.0 / 3},
                                                                        {{"CN-GD", "CN-SH"}, 1.0 / 3}});
  check_weights(make(between(Between::within, Weighting::value)),
                {{{"BY-VI", "BY-VI"}, 400000}, {{"BY-HM", "BY-VI"}, 1e6}, {{"CN-GD", "CN-SH"}, 1e6}});
  check_weights(make(between(Between::within, Weighting::tie)),
                {{{"BY-BR", "BY-HM"}, 1}, {{"BY-VI", "BY-VI"}, 1}, {{"BY-HM", "BY-VI"}, 1}, {{"CN-GD", "CN-SH"}, 1}});
}

TEST_CASE("hand: all pairs are those between and those within") {
  const View all = make(between(Between::all));
  Pairs wanted = weights(make({}));
  for (const auto& tie : weights(make(between(Between::within)))) wanted.insert(tie);
  check_weights(all, wanted);
  CHECK(all.graph().edge_count() == 15);
  CHECK(all.vertex_count() == 10);
  CHECK(all.account()[Fate::kept] == 14);
  CHECK(all.account().pairs_dropped == 0);
  CHECK(all.account().merged == 6);
}

TEST_CASE("hand: filters by type, kind, status and evidence") {
  const auto check_filter = [](ViewOptions options, const Ids& kept, Fate fate, std::size_t left_out) {
    const View view = make(std::move(options));
    CHECK(with_fate(view, Fate::kept) == kept);
    CHECK(view.account()[fate] == left_out);
  };
  check_filter({.types = {"twinning"}}, {"h01", "h13"}, Fate::type, 14);
  check_filter({.types = {"friendship"}}, {"h01", "h13"}, Fate::type, 14);
  check_filter({.types = {"business"}}, {"h05", "h12", "h17"}, Fate::type, 12);
  check_filter({.types = {"academic"}}, {"h04", "h16"}, Fate::type, 14);
  check_filter({.types = {"academic", "twinning"}}, {"h01", "h04", "h13", "h16"}, Fate::type, 12);
  check_filter({.kinds = {Kind::university}}, {"h04", "h16"}, Fate::kind, 14);
  check_filter({.kinds_of_all = {Kind::university}}, {"h04"}, Fate::kind, 15);
  check_filter({.kinds = {Kind::city}}, {"h02", "h05", "h16"}, Fate::kind, 12);
  check_filter({.kinds_of_all = {Kind::city}}, {"h02"}, Fate::kind, 15);
  check_filter({.kinds = {Kind::municipality}}, {"h01", "h03", "h12", "h17", "h18"}, Fate::kind, 11);
  check_filter({.kinds_of_all = {Kind::region, Kind::municipality}}, {"h01", "h03", "h07", "h08", "h12", "h13", "h18"},
               Fate::kind, 9);
  check_filter({.statuses = {"planned"}}, {"h14"}, Fate::status, 17);
  check_filter({.statuses = {"planned", "negotiated"}}, {"h14", "h15"}, Fate::status, 16);
  check_filter({.statuses = {"ended"}}, {"h12", "h13"}, Fate::status, 16);
  check_filter({.evidence = {Certainty::stated}}, {"h01", "h02", "h03", "h05", "h11", "h12", "h17", "h18"},
               Fate::evidence, 5);
  check_filter({.evidence = {Certainty::inferred}}, {"h01", "h04", "h07"}, Fate::evidence, 13);
  check_filter({.evidence = {Certainty::disputed}}, {"h08", "h13", "h16"}, Fate::evidence, 13);

  CHECK_THROWS_AS(View(hand(), {.types = {"twining"}}), std::invalid_argument);
  CHECK_THROWS_AS(View(hand(), {.types = {""}}), std::invalid_argument);
  CHECK_THROWS_AS(View(hand(), {.statuses = {"sealed"}}), std::invalid_argument);
}

}  // namespace regionet::test::view_hand_test

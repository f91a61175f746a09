// SPDX-License-Identifier: Apache-2.0
// Views of the hand network at every level, weight and filter. Expected numbers: tests/data/hand/NUMBERS.md.
#include "tests/support/catch.hpp"

#include <map>
#include <set>

#include "graphs/view/view.hpp"
#include "tests/support/data.hpp"

using namespace regionet;

namespace {

const Network& hand() {
  static const OpenedNetwork opened = test::open_data("hand");
  return opened.network;
}

ViewOptions at(Level level) { return {.level = level}; }

ViewOptions between(Between between, Weighting weighting = Weighting::count) {
  return {.weighting = weighting, .between = between};
}

Day day(int year, unsigned month, unsigned date) { return day_number({year, month, date}); }

Vertex vertex(const View& view, const char* id) { return view.vertex(hand().find_actor(id).value()).value(); }

std::vector<std::string> vertex_ids(const View& view) {
  std::vector<std::string> ids;
  for (Vertex v = 0; v < view.vertex_count(); ++v) ids.emplace_back(hand().id(view.actor(v)));
  return ids;
}

std::vector<std::string> names(const std::vector<AgreementId>& agreements) {
  std::vector<std::string> ids;
  for (const AgreementId id : agreements) ids.push_back(hand().agreement_id(id));
  return ids;
}

std::vector<std::string> with_fate(const View& view, Fate fate) {
  std::vector<AgreementId> found;
  for (AgreementId id = 0; id < hand().agreement_count(); ++id) {
    if (view.fate(id) == fate) found.push_back(id);
  }
  return names(found);
}

using Ids = std::vector<std::string>;
using Pairs = std::map<std::pair<std::string, std::string>, double>;

/// The weight of every tie, each once, ends by id. The two arcs of a tie must agree.
Pairs weights(const View& view) {
  Pairs out;
  const GraphView graph = view.graph();
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      std::pair<std::string, std::string> ends{hand().id(view.actor(v)), hand().id(view.actor(graph.target(arc)))};
      if (ends.second < ends.first) std::swap(ends.first, ends.second);
      const auto [found, fresh] = out.emplace(ends, view.strengths()[arc]);
      CHECK(found->second == view.strengths()[arc]);
    }
  }
  return out;
}

void check_weights(const View& view, const Pairs& wanted) {
  const Pairs found = weights(view);
  CHECK(found.size() == wanted.size());
  CHECK(view.graph().edge_count() == wanted.size());
  for (const auto& [ends, weight] : wanted) {
    CAPTURE(ends.first, ends.second);
    REQUIRE(found.count(ends) == 1);
    CHECK(found.at(ends) == Approx(weight).epsilon(1e-13));
  }
}

/// Every agreement is accounted for once, the graph is sound, and the way back agrees with the counts.
void check_sound(const View& view) {
  CHECK(check(view.graph()).empty());
  CHECK(view.account().total() == 18);
  for (std::size_t i = 0; i < fate_count; ++i) {
    const auto fate = static_cast<Fate>(i);
    CHECK(view.account()[fate] == with_fate(view, fate).size());
  }
  const GraphView graph = view.graph();
  std::uint64_t arcs = 0;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    CHECK(view.agreement_count(v) == view.agreements(v).size());
    CHECK(view.vertex(view.actor(v)) == v);
    for (Arc arc = graph.begin(v); arc < graph.end(v); ++arc) {
      CHECK(view.arc_agreements(arc) == view.agreements(v, graph.target(arc)).size());
      CHECK(view.agreements(v, graph.target(arc)) == view.agreements(graph.target(arc), v));
      arcs += view.arc_agreements(arc);
    }
  }
  CHECK(view.account().merged == arcs / 2 - graph.edge_count());
}

View make(ViewOptions options) {
  View view(hand(), std::move(options));
  check_sound(view);
  return view;
}

}  // namespace

TEST_CASE("hand: the network as read") {
  CHECK(hand().actor_count() == 23);
  CHECK(hand().agreement_count() == 18);
  CHECK_FALSE(hand().plain());
  CHECK(hand().date_bounds() == DayRange{day(2010, 1, 1), day(2019, 12, 31)});
  CHECK(hand().info().countries == Ids{"BY", "CN"});
}

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

namespace {

/// A window of the hand network: kept under possible, kept under certain, and the weights under expected.
void check_window(const ViewOptions& window, const Ids& possible, const Ids& certain, std::uint64_t partly,
                  std::uint64_t open, const Pairs& expected) {
  ViewOptions options = window;
  options.dates = DateMode::possible;
  const View loose = make(options);
  CHECK(with_fate(loose, Fate::kept) == possible);
  CHECK(loose.account().partly_in_window == partly);
  CHECK(loose.account().open_ended == open);
  CHECK(with_fate(loose, Fate::undated) == Ids{"h09", "h16"});

  options.dates = DateMode::certain;
  const View strict = make(options);
  CHECK(with_fate(strict, Fate::kept) == certain);
  CHECK(strict.account()[Fate::not_certain] == partly);

  options.dates = DateMode::expected;
  const View shares = make(options);
  CHECK(with_fate(shares, Fate::kept) == possible);
  check_weights(shares, expected);
  CHECK(weights(shares).size() == weights(loose).size());
}

}  // namespace

TEST_CASE("hand: windows on the signing date") {
  const double h07_year = 365.0 / 2922;
  check_window({.from = day(2015, 1, 1), .until = day(2015, 12, 31)}, {"h01", "h02", "h07"}, {"h01"}, 2, 1,
               {{{"BY-HM", "CN-SH"}, 1}, {{"BY-BR", "CN-HB"}, 0.5}, {{"BY-MI", "CN-GD"}, h07_year}});
  check_window({.from = day(2017, 1, 1), .until = day(2017, 12, 31)}, {"h04", "h05", "h07"}, {"h05"}, 2, 1,
               {{{"BY-BR", "CN-HB"}, 59.0 / 90}, {{"BY-VI", "CN-GS"}, 1}, {{"BY-MI", "CN-GD"}, h07_year}});
  check_window({.until = day(2016, 12, 31)}, {"h01", "h02", "h03", "h04", "h07", "h08", "h11", "h12", "h13"},
               {"h01", "h02", "h03", "h08", "h11", "h12", "h13"}, 2, 2,
               {{{"BY-HM", "CN-SH"}, 2},
                {{"BY-HM", "CN-GS"}, 1},
                {{"BY-BR", "CN-HB"}, 2 + 31.0 / 90},
                {{"BY-BR", "CN-GS"}, 1},
                {{"BY-VI", "CN-HB"}, 1},
                {{"BY-MI", "CN-GD"}, 1827.0 / 2922},
                {{"BY", "CN"}, 1}});
  check_window({.from = day(2018, 1, 1)}, {"h07", "h17", "h18"}, {"h17", "h18"}, 1, 1,
               {{{"BY-MI", "CN-GD"}, 730.0 / 2922},
                {{"BY-HM", "CN-GS"}, 1},
                {{"BY-HM", "CN-SH"}, 1},
                {{"BY-HM", "CN-GD"}, 1},
                {{"BY-VI", "CN-SH"}, 1},
                {{"BY-VI", "CN-GD"}, 1}});
  check_window({.from = day(2015, 7, 1), .until = day(2016, 12, 31)}, {"h02", "h03", "h04", "h07"}, {"h03"}, 3, 1,
               {{{"BY-BR", "CN-HB"}, 184.0 / 730 + 31.0 / 90},
                {{"BY-HM", "CN-GS"}, 1},
                {{"BY-BR", "CN-GS"}, 1},
                {{"BY-MI", "CN-GD"}, 550.0 / 2922}});
}

TEST_CASE("hand: what falls out of a window is counted by reason") {
  const View view = make({.until = day(2016, 12, 31)});
  CHECK(with_fate(view, Fate::outside_window) == Ids{"h05", "h06", "h17", "h18"});
  CHECK(with_fate(view, Fate::national) == Ids{"h10"});
  CHECK(with_fate(view, Fate::status) == Ids{"h14", "h15"});
  const View later = make({.from = day(2018, 1, 1)});
  CHECK(later.account()[Fate::outside_window] == 10);
  CHECK(with_fate(later, Fate::wrong_pair) == Ids{"h06"});
}

TEST_CASE("hand: an expected tie is the chance that one of its agreements lies in the window") {
  const View view = make(
      {.from = day(2015, 7, 1), .until = day(2016, 12, 31), .dates = DateMode::expected, .weighting = Weighting::tie});
  check_weights(view, {{{"BY-BR", "CN-HB"}, 33486.0 / 65700},
                       {{"BY-HM", "CN-GS"}, 1},
                       {{"BY-BR", "CN-GS"}, 1},
                       {{"BY-MI", "CN-GD"}, 550.0 / 2922}});
  // Agreements are counted whole even there.
  CHECK(view.agreement_count(vertex(view, "BY-BR")) == 3);
}

TEST_CASE("hand: in force at a date") {
  const DayRange new_year{day(2013, 1, 1), day(2013, 1, 1)};
  check_window({.active_at = new_year}, {"h07", "h08", "h12", "h13"}, {"h12"}, 3, 2,
               {{{"BY-MI", "CN-GD"}, 367.0 / 2922},
                {{"BY-VI", "CN-HB"}, 1097.0 / 1277},
                {{"BY-HM", "CN-SH"}, 1},
                {{"BY-BR", "CN-HB"}, 2556.0 / 2770}});
  const DayRange april{day(2015, 4, 15), day(2015, 4, 15)};
  check_window({.active_at = april}, {"h01", "h02", "h07", "h08", "h11", "h13"}, {"h08", "h11"}, 4, 2,
               {{{"BY-HM", "CN-SH"}, 0.5},
                {{"BY-BR", "CN-HB"}, 470.0 / 730 + 1722.0 / 2770},
                {{"BY-MI", "CN-GD"}, 1201.0 / 2922},
                {{"BY-VI", "CN-HB"}, 1},
                {{"BY", "CN"}, 1}});
  CHECK(with_fate(make({.active_at = april}), Fate::not_in_force) ==
        Ids{"h03", "h04", "h05", "h06", "h12", "h17", "h18"});
  CHECK(with_fate(make({.active_at = new_year}), Fate::not_in_force).size() == 9);
}

TEST_CASE("hand: the last days of an agreement are in force, and only possibly where the day of the end is not known") {
  const auto h12 = hand().find_agreement("h12").value();
  const View mid_august = make({.active_at = DayRange{day(2014, 8, 15), day(2014, 8, 15)}});
  CHECK(mid_august.fate(h12) == Fate::kept);
  CHECK_FALSE(mid_august.overlap(h12).certain);
  CHECK(mid_august.overlap(h12).share == Approx(17.0 / 31));
  const View july = make({.active_at = DayRange{day(2014, 7, 31), day(2014, 7, 31)}});
  CHECK(july.overlap(h12).certain);
  const View september = make({.active_at = DayRange{day(2014, 9, 1), day(2014, 9, 1)}});
  CHECK(september.fate(h12) == Fate::not_in_force);
}

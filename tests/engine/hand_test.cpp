// SPDX-License-Identifier: Apache-2.0
// Measures and figures of the hand network. Expected numbers: tests/data/hand/NUMBERS.md.
#include "tests/support/catch.hpp"

#include <map>
#include <stdexcept>

#include "engine/centrality/degree.hpp"
#include "engine/measures/figures.hpp"
#include "engine/measures/view_measures.hpp"
#include "tests/support/hand_network.hpp"
#include "tests/support/report_rows.hpp"

namespace regionet::test::hand_test {
namespace {

using Scores = std::map<std::string, double>;

Scores by_id(const View& view, const std::vector<double>& values) {
  Scores out;
  REQUIRE(values.size() == view.vertex_count());
  for (Vertex v = 0; v < view.vertex_count(); ++v) out[std::string(hand().id(view.actor(v)))] = values[v];
  return out;
}

void check_scores(const Scores& found, const Scores& wanted) {
  CHECK(found.size() == wanted.size());
  for (const auto& [id, value] : wanted) {
    CAPTURE(id);
    REQUIRE(found.count(id) == 1);
    CHECK(found.at(id) == Approx(value).epsilon(1e-13));
  }
}

Scores strengths(ViewOptions options) {
  const View view(hand(), std::move(options));
  return by_id(view, strength(view.graph(), view.strengths()).score);
}

Scores degrees(ViewOptions options) {
  const View view(hand(), std::move(options));
  const auto score = degree(view.graph()).score;
  return by_id(view, {score.begin(), score.end()});
}

Figure figure(const View& view, std::string_view name) {
  const RunContext run;
  ViewMeasures measures(view, run);
  for (const NetworkFigure& row : network_figures()) {
    if (row.name == name) return row.compute({view, run, measures.shared()});
  }
  throw std::out_of_range("no such figure");
}

}  // namespace

TEST_CASE("hand: strength under each weight") {
  check_scores(strengths({}), {{"BY-HM", 6},
                               {"BY-BR", 5},
                               {"BY-VI", 4},
                               {"BY-MI", 1},
                               {"BY", 1},
                               {"CN-GS", 5},
                               {"CN-HB", 4},
                               {"CN-SH", 4},
                               {"CN-GD", 3},
                               {"CN", 1}});
  check_scores(strengths({.weighting = Weighting::fractional}), {{"BY-HM", 25.0 / 6},
                                                                 {"BY-BR", 4.5},
                                                                 {"BY-VI", 8.0 / 3},
                                                                 {"BY-MI", 1},
                                                                 {"BY", 1},
                                                                 {"CN-GS", 4},
                                                                 {"CN-HB", 4},
                                                                 {"CN-SH", 8.0 / 3},
                                                                 {"CN-GD", 5.0 / 3},
                                                                 {"CN", 1}});
  check_scores(strengths({.weighting = Weighting::value}),
               {{"BY-HM", 2250000}, {"BY-VI", 5000000}, {"CN-GS", 3250000}, {"CN-SH", 2000000}, {"CN-GD", 2000000}});
  // Where each tie weighs 1, strength is degree.
  check_scores(strengths({.weighting = Weighting::tie}), degrees({}));
}

TEST_CASE("hand: degree counts partners") {
  check_scores(degrees({}), {{"BY-HM", 3},
                             {"BY-BR", 2},
                             {"BY-VI", 4},
                             {"BY-MI", 1},
                             {"BY", 1},
                             {"CN-GS", 3},
                             {"CN-HB", 2},
                             {"CN-SH", 2},
                             {"CN-GD", 3},
                             {"CN", 1}});
  // The weight does not touch it.
  check_scores(degrees({.weighting = Weighting::fractional}), degrees({}));
}

TEST_CASE("hand: a loop counts twice in strength and not in degree") {
  check_scores(strengths({.between = Between::within}),
               {{"BY-HM", 2}, {"BY-BR", 1}, {"BY-VI", 3}, {"CN-SH", 1}, {"CN-GD", 1}});
  check_scores(degrees({.between = Between::within}),
               {{"BY-HM", 2}, {"BY-BR", 1}, {"BY-VI", 1}, {"CN-SH", 1}, {"CN-GD", 1}});
  check_scores(strengths({.between = Between::all}), {{"BY-HM", 8},
                                                      {"BY-BR", 6},
                                                      {"BY-VI", 7},
                                                      {"BY-MI", 1},
                                                      {"BY", 1},
                                                      {"CN-GS", 5},
                                                      {"CN-HB", 4},
                                                      {"CN-SH", 5},
                                                      {"CN-GD", 4},
                                                      {"CN", 1}});
  check_scores(degrees({.between = Between::all}), {{"BY-HM", 5},
                                                    {"BY-BR", 3},
                                                    {"BY-VI", 5},
                                                    {"BY-MI", 1},
                                                    {"BY", 1},
                                                    {"CN-GS", 3},
                                                    {"CN-HB", 2},
                                                    {"CN-SH", 3},
                                                    {"CN-GD", 4},
                                                    {"CN", 1}});
  check_scores(strengths({.level = Level::country, .between = Between::within}), {{"BY", 2}});
  check_scores(degrees({.level = Level::country, .between = Between::within}), {{"BY", 0}});
  check_scores(strengths({.level = Level::country, .between = Between::all}), {{"BY", 17}, {"CN", 15}});
}

TEST_CASE("hand: strength and degree at the other levels") {
  check_scores(strengths({.level = Level::city}), {{"BY-HM", 4},
                                                   {"by.brest", 3},
                                                   {"by.polotsk", 1},
                                                   {"by.lepel-d", 1},
                                                   {"BY", 1},
                                                   {"CN-SH", 3},
                                                   {"cn.lanzhou", 4},
                                                   {"cn.wuhan", 2},
                                                   {"CN", 1}});
  check_scores(degrees({.level = Level::city}), {{"BY-HM", 2},
                                                 {"by.brest", 2},
                                                 {"by.polotsk", 1},
                                                 {"by.lepel-d", 1},
                                                 {"BY", 1},
                                                 {"CN-SH", 1},
                                                 {"cn.lanzhou", 4},
                                                 {"cn.wuhan", 1},
                                                 {"CN", 1}});
  const Scores actors = strengths({.level = Level::actor});
  CHECK(actors.at("BY-HM") == 6);
  CHECK(actors.at("CN-GD") == 4);
  CHECK(actors.at("by.brest-uni") == 2);
  CHECK(degrees({.level = Level::actor}).at("BY-HM") == 4);
  check_scores(strengths({.count_national = true}), {{"BY-HM", 7},
                                                     {"BY-BR", 5},
                                                     {"BY-VI", 4},
                                                     {"BY-MI", 1},
                                                     {"BY", 1},
                                                     {"CN-GS", 6},
                                                     {"CN-HB", 4},
                                                     {"CN-SH", 4},
                                                     {"CN-GD", 3},
                                                     {"CN", 1}});
}

TEST_CASE("hand: figures of the whole") {
  const View view(hand(), {});
  const std::map<std::string, double> wanted{
      {"n", 10},
      {"n_level", 12},
      {"m", 11},
      {"agreements", 13},
      {"strength_total", 17},
      {"density", 11.0 / 45},
      {"degree_mean", 2.2},
      {"degree_max", 4},
      {"density_two_mode", 0.44},
      {"degree_gini", 27.0 / 110},
      {"degree_gini_level", 49.0 / 132},
      {"degree_hhi", 29.0 / 242},
      {"degree_hhi_inverse", 242.0 / 29},
      {"degree_top5_share", 15.0 / 22},
  };
  for (const auto& [name, value] : wanted) {
    CAPTURE(name);
    const Figure found = figure(view, name);
    REQUIRE(found.value);
    CHECK(*found.value == Approx(value).epsilon(1e-13));
  }

  const View isolates(hand(), {.with_isolates = true});
  CHECK(*figure(isolates, "n").value == 12);
  CHECK(*figure(isolates, "n_level").value == 12);
  CHECK(*figure(isolates, "density").value == Approx(1.0 / 6));
  CHECK(*figure(isolates, "density_two_mode").value == Approx(11.0 / 36));
  CHECK(*figure(isolates, "degree_gini").value == Approx(49.0 / 132));
  CHECK(*figure(isolates, "degree_gini_level").value == Approx(49.0 / 132));
  CHECK(*figure(isolates, "degree_hhi").value == Approx(29.0 / 242));

  const View within(hand(), {.between = Between::within});
  CHECK(*figure(within, "m").value == 4);
  CHECK(*figure(within, "density").value == Approx(0.3));
  CHECK(*figure(within, "strength_total").value == 4);
  CHECK_FALSE(figure(within, "density_two_mode").value);
  CHECK_FALSE(figure(within, "density_two_mode").reason.empty());

  // One vertex with a loop: nothing to compare with, and nobody has a partner.
  const View loop(hand(), {.level = Level::country, .between = Between::within});
  for (const char* const name : {"density", "degree_gini", "degree_hhi", "degree_hhi_inverse", "degree_top5_share"}) {
    CAPTURE(name);
    CHECK_FALSE(figure(loop, name).value);
    CHECK_FALSE(figure(loop, name).reason.empty());
  }
}

TEST_CASE("hand: a view of nothing has undefined figures, never a silent 0") {
  const View empty(hand(), {.from = day_number({1990, 1, 1}), .until = day_number({1990, 12, 31})});
  CHECK(empty.vertex_count() == 0);
  CHECK(*figure(empty, "n").value == 0);
  CHECK(*figure(empty, "m").value == 0);
  for (const char* const name : {"density", "density_two_mode", "degree_mean", "degree_max", "degree_gini",
                                 "degree_gini_level", "degree_hhi", "degree_top5_share"}) {
    CAPTURE(name);
    CHECK_FALSE(figure(empty, name).value);
    CHECK_FALSE(figure(empty, name).reason.empty());
  }
  CHECK(columns(rank(empty, by({"strength"})), {"id"}).empty());
}

}  // namespace regionet::test::hand_test

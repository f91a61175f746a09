// SPDX-License-Identifier: Apache-2.0
// Views of the hand network in a window of time and at a date. Expected numbers: tests/data/hand/NUMBERS.md.
#include "tests/support/catch.hpp"

#include "graphs/view/view.hpp"
#include "tests/support/hand_views.hpp"

namespace regionet::test::view_hand_dates_test {
namespace {

/// A window of the hand network: kept under possible, kept under certain, and the weights under expected.
void check_window(const ViewOptions& window, const Ids& possible, const Ids& certain, std::uint64_t partly,
                  std::uint64_t open, const TieWeights& expected) {
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

}  // namespace regionet::test::view_hand_dates_test

// SPDX-License-Identifier: Apache-2.0
// Growth curves. Expected numbers of the hand network: tests/data/hand/NUMBERS.md, 'Growth by year'.
#include "engine/temporal/curves.hpp"

#include "engine/report/growth_report.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hand_network.hpp"
#include "tests/support/histories.hpp"
#include "tests/support/report_rows.hpp"

namespace regionet::test::growth_curves_test {
namespace {

using Counts = std::vector<std::uint64_t>;
using Numbers = std::vector<double>;

void check_numbers(const Numbers& found, const Numbers& wanted) {
  REQUIRE(found.size() == wanted.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CAPTURE(i);
    CHECK(found[i] == Approx(wanted[i]).margin(1e-13));
  }
}

/// Cumulative counts of one choice of days, by the plainest way: sets of what was seen.
struct Plain {
  Numbers agreements, ties, places, first_ties, repeated;
};

Plain plain_growth(const History& history, const Periods& periods, const std::vector<Day>& chosen) {
  const std::size_t count = periods.size();
  Plain out{Numbers(count, 0), Numbers(count, 0), Numbers(count, 0), Numbers(count, 0), Numbers(count, 0)};
  for (std::size_t p = 0; p < count; ++p) {
    std::vector<bool> ties(history.ends.size()), before(history.ends.size()), places(history.vertices);
    double in_period = 0;
    for (std::size_t i = 0; i < history.size(); ++i) {
      if (chosen[i] < periods.days().first || chosen[i] > periods[p].last) continue;
      ++out.agreements[p];
      for (const std::uint32_t tie : history.ties_of(i)) {
        ties[tie] = places[history.ends[tie].first] = places[history.ends[tie].second] = true;
        if (chosen[i] < periods[p].first) before[tie] = true;
        if (chosen[i] >= periods[p].first) ++in_period;
      }
    }
    out.ties[p] = static_cast<double>(std::ranges::count(ties, true));
    out.places[p] = static_cast<double>(std::ranges::count(places, true));
    out.first_ties[p] = out.ties[p] - static_cast<double>(std::ranges::count(before, true));
    out.repeated[p] = in_period - out.first_ties[p];
  }
  return out;
}

/// Least, most and mean over all choices of a day for every date.
struct Extremes {
  Numbers least, most, mean;
  void add(const Numbers& values, double share) {
    if (least.empty()) {
      least = most = values;
      mean.assign(values.size(), 0);
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
      least[i] = std::min(least[i], values[i]);
      most[i] = std::max(most[i], values[i]);
      mean[i] += values[i] * share;
    }
  }
};

struct AllChoices {
  Extremes agreements, ties, places, first_ties, repeated;
};

AllChoices all_choices(const History& history, const Periods& periods) {
  double choices = 1;
  std::vector<Day> chosen;
  for (std::size_t i = 0; i < history.size(); ++i) {
    choices *= static_cast<double>(history.days(i).days());
    chosen.push_back(history.days(i).first);
  }
  AllChoices out;
  for (bool more = true; more;) {
    const Plain plain = plain_growth(history, periods, chosen);
    out.agreements.add(plain.agreements, 1 / choices);
    out.ties.add(plain.ties, 1 / choices);
    out.places.add(plain.places, 1 / choices);
    out.first_ties.add(plain.first_ties, 1 / choices);
    out.repeated.add(plain.repeated, 1 / choices);
    std::size_t i = 0;
    while (i < chosen.size() && ++chosen[i] > history.days(i).last) {
      chosen[i] = history.days(i).first;
      ++i;
    }
    more = i < chosen.size();
  }
  return out;
}

Numbers numbers(const Counts& counts) { return {counts.begin(), counts.end()}; }

}  // namespace

TEST_CASE("hand: agreements, ties and places by year", "[growth]") {
  const View view(hand(), {});
  const History all = history_of(view);
  CHECK(all.size() == 12);
  CHECK(all.undated == 1);
  CHECK(all.open_ended == 2);
  const Periods periods = periods_of(all, PeriodLength::year);
  REQUIRE(periods.size() == 10);
  const GrowthCurves found = growth_curves(all, periods);
  CHECK(found.agreements.new_certain == Counts{1, 0, 1, 1, 0, 1, 1, 1, 1, 1});
  CHECK(found.agreements.new_possible == Counts{2, 1, 3, 3, 2, 3, 3, 3, 2, 2});
  const double h07 = 365.0 / 2922, leap = 366.0 / 2922;
  const double h08 = 365.0 / 1277;
  check_numbers(found.agreements.new_expected,
                {1 + h08, h08, 1 + leap + 366.0 / 1277, 1 + h07 + 181.0 / 1277, 0.5 + h07, 1.5 + h07,
                 1 + 31.0 / 90 + leap, 1 + 59.0 / 90 + h07, 1 + h07, 1 + h07});
  CHECK(found.agreements.certain == Counts{1, 1, 2, 4, 4, 6, 7, 9, 10, 12});
  CHECK(found.agreements.possible == Counts{2, 2, 4, 5, 6, 7, 9, 10, 11, 12});
  check_numbers(found.agreements.expected,
                {1 + h08, 1 + 2 * h08, 2 + leap + 1096.0 / 1277, 4 + 731.0 / 2922, 4.5 + 1096.0 / 2922, 6.5,
                 7 + 31.0 / 90 + 1827.0 / 2922, 9 + 2192.0 / 2922, 10 + 2557.0 / 2922, 12});

  CHECK(found.ties.certain == Counts{1, 1, 2, 4, 4, 4, 6, 7, 7, 11});
  CHECK(found.ties.possible == Counts{2, 2, 4, 5, 5, 5, 7, 8, 8, 11});
  check_numbers(found.ties.expected,
                {1 + h08, 1 + 2 * h08, 2 + 1096.0 / 1277 + leap, 4 + 731.0 / 2922, 4 + 1096.0 / 2922, 4.5,
                 6 + 1827.0 / 2922, 7 + 2192.0 / 2922, 7 + 2557.0 / 2922, 11});
  CHECK(found.ties.new_certain == Counts{1, 0, 1, 1, 0, 0, 2, 1, 0, 3});
  CHECK(found.ties.new_possible == Counts{2, 1, 3, 3, 1, 1, 3, 2, 1, 4});

  CHECK(found.actors.certain == Counts{2, 2, 4, 7, 7, 7, 8, 8, 8, 10});
  CHECK(found.actors.possible == Counts{4, 4, 7, 9, 9, 9, 10, 10, 10, 10});
  check_numbers(found.actors.expected,
                {2 + 2 * h08, 2 + 4 * h08, 4 + 1096.0 / 1277 + 2 * leap, 7 + 2 * 731.0 / 2922, 7 + 2 * 1096.0 / 2922, 8,
                 8 + 2 * 1827.0 / 2922, 8 + 2 * 2192.0 / 2922, 8 + 2 * 2557.0 / 2922, 10});

  CHECK(found.repeated.new_certain == Counts{0, 0, 0, 0, 0, 1, 0, 0, 1, 1});
  CHECK(found.repeated.new_possible == Counts{0, 0, 0, 0, 1, 2, 1, 1, 1, 1});
  check_numbers(found.repeated.new_expected, {0, 0, 0, 0, 0.5, 1.5, 31.0 / 90, 59.0 / 90, 1, 1});
}

TEST_CASE("hand: a window counts only what lies in it", "[growth]") {
  // From 2015 to 2016: h01 and h03 certain; h02 by half, h04 31 of 90 days, h07 365 and 366 of 2922.
  const View view(hand(), {.from = day_number({2015, 1, 1}), .until = day_number({2016, 12, 31})});
  const History all = history_of(view);
  CHECK(all.undated == 2);  // h09 and h16
  const Periods periods = periods_of(all, PeriodLength::year);
  REQUIRE(periods.size() == 2);
  CHECK(periods.label(0) == "2015");
  const GrowthCurves found = growth_curves(all, periods);
  CHECK(found.agreements.certain == Counts{1, 2});
  CHECK(found.agreements.possible == Counts{3, 5});
  check_numbers(found.agreements.new_expected, {1.5 + 365.0 / 2922, 1 + 31.0 / 90 + 366.0 / 2922});
  check_numbers(found.agreements.expected, {1.5 + 365.0 / 2922, 2.5 + 31.0 / 90 + 731.0 / 2922});
  // HM-SH by h01; HM-GS and BR-GS by h03; BR-HB by h02 or h04, MI-GD by h07 perhaps.
  CHECK(found.ties.certain == Counts{1, 3});
  CHECK(found.ties.possible == Counts{3, 5});
  check_numbers(found.ties.expected, {1.5 + 365.0 / 2922, 3 + 1 - 0.5 * (59.0 / 90) + 731.0 / 2922});
}

TEST_CASE("hand: by type and by country", "[growth]") {
  const View view(hand(), {});
  const Report types = growth_report(view, {.split = GrowthSplit::type}, {});
  CHECK(keys(types.tables.front())[1] == "type");
  // Two twinnings, h13 in 2012 and h01 in 2015, of two ties and four places.
  const auto twinning = columns({.tables = {types.tables.front()}},
                                {"period", "type", "new_certain", "certain", "ties_certain", "actors_certain"});
  CHECK(twinning[2] == std::vector<std::string>{"2012", "twinning", "1", "1", "1", "2"});
  CHECK(twinning[5] == std::vector<std::string>{"2015", "twinning", "1", "2", "2", "4"});
  // Each side signs all but the statement of the countries, which both sign too: 12; of its places 5.
  const Report countries = growth_report(view, {.split = GrowthSplit::country}, {});
  REQUIRE(countries.tables.size() == 2);
  for (const Table& table : countries.tables) {
    const auto last = texts(table).back();
    CHECK(last[0] == "2019");
    CHECK(last[5] == "12");  // certain
    CHECK(last[8] == "11");  // ties_certain
    CHECK(last[11] == "5");  // actors_certain
  }
}

TEST_CASE("every choice of days lies inside the bounds, and their mean is the expected curve", "[growth]") {
  // Dates around the turn of January, February and March; pairs that repeat, and an agreement of two pairs.
  const std::vector<DatedPairs> rows{
      {days("2015-01-30/2015-02-02"), {{0, 1}}}, {days("2015-02-01/2015-02-02"), {{0, 1}, {0, 2}}},
      {days("2015-02-27/2015-03-02"), {{0, 2}}}, {days("2015-01-31"), {{1, 3}}},
      {days("2015-01-31/2015-03-01"), {{1, 3}}}, {days("2015-02-28/2015-03-01"), {{0, 1}}}};
  for (const bool cut : {false, true}) {
    CAPTURE(cut);
    History made = history(4, rows);
    if (cut) made.from = day_number({2015, 2, 1});
    const Periods periods = periods_of(made, PeriodLength::month);
    REQUIRE(periods.size() == (cut ? 2 : 3));
    const GrowthCurves found = growth_curves(made, periods);
    const AllChoices all = all_choices(made, periods);
    // A bound of agreements, ties and places is reached by some choice in every period.
    CHECK(numbers(found.agreements.certain) == all.agreements.least);
    CHECK(numbers(found.agreements.possible) == all.agreements.most);
    check_numbers(found.agreements.expected, all.agreements.mean);
    CHECK(numbers(found.ties.certain) == all.ties.least);
    CHECK(numbers(found.ties.possible) == all.ties.most);
    check_numbers(found.ties.expected, all.ties.mean);
    CHECK(numbers(found.actors.certain) == all.places.least);
    CHECK(numbers(found.actors.possible) == all.places.most);
    check_numbers(found.actors.expected, all.places.mean);
    check_numbers(found.ties.new_expected, all.first_ties.mean);
    check_numbers(found.repeated.new_expected, all.repeated.mean);
    for (std::size_t p = 0; p < periods.size(); ++p) {
      CHECK(static_cast<double>(found.ties.new_certain[p]) <= all.first_ties.least[p]);
      CHECK(static_cast<double>(found.ties.new_possible[p]) >= all.first_ties.most[p]);
      CHECK(static_cast<double>(found.repeated.new_certain[p]) <= all.repeated.least[p]);
      CHECK(static_cast<double>(found.repeated.new_possible[p]) >= all.repeated.most[p]);
    }
  }
}

TEST_CASE("bounds of one pair are reached: first and repeated ties", "[growth]") {
  // Every three dates out of these, as agreements of one pair.
  const std::vector<const char*> dates{
      "2015-01-30", "2015-01-31/2015-02-01", "2015-02-10", "2015-02-28/2015-03-01", "2015-01-31/2015-03-01",
      "2015-03-05"};
  for (const char* const a : dates) {
    for (const char* const b : dates) {
      for (const char* const c : dates) {
        CAPTURE(a, b, c);
        const History made = history(2, {{days(a), {{0, 1}}}, {days(b), {{0, 1}}}, {days(c), {{0, 1}}}});
        const Periods periods = periods_of(made, PeriodLength::month);
        const GrowthCurves found = growth_curves(made, periods);
        const AllChoices all = all_choices(made, periods);
        REQUIRE(numbers(found.ties.new_certain) == all.first_ties.least);
        REQUIRE(numbers(found.ties.new_possible) == all.first_ties.most);
        REQUIRE(numbers(found.repeated.new_certain) == all.repeated.least);
        REQUIRE(numbers(found.repeated.new_possible) == all.repeated.most);
      }
    }
  }
}

TEST_CASE("exact dates make the band a line", "[growth]") {
  std::vector<DatedPairs> rows;
  for (std::uint64_t i = 0; i < 300; ++i) {
    const Day day = day_number({2001, 1, 1}) + static_cast<Day>(random_bits(1, i, 0) % 4000);
    const auto a = static_cast<Vertex>(random_bits(1, i, 1) % 12);
    rows.push_back({{day, day}, {{a, static_cast<Vertex>(12 + random_bits(1, i, 2) % 9)}}});
  }
  const History made = history(21, rows);
  for (const PeriodLength length :
       {PeriodLength::year, PeriodLength::half, PeriodLength::quarter, PeriodLength::month}) {
    const GrowthCurves found = growth_curves(made, periods_of(made, length));
    for (const Band* const band : {&found.agreements, &found.ties, &found.actors}) {
      CHECK(band->certain == band->possible);
      CHECK(numbers(band->certain) == band->expected);
    }
    for (const Band* const band : {&found.agreements, &found.ties, &found.actors, &found.repeated}) {
      CHECK(band->new_certain == band->new_possible);
      CHECK(numbers(band->new_certain) == band->new_expected);
    }
    CHECK(found.agreements.certain.back() == 300);
  }
}

TEST_CASE("periods: labels, days and windows", "[growth]") {
  const DayRange span = days("2015-11-10/2016-05-20");
  const auto labels = [](const Periods& periods) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < periods.size(); ++i) out.push_back(periods.label(i));
    return out;
  };
  using Labels = std::vector<std::string>;
  CHECK(labels({PeriodLength::year, span}) == Labels{"2015", "2016"});
  CHECK(labels({PeriodLength::half, span}) == Labels{"2015-H2", "2016-H1"});
  CHECK(labels({PeriodLength::quarter, span}) == Labels{"2015-Q4", "2016-Q1", "2016-Q2"});
  const Periods months(PeriodLength::month, span, day_number({2015, 12, 15}), day_number({2016, 2, 10}));
  CHECK(labels(months) == Labels{"2015-12", "2016-01", "2016-02"});
  CHECK(iso_day(months[0].first) == "2015-12-15");
  CHECK(iso_day(months[0].last) == "2015-12-31");
  CHECK(iso_day(months[2].last) == "2016-02-10");
  for (const PeriodLength length :
       {PeriodLength::year, PeriodLength::half, PeriodLength::quarter, PeriodLength::month}) {
    const Periods periods(length, days("1899-12-31/1904-03-01"));  // 1900 is no leap year, 1904 is one
    for (Day day = periods.days().first; day <= periods.days().last; ++day) {
      const DayRange its = periods[periods.of(day)];
      REQUIRE((its.first <= day && day <= its.last));
    }
  }
  CHECK_THROWS_AS(Periods(PeriodLength::year, span, day_number({2017, 1, 1})), std::invalid_argument);
}

TEST_CASE("no dated agreement is refused, undated ones are counted apart", "[growth]") {
  const View undated(hand(), {.types = {"education"}, .evidence = {Certainty::disputed}});
  CHECK(undated.account()[Fate::kept] == 1);
  CHECK_THROWS_WITH(growth_report(undated, {}, {}), ContainsSubstring("no agreement of the view is dated"));
}

}  // namespace regionet::test::growth_curves_test

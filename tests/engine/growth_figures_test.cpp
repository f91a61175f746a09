// SPDX-License-Identifier: Apache-2.0
// Rates, densification, rhythm, attachment, concentration and structure over time.
#include "engine/temporal/growth_figures.hpp"

#include <array>

#include "engine/temporal/concentration.hpp"
#include "engine/temporal/densification.hpp"
#include "engine/temporal/structure_over_time.hpp"
#include "engine/temporal/trend.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hand_network.hpp"
#include "tests/support/histories.hpp"

namespace regionet::test::growth_figures_test {
namespace {

using Numbers = std::vector<double>;

/// Ties of a growing network: place i joins on day i and ties to one of those before, chosen in proportion to
/// partners^exponent. The first two places are tied on day 0.
History attached(std::size_t places, double exponent, std::uint64_t seed) {
  std::vector<DatedPairs> rows{{{0, 0}, {{0, 1}}}};
  Numbers degree(places, 0);
  degree[0] = degree[1] = 1;
  for (std::size_t i = 2; i < places; ++i) {
    double total = 0;
    for (std::size_t j = 0; j < i; ++j) total += std::pow(degree[j], exponent);
    double left = random_unit(seed, i) * total;
    std::size_t chosen = 0;
    while (chosen + 1 < i && (left -= std::pow(degree[chosen], exponent)) > 0) ++chosen;
    ++degree[chosen];
    degree[i] = 1;
    const auto day = static_cast<Day>(i);
    rows.push_back({{day, day}, {{static_cast<Vertex>(chosen), static_cast<Vertex>(i)}}});
  }
  return history(places, rows);
}

std::vector<Day> exact_days(const History& made) {
  std::vector<Day> out;
  for (std::size_t i = 0; i < made.size(); ++i) out.push_back(made.days(i).first);
  return out;
}

constexpr DayRange all_days{-1'000'000, 1'000'000};

}  // namespace

TEST_CASE("trend: two rates by hand, doubling time, too few points", "[growth]") {
  // The likelihood equations of both parameters solved by scipy 1.10 (optimize.root), error from the information
  // matrix.
  const Periods eight(PeriodLength::year, days("2001/2008"));
  const Numbers counts{3, 2, 6, 4, 9, 11, 12, 20};
  const Trend found = poisson_trend(counts, eight);
  REQUIRE(found.growth_rate.value);
  CHECK(*found.growth_rate.value == Approx(0.29243518).epsilon(1e-7));
  CHECK(*found.growth_rate.interval->high - *found.growth_rate.value == Approx(1.959964 * 0.06065938963).epsilon(1e-6));
  CHECK(*found.dispersion.value == Approx(0.39902340914530715).epsilon(1e-7));
  // At the maximum the fitted counts have the total and the first moment of the counts (McCullagh, Nelder).
  double total = 0, moment = 0, weight = 0, fitted_moment = 0, variance = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    const double t = (double(eight[i].first) + double(eight[i].last)) / 2 / 365.2425;
    const double w = double(eight[i].days()) * std::exp(*found.growth_rate.value * (t - 35));
    total += counts[i];
    moment += counts[i] * t;
    weight += w;
    fitted_moment += w * t;
    variance += w * t * t;
  }
  CHECK(moment / total == Approx(fitted_moment / weight).epsilon(1e-12));
  variance = variance / weight - (fitted_moment / weight) * (fitted_moment / weight);
  const double half = 1.959963984540054 / std::sqrt(total * variance);
  CHECK(*found.growth_rate.interval->high == Approx(*found.growth_rate.value + half));
  CHECK(*found.compound_rate.value == Approx(std::exp(*found.growth_rate.value) - 1));
  CHECK(*found.doubling_time.value == Approx(std::log(2.0) / *found.growth_rate.value));
  CHECK(*found.doubling_time.interval->low < *found.doubling_time.value);

  const Trend few = poisson_trend(std::span(counts).first(7), Periods(PeriodLength::year, days("2001/2007")));
  CHECK_FALSE(few.growth_rate.value);
  CHECK_THAT(few.doubling_time.reason, ContainsSubstring("too few points: 7 periods"));
  CHECK_FALSE(poisson_trend(Numbers{0, 0, 0, 0, 0, 0, 0, 5}, eight).growth_rate.value);
  CHECK_FALSE(poisson_trend(Numbers(8, 0), eight).growth_rate.value);
  CHECK(poisson_trend(Numbers{20, 12, 11, 9, 4, 6, 2, 3}, eight).doubling_time.reason == "the rate does not grow");
  const Trend flat = poisson_trend(Numbers{5, 4, 6, 5, 4, 6, 5, 6}, eight);
  CHECK(flat.doubling_time.interval->low);
  CHECK_FALSE(flat.doubling_time.interval->high);
  CHECK_THROWS_AS(poisson_trend(Numbers{1, 2}, eight), std::invalid_argument);
}

TEST_CASE("planted rates lie in their intervals as often as stated", "[growth]") {
  const Periods periods = years(30);
  for (const double rate : {0.0, 0.1, 0.25}) {
    CAPTURE(rate);
    int hits = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      Numbers counts;
      for (std::size_t i = 0; i < periods.size(); ++i) {
        const double t = (double(periods[i].first) + double(periods[i].last)) / 2 / 365.2425 - 35;
        counts.push_back(poisson(double(periods[i].days()) * 0.02 * std::exp(rate * t), seed, i));
      }
      const Trend found = poisson_trend(counts, periods);
      REQUIRE(found.growth_rate.value);
      hits += *found.growth_rate.interval->low <= rate && rate <= *found.growth_rate.interval->high;
    }
    CAPTURE(hits);
    CHECK(covers_as_stated(hits));
  }
}

TEST_CASE("densification: exact powers, planted exponents, periods without newcomers", "[growth]") {
  for (const double exponent : {1.0, 1.5}) {
    Numbers places, ties;
    for (int i = 1; i <= 12; ++i) {
      places.push_back(10.0 * i);
      ties.push_back(3 * std::pow(10.0 * i, exponent));
    }
    const Densification found = densification(ties, places);
    CHECK(*found.exponent.value == Approx(exponent).epsilon(1e-9));
    CHECK(*found.least_squares.value == Approx(exponent).epsilon(1e-9));

    int hits = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      Numbers drawn;
      double before = 0;
      for (std::size_t i = 0; i < places.size(); ++i) {
        const double mean = ties[i] - (i == 0 ? 0 : ties[i - 1]);
        before += poisson(mean, seed, i);
        drawn.push_back(before);
      }
      const Estimate estimate = densification(drawn, places).exponent;
      REQUIRE(estimate.value);
      hits += *estimate.interval->low <= exponent && exponent <= *estimate.interval->high;
    }
    CAPTURE(exponent, hits);
    CHECK(covers_as_stated(hits));
  }
  // A period that brings ties and no place joins the last one: the points are (2, 1), (4, 8) .. and not (2, 1), (2, 3).
  Numbers places{2, 2}, ties{1, 4};
  for (int i = 2; i <= 9; ++i) {
    places.push_back(2.0 * i);
    ties.push_back(4.0 * i * i);
  }
  const Densification joined = densification(ties, places);
  CHECK(joined.points == 9);
  CHECK(*joined.exponent.value == Approx(2).epsilon(1e-9));
  CHECK_FALSE(densification(std::span(ties).first(8), std::span(places).first(8)).exponent.value);
}

TEST_CASE("burstiness: a clock, all at once, and by hand", "[growth]") {
  CHECK(*burstiness({0, 10, 20, 30, 40}).value == Approx(-1));
  // Four times 0, 0, 0, 40: r = sqrt(3), the largest that four times can have.
  CHECK(*burstiness({0, 0, 0, 0, 40}).value == Approx(1));
  // Times 1 and 3: mean 2, deviation 1, r = 1/2; (sqrt(3)/2 - 1) / ((sqrt(3) - 2)/2 + 1) = (sqrt(3) - 2) / sqrt(3).
  CHECK(*burstiness({5, 1, 2}).value == Approx((std::sqrt(3.0) - 2) / std::sqrt(3.0)));
  CHECK_FALSE(burstiness({3, 3, 3}).value);
  CHECK_FALSE(burstiness({3, 4}).value);
  // Counts 1 3 1 3 1 3 1 3: mean 2, variance 8/7.
  CHECK(*dispersion_index(Numbers{1, 3, 1, 3, 1, 3, 1, 3}).value == Approx(4.0 / 7));
  CHECK_FALSE(dispersion_index(Numbers{1, 3}).value);
}

TEST_CASE("change points: the least cost of all partitions, and planted ones", "[growth]") {
  // Every partition of ten periods is tried: 512.
  const Periods ten = years(10);
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Numbers counts;
    for (std::size_t i = 0; i < 10; ++i) counts.push_back(poisson(i < seed % 10 ? 3 : 14, seed, i));
    const ChangePoints found = change_points(counts, ten);
    CHECK(found.penalty == Approx(2 * std::log(10.0)));
    const auto cost = [&](const std::vector<std::size_t>& starts) {
      double sum = found.penalty * static_cast<double>(starts.size() - 1);
      for (std::size_t s = 0; s < starts.size(); ++s) {
        const std::size_t end = s + 1 < starts.size() ? starts[s + 1] : 10;
        double count = 0, length = 0;
        for (std::size_t i = starts[s]; i < end; ++i) {
          count += counts[i];
          length += double(ten[i].days());
        }
        if (count > 0) sum -= 2 * (count * std::log(count / length) - count);
      }
      return sum;
    };
    double least = 1e300;
    for (unsigned mask = 0; mask < 512; ++mask) {
      std::vector<std::size_t> starts{0};
      for (unsigned i = 0; i < 9; ++i) {
        if ((mask >> i & 1U) != 0) starts.push_back(i + 1);
      }
      least = std::min(least, cost(starts));
    }
    REQUIRE(cost(found.starts) == Approx(least).epsilon(1e-12));
  }
  // Rates of 4, 20 and 8 a year with changes in 2000 and 2010.
  int exact = 0;
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    Numbers counts;
    for (std::size_t i = 0; i < 30; ++i) counts.push_back(poisson(i < 10 ? 4 : i < 20 ? 20 : 8, seed, i));
    exact += change_points(counts, years(30)).starts == std::vector<std::size_t>{0, 10, 20};
  }
  CHECK(exact >= 30);
  CHECK(change_points(Numbers(30, 7), years(30)).starts == std::vector<std::size_t>{0});
}

TEST_CASE("attachment: planted exponents, the kernel by hand, newcomers", "[growth]") {
  for (const double exponent : {0.0, 0.5, 1.0, 1.5}) {
    int hits = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      const History made = attached(120, exponent, seed);
      const Estimate found = attachment(made, exact_days(made), {}, all_days).exponent;
      REQUIRE(found.value);
      hits += *found.interval->low <= exponent && exponent <= *found.interval->high;
    }
    CAPTURE(exponent, hits);
    CHECK(covers_as_stated(hits));
  }
  // Day 0: 0-1. Day 1: 2 ties to 0 (of two places with one partner). Day 2: 3 ties to 0, which has 2 of the three.
  // Day 3: 4 ties to 1, when 0 has 3 and 1, 2, 3 have one each.
  const History hand_made =
      history(5, {{{0, 0}, {{0, 1}}}, {{1, 1}, {{0, 2}}}, {{2, 2}, {{0, 3}}}, {{3, 3}, {{1, 4}}}});
  const Attachment found = attachment(hand_made, exact_days(hand_made), {}, all_days);
  CHECK(*found.newcomer_share.value == 1);
  // Likelihood 1/2 * 2^a/(2^a + 2) * 1/(3^a + 3): d/da = ln 2 * 2/(2^a + 2) - ln 3 * 3^a/(3^a + 3) = 0.
  const double a = *found.exponent.value;
  CHECK(std::log(2.0) * 2 / (std::pow(2, a) + 2) == Approx(std::log(3.0) * std::pow(3, a) / (std::pow(3, a) + 3)));
  // Chances of degree 1: 2/2 + 2/3 + 3/4 = 29/12, of them 2 won; of degree 2: 1/3, 1 won; 3 / (24/29) = 29/8.
  REQUIRE(found.kernel.size() == 2);
  CHECK(found.kernel[0].degree == 1);
  CHECK(found.kernel[0].kernel == 1);
  CHECK(found.kernel[0].choices == 2);
  CHECK(found.kernel[1].degree == 2);
  CHECK(found.kernel[1].choices == 1);
  CHECK(found.kernel[1].kernel == Approx(29.0 / 8));
  // An agreement that ties old places: 4 ties, of them 3 with a newcomer; the side of a place bounds the choice.
  const History old = history(4, {{{0, 0}, {{0, 1}}}, {{1, 1}, {{0, 2}}}, {{2, 2}, {{3, 1}}}, {{3, 3}, {{3, 2}}}});
  CHECK(*attachment(old, exact_days(old), {}, all_days).newcomer_share.value == Approx(0.75));
  const Attachment none = attachment(old, exact_days(old), {}, {5, 9});
  CHECK_FALSE(none.newcomer_share.value);
  CHECK_FALSE(none.exponent.value);
}

TEST_CASE("the free kernel finds a planted one", "[growth]") {
  // With exponent 1 the kernel at degree 2 and 3 is 2 and 3; 3000 choices leave an error of a few percent.
  const History made = attached(3000, 1, 7);
  const Attachment found = attachment(made, exact_days(made), {}, all_days);
  REQUIRE(found.kernel.size() > 4);
  CHECK(found.kernel[1].kernel == Approx(2).epsilon(0.15));
  CHECK(found.kernel[2].kernel == Approx(3).epsilon(0.2));
}

TEST_CASE("hand: concentration at the end is that of the strengths of the dated agreements", "[growth]") {
  // NUMBERS.md, counts without h16 (BR-GS once): BY 6 4 4 1 1, CN 4 4 4 3 1, sum 32. Sorted 1 1 1 3 4 4 4 4 4 6.
  // Gini: -9-7-5 -3*3 + 4*(-1+1+3+5+7) + 6*9 = -30+60+54 = 84, over 10*32; HHI (3+9+5*16+36)/1024; top five 22/32.
  const History all = history_of(View(hand(), {}));
  const auto points = concentration(all, periods_of(all, PeriodLength::year));
  CHECK(points.back().places == 10);
  CHECK(*points.back().gini == Approx(84.0 / 320));
  CHECK(*points.back().hhi == Approx(128.0 / 1024));
  CHECK(*points.back().top_share == Approx(22.0 / 32));
  // By the end of 2010: HM and SH 1 each, VI and HB 365/1277 each.
  const double x = 365.0 / 1277;
  CHECK(points.front().places == 4);
  CHECK(*points.front().gini == Approx((-4 * x + 4) / (4 * (2 + 2 * x))));
}

TEST_CASE("hand: structure over time", "[growth]") {
  const History all = history_of(View(hand(), {}));
  const Periods periods = periods_of(all, PeriodLength::year);
  const auto certain = structure_over_time(all, periods, Certainly::certain);
  const auto possible = structure_over_time(all, periods, Certainly::possible);
  const auto column = [&](const auto& points, auto member) {
    std::vector<std::size_t> out;
    for (const StructurePoint& point : points) out.push_back(point.*member);
    return out;
  };
  using Counts = std::vector<std::size_t>;
  // Certain: HM-SH 2010, BR-HB 2012, VI-HB and BY-CN 2013, HM-GS and BR-GS 2016, VI-GS 2017, the rest 2019.
  CHECK(column(certain, &StructurePoint::ties) == Counts{1, 1, 2, 4, 4, 4, 6, 7, 7, 11});
  CHECK(column(certain, &StructurePoint::components) == Counts{1, 1, 2, 3, 3, 3, 2, 2, 2, 2});
  CHECK(column(certain, &StructurePoint::largest) == Counts{2, 2, 2, 3, 3, 3, 6, 6, 6, 8});
  CHECK(column(possible, &StructurePoint::components) == Counts{2, 2, 3, 4, 4, 4, 3, 3, 3, 2});
  CHECK(certain.back().triangles == 0);
  // A triangle and a tail: three ties, then a fourth; 3 triangles' corners by 3 + 2 pairs of partners.
  const History made =
      history(4, {{days("2001"), {{0, 1}}}, {days("2001"), {{1, 2}, {0, 2}}}, {days("2002"), {{2, 3}}}});
  const auto points = structure_over_time(made, periods_of(made, PeriodLength::year), Certainly::certain);
  CHECK(*points[0].transitivity == 1);
  CHECK(*points[1].transitivity == Approx(3.0 / 5));
}

TEST_CASE("figures are the same for any number of threads, and exact dates need one draw", "[growth]") {
  const View view(hand(), {});
  const History all = history_of(view);
  const Periods periods = periods_of(all, PeriodLength::year);
  const GrowthCurves curves = growth_curves(all, periods);
  const GrowthFigures alone = growth_figures(all, periods, curves, {}, {}, 60, {.seed = 3});
  CHECK(alone.draws == 60);
  for (const unsigned threads : {2U, 3U}) {
    const GrowthFigures more =
        growth_figures(all, periods, curves, {}, {}, 60, {.threads = threads, .backend = Backend::threads, .seed = 3});
    for (std::size_t i = 0; i < alone.figures.size(); ++i) {
      CHECK(alone.figures[i].estimate.value == more.figures[i].estimate.value);
      CHECK(alone.figures[i].draws.has_value() == more.figures[i].draws.has_value());
      if (alone.figures[i].draws) CHECK(alone.figures[i].draws->low == more.figures[i].draws->low);
    }
  }
  const History exact = attached(60, 1, 5);
  const Periods months = periods_of(exact, PeriodLength::month);
  const GrowthFigures once = growth_figures(exact, months, growth_curves(exact, months), {}, {}, 60, {});
  CHECK(once.draws == 1);
  for (const GrowthFigure& figure : once.figures) {
    if (figure.draws) CHECK(figure.draws->low == figure.draws->high);
  }
}

TEST_CASE("a draw takes every day of a date about as often", "[growth]") {
  const History made = history(2, {{days("2015-03-01/2015-03-03"), {{0, 1}}}});
  std::array<int, 3> seen{};
  for (std::uint64_t draw = 0; draw < 3000; ++draw)
    ++seen[static_cast<std::size_t>(draw_days(made, 1, draw)[0] - made.dates[0].first)];
  for (const int count : seen)
    CHECK(std::abs(count - 1000) < 4 * 26);  // four standard deviations of Binomial(3000, 1/3)
}

}  // namespace regionet::test::growth_figures_test

// SPDX-License-Identifier: Apache-2.0
// Rank trajectories and what compares rankings.
#include "engine/report/moves_report.hpp"

#include "engine/statistics/kendall.hpp"
#include "engine/statistics/rank_overlap.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hand_network.hpp"
#include "tests/support/report_rows.hpp"

namespace regionet::test::moves_test {
namespace {

using Ranks = std::vector<std::uint32_t>;

MovesOptions by_strength() {
  MovesOptions options;
  options.by = parse_measure("strength");
  return options;
}

NamedWindow years_from_to(const char* label, int from, int to) {
  return {label, day_number({from, 1, 1}), day_number({to, 12, 31})};
}

}  // namespace

TEST_CASE("rank-biased overlap by hand", "[moves]") {
  // a b c d against b a d e, p = 0.9: shares in common at depth 1 to 4: 0, 1, 2/3, 3/4.
  // 0.1 * (0 + 0.9 + 0.81 * 2/3 + 0.729 * 3/4) + 0.6561 * 3/4 = 0.19867.. + 0.492075.
  const Ranks a{1, 2, 3, 4, 0}, b{2, 1, 0, 3, 4};
  CHECK(rank_biased_overlap(a, b).value() ==
        Approx(0.1 * (0.9 + 0.81 * 2 / 3 + 0.729 * 3 / 4) + 0.6561 * 3 / 4).epsilon(1e-14));
  CHECK(rank_biased_overlap(b, a).value() == rank_biased_overlap(a, b).value());
  CHECK(rank_biased_overlap(a, a).value() == Approx(1).epsilon(1e-15));
  CHECK(rank_biased_overlap(Ranks{1, 2, 0, 0}, Ranks{0, 0, 1, 2}).value() == 0);
  // Two tied at 1 against one of them: at depth 1 the sets are {x y} and {x}: 2 * 1 / 3; at depth 2 {x y} and {x}.
  CHECK(rank_biased_overlap(Ranks{1, 1}, Ranks{1, 0}).value() == Approx(2.0 / 3));
  // Half the persistence: 0.5 * A_1 + 0.25 * A_2 + 0.25 * A_2 with A_1 = 0 and A_2 = 1.
  CHECK(rank_biased_overlap(Ranks{1, 2}, Ranks{2, 1}, 0.5).value() == Approx(0.5));
  CHECK_FALSE(rank_biased_overlap(Ranks{0, 0}, Ranks{1, 2}));
  CHECK_THROWS_AS(rank_biased_overlap(Ranks{1}, Ranks{1, 2}), std::invalid_argument);
  CHECK_THROWS_AS(rank_biased_overlap(Ranks{1}, Ranks{1}, 1), std::invalid_argument);
  CHECK_THROWS_AS(rank_biased_overlap(Ranks{7}, Ranks{1}), std::invalid_argument);
}

TEST_CASE("hand: ranks at the end of some years", "[moves]") {
  // NUMBERS.md, possible dates. To 2010: HM-SH (h12), VI-HB (h08). To 2013 also BR-HB (h13) and MI-GD (h07). To 2019
  // all dated ones: HM 6, BR 4, VI 4, MI 1; SH 4, GS 4, HB 4, GD 3.
  const View whole(hand(), {});
  const std::vector<NamedWindow> windows{years_from_to("2010", 2010, 2010), years_from_to("2013", 2010, 2013),
                                         years_from_to("2019", 2010, 2019)};
  const Report report = moves_report(whole, windows, by_strength(), {});
  REQUIRE(report.tables.size() == 2);
  CHECK(columns({.tables = {report.tables[0]}}, {"id", "2010", "2013", "2019"}) ==
        Rows{{"BY-HM", "1", "1", "1"}, {"BY-BR", "", "1", "2"}, {"BY-VI", "1", "1", "2"}, {"BY-MI", "", "1", "4"}});
  CHECK(columns({.tables = {report.tables[1]}}, {"id", "2010", "2013", "2019"}) ==
        Rows{{"CN-GS", "", "", "1"}, {"CN-HB", "1", "1", "1"}, {"CN-SH", "1", "2", "1"}, {"CN-GD", "", "2", "4"}});
  CHECK_FALSE(report.tables[0].rows[1][4].reason.empty());
  // Movers: MI fell from 1 to 4, BR and VI from 1 to 2; of China GD fell from 2 to 4.
  REQUIRE(report.beside.size() == 2);
  const Report movers{.tables = {report.beside[1].table}};
  CHECK(
      columns(movers, {"id", "rank_from", "rank_to", "risen"}) ==
      Rows{{"BY-MI", "1", "4", "-3"}, {"BY-BR", "1", "2", "-1"}, {"BY-VI", "1", "2", "-1"}, {"CN-GD", "2", "4", "-2"}});
  // Of China 2013 to 2019: HB, SH, GD in both: ranks 1 2 2 and 1 1 4. Pairs HB-GD and SH-GD: HB-GD agrees, HB-SH and
  // SH-GD are tied in one of them: tau-b = 1 / sqrt((3 - 1) * (3 - 1)) = 1/2.
  const Report agreement{.tables = {report.beside[0].table}};
  const Rows found = columns(agreement, {"country", "from", "to", "common", "tau_b"});
  REQUIRE(found.size() == 4);
  CHECK(found[3] == std::vector<std::string>{"CN", "2013", "2019", "3", "0.5"});
  CHECK(found[0] == std::vector<std::string>{"BY", "2010", "2013", "2", ""});  // all of one rank
}

TEST_CASE("hand: windows end with each period, and rolling ones are whole", "[moves]") {
  const View whole(hand(), {});
  const auto cumulative = windows_of(whole, PeriodLength::year, std::nullopt);
  REQUIRE(cumulative.size() == 10);
  CHECK(iso_day(*cumulative[3].from) == "2010-01-01");
  CHECK(iso_day(*cumulative[3].until) == "2013-12-31");
  const auto rolling = windows_of(whole, PeriodLength::half, 3);
  CHECK(rolling.front().label == "2012-H2");
  CHECK(iso_day(*rolling.front().from) == "2010-01-01");
  CHECK(iso_day(*rolling[1].from) == "2010-07-01");
  CHECK(iso_day(*rolling[1].until) == "2013-06-30");
  CHECK_THROWS_WITH(windows_of(whole, PeriodLength::year, 11), ContainsSubstring("longer than the data"));
  CHECK(windows_of(whole, PeriodLength::year, 10).size() == 1);
}

TEST_CASE("hand: two windows side by side", "[moves]") {
  // NUMBERS.md: year 2015 possible h01 h02 h07; from 2018 h07 h17 h18 (HM 3, VI 2, MI 1; SH 2, GD 3, GS 1).
  const View whole(hand(), {});
  const Report report = compare_windows_report(whole, years_from_to("2015", 2015, 2015),
                                               years_from_to("2018/2019", 2018, 2019), by_strength(), {});
  CHECK(columns({.tables = {report.tables[0]}}, {"id", "change", "rank_before", "rank_after", "value_after"}) ==
        Rows{{"BY-HM", "same", "1", "1", "3"},
             {"BY-VI", "new", "", "2", "2"},
             {"BY-MI", "fallen", "1", "3", "1"},
             {"BY-BR", "dropped", "1", "", ""}});
  CHECK(columns({.tables = {report.tables[1]}}, {"id", "change"}) ==
        Rows{{"CN-GD", "same"}, {"CN-SH", "fallen"}, {"CN-GS", "new"}, {"CN-HB", "dropped"}});
}

}  // namespace regionet::test::moves_test

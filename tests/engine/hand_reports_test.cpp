// SPDX-License-Identifier: Apache-2.0
// Reports of the hand network. Expected numbers: tests/data/hand/NUMBERS.md.
#include "tests/support/catch.hpp"

#include "engine/centrality/degree.hpp"
#include "engine/report/reports.hpp"
#include "tests/support/hand_network.hpp"
#include "tests/support/report_rows.hpp"

namespace regionet::test::hand_reports_test {

namespace {

Report strongest_ties(const View& view, std::size_t top = 0) {
  return ties_report(view, {.by = {parse_measure("strength", tie_measures())}, .top = top}, {}).report;
}

}  // namespace

TEST_CASE("hand: the rank restarts in each country, ties share it, countries stand beside") {
  const View view(hand(), {});
  const Report report = rank(view, by({"strength", "degree"}));
  REQUIRE(report.tables.size() == 2);
  CHECK(report.tables[0].title == "Belarus");
  CHECK(report.tables[1].title == "China");
  CHECK(keys(report.tables[0]) ==
        std::vector<std::string>{"rank", "id", "name", "code", "country", "agreements", "strength", "degree"});
  CHECK(texts(report.tables[0]) == Rows{{"1", "BY-HM", "Minsk", "BY-HM", "BY", "5", "6", "3"},
                                        {"2", "BY-BR", "Brest Region", "BY-BR", "BY", "5", "5", "2"},
                                        {"3", "BY-VI", "Vitebsk Region", "BY-VI", "BY", "3", "4", "4"},
                                        {"4", "BY-MI", "Minsk Region", "BY-MI", "BY", "1", "1", "1"},
                                        {"", "BY", "Belarus", "BY", "BY", "1", "1", "1"}});
  CHECK(texts(report.tables[1]) == Rows{{"1", "CN-GS", "Gansu", "CN-GS", "CN", "4", "5", "3"},
                                        {"2", "CN-HB", "Hubei", "CN-HB", "CN", "4", "4", "2"},
                                        {"2", "CN-SH", "Shanghai", "CN-SH", "CN", "3", "4", "2"},
                                        {"4", "CN-GD", "Guangdong", "CN-GD", "CN", "2", "3", "3"},
                                        {"", "CN", "China", "CN", "CN", "1", "1", "1"}});
  CHECK(report.tables[1].rows[1][0].shown == "2=");
  CHECK(report.tables[1].rows[2][0].shown == "2=");
  CHECK(report.tables[1].rows[3][0].shown.empty());
  CHECK_FALSE(report.tables[0].rows[4][0].reason.empty());
}

TEST_CASE("hand: the first measure ranks") {
  const View view(hand(), {});
  CHECK(columns(rank(view, by({"degree", "strength"})), {"rank", "id", "degree"}) == Rows{{"1", "BY-VI", "4"},
                                                                                          {"2", "BY-HM", "3"},
                                                                                          {"3", "BY-BR", "2"},
                                                                                          {"4", "BY-MI", "1"},
                                                                                          {"", "BY", "1"},
                                                                                          {"1", "CN-GS", "3"},
                                                                                          {"1", "CN-GD", "3"},
                                                                                          {"3", "CN-HB", "2"},
                                                                                          {"3", "CN-SH", "2"},
                                                                                          {"", "CN", "1"}});
  const View fractional(hand(), {.weighting = Weighting::fractional});
  CHECK(columns(rank(fractional, by({"strength"})), {"rank", "id"}) == Rows{{"1", "BY-BR"},
                                                                            {"2", "BY-HM"},
                                                                            {"3", "BY-VI"},
                                                                            {"4", "BY-MI"},
                                                                            {"", "BY"},
                                                                            {"1", "CN-GS"},
                                                                            {"1", "CN-HB"},
                                                                            {"3", "CN-SH"},
                                                                            {"4", "CN-GD"},
                                                                            {"", "CN"}});
}

TEST_CASE("hand: one country's rows, measured in the whole view; a tie at the edge of the top stays whole") {
  const View view(hand(), {});
  RankOptions options = by({"strength"});
  options.country = hand().find_actor("CN").value();
  options.top = 2;
  CHECK(columns(rank(view, options), {"rank", "id", "strength"}) ==
        Rows{{"1", "CN-GS", "5"}, {"2", "CN-HB", "4"}, {"2", "CN-SH", "4"}});
  options.top = 1;
  CHECK(columns(rank(view, options), {"id"}) == Rows{{"CN-GS"}});
  options.top = 3;
  CHECK(columns(rank(view, options), {"id"}).size() == 3);
}

TEST_CASE("hand: isolates rank last with 0, cities and actors are ranked, countries rank at their own level") {
  const View isolates(hand(), {.with_isolates = true});
  const Rows rows = columns(rank(isolates, by({"strength"})), {"rank", "id", "strength", "agreements"});
  CHECK(rows[4] == std::vector<std::string>{"5", "BY-MA", "0", "0"});
  CHECK(rows[10] == std::vector<std::string>{"5", "CN-ZJ", "0", "0"});

  const View cities(hand(), {.level = Level::city});
  CHECK(columns(rank(cities, by({"strength"})), {"rank", "name", "code", "country"}) ==
        Rows{{"1", "Minsk", "BY-HM", "BY"},
             {"2", "Brest", "", "BY"},
             {"3", "Lepel District", "", "BY"},
             {"3", "Polotsk", "", "BY"},
             {"", "Belarus", "BY", "BY"},
             {"1", "Lanzhou", "", "CN"},
             {"2", "Shanghai", "CN-SH", "CN"},
             {"3", "Wuhan", "", "CN"},
             {"", "China", "CN", "CN"}});

  const View actors(hand(), {.level = Level::actor});
  RankOptions belarus = by({"strength"});
  belarus.country = hand().find_actor("BY").value();
  belarus.top = 3;
  CHECK(columns(rank(actors, belarus), {"rank", "name"}) ==
        Rows{{"1", "Minsk"}, {"2", "Vitebsk Region"}, {"3", "Brest Region"}, {"3", "Bug University"}});

  const View countries(hand(), {.level = Level::country});
  CHECK(columns(rank(countries, by({"strength"})), {"rank", "id", "strength"}) ==
        Rows{{"1", "BY", "15"}, {"1", "CN", "15"}});
}

TEST_CASE("hand: splits sum to the agreements in every view") {
  const std::vector<ViewOptions> views{{},
                                       {.level = Level::city},
                                       {.level = Level::actor},
                                       {.level = Level::country},
                                       {.between = Between::within},
                                       {.between = Between::all},
                                       {.count_national = true, .with_isolates = true}};
  for (const ViewOptions& options : views) {
    const View view(hand(), options);
    for (const Split split : {Split::type, Split::status, Split::signer, Split::kind}) {
      RankOptions ranking = by({"strength"});
      ranking.split = split;
      const Report report = rank(view, ranking);
      for (const Table& table : report.tables) {
        for (const auto& row : table.rows) {
          std::int64_t sum = 0;
          for (std::size_t i = 7; i < row.size(); ++i) sum += std::get<std::int64_t>(row[i].value);
          CHECK(sum == std::get<std::int64_t>(row[5].value));
        }
      }
    }
  }
}

TEST_CASE("hand: splits look at the vertex's own side") {
  const View view(hand(), {});
  const auto split = [&](Split chosen, std::size_t classes) {
    RankOptions ranking = by({"strength"});
    ranking.split = chosen;
    Rows out;
    const Report report = rank(view, ranking);
    for (const Table& table : report.tables) {
      for (const auto& row : texts(table)) {
        REQUIRE(row.size() == 7 + classes);
        out.push_back({row[1]});
        out.back().insert(out.back().end(), row.begin() + 7, row.end());
      }
    }
    return out;
  };
  // Columns: authority, city, university, company, mixed.
  CHECK(split(Split::signer, 5) == Rows{{"BY-HM", "5", "0", "0", "0", "0"},
                                        {"BY-BR", "2", "1", "2", "0", "0"},
                                        {"BY-VI", "2", "0", "0", "0", "1"},
                                        {"BY-MI", "1", "0", "0", "0", "0"},
                                        {"BY", "1", "0", "0", "0", "0"},
                                        {"CN-GS", "1", "2", "0", "1", "0"},
                                        {"CN-HB", "2", "1", "1", "0", "0"},
                                        {"CN-SH", "3", "0", "0", "0", "0"},
                                        {"CN-GD", "2", "0", "0", "0", "0"},
                                        {"CN", "1", "0", "0", "0", "0"}});
  // Columns: country, region, municipality, city, university, company, mixed.
  CHECK(split(Split::kind, 7) == Rows{{"BY-HM", "0", "0", "5", "0", "0", "0", "0"},
                                      {"BY-BR", "0", "2", "0", "1", "2", "0", "0"},
                                      {"BY-VI", "0", "2", "0", "0", "0", "0", "1"},
                                      {"BY-MI", "0", "1", "0", "0", "0", "0", "0"},
                                      {"BY", "1", "0", "0", "0", "0", "0", "0"},
                                      {"CN-GS", "0", "1", "0", "2", "0", "1", "0"},
                                      {"CN-HB", "0", "2", "0", "1", "1", "0", "0"},
                                      {"CN-SH", "0", "0", "3", "0", "0", "0", "0"},
                                      {"CN-GD", "0", "2", "0", "0", "0", "0", "0"},
                                      {"CN", "1", "0", "0", "0", "0", "0", "0"}});
  // Columns: signed, opened, renewed, ended.
  CHECK(split(Split::status, 4) == Rows{{"BY-HM", "3", "0", "1", "1"},
                                        {"BY-BR", "3", "1", "0", "1"},
                                        {"BY-VI", "1", "1", "1", "0"},
                                        {"BY-MI", "1", "0", "0", "0"},
                                        {"BY", "1", "0", "0", "0"},
                                        {"CN-GS", "3", "1", "0", "0"},
                                        {"CN-HB", "2", "1", "0", "1"},
                                        {"CN-SH", "1", "0", "1", "1"},
                                        {"CN-GD", "1", "0", "1", "0"},
                                        {"CN", "1", "0", "0", "0"}});
  // Columns: twinning, cooperation_agreement, memorandum, letter_of_intent, joint_venture, contract, education,
  // representative_office, other.
  const Rows types = split(Split::type, 9);
  CHECK(types[0] == std::vector<std::string>{"BY-HM", "1", "1", "1", "0", "0", "1", "0", "1", "0"});
  CHECK(types[1] == std::vector<std::string>{"BY-BR", "1", "1", "1", "0", "0", "0", "2", "0", "0"});
  CHECK(types[2] == std::vector<std::string>{"BY-VI", "0", "1", "0", "1", "1", "0", "0", "0", "0"});
  CHECK(types[5] == std::vector<std::string>{"CN-GS", "0", "0", "1", "0", "1", "1", "1", "0", "0"});
}

TEST_CASE("hand: the matrix of the two sides with margins and zeros") {
  const View view(hand(), {});
  const Table matrix = matrix_report(view, {}).tables.front();
  CHECK(keys(matrix) == std::vector<std::string>{"name", "CN", "CN-GD", "CN-GS", "CN-HB", "CN-SH", "total"});
  CHECK(texts(matrix) == Rows{{"Belarus", "1", "0", "0", "0", "0", "1"},
                              {"Brest Region", "0", "0", "2", "3", "0", "5"},
                              {"Minsk", "0", "1", "2", "0", "3", "6"},
                              {"Minsk Region", "0", "1", "0", "0", "0", "1"},
                              {"Vitebsk Region", "0", "1", "1", "1", "1", "4"},
                              {"total", "1", "3", "5", "4", "4", "17"}});
  // The other side as rows is the transpose.
  const Table turned = matrix_report(view, {.country = hand().find_actor("CN").value()}).tables.front();
  REQUIRE(turned.rows.size() == 6);
  for (std::size_t i = 1; i < 7; ++i) {
    for (std::size_t j = 1; j < 7; ++j) CHECK(plain_text(turned.rows[j - 1][i]) == plain_text(matrix.rows[i - 1][j]));
  }
}

TEST_CASE("hand: ties with their types, first and last") {
  const View view(hand(), {});
  CHECK(texts(strongest_ties(view, 3).tables.front()) ==
        Rows{{"BY-BR", "Brest Region", "CN-HB", "Hubei", "3", "twinning;cooperation_agreement;education", "2012-06",
              "2016-12/2017-02", "3"},
             {"BY-HM", "Minsk", "CN-SH", "Shanghai", "3", "twinning;cooperation_agreement;representative_office",
              "2010-03", "2019-03-15", "3"},
             {"BY-BR", "Brest Region", "CN-GS", "Gansu", "2", "memorandum;education", "2016-05-03", "2016-05-03", "2"},
             {"BY-HM", "Minsk", "CN-GS", "Gansu", "2", "memorandum;contract", "2016-05-03", "2018-11-20", "2"}});
  CHECK(texts(strongest_ties(view).tables.front()).size() == 11);
  // The loop once.
  const View within(hand(), {.between = Between::within});
  CHECK(columns(strongest_ties(within), {"id_a", "id_b", "agreements", "strength"}) ==
        Rows{{"BY-BR", "BY-HM", "1", "1"},
             {"CN-GD", "CN-SH", "1", "1"},
             {"BY-HM", "BY-VI", "1", "1"},
             {"BY-VI", "BY-VI", "1", "1"}});
}

TEST_CASE("hand: what explains a tie and a vertex") {
  const auto actor = [](const char* id) { return hand().find_actor(id).value(); };
  const auto explained = [&](const ViewOptions& options, std::vector<ExplainSubject> subjects) {
    return columns(explain_report(hand(), options, subjects, Language::en, {}), {"agreement", "weight"});
  };
  CHECK(explained({}, {{actor("BY-HM")}}) ==
        Rows{{"h01", "1"}, {"h03", "1"}, {"h12", "1"}, {"h17", "1"}, {"h18", "2"}});
  CHECK(explained({.weighting = Weighting::fractional}, {{actor("CN-GS")}}) ==
        Rows{{"h03", "1"}, {"h05", "1"}, {"h16", "1"}, {"h17", "1"}});
  CHECK(explained({}, {{actor("BY-HM")}, {actor("CN-SH")}}) == Rows{{"h01", "1"}, {"h12", "1"}, {"h18", "1"}});
  CHECK(explained({}, {{actor("BY-MA")}}).empty());
  CHECK(explained({}, {{actor("by.potash"), Level::actor}}) == Rows{{"h09", "1"}});
  CHECK(explained({}, {{actor("by.lepel-d"), Level::city}}) == Rows{{"h05", "1"}});
  CHECK(explained({.level = Level::city}, {{actor("BY-HM"), Level::city}, {actor("CN-SH"), Level::city}}) ==
        Rows{{"h01", "1"}, {"h12", "1"}, {"h18", "1"}});

  const Report minsk = explain_report(hand(), {}, std::vector<ExplainSubject>{{actor("BY-HM")}}, Language::en, {});
  CHECK(columns(minsk, {"evidence"}).front().front() == "gazette p. 1 (stated); yearbook p. 10 (inferred)");
}

TEST_CASE("the weights behind a vertex sum to its strength") {
  for (const Weighting weighting : {Weighting::count, Weighting::fractional, Weighting::value}) {
    for (const Between between : {Between::countries, Between::all}) {
      const ViewOptions options{.weighting = weighting, .between = between};
      const View view(hand(), options);
      const auto score = strength(view.graph(), view.strengths()).score;
      for (Vertex v = 0; v < view.vertex_count(); ++v) {
        const std::vector<ExplainSubject> subject{{view.actor(v)}};
        double sum = 0;
        const Report report = explain_report(hand(), options, subject, Language::en, {});
        for (const auto& row : report.tables.front().rows) sum += std::get<double>(row[6].value);
        if (!view.agreements(v, v).empty()) continue;  // a loop counts twice in strength
        CHECK(sum == Approx(score[v]));
      }
    }
  }
}

}  // namespace regionet::test::hand_reports_test

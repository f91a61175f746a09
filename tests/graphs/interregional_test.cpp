// SPDX-License-Identifier: Apache-2.0
#include "graphs/generate/interregional.hpp"

#include <algorithm>
#include <cmath>

#include "graphs/io/dataset_reader.hpp"
#include "graphs/model/network_check.hpp"
#include "graphs/view/view.hpp"
#include "tests/support/catch.hpp"

namespace regionet::test::interregional_test {
namespace {

using Given = std::map<std::string, double>;
using Tables = std::map<std::string, std::string, std::less<>>;

Tables tables(const Given& given, const RunContext& run = {}) {
  Tables out;
  write_interregional(ModelParameters("interregional", interregional_parameters(), given), run,
                      [&](std::string_view table, std::string_view bytes) {
                        out.try_emplace(std::string(table)).first->second += bytes;
                      });
  return out;
}

Network network(const Given& given, const RunContext& run = {}) {
  const Tables made = tables(given, run);
  std::vector<EmbeddedFile> files;
  for (const auto& [name, bytes] : made) files.push_back({name, bytes});
  Diagnostics faults;
  Network read = read_dataset(std::array{DatasetFiles::embedded("made", files)}, faults);
  REQUIRE(faults.errors() == 0);
  return read;
}

/// The share of the agreements of a view that the strongest of the ties has.
double top_share(const Given& given) {
  const Network made = network(given);
  const View view(made, {.statuses = {"signed", "opened", "planned", "ended"}});
  double top = 0;
  for (Arc arc = 0; arc < view.graph().arc_count(); ++arc) top = std::max(top, view.strengths()[arc]);
  return top / given.at("agreements");
}

}  // namespace

TEST_CASE("interregional: the same tables for any number of threads", "[interregional]") {
  const Given given{{"agreements", 20'000}};
  const Tables alone = tables(given, {.seed = 4});
  for (const unsigned threads : {2U, 3U, 8U}) {
    CHECK(tables(given, {.threads = threads, .backend = Backend::threads, .seed = 4}) == alone);
  }
  CHECK(tables(given, {.seed = 5}).at("agreements.csv") != alone.at("agreements.csv"));
}

TEST_CASE("interregional: a dataset without faults, every agreement between countries", "[interregional]") {
  const Network made = network({{"agreements", 3000}, {"countries", 3}, {"regions", 5}, {"multilateral", 0.2}});
  CHECK(made.agreement_count() == 3000);
  CHECK(made.actor_count() == 3 + 15 + 15 * 8 + 15 * 80);
  Diagnostics faults;
  check_network(made, "made", faults);
  CHECK(faults.errors() == 0);
  int of_three = 0;
  int undated = 0;
  for (AgreementId id = 0; id < made.agreement_count(); ++id) {
    const auto members = made.participants(id);
    REQUIRE(made.country(members[0]) != made.country(members[1]));
    of_three += members.size() == 3 ? 1 : 0;
    undated += made.date(id) == nullptr ? 1 : 0;
  }
  CHECK(std::abs(of_three - 600) < 5 * std::sqrt(3000 * 0.2 * 0.8));
  CHECK(std::abs(undated - 300) < 5 * std::sqrt(3000 * 0.1 * 0.9));
}

TEST_CASE("interregional: agreements come in time and grow", "[interregional]") {
  const Network made = network({{"agreements", 20'000}, {"growth", 0.1}, {"first-year", 2001}, {"last-year", 2020}});
  double late = 0;
  double dated = 0;
  Day before = 0;
  for (AgreementId id = 0; id < made.agreement_count(); ++id) {
    const Date* const date = made.date(id);
    if (date == nullptr) continue;
    REQUIRE(date->latest >= before - 370);  // a date to the year alone may begin earlier
    before = std::max(before, date->earliest);
    ++dated;
    late += date->earliest >= day_number({2011, 1, 1}) ? 1 : 0;
  }
  // The second ten years have 1.1^10 times the agreements of the first: a share of 0.7217.
  CHECK(late / dated == Approx(std::pow(1.1, 10) / (1 + std::pow(1.1, 10))).margin(0.02));
}

TEST_CASE("interregional: large regions and the law of gravity", "[interregional]") {
  // Without distance and copying, region k takes part with probability k^-0.8 over the sum of all.
  const Network made =
      network({{"agreements", 40'000}, {"regions", 6}, {"exponent", 0}, {"preferential", 0}, {"multilateral", 0}});
  const View view(made, {.statuses = {"signed", "opened", "planned", "ended"}});
  double sum = 0;
  for (int k = 1; k <= 6; ++k) sum += std::pow(k, -0.8);
  for (int k = 1; k <= 6; ++k) {
    const Vertex v = view.vertex(made.find_actor("A" + std::to_string(k)).value()).value();
    const double p = std::pow(k, -0.8) / sum;
    CHECK(std::abs(view.agreement_count(v) - 40'000 * p) < 5 * std::sqrt(40'000 * p * (1 - p)));
  }
}

TEST_CASE("interregional: followers make strong ties stronger", "[interregional]") {
  const Given alone{{"agreements", 5000}, {"preferential", 0}};
  Given following = alone;
  following["preferential"] = 0.95;
  CHECK(top_share(following) > 1.5 * top_share(alone));
}

TEST_CASE("interregional: numbers that do not go together are refused", "[interregional]") {
  CHECK_THROWS_AS(tables({{"first-year", 2020}, {"last-year", 2010}}), std::invalid_argument);
  CHECK_THROWS_AS(tables({{"countries", 1}}), std::invalid_argument);
  CHECK(tables({{"agreements", 0}}).at("agreements.csv") == "id,type,status,date,value_usd\n");
}

}  // namespace regionet::test::interregional_test

// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/dataset_writer.hpp"

#include <clocale>
#include <locale>
#include <tuple>

#include "graphs/io/dataset_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/comma_locale.hpp"
#include "tests/support/data.hpp"
#include "tests/support/dataset_contents.hpp"

namespace regionet::test::dataset_writer_test {
namespace {

void check_equal(const Network& a, const Network& b) {
  const NetworkInfo &x = a.info(), &y = b.info();
  CHECK(Texts{x.name, x.title, x.version, x.licence, x.description, x.temporal_coverage, x.spatial_coverage,
              x.citation} == Texts{y.name, y.title, y.version, y.licence, y.description, y.temporal_coverage,
                                   y.spatial_coverage, y.citation});
  CHECK(x.contributors == y.contributors);
  CHECK(x.countries == y.countries);
  CHECK(a.date_bounds() == b.date_bounds());

  REQUIRE(a.actor_count() == b.actor_count());
  CHECK(Texts(a.languages().begin(), a.languages().end()) == Texts(b.languages().begin(), b.languages().end()));
  for (ActorId id = 0; id < a.actor_count(); ++id) {
    const Actor u = a.actor(id), v = b.actor(id);
    INFO(u.id);
    CHECK(std::tie(u.id, u.name, u.kind, u.scope, u.within, u.iso, u.wikidata, u.aliases) ==
          std::tie(v.id, v.name, v.kind, v.scope, v.within, v.iso, v.wikidata, v.aliases));
    CHECK(std::tie(u.lat, u.lon, u.population, u.population_year) ==
          std::tie(v.lat, v.lon, v.population, v.population_year));
    CHECK(a.country(id) == b.country(id));
    for (const std::string& language : a.languages()) CHECK(a.name(id, language) == b.name(id, language));
  }

  REQUIRE(a.agreement_count() == b.agreement_count());
  for (AgreementId at = 0; at < a.agreement_count(); ++at) {
    const Agreement u = a.agreement(at), v = b.agreement(at);
    INFO(u.id);
    CHECK(std::tie(u.id, u.date, u.until, u.value_usd, u.note) == std::tie(v.id, v.date, v.until, v.value_usd, v.note));
    CHECK(type(a, u.id) == type(b, v.id));
    CHECK(status(a, u.id) == status(b, v.id));
    CHECK(members(a, u.id) == members(b, v.id));
    CHECK(evidence(a, u.id) == evidence(b, v.id));
    for (std::size_t i = 0; i < a.participants(at).size(); ++i) CHECK(a.role(at, i) == b.role(at, i));
  }

  REQUIRE(a.sources().size() == b.sources().size());
  for (std::size_t i = 0; i < a.sources().size(); ++i) CHECK(cells(a.sources()[i]) == cells(b.sources()[i]));
  REQUIRE(a.claims().size() == b.claims().size());
  for (std::size_t i = 0; i < a.claims().size(); ++i) CHECK(cells(a.claims()[i]) == cells(b.claims()[i]));
  REQUIRE(a.coverage().size() == b.coverage().size());
  for (std::size_t i = 0; i < a.coverage().size(); ++i) CHECK(cells(a.coverage()[i]) == cells(b.coverage()[i]));

  REQUIRE(a.types().size() == b.types().size());
  for (const std::string_view id : a.types().ids()) {
    const Term &u = a.types()[a.types().find(id).value()], &v = b.types()[b.types().find(id).value()];
    CHECK(Texts{u.title, u.definition, u.group} == Texts{v.title, v.definition, v.group});
  }
  REQUIRE(a.statuses().size() == b.statuses().size());
  for (const std::string_view id : a.statuses().ids()) {
    CHECK(a.statuses()[a.statuses().find(id).value()].definition ==
          b.statuses()[b.statuses().find(id).value()].definition);
  }
}

/// The network written and read again.
Network again(const Network& network) {
  const std::vector<WrittenFile> files = write_dataset(network);
  std::vector<EmbeddedFile> views;
  for (const WrittenFile& file : files) views.push_back({file.name, file.bytes});
  Diagnostics faults;
  Network read = read_dataset(std::array{DatasetFiles::embedded("again", views)}, faults);
  for (const Diagnostic& fault : faults.shown()) UNSCOPED_INFO(to_string(fault));
  CHECK(faults.shown().empty());
  return read;
}

}  // namespace

TEST_CASE("a dataset that is written and read again is equal", "[dataset_reader][dataset_writer]") {
  for (const Network& network : {test::open_data("small-dataset").network, overlaid()}) {
    const Network copy = again(network);
    check_equal(network, copy);
    const auto first = write_dataset(network);
    const auto second = write_dataset(copy);
    REQUIRE(first.size() == second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
      CHECK(first[i].name == second[i].name);
      CHECK(first[i].bytes == second[i].bytes);
    }
  }
}

TEST_CASE("numbers are written with points in any locale", "[dataset_writer][case]") {
  const Network network = test::open_data("small-dataset").network;
  const std::vector<WrittenFile> before = write_dataset(network);
  const std::locale classic = std::locale::global(std::locale(std::locale::classic(), new Commas));
  for (const char* name : {"ru_RU.UTF-8", "de_DE.UTF-8"}) {
    if (std::setlocale(LC_NUMERIC, name) != nullptr) break;
  }
  const std::vector<WrittenFile> after = write_dataset(network);
  std::locale::global(classic);
  std::setlocale(LC_NUMERIC, "C");
  REQUIRE(before.size() == after.size());
  for (std::size_t i = 0; i < before.size(); ++i) CHECK(before[i].bytes == after[i].bytes);
  CHECK_THAT(after[0].bytes, ContainsSubstring(",53.9,27.56,Q2280,2018281,2019,"));
  CHECK_THAT(after[1].bytes, ContainsSubstring(",1500000.5,"));
}

TEST_CASE("a plain network has no tables to write", "[dataset_writer]") {
  const Network plain = test::open_data("cases/054-locale-decimal-point/input.csv").network;
  CHECK_THROWS_AS(write_dataset(plain), std::invalid_argument);
}

}  // namespace regionet::test::dataset_writer_test

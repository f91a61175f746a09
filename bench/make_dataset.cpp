// SPDX-License-Identifier: Apache-2.0
// Writes a synthetic dataset of two countries with N agreements: regions, cities and institutions, a tenth of the
// agreements with three actors, dates of every precision. Usage: make_dataset DIR N [SEED]. Same bytes each time.
#include <fmt/format.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "graphs/runtime/random.hpp"

namespace {

using regionet::random_bits;

constexpr unsigned regions_a_country = 30;
constexpr unsigned cities_a_region = 10;
constexpr unsigned institutions_a_city = 10;
constexpr unsigned institutions = regions_a_country * cities_a_region * institutions_a_city;

std::ofstream open(const std::filesystem::path& folder, const char* name) {
  std::ofstream out(folder / name, std::ios::binary);
  out.exceptions(std::ios::failbit | std::ios::badbit);
  return out;
}

void write_package(const std::filesystem::path& folder) {
  std::ofstream out = open(folder, "datapackage.json");
  out << "{\"profile\": \"tabular-data-package\", \"name\": \"synthetic\", \"version\": \"1.0.0\",\n"
         " \"countries\": [\"BY\", \"CN\"], \"resources\": [";
  const char* separator = "";
  for (const char* table : {"actors", "agreements", "participants", "evidence", "sources"}) {
    out << fmt::format("{}\n  {{\"name\": \"{}\", \"path\": \"{}.csv\"}}", separator, table, table);
    separator = ",";
  }
  out << "]}\n";
}

void write_actors(const std::filesystem::path& folder) {
  std::ofstream out = open(folder, "actors.csv");
  out << "id,name,name_ru,kind,scope,within,iso,lat,lon,aliases\n";
  for (const std::string country : {"BY", "CN"}) {
    out << fmt::format("{0},Country {0},Страна {0},country,national,,{0},,,\n", country);
    for (unsigned r = 0; r < regions_a_country; ++r) {
      out << fmt::format("{0}.r{1},Region {0} {1},Область {0} {1},region,subnational,{0},,{2}.5,{3}.25,\n", country, r,
                         20 + r, 60 + r);
      for (unsigned c = 0; c < cities_a_region; ++c) {
        out << fmt::format("{0}.r{1}.c{2},City {0} {1}-{2},,city,subnational,{0}.r{1},,,,Town {1}-{2}\n", country, r,
                           c);
        for (unsigned i = 0; i < institutions_a_city; ++i) {
          out << fmt::format("{0}.r{1}.c{2}.i{3},Institution {0} {1}-{2}-{3},,{4},subnational,{0}.r{1}.c{2},,,,\n",
                             country, r, c, i, i % 3 == 0 ? "university" : "company");
        }
      }
    }
  }
}

/// Low numbers are drawn more often: the square of a uniform number.
std::string actor(const char* country, std::uint64_t seed, std::uint64_t agreement, unsigned draw) {
  const double unit = regionet::random_unit(seed, agreement, draw);
  const auto number = static_cast<unsigned>(unit * unit * institutions);
  return fmt::format("{}.r{}.c{}.i{}", country, number % regions_a_country,
                     number / regions_a_country % cities_a_region, number / (regions_a_country * cities_a_region));
}

std::string date(std::uint64_t seed, std::uint64_t agreement) {
  const std::uint64_t bits = random_bits(seed, agreement, 1);
  const unsigned year = 1992 + static_cast<unsigned>(bits % 33);
  const unsigned month = 1 + static_cast<unsigned>(bits / 64 % 12);
  const unsigned day = 1 + static_cast<unsigned>(bits / 1024 % 28);
  switch (bits / 65536 % 8) {
    case 0:
      return "";
    case 1:
      return fmt::format("{}", year);
    case 2:
      return fmt::format("{}-{}", year, 21 + month % 4);
    case 3:
      return fmt::format("{}/{}", year, year + 1);
    case 4:
      return fmt::format("{}-{:02}", year, month);
    default:
      return fmt::format("{}-{:02}-{:02}", year, month, day);
  }
}

void write_agreements(const std::filesystem::path& folder, std::uint64_t count, std::uint64_t seed) {
  constexpr const char* types[] = {"twinning", "cooperation_agreement", "memorandum", "joint_venture", "contract",
                                   "education"};
  constexpr const char* statuses[] = {"signed", "signed", "signed", "opened", "planned"};
  std::ofstream agreements = open(folder, "agreements.csv");
  std::ofstream participants = open(folder, "participants.csv");
  std::ofstream evidence = open(folder, "evidence.csv");
  agreements << "id,type,status,date,until,value_usd,note\n";
  participants << "agreement,actor,role\n";
  evidence << "agreement,source,locator,certainty\n";
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t bits = random_bits(seed, i);
    const std::string value = bits % 10 == 0 ? fmt::format("{}", bits / 16 % 10'000'000) : "";
    agreements << fmt::format("a{},{},{},{},,{},\n", i, types[bits / 8 % 6], statuses[bits / 64 % 5], date(seed, i),
                              value);
    participants << fmt::format("a{0},{1},\na{0},{2},\n", i, actor("BY", seed, i, 2), actor("CN", seed, i, 3));
    if (bits / 512 % 10 == 0) {
      // A second actor of the other region of the pair, so that no actor stands twice.
      participants << fmt::format("a{},CN.r{}.c{},\n", i, bits / 8192 % regions_a_country,
                                  bits / 524288 % cities_a_region);
    }
    evidence << fmt::format("a{},s{},p. {},stated\n", i, bits / 1024 % 3, bits / 4096 % 500);
  }
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 3) {
    fmt::print(stderr, "usage: make_dataset DIR N [SEED]\n");
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  const std::uint64_t count = std::strtoull(argv[2], nullptr, 10);
  const std::uint64_t seed = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1;
  std::filesystem::create_directories(folder);
  write_package(folder);
  write_actors(folder);
  open(folder, "sources.csv") << "id,title\ns0,Register A\ns1,Register B\ns2,Register C\n";
  write_agreements(folder, count, seed);
  return 0;
} catch (const std::exception& fault) {
  fmt::print(stderr, "make_dataset: {}\n", fault.what());
  return 4;
}

// SPDX-License-Identifier: Apache-2.0
#include "graphs/generate/interregional.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include "graphs/model/date.hpp"
#include "graphs/runtime/parallel.hpp"
#include "graphs/runtime/random.hpp"

namespace regionet {
namespace {

constexpr ModelParameter parameters[] = {
    {"agreements", 1000, 0, 4e9, true, "number of agreements"},
    {"countries", 2, 2, 26, true, "number of countries"},
    {"regions", 20, 1, 1000, true, "regions a country"},
    {"cities", 8, 1, 1000, true, "cities a region"},
    {"institutions", 10, 2, 1000, true, "institutions a city, universities and companies by turns"},
    {"exponent", 1, 0, 5, false, "of the distance in the law of gravity"},
    {"preferential", 0.5, 0, 0.99, false, "share of agreements that follow an earlier one"},
    {"multilateral", 0.05, 0, 1, false, "share of agreements with a third actor"},
    {"growth", 0.08, 0, 1, false, "yearly growth of the number of new agreements"},
    {"first-year", 1992, 1900, 2100, true, "year of the first agreement"},
    {"last-year", 2024, 1900, 2100, true, "year of the last one"},
};

constexpr double size_exponent = 0.8;
constexpr double first_population = 1e7;
constexpr std::uint64_t grain = 1U << 12U;

/// What a draw is for: no two share a number.
enum Draw : std::uint64_t { pair, follow, type, third, day, precision, status, who, value, source, locator };

enum class Signer : std::uint8_t { place, university, company };
struct TypeShare {
  std::string_view id;
  double until;  ///< cumulated share
  Signer signer;
};
constexpr std::array<TypeShare, 8> types{{{"twinning", 0.2, Signer::place},
                                          {"cooperation_agreement", 0.38, Signer::place},
                                          {"memorandum", 0.45, Signer::place},
                                          {"education", 0.65, Signer::university},
                                          {"joint_centre", 0.75, Signer::university},
                                          {"contract", 0.87, Signer::company},
                                          {"joint_venture", 0.94, Signer::company},
                                          {"investment", 1, Signer::company}}};

struct Region {
  std::uint32_t country = 0;
  std::uint32_t number = 0;
  double x = 0;
  double y = 0;
  double size = 1;
};

class Interregional {
 public:
  Interregional(const ModelParameters& given, const RunContext& run, const TableSink& sink)
      : given_(given), run_(run), sink_(sink), seed_(run.seed) {
    if (given["first-year"] > given["last-year"]) throw std::invalid_argument("the first year is after the last");
    place_regions();
    weigh_pairs();
  }

  void write() {
    write_package();
    write_actors();
    sink_("sources.csv", "id,title,year\ns0,Register A,2024\ns1,Register B,2024\ns2,Register C,2024\n");
    sink_("agreements.csv", "id,type,status,date,value_usd\n");
    sink_("participants.csv", "agreement,actor\n");
    sink_("evidence.csv", "agreement,source,locator,certainty\n");
    write_agreements();
  }

 private:
  struct Tables {
    std::string agreements, participants, evidence;
  };

  [[nodiscard]] double unit(std::uint64_t item, Draw draw) const { return random_unit(seed_, item, draw); }
  [[nodiscard]] std::uint64_t bits(std::uint64_t item, Draw draw) const { return random_bits(seed_, item, draw); }

  void place_regions() {
    const std::uint64_t count = given_.whole("regions");
    for (std::uint32_t country = 0; country < given_.whole("countries"); ++country) {
      for (std::uint32_t number = 0; number < count; ++number) {
        const double angle = 2 * std::numbers::pi * number / static_cast<double>(count);
        regions_.push_back({country, number, 30.0 * country + 10 * std::cos(angle), 10 * std::sin(angle),
                            std::pow(number + 1, -size_exponent)});
      }
    }
  }

  /// Cumulated weights of the pairs of regions of different countries.
  void weigh_pairs() {
    double total = 0;
    for (std::uint32_t a = 0; a < regions_.size(); ++a) {
      for (std::uint32_t b = a + 1; b < regions_.size(); ++b) {
        if (regions_[a].country == regions_[b].country) continue;
        const double apart = std::hypot(regions_[a].x - regions_[b].x, regions_[a].y - regions_[b].y);
        total += regions_[a].size * regions_[b].size / std::pow(std::max(apart, 1.0), given_["exponent"]);
        pairs_.emplace_back(a, b);
        weights_.push_back(total);
      }
    }
  }

  void write_package() const {
    std::string json =
        "{\"profile\": \"tabular-data-package\", \"name\": \"interregional\", \"version\": \"1.0.0\",\n"
        " \"title\": \"Synthetic agreements between regions\", \"countries\": [";
    for (std::uint32_t country = 0; country < given_.whole("countries"); ++country) {
      json += fmt::format("{}\"{}\"", country == 0 ? "" : ", ", country_id(country));
    }
    json += fmt::format("],\n \"temporalCoverage\": \"{}/{}\", \"resources\": [", given_.whole("first-year"),
                        given_.whole("last-year"));
    const char* separator = "";
    for (const char* const table : {"actors", "agreements", "participants", "evidence", "sources"}) {
      json += fmt::format("{}\n  {{\"name\": \"{}\", \"path\": \"{}.csv\"}}", separator, table, table);
      separator = ",";
    }
    sink_("datapackage.json", json + "]}\n");
  }

  static std::string country_id(std::uint32_t country) { return {static_cast<char>('A' + country)}; }
  static std::string region_id(const Region& region) {
    return fmt::format("{}{}", country_id(region.country), region.number + 1);
  }

  void write_actors() const {
    sink_("actors.csv", "id,name,kind,scope,within,lat,lon,population\n");
    for (std::uint32_t country = 0; country < given_.whole("countries"); ++country) {
      sink_("actors.csv", fmt::format("{0},Country {0},country,national,,,,\n", country_id(country)));
    }
    for (const Region& region : regions_) {
      std::string rows =
          fmt::format("{0},Region {0},region,subnational,{1},{2:.2f},{3:.2f},{4:.0f}\n", region_id(region),
                      country_id(region.country), 50 + region.y, region.x, first_population * region.size);
      for (std::uint64_t city = 1; city <= given_.whole("cities"); ++city) {
        const std::string id = fmt::format("{}.{}", region_id(region), city);
        rows += fmt::format("{0},City {0},city,subnational,{1},,,{2:.0f}\n", id, region_id(region),
                            first_population / 10 * region.size * std::pow(double(city), -size_exponent));
        for (std::uint64_t place = 1; place <= given_.whole("institutions"); ++place) {
          const bool university = place % 2 == 0;
          rows += fmt::format("{0}.{1},{2} {0}.{1},{3},subnational,{0},,,\n", id, place,
                              university ? "University" : "Company", university ? "university" : "company");
        }
      }
      sink_("actors.csv", rows);
    }
  }

  void write_agreements() const {
    constexpr std::size_t blocks_at_once = 64;
    const std::uint64_t count = given_.whole("agreements");
    std::vector<Tables> made(blocks_at_once);
    for (std::uint64_t begin = 0; begin < count; begin += blocks_at_once * grain) {
      const auto blocks =
          static_cast<std::size_t>(std::min<std::uint64_t>(blocks_at_once, (count - begin + grain - 1) / grain));
      for_each_block(run_, blocks, [&](std::size_t block) {
        made[block] = {};
        const std::uint64_t first = begin + block * grain;
        for (std::uint64_t i = first; i < std::min(count, first + grain); ++i) write_agreement(i, made[block]);
      });
      for (std::size_t block = 0; block < blocks; ++block) {
        sink_("agreements.csv", made[block].agreements);
        sink_("participants.csv", made[block].participants);
        sink_("evidence.csv", made[block].evidence);
      }
    }
  }

  void write_agreement(std::uint64_t i, Tables& out) const {
    const TypeShare& kind =
        *std::ranges::find_if(types, [u = unit(i, type)](const TypeShare& share) { return u < share.until; });
    const auto [a, b] = regions_of(i);
    const double u = unit(i, status);
    const std::string_view state = u < 0.7 ? "signed" : u < 0.85 ? "opened" : u < 0.95 ? "planned" : "ended";
    const std::string money =
        kind.signer == Signer::company ? fmt::format("{}", 1000 * (1 + bits(i, value) % 50'000)) : "";
    out.agreements += fmt::format("a{},{},{},{},{}\n", i + 1, kind.id, state, date(i), money);
    add_participant(i, regions_[a], kind.signer, 0, out);
    add_participant(i, regions_[b], kind.signer, 1, out);
    if (unit(i, third) < given_["multilateral"] && given_.whole("regions") > 1) {
      // A neighbour of the second region, so that no actor signs twice.
      const auto count = static_cast<std::uint32_t>(given_.whole("regions"));
      const Region& second = regions_[b];
      add_participant(i, regions_[second.country * count + (second.number + 1) % count], kind.signer, 2, out);
    }
    out.evidence += fmt::format("a{},s{},p. {},stated\n", i + 1, bits(i, source) % 3, 1 + bits(i, locator) % 500);
  }

  /// The pair of regions: of an earlier agreement, and so back to one that drew its own.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> regions_of(std::uint64_t i) const {
    while (i > 0 && unit(i, follow) < given_["preferential"]) i = bits(i, pair) % i;
    const double drawn = unit(i, pair) * weights_.back();
    const auto at = std::ranges::upper_bound(weights_, drawn) - weights_.begin();
    return pairs_[std::min<std::size_t>(static_cast<std::size_t>(at), pairs_.size() - 1)];
  }

  void add_participant(std::uint64_t i, const Region& region, Signer signer, std::uint64_t place, Tables& out) const {
    const std::uint64_t drawn = random_bits(seed_, i, who + 16 * (place + 1));
    const double u = static_cast<double>(drawn >> 11U) * 0x1p-53;
    const auto city = 1 + static_cast<std::uint64_t>(
                              u * u * static_cast<double>(given_.whole("cities")));  // the first ones more often
    const std::uint64_t pairs = given_.whole("institutions") / 2;
    const std::uint64_t chosen = 2 * (drawn % 1021 % pairs);
    std::string actor = region_id(region);
    if (signer != Signer::place || drawn % 5 < 3) actor += fmt::format(".{}", city);
    if (signer == Signer::university) actor += fmt::format(".{}", chosen + 2);
    if (signer == Signer::company) actor += fmt::format(".{}", chosen + 1);
    out.participants += fmt::format("a{},{}\n", i + 1, actor);
  }

  /// Agreement i of N lies where the growing curve has reached i / N.
  [[nodiscard]] std::string date(std::uint64_t i) const {
    const double years = given_["last-year"] - given_["first-year"] + 1;
    const double growth = std::log1p(given_["growth"]);
    const double share = (static_cast<double>(i) + unit(i, day)) / static_cast<double>(given_.whole("agreements"));
    const double at = growth == 0 ? share * years : std::log1p(share * std::expm1(growth * years)) / growth;
    const double year = std::min(std::floor(at), years - 1);
    const double u = unit(i, precision);
    if (u < 0.1) return "";
    const auto number = given_.whole("first-year") + static_cast<std::uint64_t>(year);
    if (u < 0.3) return fmt::format("{}", number);
    const CalendarDay found =
        calendar_day(day_number({static_cast<int>(number), 1, 1}) + static_cast<Day>((at - year) * 364.99));
    if (u < 0.5) return fmt::format("{}-{:02}", number, found.month);
    return fmt::format("{}-{:02}-{:02}", number, found.month, found.day);
  }

  const ModelParameters& given_;
  const RunContext& run_;
  const TableSink& sink_;
  std::uint64_t seed_;
  std::vector<Region> regions_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
  std::vector<double> weights_;
};

}  // namespace

std::span<const ModelParameter> interregional_parameters() { return parameters; }

void write_interregional(const ModelParameters& given, const RunContext& run, const TableSink& sink) {
  Interregional(given, run, sink).write();
}

}  // namespace regionet
